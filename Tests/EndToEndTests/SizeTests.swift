import ReviewCore
import Testing

/// Terminals of all sizes, and those that change theirs.
@Suite(.fewAtOnce)
struct SizeTests {
  @Test(arguments: [(120, 36), (80, 24), (60, 16)])
  func theFirstScreenShowsTheNextProposalAndDigitsScoreIt(columns: Int, rows: Int) async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let terminal = try await TmuxTerminal(
      "summit", in: scratch, columns: columns, rows: rows)
    try await terminal.waitFor(try scratch.title(of: next).beginning, "Relevance")
    try await terminal.type("2222")
    try await terminal.waitFor("2 2 2 2: ", "25 of 71", "saved ✓")
    #expect(try scratch.review(next)?.status == "scored")
    let after = try await scratch.next()
    try await terminal.waitFor(try scratch.title(of: after).beginning)
  }

  @Test(arguments: [(59, 16), (60, 15), (40, 10), (20, 5), (10, 3), (1, 1)])
  func aTerminalThatIsTooSmallSaysSoAndScoresNothing(columns: Int, rows: Int) async throws {
    let scratch = try Scratch.withSample()
    let before = try scratch.sheetBytes()
    let terminal = try RawTerminal(["summit"], in: scratch, columns: columns, rows: rows)
    try await terminal.waitFor("a word of the request") { screen in
      screen.contains("larger") || screen.lines.joined().contains("larger") || columns * rows < 60
    }
    // Ctrl-L draws anew, which shows that the digits before it were taken in.
    let drawn = terminal.output.count
    terminal.type("4354\u{c}")
    try await terminal.waitFor("the screen to be drawn anew") { _ in
      terminal.output.count > drawn
    }
    terminal.resize(columns: 120, rows: 36)
    try await terminal.waitFor("24 of 71")
    terminal.type("\u{3}")
    #expect(try await terminal.waitForEnd() == 0)
    #expect(try scratch.sheetBytes() == before)
  }

  @Test func aStormOfSizesKeepsTheSelectionAndWhatWasScored() async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let terminal = try RawTerminal(["summit"], in: scratch)
    try await terminal.waitFor("id \(next)")
    terminal.type("4")
    try await terminal.waitFor("draft, 1 of 4")
    try await storm(1, on: terminal)
    try await terminal.waitFor("draft, 1 of 4")
    terminal.type("?")
    try await terminal.waitFor("Keys: ")
    try await storm(2, on: terminal)
    try await terminal.waitFor("Keys: ")
    terminal.type("?twords")
    try await terminal.waitFor("words")
    try await storm(3, on: terminal)
    try await terminal.waitFor("words")
    terminal.type("\r")
    try await terminal.waitFor("Comment saved")
    #expect(terminal.screen.contains("id \(next)"))
    terminal.type("354")
    try await terminal.waitFor("4 3 5 4: ")
    terminal.type("\u{3}")
    #expect(try await terminal.waitForEnd() == 0)
    #expect(try scratch.review(next)?.scores.count == 4)
    #expect(try scratch.review(next)?["comment"]?.string == "words")
  }

  /// A hundred sizes one after the other, with 120x36 at the end.
  private func storm(_ seed: UInt64, on terminal: RawTerminal) async throws {
    var random = Seeded(seed)
    for _ in 0..<100 {
      let columns = Int.random(in: 1...300, using: &random)
      terminal.resize(columns: columns, rows: Int.random(in: 1...100, using: &random))
      terminal.takeOutput()
    }
    terminal.resize(columns: 120, rows: 36)
    terminal.type("\u{c}")
  }

  @Test func tmuxMakesThePaneSmallerAndLargerWhileSomebodyScores() async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let terminal = try await TmuxTerminal("summit", in: scratch)
    try await terminal.waitFor("id \(next)")
    try await terminal.type("4")
    try await terminal.waitFor("draft, 1 of 4")
    try await terminal.resize(columns: 40, rows: 10)
    try await terminal.waitFor("larger")
    try await terminal.resize(columns: 80, rows: 24)
    // On a narrow screen the list comes first.
    try await terminal.waitFor("saved ✓", try scratch.title(of: next).beginning)
    try await terminal.press("Enter")
    try await terminal.waitFor("draft, 1 of 4")
    try await terminal.type("354")
    try await terminal.waitFor("4 3 5 4: ", "25 of 71")
  }
}
