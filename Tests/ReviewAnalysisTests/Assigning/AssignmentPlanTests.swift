import ReviewAnalysis
import ReviewCore
import Testing

@Suite struct AssignmentPlanTests {
  private typealias Fixture = AssigningFixture

  @Test func everyProposalGetsItsReviewersAndAnExpertAndLoadsAreEven() throws {
    let plan = try #require(Fixture.plan(Fixture.summit()))
    #expect(plan.isFeasible)
    #expect(plan.perProposal == 2)
    for (place, id) in Fixture.ids.enumerated() {
      let readers = Fixture.readers(id, plan)
      #expect(readers.count == 2)
      #expect(readers.contains(place < 4 ? "bo" : "cy"))
    }
    #expect(plan.assignments.values.allSatisfy { (3...5).contains($0.count) })
    #expect(plan.objective.experts == 8)
    #expect(plan.groups == 1)
    #expect(plan.explanation.isEmpty)
  }

  @Test func withoutARuleAProposalGetsThreeAndAnOptionGoesBeforeTheRule() throws {
    let summit = Fixture.summit(perProposal: nil)
    #expect(Fixture.plan(summit)?.perProposal == 3)
    #expect(Fixture.plan(summit) { $0.perProposal = 1 }?.objective.missing == 0)
    let one = try #require(Fixture.plan(Fixture.summit()) { $0.perProposal = 1 })
    #expect(one.assignments.values.reduce(0) { $0 + $1.count } == 8)
  }

  @Test func whatIsBegunIsKeptAndConflictsAreForbidden() throws {
    var summit = Fixture.summit()
    summit.sheets["di"]?.reviews["1"] = Review(.scored)
    summit.sheets["cy"]?.reviews["1"] = Review(.draft)
    summit.sheets["bo"]?.reviews["2"] = Review(.conflict)
    summit.sheets["ada"]?.reviews["2"] = Review(.abstained)
    summit.sheets["bo"]?.reviews["3"] = Review(.skipped)
    let plan = try #require(Fixture.plan(summit))
    #expect(plan.isFeasible)
    #expect(Fixture.readers("1", plan) == ["cy", "di"])
    #expect(Fixture.readers("2", plan) == ["cy", "di"])
    #expect(Fixture.readers("3", plan).contains("bo"))
    #expect(plan.keptCounts == ["ada": 0, "bo": 0, "cy": 1, "di": 1])
    // More than are asked for stay, too.
    for member in Fixture.members { summit.sheets[member]?.reviews["8"] = Review(.scored) }
    let more = try #require(Fixture.plan(summit))
    #expect(Fixture.readers("8", more) == Fixture.members)
  }

  @Test func nobodyReadsTheirOwnTalkAndWithdrawnOnesAreLeftOut() throws {
    var summit = Fixture.summit(
      speakers: [Fixture.speaker("s", " BO@Lakes.example ", of: ["1", "2"])]
    ) { $0.committee[1].email = "bo@lakes.example" }
    let plan = try #require(Fixture.plan(summit))
    #expect(!Fixture.readers("1", plan).contains("bo"))
    #expect(!Fixture.readers("2", plan).contains("bo"))
    #expect(plan.isFeasible)
    var proposals = summit.proposals
    proposals[0].isWithdrawn = true
    let sheets = summit.sheets
    summit = Summit(event: summit.event, proposals: proposals, speakers: summit.speakers)
    summit.sheets = sheets
    summit.assignments = ["cy": ["1"]]
    let fewer = try #require(Fixture.plan(summit))
    #expect(fewer.proposals.count == 7)
    #expect(Fixture.readers("1", fewer).isEmpty)
  }

  @Test func whoWasAskedStaysAskedWhereNothingIsBetter() throws {
    var summit = Fixture.summit()
    let first = try #require(Fixture.plan(summit))
    summit.assignments = first.assignments
    #expect(Fixture.plan(summit)?.assignments == first.assignments)
    // Another order of the reviewers is kept as well as the first.
    var turned = first.assignments
    (turned["ada"], turned["di"]) = (turned["di"], turned["ada"])
    summit.assignments = turned
    #expect(Fixture.plan(summit)?.assignments == turned)
  }

