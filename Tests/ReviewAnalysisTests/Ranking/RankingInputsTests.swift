import ReviewAnalysis
import ReviewCore
import Testing

@Suite struct RankingInputsTests {
  private static let scores: [(ProposalID, [Double?])] = [("1", [3, 5]), ("2", [4]), ("3", [])]

  private static func inputs(
    by viewer: Identifier = "ada", _ method: RankingMethod = .mean, slots: Int? = nil,
    _ changeEvent: (inout Event) -> Void = { _ in },
    summit change: (inout Summit) -> Void = { _ in }
  ) -> String {
    var summit = Committee.summit(scores, changeEvent)
    change(&summit)
    let seen = summit.seen(by: viewer, at: Timestamp(milliseconds: 0))
    return Ranking(of: seen, by: method, slots: slots).inputs(of: seen)
  }

  @Test func theInputsAreAHashOfCanonicalJSON() {
    let json =
      #"{"method":"mean","options":{"slots":null},"rubric":{"criteria":[{"id":"c","weight":1},{"id":"d","weight":1}],"scale":{"high":5,"low":1,"step":1}},"scores":{"1":{"r1":{"scores":{"c":3}},"r2":{"scores":{"c":5}}},"2":{"r1":{"scores":{"c":4}}}}}"#
    #expect(Self.inputs() == "sha256:" + SHA256.hexadecimal(json.utf8))
  }

  @Test func whatIsReadChangesTheInputs() {
    let all = [
      Self.inputs(), Self.inputs(.median), Self.inputs(slots: 2), Self.inputs(slots: 3),
      Self.inputs { $0.rubric.criteria[0].weight = 2 },
      Self.inputs { $0.rubric.criteria.removeLast() },
      Self.inputs { event in
        if let scale = ScoreScale(low: 0, high: 5, step: 1) { event.rubric.scale = scale }
      },
      Self.inputs(summit: { $0.sheets["r1"]?.reviews["1"]?.scores["c"] = 4 }),
      Self.inputs(summit: { $0.sheets["r1"]?.reviews["1"]?.overall = 3 }),
      Self.inputs(summit: { $0.sheets["r1"]?.reviews["1"]?.status = .draft }),
      Self.inputs(summit: { $0.sheets["r3"] = $0.sheets["r1"] }),
    ]
    #expect(Set(all).count == all.count)
    #expect(Self.inputs(slots: 2) == Self.inputs { $0.rules.slots = 2 })
  }

  @Test func whatIsNotReadLeavesTheInputsAlone() {
    let same = [
      Self.inputs { $0.name = "y" }, Self.inputs { $0.rubric.criteria[0].name = "Z" },
      Self.inputs(summit: { $0.sheets["r1"]?.reviews["1"]?.comment = "c" }),
      Self.inputs(summit: { $0.sheets["r1"]?.reviews["1"]?.confidence = 5 }),
      Self.inputs(summit: { $0.sheets["r1"]?.reviews["3"] = Review(.abstained) }),
      Self.inputs(summit: { $0.decisions["1"] = [Decision(.accept, at: nil, chair: "ada")] }),
    ]
    #expect(Set(same) == [Self.inputs()])
  }

  @Test func whatIsHiddenLeavesTheWholeRankingAlone() {
    func seen(_ change: (inout Summit) -> Void) -> SeenSummit {
      var summit = Committee.summit(Self.scores)
      change(&summit)
      return summit.seen(by: "r3", at: Timestamp(milliseconds: 0))
    }
    func ranking(_ change: (inout Summit) -> Void) -> Ranking {
      Ranking(of: seen(change), by: .mean)
    }
    func inputs(_ change: (inout Summit) -> Void) -> String {
      ranking(change).inputs(of: seen(change))
    }
    let plain = ranking { _ in }
    #expect(plain.entries.allSatisfy { $0.score == nil && $0.summary.count == 0 })
    #expect(plain.reviewers.isEmpty)
    #expect(plain == ranking { $0.sheets["r1"] = nil })
    #expect(plain == ranking { $0.sheets["r1"]?.reviews["1"]?.scores["c"] = 1 })
    #expect(inputs { _ in } == inputs { $0.sheets["r1"]?.reviews["1"]?.scores["c"] = 1 })
    // A review of one's own opens its proposal, and no other.
    let open = ranking { $0.sheets["r3"]?.reviews["1"] = Review(.abstained) }
    #expect(open.entries.map(\.summary.count) == [2, 0, 0])
    #expect(inputs { $0.sheets["r3"]?.reviews["1"] = Review(.abstained) } != inputs { _ in })
  }
}
