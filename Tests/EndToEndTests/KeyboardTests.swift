import ReviewCore
import Testing

/// What else the keys do: the screen and the file agree.
@Suite(.fewAtOnce)
struct KeyboardTests {
  @Test func aFilterByQueryShowsWhatTheListOfTheCommandShows() async throws {
    let scratch = try Scratch.withSample()
    let query = "is:unscored area:lakehouse"
    let listed = try await scratch.lectern("list", "summit", "--filter", query, "--format", "json")
    let json = try listed.json
    let count = try #require(json.array?.count)
    let terminal = try await TmuxTerminal("summit", in: scratch)
    try await terminal.waitFor("72 proposals")
    try await terminal.type("f\(query)")
    try await terminal.waitFor("is:unscored area:lakehouse")
    try await terminal.press("Enter")
    // The line of the filter hides the areas: it is gone once they are seen.
    try await terminal.waitFor("unscored", "\(count) of 72", "Focus areas")
    try await terminal.press("Escape")
    try await terminal.waitFor("72 proposals", "Focus areas")

    try await terminal.type("farea:lakehuose")
    try await terminal.press("Enter")
    try await terminal.waitFor("column 6", "lakehouse")
    try await terminal.press("Escape")
  }

  @Test func theFocusAreasComeOneAfterTheOther() async throws {
    let scratch = try Scratch.withSample()
    let terminal = try await TmuxTerminal("summit", in: scratch)
    try await terminal.waitFor("72 proposals")
    try await terminal.type(">")
    try await terminal.waitFor("─ ◆ ML Integration · 19 of 72")
    try await terminal.type(">")
    try await terminal.waitFor("─ ◆ Agentic · ")
    try await terminal.type("<<")
    try await terminal.waitFor("72 proposals")
  }

  @Test func theHelpLiesOverTheScreenAndGoes() async throws {
    let scratch = try Scratch.withSample()
    let before = try scratch.sheetBytes()
    let next = try await scratch.next()
    let terminal = try await TmuxTerminal("summit", in: scratch)
    try await terminal.waitFor("id \(next)")
    try await terminal.type("?")
    try await terminal.waitFor("Keys: ", "Score the current criterion", "more ▼")
    try await terminal.type("4354")
    try await terminal.press("F5", "End")
    try await terminal.waitFor("the end of the help") { !$0.contains("more ▼ ─┘") }
    try await terminal.press("Escape")
    // What is under the help may be seen beside it.
    try await terminal.waitFor("the help to be gone") { !$0.contains("Keys: ") }
    try await terminal.waitFor("id \(next)", "24 of 71")
    #expect(try scratch.sheetBytes() == before)
  }

  @Test func anAbstentionNeedsItsReason() async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let terminal = try await TmuxTerminal("summit", in: scratch)
    try await terminal.waitFor("id \(next)")
    try await terminal.type("a")
    try await terminal.waitFor("Never counted as a score")
    try await terminal.press("Enter")
    try await terminal.waitFor("A word or two on why, please")
    try await terminal.type("not my field: 4354")
    try await terminal.press("Enter")
    try await terminal.waitFor("Abstained: ", "25 of 71", "saved ✓")
    let review = try #require(try scratch.review(next))
    #expect(review.status == "abstained")
    #expect(review["reason"]?.string == "not my field: 4354")
    #expect(review["scores"] == nil)
  }

  @Test(arguments: [("c", "conflict", "my colleague"), ("s", "skipped", "")])
  func aConflictAndASkipAreSaved(key: String, status: String, reason: String) async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let terminal = try RawTerminal(["summit"], in: scratch)
    try await terminal.waitFor("id \(next)")
    terminal.type("\(key)\(reason)\r")
    try await terminal.waitFor("saved ✓")
    let review = try #require(try scratch.review(next))
    #expect(review.status == status)
    #expect(review["reason"]?.string ?? "" == reason)
    #expect(try await scratch.next() != next)
  }

  @Test func aCommentKeepsItsLettersOnTheScreenAndOnTheDisk() async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let comment = "Überzeugend: 数据湖, naïve, 5 из 5 👍"
    let terminal = try RawTerminal(["summit"], in: scratch)
    try await terminal.waitFor("id \(next)")
    terminal.type("t")
    try await terminal.waitFor("Seen by the committee")
    // A letter of several bytes may come in pieces.
    for byte in comment.utf8 {
      terminal.type(bytes: [byte])
      terminal.takeOutput()
    }
    try await terminal.waitFor(comment)
    terminal.type("\r")
    try await terminal.waitFor("Comment saved")
    try await terminal.waitFor("\"\(comment.prefix(20))")
    try await terminal.waitFor("saved ✓")
    let review = try #require(try scratch.review(next))
    #expect(review["comment"]?.string == comment)
    #expect(review.status == "draft")
    let bytes = try #require(try scratch.sheetBytes())
    #expect(bytes.has(Array(comment.utf8)))
  }

  @Test func theTextScrollsAndTheListMoves() async throws {
    let scratch = try Scratch.withSample()
    let terminal = try await TmuxTerminal("summit", in: scratch, columns: 80, rows: 24)
    let next = try await scratch.next()
    try await terminal.waitFor("id \(next)", "more ▼")
    try await terminal.press("Space", "Space", "Space", "Space", "Space")
    try await terminal.waitFor("the end of the text") { !$0.contains("more ▼") }
    try await terminal.press("Escape")
    try await terminal.waitFor("Focus areas")
    try await terminal.press("Down", "Down", "Enter")
    let third = try await scratch.unread()[2]
    try await terminal.waitFor("id \(third)")
  }
}
