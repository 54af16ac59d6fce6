import Glibc
import ReviewCore
import Testing

/// The review in plain lines: the real program, over a pipe and on terminals that can do nothing.
@Suite(.fewAtOnce)
struct AccessibleTests {
  @Test(arguments: ["dumb", "vt100", "", "no-such-terminal"])
  func theWholeLoopGoesThroughAPipe(type: String) async throws {
    let scratch = try Scratch.withSample()
    let queue = try await scratch.unread()
    let lines = [
      "?", "4", "3 5", "4", "note Strong, and new", "5 5 5 1", "undo", "clarity 4",
      "abstain not my field", "feedback", "Thank you.", "", "Come again.", ".", "skip",
      "filter is:unscored area:lakehouse", "list", "filter", "go \(queue[0])", "clarity 5",
      "others",
      "progress", "quit",
    ]
    let result = try await scratch.piped(lines, environment: ["TERM": type])
    #expect(result.code == 0)
    #expect(result.errors.isEmpty)
    #expect(try scratch.review(queue[0])?.status == "scored")
    #expect(
      try scratch.review(queue[0])?.scores
        == ["relevance": "4", "content": "3", "novelty": "5", "clarity": "5"])
    // The note and the four scores of the second; undo took those back, and one was given again.
    let second = try #require(try scratch.review(queue[1]))
    #expect(second["comment"]?.string == "Strong, and new")
    #expect(second.status == "abstained")
    let third = try #require(try scratch.review(queue[2]))
    #expect(third["feedback"]?.string == "Thank you.\n\nCome again.")
    #expect(third.status == "skipped")
    try scratch.expectFormatted("\(scratch.summit)/reviews/ines.json")
    #expect(try await scratch.lectern("check", "summit").code == 0)
    expectPlainLines(result.output)
    #expect(result.output.hasSuffix("Goodbye.\n"))
  }

  @Test func inTheLocaleCItIsASCII() async throws {
    let scratch = try Scratch.withSample()
    let queue = try await scratch.unread()
    let lines = ["list", "all", "search drift", "4 3 5 4", "note Plain", "undo", "5 5 5 5", "quit"]
    let result = try await scratch.piped(lines, environment: ["LC_ALL": "C", "TERM": "dumb"])
    #expect(result.code == 0)
    #expect(result.output.utf8.allSatisfy { $0 < 0x80 })
    #expect(result.output.contains("You are Ines Figueroa."))
    #expect(try scratch.review(queue[0])?.scores["clarity"] == "4")
    #expect(try scratch.review(queue[1])?.scores["clarity"] == "5")
    #expect(try scratch.review(queue[1])?["comment"]?.string == "")
  }

  @Test(arguments: ["dumb", "linux", "vt100"])
  func onATerminalNothingIsRedrawn(type: String) async throws {
    let scratch = try Scratch.withSample()
    let queue = try await scratch.unread()
    let terminal = try RawTerminal(
      ["summit", "--accessible"], in: scratch, columns: 80, rows: 24,
      environment: ["TERM": .some(type)])
    let settings = terminal.settings
    try await terminal.waitForBytes("Question 1 of 4")
    terminal.type("4 3 5\n")
    try await terminal.waitForBytes("Saved: Relevance 4, Content 3, Novelty 5.")
    #expect(try scratch.review(queue[0])?.scores["novelty"] == "5")
    terminal.type("4\n")
    try await terminal.waitForBytes("Proposal 2 of")
    terminal.type("\u{4}")
    #expect(try await terminal.waitForEnd() == 0)
    #expect(terminal.text.contains("Everything you said is saved."))
    #expect(terminal.settings == settings)
    expectPlainLines(terminal.text.filter { $0 != "\r\n" && $0 != "\r" })
    #expect(try scratch.review(queue[0])?.status == "scored")
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, nil] as [Int32?])
  func whateverEndsItWhatWasSaidIsSaved(signal: Int32?) async throws {
    let scratch = try Scratch.withSample()
    let queue = try await scratch.unread()
    let terminal = try RawTerminal(
      ["summit", "--accessible"], in: scratch, environment: ["TERM": "dumb"])
    try await terminal.waitForBytes("Question 1 of 4")
    terminal.type("4 3\n")
    try await terminal.waitForBytes("Saved: Relevance 4, Content 3.")
    if let signal { terminal.send(signal) } else { terminal.type("\u{3}") }
    #expect(try await terminal.waitForEnd() == 0)
    #expect(terminal.text.contains("Everything you said is saved. Goodbye."))
    #expect(try scratch.review(queue[0])?.scores == ["relevance": "4", "content": "3"])
  }

  @Test func aTerminalThatHangsUpEndsIt() async throws {
    let scratch = try Scratch.withSample()
    let queue = try await scratch.unread()
    let terminal = try RawTerminal(
      ["summit", "--accessible"], in: scratch, environment: ["TERM": "dumb"])
    try await terminal.waitForBytes("Question 1 of 4")
    terminal.type("4\nnote\nBegun\n")
    try await terminal.waitForBytes("A full stop alone")
    terminal.hangUp()
    _ = try await terminal.waitForEnd()
    #expect(try scratch.review(queue[0])?.scores == ["relevance": "4"])
  }

  @Test func aReaderThatGoesAwayEndsItQuietly() async throws {
    let scratch = try Scratch.withSample()
    let result = try await scratch.run(
      "/bin/sh",
      ["-c", "printf '4 3 5 4\\nquit\\n' | \(Place.program) summit --accessible | head -n 4"],
      environment: scratch.environment())
    #expect(result.code == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output.split(separator: "\n").count == 4)
  }

  @Test func withoutATerminalTheLineModeIsNamed() async throws {
    let scratch = try Scratch.withSample()
    let result = try await scratch.run(
      "/usr/bin/setsid", ["--wait", Place.program, "summit"], environment: scratch.environment())
    #expect(result.code == 2)
    #expect(result.errors.contains("`lectern review --accessible`"))
    let none = try await scratch.piped(["quit"], folder: "nowhere/at/all")
    #expect(none.code == 2)
    #expect(none.output.isEmpty)
  }

  /// No escape sequence, no bell, no carriage return: lines that end, and nothing else.
  private func expectPlainLines(
    _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A },
      sourceLocation: sourceLocation)
  }
}

extension Scratch {
  /// Holds the conversation in plain lines over a pipe.
  func piped(
    _ lines: [String], folder: String = "summit", environment changes: [String: String?] = [:]
  ) async throws -> CommandResult {
    let file = "\(path)/lines"
    try Files.write((lines.joined(separator: "\n") + "\n").utf8, to: file)
    return try await run(
      "/bin/sh", ["-c", "cat \(file) | \(Place.program) review \(folder) --accessible"],
      environment: environment(changes))
  }
}
