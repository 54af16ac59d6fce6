import ReviewAnalysis
import ReviewCore
import Testing

/// The example that Documentation/Ranking.md works out by hand.
@Suite struct AssignmentExampleTests {
  private static func summit() -> Summit {
    var event = Event(name: "Example")
    event.committee = [("ana", ["lake"]), ("bo", ["lake", "ml"]), ("cem", [])].map { id, areas in
      var member = Member(
        id: Identifier(stringLiteral: id), name: id.prefix(1).uppercased() + id.dropFirst())
      member.expertise = areas.map { Identifier(stringLiteral: $0) }
      if id == "ana" { member.role = .chair }
      return member
    }
    event.rules.reviewsPerProposal = 2
    let areas: [(ProposalID, [Identifier])] = [
      ("P", ["lake"]), ("Q", ["lake", "ml"]), ("R", ["ml"]),
    ]
    return Summit(
      event: event,
      proposals: areas.map { id, areas in
        var proposal = Proposal(id: id, title: id.text)
        proposal.focusAreas = areas
        return proposal
      })
  }

  @Test func theExampleIsAsItIsWorkedOut() throws {
    let plan = try #require(AssigningFixture.plan(Self.summit(), by: "ana"))
    #expect(plan.assignments == ["ana": ["P", "Q"], "bo": ["P", "Q", "R"], "cem": ["R"]])
    #expect(plan.objective.affinity == 22)
    #expect(plan.objective.experts == 3)
    #expect(plan.objective.loadFaults == 0)
    #expect(plan.groups == 1)
  }

  @Test func whatIsShortInTheExampleIsSaidAsThere() throws {
    var summit = Self.summit()
    for member in ["ana", "cem"] as [Identifier] {
      summit.sheets[member] = ReviewSheet(reviewer: member)
      summit.sheets[member]?.reviews["Q"] = Review(.abstained)
    }
    let plan = try #require(AssigningFixture.plan(summit, by: "ana"))
    #expect(
      plan.explanation == [
        "Q needs 2 more reviews; only Bo may give them, and at most 1: short by 1."
      ])
  }
}
