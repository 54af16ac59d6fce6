import Glibc
import ReviewCore
import Testing

/// The person's own editor, of every kind (case 15), and what happens beside it (cases 2, 3, 9, 16).
@Suite(.fewAtOnce)
struct EditorTests {
  /// A script that stands for an editor; returns its path.
  private func editor(
    _ script: String, in scratch: Scratch, named name: String = "editor"
  ) throws -> String {
    let path = "\(scratch.path)/\(name)"
    try Files.write("#!/bin/sh\n\(script)\n".utf8, to: path)
    guard chmod(path, 0o755) == 0 else { throw Files.Failed(path: path) }
    return path
  }

  /// Starts on the first proposal, with an editor.
  private func start(
    _ editor: String?, in scratch: Scratch, environment: [String: String?] = [:]
  ) async throws -> RawTerminal {
    let variables = environment.merging(["EDITOR": editor]) { $1 }
    return try await RawTerminal.started(in: .split, scratch, environment: variables)
  }

  /// Waits until the editor has written a file.
  private func waitForFile(_ name: String, in scratch: Scratch) async throws -> String {
    var text = ""
    try await wait(for: "the file \(name) of the editor") {
      text = try Files.text(of: "\(scratch.path)/\(name)") ?? ""
      return text.last == "\n"
    }
    return text
  }

  private func quit(_ terminal: RawTerminal) async throws {
    terminal.type("Q")
    #expect(try await terminal.waitForEnd() == 0)
  }

