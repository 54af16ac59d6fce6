import ReviewCore
import Testing

/// Ctrl-Z and `fg` from wherever one is (case 16); from the first screen: `SignalTests`.
@Suite(.fewAtOnce)
struct StopTests {
  private func shell(
    in scratch: Scratch, environment: [String: String?] = [:]
  ) async throws -> TmuxTerminal {
    let shell = try await TmuxTerminal(
      command: ["/bin/bash", "--norc", "--noprofile"], in: scratch,
      environment: environment.merging(["PS1": "prompt> "]) { $1 })
    try await shell.waitFor("prompt>")
    try await shell.type("\(Place.program) summit")
    try await shell.press("Enter")
    try await shell.waitFor("24 of 71")
    return shell
  }

  @Test(arguments: [
    ("t", "Seen by the committee", "words"), ("a", "Never counted as a score", "words"),
    ("?", "Keys: ", ""), ("S", "Order the list by", ""),
  ])
  func whatLiesOverTheScreenIsThereAgainInTheNewSize(
    keys: String, sign: String, text: String
  ) async throws {
    let scratch = try Scratch.withSample()
    let shell = try await shell(in: scratch)
    try await shell.type(keys)
    try await shell.waitFor(sign)
    if !text.isEmpty {
      try await shell.type(text)
      try await shell.waitFor(text)
    }
    try await shell.press("C-z")
    try await shell.waitFor("Stopped")
    #expect(try await shell.display("#{alternate_on}") == "0")
    try await shell.resize(columns: 90, rows: 30)
    try await shell.type("fg")
    try await shell.press("Enter")
    try await shell.waitFor(sign, text)
    #expect(try await shell.display("#{alternate_on} #{pane_width}") == "1 90")
    try await shell.press("Escape")
    try await shell.waitFor("what lay over the screen to be gone") { !$0.contains(sign) }
    try await shell.type("Q")
    try await shell.waitFor("prompt>")
    try await shell.type("exit")
    try await shell.press("Enter")
  }

  @Test func theEditorStopsWithTheProgramAndComesBackWithIt() async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let script = "#!/bin/sh\necho The editor\nread line\nprintf '%s' \"$line\" > \"$1\"\n"
    try Files.write(script.utf8, to: "\(scratch.path)/editor")
    let shell = try await shell(
      in: scratch, environment: ["EDITOR": .some("/bin/sh \(scratch.path)/editor")])
    try await shell.type("E")
    try await shell.waitFor("The editor")
    try await shell.press("C-z")
    try await shell.waitFor("Stopped")
    try await shell.type("fg")
    try await shell.press("Enter")
    try await shell.type("written after fg")
    try await shell.press("Enter")
    try await shell.waitFor("Comment saved", "saved ✓")
    #expect(try scratch.review(next)?["comment"]?.string == "written after fg")
    try await shell.type("q")
    try await shell.waitFor("prompt>")
    try await shell.type("exit")
    try await shell.press("Enter")
  }
}
