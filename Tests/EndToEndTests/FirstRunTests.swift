import ReviewCore
import Testing

/// The first start of a person whom nothing names.
@Suite(.fewAtOnce)
struct FirstRunTests {
  private let nobody: [String: String?] = ["LECTERN_REVIEWER": nil]

  @Test func thePersonIsAskedOnceWhoTheyAre() async throws {
    let scratch = try Scratch.withSample()
    let first = try await TmuxTerminal("summit", in: scratch, environment: nobody)
    try await first.waitFor("Who are you?", "Ada Thorvaldsen", "Inés Figueroa")
    try await first.press("Down", "Down", "Enter")
    try await first.waitFor("You are Inés Figueroa", "24 of 71")
    try await first.type("q")
    try await first.waitForEnd()

    let second = try await TmuxTerminal("summit", in: scratch, environment: nobody)
    try await second.waitFor("Inés", "24 of 71", "id \(try await scratch.next())")
    #expect(!(try await second.screen()).contains("Who are you?"))
    // Scripts are not taken in by what the interface remembers for itself.
    #expect(try await scratch.lectern("next", "summit", environment: nobody).code == 2)
  }

  @Test func somebodyNewIsIntroducedInThreeHintsAndOnlyOnce() async throws {
    let scratch = try Scratch.withSample()
    Files.remove(scratch.settings)
    let terminal = try await TmuxTerminal("summit", in: scratch)
    try await terminal.waitFor("1 of 3", "1-5", "Esc goes on")
    try await terminal.type("4354")
    try await terminal.waitFor("25 of 71", "saved ✓")
    try await terminal.type("?")
    try await terminal.waitFor("Type to find a key")
    try await terminal.press("Escape")
    try await terminal.waitFor("1-5 score")
    try await terminal.type("q")
    try await terminal.waitForEnd()

    let again = try await TmuxTerminal("summit", in: scratch)
    try await again.waitFor("72 proposals", "1-5 score")
    #expect(!(try await again.screen()).contains("of 3 "))
  }

  @Test func whoOnlyLooksScoresNothing() async throws {
    let scratch = try Scratch.withSample()
    let terminal = try await TmuxTerminal("summit", in: scratch, environment: nobody)
    try await terminal.waitFor("Who are you?")
    try await terminal.press("Escape")
    try await terminal.waitFor("nobody", "1-5 score")
    let before = try scratch.allReviews()
    try await terminal.type("4")
    try await terminal.waitFor("Who are you?")
    try await terminal.press("C-c")
    try await terminal.waitForEnd()
    #expect(try scratch.allReviews() == before)
  }

  @Test func gitKnowsWhoThePersonIs() async throws {
    let scratch = try Scratch.withSample()
    let settings = "\(scratch.path)/home/.gitconfig"
    try Files.write("[user]\n  email = Lena@Example.org\n".utf8, to: settings)
    let terminal = try await TmuxTerminal(
      "summit", in: scratch,
      environment: ["LECTERN_REVIEWER": nil, "GIT_CONFIG_GLOBAL": .some(settings)])
    try await terminal.waitFor("Lena ", " of 71")
  }

  @Test func aNameThatIsNotOnTheCommitteeIsRefused() async throws {
    let scratch = try Scratch.withSample()
    let terminal = try RawTerminal(["summit", "--as", "inez"], in: scratch)
    #expect(try await terminal.waitForEnd() == 2)
    #expect(terminal.text.contains("\"inez\" is not on the committee"))
    #expect(!terminal.screen.isAlternate)
  }
}
