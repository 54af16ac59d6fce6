import ReviewCore
import Testing

/// The main path: digits on the keyboard, scores on the disk.
@Suite(.fewAtOnce)
struct ScoringTests {
  @Test func fourDigitsAreAReviewOnTheDisk() async throws {
    let scratch = try Scratch.withSample()
    let before = try scratch.reviews()
    let next = try await scratch.next()
    let title = try scratch.title(of: next)
    let terminal = try await TmuxTerminal("summit", in: scratch)
    try await terminal.waitFor(title.beginning, "24 of 71", "id \(next)")

    try await terminal.type("4354")
    try await terminal.waitFor("4 3 5 4: ", "25 of 71", "saved ✓")

    let review = try #require(try scratch.review(next))
    #expect(review.status == "scored")
    #expect(
      review.scores == ["relevance": "4", "content": "3", "novelty": "5", "clarity": "4"])
    let read = try scratch.proposal(next)
    let digest = ContentDigest(
      title: title, abstract: read["abstract"]?.string, notes: read["notes"]?.string)
    #expect(review["digest"]?.string == digest.text)
    #expect(try scratch.reviews().removing([next]) == before.removing([next]))
    try scratch.expectFormatted(scratch.sheetPath(of: "ines"))

    let after = try await scratch.next()
    #expect(after != next)
    try await terminal.waitFor("id \(after)", try scratch.title(of: after).beginning)
  }

  @Test func undoTakesTheWholeReviewBackAndRedoBringsIt() async throws {
    let scratch = try Scratch.withSample()
    let before = try scratch.reviews()
    let next = try await scratch.next()
    let terminal = try await TmuxTerminal("summit", in: scratch)
    try await terminal.waitFor("id \(next)")
    try await terminal.type("4354")
    try await terminal.waitFor("25 of 71", "saved ✓")

    try await terminal.type("u")
    try await terminal.waitFor("Undone (the scores)", "24 of 71", "id \(next)", "saved ✓")
    try await wait(for: "the review to be cleared") {
      try scratch.review(next)?.status == "cleared"
    }
    #expect(try scratch.review(next)?.scores == [:])
    #expect(try scratch.reviews().removing([next]) == before.removing([next]))
    #expect(try await scratch.next() == next)

    try await terminal.press("C-r")
    try await terminal.waitFor("Done again (the scores)", "25 of 71", "saved ✓")
    try await wait(for: "the review to be back") {
      try scratch.review(next)?.status == "scored"
    }
    #expect(try scratch.review(next)?.scores.count == 4)
    try await terminal.type("q")
    try await terminal.waitForEnd()
  }

  @Test func aPersonLeavesWithTheLastDigitSaved() async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let terminal = try RawTerminal(["summit"], in: scratch)
    try await terminal.waitFor("id \(next)")
    terminal.type("43q")
    #expect(try await terminal.waitForEnd() == 0)
    #expect(try scratch.review(next)?.status == "draft")
    #expect(try scratch.review(next)?.scores == ["relevance": "4", "content": "3"])
  }
}
