import ReviewCore
import Testing

/// What a reviewer says, as the interface and the commands both do it.
struct ReviewEditTests {
  static let now = Timestamp(milliseconds: 1000)

  static let event: Event = {
    var event = Event(name: "Summit")
    event.rubric = Rubric(
      scale: .oneToFive, criteria: [Criterion(id: "a", name: "A"), Criterion(id: "b", name: "B")])
    event.rounds = [Round(id: "early", name: "Early"), Round(id: "main", name: "Main")]
    return event
  }()

  static let proposal = Proposal(id: "1", title: "Title")

  private func applied(_ edit: ReviewEdit, to review: Review? = nil, at now: Timestamp = now)
    -> Review
  {
    edit.applied(to: review, of: Self.proposal, in: Self.event, at: now)
  }

  @Test func aReviewIsADraftUntilEveryRequiredCriterionHasAScore() {
    let draft = applied(.score(["a": 4]))
    #expect(draft.status == .draft)
    let scored = applied(.score(["b": 2]), to: draft)
    #expect(scored.status == .scored)
    #expect(scored.composite(by: Self.event.rubric) == 3)
    #expect(scored.digest == Self.proposal.digest)
    #expect(scored.round == "main")
  }

  @Test func anOverallScoreAloneFinishes() {
    let review = applied(.score([:], overall: 3))
    #expect(review.status == .scored)
    #expect(review.composite(by: Self.event.rubric) == 3)
  }

  @Test func aSaveIsNeverOlderThanWhatItReplaces() {
    var old = Review(.draft)
    old.at = Timestamp(milliseconds: 5000)
    #expect(applied(.score(["a": 1]), to: old).at == Timestamp(milliseconds: 5001))
  }

  @Test(arguments: [
    (ReviewEdit.abstain(reason: "x"), Review.Status.abstained),
    (.conflict(reason: "x"), .conflict), (.clear, .cleared),
  ])
  func scoresLeaveWithAnotherJudgement(edit: ReviewEdit, status: Review.Status) {
    let scored = applied(.score(["a": 4, "b": 4], overall: 4, confidence: 3))
    let review = applied(edit, to: scored)
    #expect(review.status == status)
    #expect(review.scores.isEmpty)
    #expect(review.overall == nil)
    #expect(review.confidence == nil)
  }

  @Test func aSkipKeepsTheScoresForLater() {
    let draft = applied(.score(["a": 4]))
    let skipped = applied(.skip(reason: nil), to: draft)
    #expect(skipped.status == .skipped)
    #expect(skipped.scores["a"] == 4)
  }

  @Test func aCommentTouchesNothingButItself() {
    let scored = applied(.score(["a": 4, "b": 4]))
    let commented = applied(.comment("Good"), to: scored, at: Timestamp(milliseconds: 9000))
    #expect(commented.at == scored.at)
    #expect(commented.comment == "Good")
    #expect(commented.commentAt == Timestamp(milliseconds: 9000))
    let alone = applied(.comment("Good"))
    #expect(alone.status == .draft)
    #expect(alone.at == nil)
  }

  private func own(_ status: Review.Status?, speakerEmail: String = "s@example.org")
    -> SeenProposal?
  {
    var event = Self.event
    var member = Member(id: "ada", name: "Ada")
    member.email = "Ada@example.org"
    event.committee = [member]
    var speaker = Speaker(id: "s", name: "S", proposals: ["1"])
    speaker.email = speakerEmail
    var summit = Summit(event: event, proposals: [Self.proposal], speakers: [speaker])
    if let status {
      var sheet = ReviewSheet(reviewer: "ada")
      sheet.reviews["1"] = Review(status)
      summit.sheets["ada"] = sheet
    }
    return summit.seen(by: "ada", at: Self.now).proposal("1")
  }

  static let judgements: [ReviewEdit] = [
    .score(["a": 1]), .abstain(reason: "x"), .skip(reason: nil),
  ]

  @Test(arguments: judgements)
  func aDeclaredConflictIsOnlyTakenBackByClearing(edit: ReviewEdit) throws {
    let seen = try #require(own(.conflict))
    #expect(edit.refusal(for: seen) != nil)
    #expect(ReviewEdit.clear.refusal(for: seen) == nil)
    #expect(ReviewEdit.comment("x").refusal(for: seen) == nil)
  }

  @Test(arguments: judgements + [.clear])
  func aTalkOfOnesOwnCannotBeJudged(edit: ReviewEdit) throws {
    let seen = try #require(own(nil, speakerEmail: "ada@example.org"))
    #expect(edit.refusal(for: seen) != nil)
    #expect(ReviewEdit.conflict(reason: "mine").refusal(for: seen) == nil)
  }

  @Test(arguments: judgements)
  func everythingElseCanBeJudged(edit: ReviewEdit) throws {
    for status: Review.Status? in [nil, .draft, .scored, .abstained, .skipped, .cleared] {
      #expect(edit.refusal(for: try #require(own(status))) == nil)
    }
  }

  @Test func undoWritesWhatStoodThereWithANewTime() {
    let scored = applied(.score(["a": 4, "b": 4]))
    let undone = scored.undone(to: nil, at: Self.now)
    #expect(undone.status == .cleared)
    #expect(undone.at == Timestamp(milliseconds: 1001))
  }

  @Test func undoingACommentLeavesTheJudgementItsTime() {
    let scored = applied(.score(["a": 4, "b": 4]))
    let commented = applied(.comment("Good"), to: scored)
    let undone = commented.undone(to: scored, at: Timestamp(milliseconds: 7000))
    #expect(undone.at == scored.at)
    #expect(undone.comment == "")
    #expect(undone.commentAt == Timestamp(milliseconds: 7000))
  }
}
