import ReviewCore
import Testing

@testable import ReviewAnalysis

@Suite struct ShortlistProposalTests {
  /// Eight proposals in two areas and two formats, with their scores; speakers and rules by `change`.
  private static func summit(
    _ scores: [Double?], viewer: Identifier = "ada", decisions: [Int: Decision.Outcome] = [:],
    withdrawn: Set<Int> = [], _ change: (inout Event, inout [Speaker]) -> Void = { _, _ in }
  ) -> SeenSummit {
    var event = Event(name: "x")
    event.committee = [
      Member(id: "ada", name: "Ada", role: .chair), Member(id: "bo", name: "Bo"),
    ]
    event.focusAreas = [
      FocusArea(id: "lake", name: "Lakehouses"), FocusArea(id: "agent", name: "Agents"),
    ]
    event.formats = [
      SessionFormat(id: "talk", name: "Talk", minutes: 25),
      SessionFormat(id: "deep", name: "Deep dive", minutes: 50),
    ]
    event.rules.otherReviews = .always
    var speakers: [Speaker] = []
    change(&event, &speakers)
    let proposals = scores.indices.map { number in
      var proposal = Proposal(id: ProposalID("\(number)")!, title: "Talk \(number)")
      proposal.focusAreas = [number % 2 == 0 ? "lake" : "agent"]
      proposal.format = number % 4 == 3 ? "deep" : "talk"
      proposal.isWithdrawn = withdrawn.contains(number)
      return proposal
    }
    var summit = Summit(event: event, proposals: proposals, speakers: speakers)
    var sheet = ReviewSheet(reviewer: "ada")
    for (number, score) in scores.enumerated() {
      guard let score else { continue }
      var review = Review(.scored)
      review.overall = score
      sheet.reviews[ProposalID("\(number)")!] = review
    }
    summit.sheets["ada"] = sheet
    for (number, outcome) in decisions {
      summit.decisions[ProposalID("\(number)")!] = [Decision(outcome, at: nil, chair: "ada")]
    }
    return summit.seen(by: viewer, at: Timestamp(milliseconds: 0))
  }