  @Test(arguments: ["E", "t\u{18}"])
  func whatIsWrittenThereIsTheNote(keys: String) async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let editor = try editor("printf 'Zwei Zeilen:\\n数据湖 👍\\n' > \"$1\"", in: scratch)
    let terminal = try await start(editor, in: scratch)
    terminal.type(keys)
    try await terminal.waitFor("Comment saved")
    try await terminal.waitFor("saved ✓")
    #expect(try scratch.review(next)?["comment"]?.string == "Zwei Zeilen:\n数据湖 👍")
    try await quit(terminal)
  }

  @Test func whatWasTypedBeforeIsInTheFile() async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let editor = try editor("printf ', and more' >> \"$1\"", in: scratch)
    let terminal = try await start(editor, in: scratch)
    terminal.type("tSome words\u{18}")
    try await terminal.waitFor("Comment saved")
    try await terminal.waitFor("saved ✓")
    let comment = try #require(try scratch.review(next)?["comment"]?.string)
    #expect(comment.filter { $0 != "\n" } == "Some words, and more")
    try await quit(terminal)
  }

  @Test func itMayHaveArgumentsAndSpaces() async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    try Files.makeFolder("\(scratch.path)/my tools")
    let path = try editor(
      "printf '%s|' \"$1\" \"$2\" > \"$4\"; echo $# >> \"$4\"", in: scratch,
      named: "my tools/the editor")
    let terminal = try await start("'\(path)' --wait 'two words' \"\"", in: scratch)
    terminal.type("E")
    try await terminal.waitFor("Comment saved")
    try await terminal.waitFor("saved ✓")
    #expect(try scratch.review(next)?["comment"]?.string == "--wait|two words|4")
    try await quit(terminal)
  }

  @Test func withoutOneViIsTakenAndElseItIsSaidWhatToSet() async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    try Files.makeFolder("\(scratch.path)/bin")
    let path: [String: String?] = ["PATH": .some("\(scratch.path)/bin")]
    let without = try await start(nil, in: scratch, environment: path)
    without.type("E")
    try await without.waitFor("There is no editor. Set EDITOR")
    try await quit(without)

    _ = try editor("printf 'by vi' > \"$1\"", in: scratch, named: "bin/vi")
    let with = try await start("", in: scratch, environment: path)
    with.type("E")
    try await with.waitFor("Comment saved")
    try await quit(with)
    #expect(try scratch.review(next)?["comment"]?.string == "by vi")
  }

  @Test(arguments: [
    ("", "which is not there"), ("exit 3", "ended with the code 3"),
    ("printf lost > \"$1\"; exit 1", "ended with the code 1"),
    ("printf lost > \"$1\"; kill -KILL $$", "ended by signal 9"),
    ("kill -SEGV $$", "ended by signal 11"),
    ("rm \"$1\"", "Nothing was changed"),
  ])
  func oneThatIsMissingFailsOrIsKilledChangesNothing(
    script: String, message: String
  ) async throws {
    let scratch = try Scratch.withSample()
    let before = try scratch.sheetBytes()
    let path =
      script.isEmpty ? "\(scratch.path)/no-such-editor" : try editor(script, in: scratch)
    let shell = try RawTerminal("/bin/sleep", ["60"], in: scratch)
    let terminal = try await start(path, in: scratch)
    let inInterface = terminal.settings
    terminal.type("E")
    try await terminal.waitFor(message)
    #expect(terminal.screen.isAlternate)
    #expect(terminal.settings == inInterface)
    #expect(try scratch.sheetBytes() == before)
    terminal.send(SIGTERM)
    _ = try await terminal.waitForEnd()
    #expect(terminal.settings == shell.settings)
    #expect(try scratch.sheetBytes() == before)
  }

  @Test func itHasTheTerminalAsTheShellHasIt() async throws {
    let scratch = try Scratch.withSample()
    let shell = try RawTerminal("/bin/sleep", ["60"], in: scratch)
    let editor = try editor(
      "echo begun > begun; read line; printf '%s' \"$line\" > \"$1\"", in: scratch)
    let terminal = try await start(editor, in: scratch)
    terminal.type("E")
    _ = try await waitForFile("begun", in: scratch)
    terminal.takeOutput()
    #expect(terminal.settings == shell.settings)
    #expect(!terminal.screen.isAlternate)
    #expect(!terminal.screen.bracketsPastes)
    // What is typed is the editor's; none of it is a score.
    terminal.type("4354 q\r")
    try await terminal.waitFor("Comment saved")
    try await quit(terminal)
    let next = try await scratch.next()
    #expect(try scratch.review(next)?["comment"]?.string == "4354 q")
    #expect(try scratch.review(next)?.scores == [:])
  }

  @Test func theSizeMayChangeBesideIt() async throws {
    let scratch = try Scratch.withSample()
    let editor = try editor(
      "echo begun > begun; read line; stty size > size; printf done > \"$1\"", in: scratch)
    let terminal = try await start(editor, in: scratch)
    terminal.type("E")
    _ = try await waitForFile("begun", in: scratch)
    terminal.takeOutput()
    for columns in [1, 300, 10, 200] { terminal.resize(columns: columns, rows: columns / 3 + 1) }
    terminal.resize(columns: 80, rows: 24)
    terminal.type("\r")
    try await terminal.waitFor("Comment saved")
    #expect(try Files.text(of: "\(scratch.path)/size") == "24 80\n")
    // The last row of what the terminal has now.
    try await terminal.waitFor("the bottom to be drawn") { $0.lines.last?.isEmpty == false }
    try await quit(terminal)
  }

  @Test(arguments: [SIGHUP, SIGTERM, SIGSEGV])
  func aSignalToEndEndsTheEditorToo(signal: Int32) async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let shell = try RawTerminal("/bin/sleep", ["60"], in: scratch)
    let editor = try editor("echo $$ > pid; exec sleep 300", in: scratch)
    let terminal = try await start(editor, in: scratch)
    terminal.type("43")
    try await terminal.waitFor("draft, 2 of 4")
    try await terminal.waitFor("saved ✓")
    terminal.type("E")
    let line = try await waitForFile("pid", in: scratch)
    let process = try #require(pid_t(line.dropLast()))
    terminal.send(signal)
    _ = try await terminal.waitForEnd()
    #expect(terminal.settings == shell.settings)
    #expect(!terminal.screen.isAlternate)
    #expect(try scratch.review(next)?.scores.count == 2)
    try await wait(for: "the end of the editor") {
      try Files.text(of: "/proc/\(process)/cmdline")?.contains("sleep") != true
    }
  }

  @Test func quittingTheEditorQuitsNothingElse() async throws {
    let scratch = try Scratch.withSample()
    let editor = try editor(
      "echo begun > begun; read line; printf still > \"$1\"", in: scratch)
    let terminal = try await start(editor, in: scratch)
    terminal.type("E")
    _ = try await waitForFile("begun", in: scratch)
    // What Ctrl-\ sends to all of the group: an editor deals with it, and so do we.
    terminal.send(SIGQUIT)
    terminal.send(SIGINT)
    terminal.type("\r")
    try await terminal.waitFor("Comment saved")
    try await quit(terminal)
  }

  @Test(arguments: [false, true])
  func aTerminalThatGoesTakesTheEditorAlong(ignoresHangUp: Bool) async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let editor = try editor("echo begun > begun; cat > /dev/null", in: scratch)
    let terminal = try RawTerminal(
      "/bin/sh", ["-c", "\(ignoresHangUp ? "trap '' HUP; " : "")exec \(Place.program) summit"],
      in: scratch, environment: ["EDITOR": .some(editor)])
    try await terminal.waitFor("24 of 71")
    terminal.type("43")
    try await terminal.waitFor("draft, 2 of 4")
    terminal.type("E")
    _ = try await waitForFile("begun", in: scratch)
    terminal.hangUp()
    _ = try await terminal.waitForEnd()
    #expect(try scratch.review(next)?.scores.count == 2)
  }
}
