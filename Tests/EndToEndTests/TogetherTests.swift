import ReviewCore
import Testing

/// One reviewer in two terminals, and a script beside them.
@Suite(.fewAtOnce)
struct TogetherTests {
  @Test func nothingIsLostBetweenTwoTerminalsAndAScript() async throws {
    let scratch = try Scratch.withSample()
    let before = try scratch.reviews()
    let unread = try await scratch.unread()
    let listed = try await scratch.lectern("list", "summit", "--format", "json").json.array ?? []
    let last = try #require(listed.last?.object?["id"]?.string)
    let one = try RawTerminal(["summit"], in: scratch)
    let other = try RawTerminal(["summit"], in: scratch)
    try await one.waitFor("24 of 71")
    try await other.waitFor("24 of 71")
    // The other begins at the end of the list, the script in the middle.
    other.type("G")
    try await other.waitFor("the end of the list") { $0.contains("id \(last)") }

    for id in unread[20..<24] {
      one.type("4354")
      other.type("2222\u{1b}[A")
      let scored = try await scratch.lectern(
        "score", id, "relevance=1", "content=1", "novelty=1", "clarity=1", "-C", "summit")
      #expect(scored.code == 0, "\(scored)")
    }
    try await one.waitFor("saved ✓")
    try await other.waitFor("saved ✓")
    one.type("q")
    other.type("q")
    #expect(try await one.waitForEnd() == 0)
    #expect(try await other.waitForEnd() == 0)

    let after = try scratch.reviews()
    for id in unread.prefix(4) {
      #expect(after[id]?.object?.scores.values.sorted() == ["3", "4", "4", "5"], "\(id)")
    }
    for id in unread[20..<24] {
      #expect(after[id]?.object?.scores.values.sorted() == ["1", "1", "1", "1"], "\(id)")
    }
    let ofTheOther = after.members.filter {
      $0.value.object?.scores.values.sorted() == ["2", "2", "2", "2"]
    }
    #expect(!ofTheOther.isEmpty)
    for (id, review) in before.members where review.object?.status == "abstained" {
      #expect(after[id] == review)
    }
    #expect(try await scratch.lectern("check", "summit").code == 0)
  }

  @Test func whatAScriptSaysAppearsInBothTerminals() async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let one = try await TmuxTerminal("summit", in: scratch)
    let other = try await TmuxTerminal("summit", in: scratch, columns: 100, rows: 30)
    try await one.waitFor("24 of 71", "id \(next)")
    // Where the line that ends with the id is too long, it goes on below.
    try await other.waitFor("24 of 71", next)
    try await scratch.lectern(
      "score", next, "relevance=5", "content=5", "novelty=5", "clarity=2", "--comment",
      "by script", "-C", "summit")
    try await one.waitFor("25 of 71", "scored", "\"by script\"")
    try await other.waitFor("25 of 71", "scored")

    // An undo in the one does not take back what came from elsewhere.
    try await one.type("u")
    try await one.waitFor("There is nothing to undo")
  }

  @Test func anUndoDoesNotTakeBackWhatChangedElsewhere() async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let terminal = try RawTerminal(["summit"], in: scratch)
    try await terminal.waitFor("id \(next)")
    terminal.type("4354")
    try await terminal.waitFor("saved ✓")
    try await scratch.lectern("score", next, "relevance=1", "-C", "summit")
    // Back to it: its first score is the script's.
    let title = try scratch.title(of: next).prefix(8)
    try await terminal.waitFor("the score of the script") { screen in
      screen.lines.contains { $0.contains(title) && $0.contains(" 2.8") }
    }
    terminal.type("u")
    try await terminal.waitFor("changed elsewhere since")
    #expect(try scratch.review(next)?.scores["relevance"] == "1")
  }
}
