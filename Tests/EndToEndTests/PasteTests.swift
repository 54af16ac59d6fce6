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
    if [.note, .reason, .filter, .picker, .palette, .help].contains(situation) {
      // Where a text is typed, it is part of the text.
      try await terminal.waitFor("5q1dd")
    } else if situation != .rubric {
      // (A page as high as the screen hides messages.)
      try await terminal.waitFor("Pasted text was dropped")
    }
    try await terminal.waitFor("the situation as it was", situation.isShown)
    terminal.send(SIGTERM)
    _ = try await terminal.waitForEnd()
    #expect(try scratch.allReviews() == before)
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
