import ReviewCore
import Testing

@Suite struct RescueStandingTests {
  private let writer = Identifier("ines")
  private let id = ProposalID("p1")
  private let now = Timestamp(milliseconds: 10_000)

  private func time(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds) }

  private func review(_ score: Double, at: Int64, comment: String? = nil) -> Review {
    var review = Review(.scored)
    review.scores[Identifier("content")] = score
    review.at = time(at)
    (review.comment, review.commentAt) = (comment, comment.map { _ in time(at) })
    return review
  }

  private func taken(_ sayings: RescuedSaying..., over review: Review? = nil) -> RescueStanding {
    var standing = RescueStanding(of: writer)
    standing.reviews[id] = review
    for saying in sayings { standing.take(saying, at: now) }
    return standing
  }

  @Test func whatStandsNowhereComesBackWithItsTime() {
    let lost = review(4, at: 1, comment: "Strong")
    #expect(taken(.review(id, lost)).reviews[id] == lost)
  }

  @Test func aNewerJudgementStays() {
    let (old, new) = (review(4, at: 1), review(2, at: 2))
    #expect(taken(.review(id, old), over: new).reviews[id] == new)
    #expect(taken(.review(id, new), over: old).reviews[id] == new)
    var standing = RescueStanding(of: writer)
    standing.reviews[id] = new
    #expect(standing.holds(.review(id, old), at: now))
  }

  @Test func theTextOfAnOlderReviewComesUnderTheOneThatStands() {
    let (old, new) = (review(4, at: 1, comment: "First"), review(2, at: 2, comment: "Second"))
    let both = taken(.review(id, old), over: new).reviews[id]
    #expect(both?.scores == new.scores)
    #expect(both?.comment == "Second\n\nFirst")
    #expect(both?.commentAt == now)
  }

  @Test(arguments: ["comment", "feedback"])
  func aTextThatLostIsSaidAnewAndOnceOnly(kind: String) {
    let lost = LostText(about: "p1", kind: kind, text: "Mine", at: nil)
    let once = taken(.lost(lost))
    let twice = taken(.lost(lost), .lost(lost))
    #expect(once == twice)
    let review = once.reviews[id]
    #expect((kind == "comment" ? review?.comment : review?.feedback) == "Mine")
    #expect((kind == "comment" ? review?.commentAt : review?.feedbackAt) == now)
    #expect(once.holds(.lost(lost), at: now))
  }

  @Test func aTextIsLaterThanTheOneThatItJoinsWhateverTheClockSays() {
    let standing = review(4, at: 90_000, comment: "Theirs")
    let lost = LostText(about: "p1", kind: "comment", text: "Mine", at: nil)
    #expect(taken(.lost(lost), over: standing).reviews[id]?.commentAt == time(90_001))
  }

  @Test func aReasonJoinsTheOneThatStandsAndNoScore() {
    let lost = LostText(about: "p1", kind: "reason", text: "a friend", at: nil)
    var abstained = Review(.abstained)
    (abstained.reason, abstained.at) = ("not my field", time(1))
    #expect(taken(.lost(lost), over: abstained).reviews[id]?.reason == "not my field; a friend")
    let scored = review(4, at: 1)
    #expect(taken(.lost(lost), over: scored).reviews[id] == scored)
  }

  @Test func aDecisionStandsByTheRuleOfDecisions() {
    let early = Decision(.accept, at: time(1), chair: writer)
    let late = Decision(.decline, at: time(2), chair: Identifier("ada"))
    var standing = RescueStanding(of: writer)
    standing.take(.decision(id, early), at: now)
    #expect(standing.decisions[id] == early)
    standing.take(.decision(id, late), at: now)
    standing.take(.decision(id, early), at: now)
    #expect(standing.decisions[id] == late)
  }

  @Test func aRemarkThatWasReplacedStandsBesideItsSuccessor() {
    var standing = RescueStanding(of: writer)
    standing.remarks["d-1"] = Remark(proposal: id, text: "Now", at: time(1))
    standing.take(.lost(LostText(about: "d-1", kind: "remark", text: "Then", at: nil)), at: now)
    #expect(standing.remarks["d-1"]?.text == "Now\n\nThen")
    #expect(standing.remarks["d-1"]?.at == now)
  }

  @Test func notesAndDraftsAreJoined() {
    var standing = RescueStanding(of: writer)
    standing.notes[id] = "One"
    standing.take(.note(id, "Two"), at: now)
    standing.take(.note(id, "One"), at: now)
    standing.take(.draft(id, kind: "committee", text: "Begun"), at: now)
    #expect(standing.notes[id] == "One\n\nTwo")
    #expect(standing.drafts == [RescueStanding.DraftKey(id, "committee"): "Begun"])
  }
}
