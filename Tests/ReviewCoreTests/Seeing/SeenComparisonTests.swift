import ReviewCore
import Testing

@Suite struct SeenComparisonTests {
  private static let pair = ProposalPair("1", "2")

  /// Two proposals that cy compared; ada is a chair; bo reviews them as told.
  private static func summit(
    _ rule: Rules.ReviewVisibility = .afterMine, bo statuses: [Review.Status?] = [nil, nil],
    cy outcome: Comparison.Outcome = .first
  ) throws -> Summit {
    var event = Event(name: "x")
    event.committee = [
      Member(id: "ada", name: "Ada", role: .chair), Member(id: "bo", name: "Bo"),
      Member(id: "cy", name: "Cy"),
    ]
    event.rules.otherReviews = rule
    var summit = Summit(
      event: event, proposals: ["1", "2"].map { Proposal(id: $0, title: "T") }, speakers: [])
    summit.sheets["bo"] = ReviewSheet(reviewer: "bo")
    for (id, status) in zip(["1", "2"] as [ProposalID], statuses) {
      summit.sheets["bo"]?.reviews[id] = status.map(review)
    }
    summit.sheets["cy"] = ReviewSheet(reviewer: "cy")
    summit.sheets["cy"]?.comparisons[try #require(pair)] = Comparison(outcome: outcome, at: 1)
    return summit
  }

  private static func review(_ status: Review.Status) -> Review {
    var review = Review(status)
    review.overall = status == .scored ? 4 : nil
    return review
  }

  private static func outcomes(_ summit: Summit, _ viewer: Identifier?) -> [Comparison.Outcome] {
    summit.seen(by: viewer, at: 0).comparisons.map(\.outcome)
  }

  @Test func anotherOnesComparisonNeedsBothProposalsOpen() throws {
    #expect(Self.outcomes(try Self.summit(), "bo") == [])
    #expect(Self.outcomes(try Self.summit(bo: [.scored, nil]), "bo") == [])
    #expect(Self.outcomes(try Self.summit(bo: [nil, .scored]), "bo") == [])
    #expect(Self.outcomes(try Self.summit(bo: [.scored, .abstained]), "bo") == [.first])
    #expect(Self.outcomes(try Self.summit(bo: [.scored, .conflict]), "bo") == [])
    #expect(Self.outcomes(try Self.summit(.never, bo: [.scored, .scored]), "bo") == [])
    #expect(Self.outcomes(try Self.summit(.always), "bo") == [.first])
    #expect(Self.outcomes(try Self.summit(.always), nil) == [.first])
    #expect(Self.outcomes(try Self.summit(), nil) == [])
    #expect(Self.outcomes(try Self.summit(), "ada") == [.first])
    #expect(Self.outcomes(try Self.summit(), "cy") == [.first])
  }

  @Test(arguments: Comparison.Outcome.allCases)
  func aSkippedPairIsNobodyElsesAffair(outcome: Comparison.Outcome) throws {
    let summit = try Self.summit(cy: outcome)
    #expect(Self.outcomes(summit, "ada") == (outcome.isJudgement ? [outcome] : []))
    #expect(Self.outcomes(summit, "cy") == (outcome == .cleared ? [] : [outcome]))
  }

  @Test func nobodysComparisonOfTheirOwnTalkCounts() throws {
    let before = try Self.summit()
    var event = before.event
    event.committee[2].email = "Cy@Example.org"
    var speaker = Speaker(id: "s", name: "Cy", proposals: ["2"])
    speaker.email = "cy@example.org"
    var summit = Summit(event: event, proposals: before.proposals, speakers: [speaker])
    summit.sheets = before.sheets
    #expect(Self.outcomes(summit, "ada") == [])
    // To whom the speakers are hidden nothing changes with them.
    summit.event.rules.otherReviews = .always
    #expect(Self.outcomes(summit, "bo") == [])
    summit.event.rules.speakers = .hidden
    #expect(Self.outcomes(summit, "bo") == [.first])
  }

  @Test func aConflictOfWhoeverComparesClosesTheirComparison() throws {
    for id in ["1", "2"] as [ProposalID] {
      var summit = try Self.summit()
      summit.sheets["cy"]?.reviews[id] = Review(.conflict)
      #expect(Self.outcomes(summit, "cy") == [])
      #expect(Self.outcomes(summit, "ada") == [])
    }
  }

  @Test func aWithdrawnProposalTakesItsComparisonsAlong() throws {
    let full = try Self.summit()
    var proposals = full.proposals
    proposals[1].isWithdrawn = true
    var summit = Summit(event: full.event, proposals: proposals, speakers: [])
    summit.sheets = full.sheets
    #expect(Self.outcomes(summit, "ada") == [])
    #expect(Self.outcomes(summit, "cy") == [])
  }

  @Test func whoMayNotCompareIsToldWhy() throws {
    let pair = try #require(Self.pair)
    var summit = try Self.summit(bo: [nil, .conflict])
    #expect(summit.seen(by: "ada", at: 0).refusal(ofComparing: pair) == nil)
    #expect(summit.seen(by: nil, at: 0).refusal(ofComparing: pair) != nil)
    #expect(
      summit.seen(by: "bo", at: 0).refusal(ofComparing: pair)
        == "you have a conflict of interest with \"2\"")
    let gone = try #require(ProposalPair("1", "9"))
    #expect(
      summit.seen(by: "ada", at: 0).refusal(ofComparing: gone) == "there is no proposal \"9\"")
    var proposals = summit.proposals
    proposals[0].isWithdrawn = true
    summit = Summit(event: summit.event, proposals: proposals, speakers: [])
    #expect(
      summit.seen(by: "ada", at: 0).refusal(ofComparing: pair) == "\"1\" is withdrawn")
  }

  @Test func comparisonsStandByTheirPair() throws {
    var summit = try Self.summit(.always)
    summit.sheets["ada"] = ReviewSheet(reviewer: "ada")
    let proposals = (1...12).map { Proposal(id: ProposalID(stringLiteral: "\($0)"), title: "T") }
    let more = Summit(event: summit.event, proposals: proposals, speakers: [])
    summit.sheets["ada"]?.comparisons = [
      try #require(ProposalPair("10", "2")): Comparison(outcome: .tied, at: 1),
      try #require(ProposalPair("1", "2")): Comparison(outcome: .second, at: 1),
      try #require(ProposalPair("1", "10")): Comparison(outcome: .first, at: 1),
    ]
    var full = more
    full.sheets = summit.sheets
    let seen = full.seen(by: "ada", at: 0).comparisons
    #expect(seen.map(\.pair.first.text) == ["1", "1", "1", "10"])
    #expect(seen.map(\.pair.second.text) == ["2", "2", "10", "2"])
    #expect(seen.map(\.reviewer.text) == ["ada", "cy", "ada", "ada"])
  }
}
