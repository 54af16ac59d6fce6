import ReviewCore
import Testing

@testable import ReviewAnalysis

@Suite struct LeftOutTests {
  /// Six proposals in two areas, of which at most `lake` of the first go in.
  private static func proposal(
    _ scores: [Double], lake: Int?, slots: Int = 3, decline: ProposalID? = nil
  ) throws -> ShortlistProposal {
    var event = Event(name: "x")
    event.committee = [Member(id: "ada", name: "Ada", role: .chair)]
    event.focusAreas = [
      FocusArea(id: "lake", name: "Lakehouses"), FocusArea(id: "agent", name: "Agents"),
    ]
    event.focusAreas[0].slots = SlotLimits(minimum: nil, maximum: lake)
    let proposals = scores.indices.map { number in
      var proposal = Proposal(id: ProposalID("\(number)")!, title: "Talk \(number)")
      proposal.focusAreas = [number < 3 ? "lake" : "agent"]
      return proposal
    }
    var summit = Summit(event: event, proposals: proposals)
    summit.sheets["ada"] = ReviewSheet(reviewer: "ada")
    for (number, score) in scores.enumerated() {
      var review = Review(.scored)
      review.overall = score
      summit.sheets["ada"]?.reviews[ProposalID("\(number)")!] = review
    }
    if let decline { summit.decisions[decline] = [Decision(.decline, at: nil, chair: "ada")] }
    let seen = summit.seen(by: "ada", at: Timestamp(milliseconds: 0))
    let problem = try #require(
      ShortlistProblem(of: seen, ranking: Ranking(of: seen, by: .mean), slots: slots))
    return try #require(ShortlistProposal(for: problem))
  }

  @Test func whatARuleHoldsOutNamesTheRule() throws {
    let proposal = try Self.proposal([5, 4.8, 4.6, 3, 2, 1], lake: 2)
    #expect(proposal.selected.map(\.text) == ["0", "1", "3"])
    let left = try #require(proposal.leftOut.first)
    #expect(proposal.leftOut.count == 1)
    #expect(left.id == "2")
    #expect(left.share == nil)
    #expect(proposal.reason(of: left) == "area Lakehouses max 2")
  }

  @Test func withoutSuchARuleNothingIsLeftOut() throws {
    #expect(try Self.proposal([5, 4.8, 4.6, 3, 2, 1], lake: 3).leftOut.isEmpty)
    #expect(try Self.proposal([5, 4.8, 4.6, 3, 2, 1], lake: nil).leftOut.isEmpty)
  }

  @Test func whatWasDeclinedIsNotLeftOut() throws {
    let proposal = try Self.proposal([5, 4.8, 4.6, 3, 2, 1], lake: 1, decline: "1")
    #expect(proposal.selected.map(\.text) == ["0", "3", "4"])
    #expect(proposal.leftOut.map(\.id) == ["2"])
  }

  @Test func aFullRuleThatCostsNothingIsNamed() throws {
    let proposal = try Self.proposal([5, 4.8, 1, 3, 2, 1], lake: 2)
    #expect(proposal.freeRules == ["area Lakehouses"])
    #expect(try Self.proposal([5, 4.8, 4.6, 3, 2, 1], lake: 2).freeRules.isEmpty)
  }

  @Test func aPrintedScoreIsRoundedOnce() throws {
    // Both are 4.335 in thousandths.
    let proposal = try Self.proposal([4.3349, 4.3351, 3, 2, 1, 1], lake: nil)
    #expect(proposal.problem.score(of: "0") == 4335)
    #expect(proposal.problem.exactScore(of: "0")?.formatted(decimals: 2) == "4.33")
    #expect(proposal.problem.exactScore(of: "1")?.formatted(decimals: 2) == "4.34")
  }
}