  @Test func exclusionsHold() throws {
    let plan = try #require(
      Fixture.plan(Fixture.summit()) {
        $0.exclusions = [AssignmentExclusion("bo", "1"), AssignmentExclusion("ada")]
      })
    #expect(plan.isFeasible)
    #expect(!Fixture.readers("1", plan).contains("bo"))
    #expect(plan.assignments["ada"] == [])
    #expect(["bo", "cy", "di"].allSatisfy { (4...6).contains(plan.assignments[$0]?.count ?? 0) })
  }

  @Test func whatIsShortIsSaidExactly() throws {
    var summit = Fixture.summit(perProposal: 3)
    for id in ["1", "2", "3"] as [ProposalID] {
      summit.sheets["cy"]?.reviews[id] = Review(.conflict)
      summit.sheets["di"]?.reviews[id] = Review(.abstained)
    }
    let plan = try #require(Fixture.plan(summit))
    #expect(!plan.isFeasible)
    #expect(plan.short == ["1", "2", "3"])
    #expect(plan.missing == 3)
    #expect(
      plan.explanation == [
        "1, 2 and 3 need 9 more reviews; only ADA and BO may give them, and at most 6: short by 3."
      ])
    let limited = try #require(Fixture.plan(summit) { $0.maximumLoad = 2 })
    #expect(limited.assignments.values.allSatisfy { $0.count <= 2 })
    #expect(limited.missing == 24 - 8)
    #expect(
      limited.explanation.first
        == "1, 2, 3, 4, 5 and 3 more need 24 more reviews; only ADA, BO, CY and DI may give them, "
        + "and at most 8: short by 16.")
    // Each of the eight is read once.
    #expect(limited.groups == 4)
    #expect(limited.explanation.last?.contains("4 groups that have no proposal in common") == true)
  }

  @Test func aLimitThatNobodyAskedForLeavesNothingShort() throws {
    var summit = Fixture.summit()
    for id in Fixture.ids {
      for member in ["cy", "di"] as [Identifier] {
        summit.sheets[member]?.reviews[id] = Review(.abstained)
      }
    }
    let plan = try #require(Fixture.plan(summit))
    #expect(plan.isFeasible)
    #expect(plan.assignments["ada"]?.count == 8)
  }

  /// What a conflict closes to the chair: who has read it, and who else is in conflict.
  @Test func aConflictOfTheChairHidesWhoHasRead() throws {
    var summit = Fixture.summit()
    summit.sheets["ada"]?.reviews["1"] = Review(.conflict)
    let unread = try #require(Fixture.plan(summit))
    #expect(unread.closed == ["1"])
    // Who else is in conflict is not known: nobody new is given it, and it is not called short.
    #expect(Fixture.readers("1", unread).isEmpty)
    #expect(unread.isFeasible)
    #expect(
      unread.explanation == [
        "1 is not planned: a conflict of interest hides from you what was said of it. Who was asked "
          + "stays asked; another chair can plan it."
      ])
    summit.sheets["di"]?.reviews["1"] = Review(.scored)
    summit.sheets["bo"]?.reviews["1"] = Review(.conflict)
    #expect(Fixture.plan(summit) == unread)
    // What was asked for is no secret, and stays.
    summit.assignments = ["di": ["1"], "cy": ["1"], "ada": ["1"]]
    let asked = try #require(Fixture.plan(summit))
    #expect(Fixture.readers("1", asked) == ["cy", "di"])
  }

  @Test func degenerateSummitsHavePlans() throws {
    let empty = Summit(event: Event(name: "x"))
    #expect(Fixture.plan(empty, by: nil)?.isFeasible == true)
    let nobody = try #require(Fixture.plan(Fixture.summit { $0.committee = [] }, by: nil))
    #expect(nobody.short == Fixture.ids)
    #expect(nobody.missing == 16)
    #expect(
      nobody.explanation.first
        == "1, 2, 3, 4, 5 and 3 more need 16 more reviews, and nobody may give them: short by 16.")
    let alone = try #require(Fixture.plan(Fixture.summit { $0.committee = [$0.committee[0]] }))
    #expect(alone.assignments == ["ada": Fixture.ids])
    #expect(alone.missing == 8)
    for absurd in [Int.min, -1, 0, 1_000_000, .max] {
      let plan = try #require(Fixture.plan(Fixture.summit(perProposal: absurd)))
      #expect(plan.assignments["bo"]?.count == (absurd > 4 ? 8 : 0))
      #expect(Fixture.plan(Fixture.summit()) { $0.maximumLoad = absurd } != nil)
    }
    var allGone = Fixture.summit()
    for member in Fixture.members {
      for id in Fixture.ids { allGone.sheets[member]?.reviews[id] = Review(.abstained) }
    }
    #expect(Fixture.plan(allGone)?.short == Fixture.ids)
  }

  @Test(arguments: 1...10)
  func aPlanKeepsItsRules(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    for round in 0..<5 {
      let summit = Self.randomSummit(&random)
      let perProposal = 1 + random.below(4)
      let plan = try #require(
        Fixture.plan(summit) {
          $0.perProposal = perProposal
          $0.maximumLoad = random.once(in: 2) ? 1 + random.below(8) : nil
        })
      var (missing, short): (Int, [ProposalID]) = (0, [])
      for id in Fixture.ids {
        let readers = Fixture.readers(id, plan)
        for member in Fixture.members {
          switch summit.sheets[member]?.reviews[id]?.status {
          case .scored, .draft: #expect(readers.contains(member), "seed \(seed), round \(round)")
          case .conflict, .abstained:
            #expect(!readers.contains(member), "seed \(seed), round \(round)")
          default: break
          }
        }
        missing += max(0, perProposal - readers.count)
        if readers.count < perProposal { short.append(id) }
      }
      #expect(plan.missing == missing, "seed \(seed), round \(round)")
      #expect(plan.short == short, "seed \(seed), round \(round)")
      #expect(plan.shortages.reduce(0) { $0 + $1.wanted - $1.possible } == missing)
      #expect(plan.isFeasible == short.isEmpty)
    }
  }

  /// With conflicts of everybody but the chair, who then sees all.
  private static func randomSummit(_ random: inout SplitMix64) -> Summit {
    var summit = Fixture.summit()
    for member in Fixture.members {
      for id in Fixture.ids where random.once(in: 2) {
        let status = random.one(of: Review.Status.allCases)
        if member == "ada", status == .conflict { continue }
        summit.sheets[member]?.reviews[id] = Review(status)
      }
      summit.assignments[member] = Fixture.ids.filter { _ in random.once(in: 3) }
    }
    return summit
  }
}