  private static func proposal(
    _ seen: SeenSummit, slots: Int? = nil, groups: [[ProposalID]] = []
  ) throws -> ShortlistProposal {
    let ranking = Ranking(of: seen, by: .mean, slots: slots)
    let problem = try #require(
      ShortlistProblem(of: seen, ranking: ranking, slots: slots, groups: groups))
    return try #require(ShortlistProposal(for: problem, calibration: Calibration(of: seen)))
  }

  private static func texts(_ ids: [ProposalID]) -> [String] { ids.map(\.text) }

  @Test func theBestFillTheSlots() throws {
    let seen = Self.summit([3, 5, nil, 4.5, 4, 2])
    let proposal = try Self.proposal(seen, slots: 3)
    #expect(Self.texts(proposal.selected) == ["1", "3", "4"])
    #expect(proposal.objective == 13_500)
    #expect(proposal.isProven)
    #expect(Self.texts(proposal.waitlist) == ["0"])
    #expect(
      proposal.problem.remarks == ["1 proposal has no score that you may see, and cannot be chosen"]
    )
  }

  @Test func decisionsStay() throws {
    let seen = Self.summit(
      [3, 5, nil, 4.5, 4, 2, 1, 4.9],
      decisions: [2: .accept, 1: .decline, 0: .waitlist, 6: .undecided], withdrawn: [7])
    let proposal = try Self.proposal(seen, slots: 3)
    #expect(Self.texts(proposal.selected) == ["3", "4", "2"])
    #expect(proposal.objective == 8_500)
    #expect(Self.texts(proposal.waitlist) == ["0"])
    #expect(proposal.changes.map(\.id.text) == ["3", "4"])
    #expect(proposal.changes.allSatisfy { $0.outcome == .accept })
    let more = try Self.proposal(seen, slots: 4)
    #expect(
      more.changes.map { "\($0.id) \($0.outcome)" } == [
        "3 accept", "4 accept", "0 accept", "5 waitlist",
      ])
  }

  @Test func everyRuleOfTheSummitIsKept() throws {
    let seen = Self.summit([5, 4.9, 4.8, 4.7, 4.6, 4.5, 4.4, 4.3]) { event, speakers in
      event.rules.slots = 4
      event.rules.minutes = 110
      event.rules.maxPerSpeaker = 1
      event.rules.maxPerOrganization = 2
      event.rules.atMostOne = [["1", "5"]]
      event.focusAreas[0].slots = SlotLimits(minimum: 1, maximum: 2)
      event.formats[1].slots = SlotLimits(minimum: 1)
      var grace = Speaker(id: "g", name: "Grace", proposals: ["0", "2"])
      grace.organization = "Acme"
      var ivan = Speaker(id: "i", name: "Ivan", proposals: ["2", "4", "3"])
      ivan.organization = " ACME "
      speakers = [grace, ivan]
    }
    let proposal = try Self.proposal(seen)
    // 3 is the best deep dive and takes 50 minutes and Ivan; 0 and 1 are 25 each; no room for more.
    #expect(Self.texts(proposal.selected) == ["0", "1", "3"])
    #expect(
      proposal.problem.selection.rules.map(\.name) == [
        "total", "minutes", "area Lakehouses", "format Deep dive", "speaker Grace", "speaker Ivan",
        "organisation Acme", "at most one of 1, 5",
      ])
    let binding = proposal.rules.filter(\.isBinding).map {
      proposal.problem.selection.rules[$0.place].name
    }
    #expect(binding.contains("minutes"))
    #expect(binding.contains("format Deep dive"))
    #expect(!binding.contains("total"))
  }

  @Test func whatARuleCostsIsSaid() throws {
    let seen = Self.summit([5, 4, 4.8, 3, 4.6, 2]) { event, _ in
      event.rules.slots = 3
      event.focusAreas[0].slots = SlotLimits(maximum: 1)
    }
    let proposal = try Self.proposal(seen)
    #expect(Self.texts(proposal.selected) == ["0", "1", "3"])
    let costs = Dictionary(
      uniqueKeysWithValues: proposal.rules.map {
        (proposal.problem.selection.rules[$0.place].name, $0.cost)
      })
    // One more of the lakehouses: 4.8 for 3. One slot more: 2.
    #expect(costs == ["total": 2_000, "area Lakehouses": 1_800])
  }

  @Test func whatCannotHoldIsSaidInWords() throws {
    let seen = Self.summit([5, 4, 3, 2], decisions: [0: .accept, 2: .accept]) { event, _ in
      event.rules.slots = 3
      event.focusAreas[0].slots = SlotLimits(maximum: 1)
    }
    let proposal = try Self.proposal(seen)
    #expect(!proposal.isFeasible)
    #expect(proposal.selected.isEmpty && proposal.changes.isEmpty)
    #expect(
      proposal.problem.words(of: proposal.conflict) == [
        "area Lakehouses takes at most 1", "\"Talk 0\" is accepted already",
        "\"Talk 2\" is accepted already",
      ])
    let words = try #require(proposal.relaxation).changes.map { proposal.problem.words(of: $0) }
    #expect(words == ["at most 2 in area Lakehouses instead of 1"])
    let json = proposal.json.object
    #expect(json?["feasible"] == .bool(false))
    #expect(json?["objective"] == .null)
    #expect(
      json?["conflict"] == .strings(["area Lakehouses max 1", "accepted 0", "accepted 2"]))
  }

  @Test func theJSONHasTheDocumentedShape() throws {
    let seen = Self.summit([5, 4, 3]) { event, _ in event.rules.slots = 2 }
    let object = try #require(try Self.proposal(seen).json.object)
    #expect(object["feasible"] == .bool(true))
    #expect(object["proven"] == .bool(true))
    #expect(object["slots"] == .int(2))
    #expect(object["objective"] == .int(9000))
    #expect(object["gap"] == .int(0))
    #expect(object["selected"] == .strings(["0", "1"]))
    #expect(object["waitlist"] == .strings(["2"]))
    #expect(object["conflict"] == .array([]))
    #expect(
      object["rules"]
        == .array([
          [
            "rule": .string("total"), "used": .int(2), "min": .null, "max": .int(2),
            "binding": .bool(true), "cost": .int(3000),
          ]
        ]))
  }

  @Test func hiddenSpeakersAreSaidAndNotUsed() throws {
    let rules: (inout Event, inout [Speaker]) -> Void = { event, speakers in
      event.rules.slots = 2
      event.rules.maxPerSpeaker = 1
      event.rules.speakers = .hidden
      speakers = [Speaker(id: "g", name: "Grace", proposals: ["0", "1"])]
    }
    let chair = try Self.proposal(Self.summit([5, 4, 3], rules))
    #expect(Self.texts(chair.selected) == ["0", "2"])
    let reviewer = try Self.proposal(Self.summit([5, 4, 3], viewer: "bo", rules))
    #expect(Self.texts(reviewer.selected) == ["0", "1"])
    #expect(
      reviewer.problem.remarks.first?.hasPrefix("The speakers of 3 proposals are not shown") == true
    )
    #expect(!String(decoding: reviewer.json.fileBytes, as: UTF8.self).contains("Grace"))
  }

  @Test func similarProposalsMayBeAGroup() throws {
    let seen = Self.summit([5, 4.9, 3])
    #expect(
      Self.texts(try Self.proposal(seen, slots: 2, groups: [["0", "1"]]).selected) == ["0", "2"])
    #expect(
      Self.texts(try Self.proposal(seen, slots: 2, groups: [["0", "99"]]).selected) == ["0", "1"])
  }

  @Test func withoutACutLineThereIsNoProblem() {
    let seen = Self.summit([5, 4])
    #expect(ShortlistProblem(of: seen, ranking: Ranking(of: seen, by: .mean)) == nil)
    let timed = Self.summit([5, 4]) { event, _ in event.rules.minutes = 60 }
    let problem = ShortlistProblem(of: timed, ranking: Ranking(of: timed, by: .mean))
    #expect(problem?.slots == nil)
  }

  @Test func degenerateCommitteesGetSensibleAnswers() throws {
    #expect(try Self.proposal(Self.summit([]), slots: 3).selected.isEmpty)
    let unscored = try Self.proposal(Self.summit([nil, nil]), slots: 3)
    #expect(unscored.isProven && unscored.selected.isEmpty && unscored.objective == 0)
    let one = try Self.proposal(Self.summit([4]), slots: 1)
    #expect(Self.texts(one.selected) == ["0"])
    #expect(one.waitlist.isEmpty)
    let equal = try Self.proposal(Self.summit([3, 3, 3, 3]), slots: 2)
    #expect(Self.texts(equal.selected) == ["0", "1"])
    #expect(equal.shares.isEmpty)
    let none = try Self.proposal(Self.summit([3, 4]), slots: 0)
    #expect(none.isProven && none.selected.isEmpty)
    let gone = try Self.proposal(Self.summit([3, 4], withdrawn: [0, 1]), slots: 2)
    #expect(gone.isProven && gone.selected.isEmpty)
    #expect(
      Self.texts(try Self.proposal(Self.summit([3, 4]), slots: .max).selected) == ["1", "0"])
  }

  @Test func aScaleBelowZeroFillsTheSlotsToo() throws {
    let seen = Self.summit([-2, 1, -1, -3]) { event, _ in
      event.rubric.scale = ScoreScale(low: -3, high: 3, step: 1)!
    }
    let proposal = try Self.proposal(seen, slots: 3)
    #expect(Self.texts(proposal.selected) == ["1", "2", "0"])
    #expect(proposal.objective == -2_000)
    #expect(proposal.rules.first?.cost == 0)
  }

  @Test func theWaitingListHoldsWhoCouldStepIn() throws {
    // 2 is next by score, but its speaker is in; 4 may not stand for 1, since Agents need one.
    let seen = Self.summit([5, 4.9, 4.8, 1, 4.7, 1.5]) { event, speakers in
      event.rules.maxPerSpeaker = 1
      event.focusAreas[1].slots = SlotLimits(minimum: 1)
      speakers = [Speaker(id: "g", name: "Grace", proposals: ["0", "2"])]
    }
    let proposal = try Self.proposal(seen, slots: 2)
    #expect(Self.texts(proposal.selected) == ["0", "1"])
    #expect(Self.texts(proposal.waitlist) == ["4"])
    let ten = try Self.proposal(Self.summit([5, 5, 5, 5, 5, 5, 4, 3, 2, 1]), slots: 6)
    #expect(Self.texts(ten.waitlist) == ["6", "7"])
  }

  @Test func sharesComeFromTheCalibration() throws {
    let scores: [Double?] = (0..<30).map { 1 + Double($0 % 5) }
    let proposal = try Self.proposal(Self.summit(scores), slots: 6)
    #expect(proposal.shares.count == 30)
    let sum = proposal.shares.values.reduce(0, +)
    #expect((sum - 6).magnitude < 1e-3)
    #expect(try Self.proposal(Self.summit(scores), slots: 6) == proposal)
  }

  @Test func whoStopsItGetsNothing() throws {
    let seen = Self.summit([5, 4, 3, 2, 1])
    let problem = try #require(
      ShortlistProblem(of: seen, ranking: Ranking(of: seen, by: .mean), slots: 2))
    for limit in [0, 1, 2, 5, 20] {
      var asked = 0
      let proposal = ShortlistProposal(
        for: problem, calibration: Calibration(of: seen),
        goesOn: {
          asked += 1
          return asked <= limit
        })
      #expect(proposal == nil)
    }
  }
}
