import Glibc
import ReviewCore
import Testing

/// A clipboard full of keys, pasted where somebody happens to be (case 8).
@Suite(.fewAtOnce)
struct PasteTests {
  @Test(arguments: Situation.allCases)
  func aPasteOfKeysDoesNothingOfWhatTheKeysDo(situation: Situation) async throws {
    let scratch = try Scratch.withSample()
    let before = try scratch.allReviews()
    let terminal = try await RawTerminal.started(in: situation, scratch)
    terminal.type("\u{1b}[200~5q1dd\n\u{1b}[201~")
    // The screen that is drawn anew has seen the paste.
    let drawn = terminal.output.count
    terminal.type("\u{c}")
    try await terminal.waitFor("the screen to be drawn anew") { _ in
      terminal.output.count > drawn && terminal.isRunning
    }
    try await terminal.waitFor("the situation as it was") { screen in
      situation.isShown(on: screen) || screen.contains("5q1dd")
    }
    terminal.send(SIGTERM)
    _ = try await terminal.waitForEnd()
    #expect(try scratch.allReviews() == before)
  }

  @Test(arguments: [Situation.note, .reason, .filter, .palette, .help])
  func whereATextIsTypedItIsInserted(situation: Situation) async throws {
    let scratch = try Scratch.withSample()
    let terminal = try await RawTerminal.started(in: situation, scratch)
    terminal.type("\u{1b}[200~5q1dd\n\u{1b}[201~")
    try await terminal.waitFor("5q1dd")
    terminal.send(SIGTERM)
    _ = try await terminal.waitForEnd()
  }

  @Test func aPasteThatNeverEndsScoresNothing() async throws {
    let scratch = try Scratch.withSample()
    let before = try scratch.allReviews()
    let terminal = try await RawTerminal.started(in: .split, scratch)
    terminal.type("\u{1b}[200~5555\n1111\n")
    terminal.type(String(repeating: "5", count: 100_000))
    terminal.hangUp()
    _ = try await terminal.waitForEnd()
    #expect(try scratch.allReviews() == before)
  }
}
