import RealModule
import ReviewCore
import Testing

@testable import ReviewAnalysis

@Suite struct ComparisonOrderTests {
  private static let time = Timestamp(milliseconds: 0)

  /// Twelve proposals that four reviewers scored, r4 one point higher than the others.
  private static func summit(slots: Int? = 6) -> Summit {
    var random = SplitMix64(seed: 3)
    return Committee.summit(
      (1...12).map { place in
        let base = 1 + Double(place) / 4
        let scores: [Double?] = (0..<4).map { reviewer in
          let noise = Double(random.below(11) - 5) / 10
          return max(1, min(5, base + noise + (reviewer == 3 ? 1 : 0)))
        }
        return (ProposalID(stringLiteral: "p\(place)"), scores)
      }
    ) { $0.rules.slots = slots }
  }

  private static func order(_ summit: Summit) -> (ComparisonOrder, Calibration?) {
    let seen = summit.seen(by: "ada", at: time)
    let calibration = Calibration(of: seen)
    let prior = ComparisonPrior(calibration, on: seen.rubric.scale)
    return (ComparisonOrder(of: seen, prior: prior), calibration)
  }

  private static func compared(
    _ summit: Summit, _ games: [(ProposalID, ProposalID)], by reviewer: Identifier = "r1"
  ) throws -> Summit {
    var summit = summit
    for (winner, loser) in games {
      let pair = try #require(ProposalPair(winner, loser))
      summit.sheets[reviewer, default: ReviewSheet(reviewer: reviewer)].comparisons[pair] =
        Comparison(outcome: pair.first == winner ? .first : .second, at: time)
    }
    return summit
  }

  @Test func withoutComparisonsTheCalibratedLevelsStand() throws {
    let (order, calibration) = Self.order(Self.summit())
    let levels = try #require(calibration)
    #expect(order.count == 0)
    #expect(order.entries.map(\.id) == levels.proposals)
    for (entry, level) in zip(order.entries, levels.levels) {
      #expect(entry.score == level.value)
      #expect(entry.calibrated == level.value)
      #expect(abs(entry.standardError - (try #require(level.deviation))) < 2e-6)
      #expect(entry.comparisons == 0)
    }
  }

  @Test func whoWinsRisesAndWhoLosesFalls() throws {
    let plain = Self.order(Self.summit()).0
    let summit = try Self.compared(Self.summit(), [("p5", "p6"), ("p5", "p7")])
    let order = Self.order(summit).0
    func score(_ id: ProposalID, _ order: ComparisonOrder) throws -> Double {
      try #require(order.entry(of: id)).score
    }
    #expect(order.count == 2)
    #expect(try score("p5", order) > score("p5", plain))
    #expect(try score("p6", order) < score("p6", plain))
    #expect(try score("p7", order) < score("p7", plain))
    #expect(try score("p9", order) == score("p9", plain))
    #expect(order.entry(of: "p5")?.comparisons == 2)
    for id in ["p5", "p6", "p7"] as [ProposalID] {
      let (before, after) = (plain.entry(of: id), order.entry(of: id))
      #expect(try #require(after).standardError < (try #require(before)).standardError)
    }
    // The sum of what is won and lost, each in its own precision, is nothing.
    let shifts = try order.priors.indices.map { place in
      let id = order.entries[place].id
      return try (score(id, order) - score(id, plain)) * order.priors[place].precision
    }
    #expect(abs(shifts.reduce(0, +)) < 1e-3)
  }

  /// One point of the scale is π / (√6 · noise): the logistic curve with the deviation of a
  /// difference of two scores by one reviewer.
  @Test func aComparisonIsWorthTwoScoresByOneReviewer() {
    let prior = ComparisonPrior(
      [], noise: 0.7, unscored: ComparisonPrior.Level(value: 3, deviation: 1))
    let deviation = 0.7 * 2.0.squareRoot()
    // A logistic distribution of scale 1 has the variance π² / 3.
    let scale = deviation * 3.0.squareRoot() / Double.pi
    #expect(abs(prior.abilityPerPoint - 1 / scale) < 1e-12)
    // It is never further than 0.025 from the normal curve of the same deviation.
    for step in -40...40 {
      let difference = Double(step) / 10
      let logistic = Logistic.probability(difference * prior.abilityPerPoint)
      #expect(abs(logistic - (difference / deviation).normalProbability) < 0.025)
    }
  }

  @Test func aProposalWithoutAScoreBeginsInTheMiddle() throws {
    var summit = Self.summit()
    summit = Summit(
      event: summit.event, proposals: summit.proposals + [Proposal(id: "new", title: "New")])
    summit.sheets = Self.summit().sheets
    #expect(Self.order(summit).0.entry(of: "new") == nil)
    let better = try Self.compared(summit, [("new", "p6")])
    let entry = try #require(Self.order(better).0.entry(of: "new"))
    #expect(entry.calibrated == nil)
    let levels = try #require(Self.order(summit).1).levels
    let mean = levels.reduce(0) { $0 + $1.value } / Double(levels.count)
    #expect(entry.score > mean)
    #expect(entry.standardError > 0)
  }

  // MARK: - Degenerate committees

  private static func games(_ summit: Summit) throws -> Summit {
    try compared(summit, [("p1", "p2"), ("p2", "p3"), ("p3", "p1"), ("p1", "p4")])
  }

  @Test func anyCommitteeGetsFiniteNumbers() throws {
    let same: [(ProposalID, [Double?])] = ["p1", "p2", "p3", "p4"].map { ($0, [3, 3, 3]) }
    let cases: [[(ProposalID, [Double?])]] = [
      [("p1", [])], ["p1", "p2", "p3", "p4"].map { ($0, []) }, same, [("p1", [4])],
      [("p1", [4]), ("p2", [2]), ("p3", [4]), ("p4", [1])],
      [("p1", [5, nil]), ("p2", [1, nil]), ("p3", [nil, 5]), ("p4", [nil, 1])],
    ]
    for scores in cases {
      for slots in [nil, 0, 1, 2, 9] {
        let summit = try Self.games(Committee.summit(scores) { $0.rules.slots = slots })
        let (order, _) = Self.order(summit)
        for entry in order.entries {
          #expect(entry.score.isFinite && entry.standardError.isFinite)
          #expect(entry.standardError > 0)
        }
        let seen = summit.seen(by: "ada", at: Self.time)
        let next = NextComparison(in: seen, order: order, slots: slots)
        #expect((next.choice == nil) == (next.standstill != nil))
      }
    }
  }

  @Test func whereAllScoresAreEqualComparisonsDecide() throws {
    let same: [(ProposalID, [Double?])] = ["p1", "p2", "p3", "p4"].map { ($0, [3, 3, 3]) }
    let summit = try Self.compared(Committee.summit(same), [("p3", "p1")])
    let (order, _) = Self.order(summit)
    #expect(order.entries.map(\.score).max() == order.entry(of: "p3")?.score)
    #expect(order.entry(of: "p2")?.score == 3)
  }

  @Test func absurdScalesStayFinite() throws {
    for (low, high) in [(-1_000_000.0, 1_000_000.0), (999_999.0, 1_000_000), (0, 0.000001)] {
      let scale = try #require(ScoreScale(low: low, high: high, step: high - low))
      let scores: [(ProposalID, [Double?])] = [
        ("p1", [low, high]), ("p2", [high, high]), ("p3", [low, low]), ("p4", [high, low]),
      ]
      let summit = try Self.games(
        Committee.summit(scores) { $0.rubric = Rubric(scale: scale, criteria: $0.rubric.criteria) })
      for entry in Self.order(summit).0.entries {
        #expect(entry.score.isFinite && entry.standardError.isFinite, "\(low)...\(high)")
      }
    }
  }

  @Test func theInputsNameWhatWasCounted() throws {
    let summit = try Self.compared(Self.summit(), [("p5", "p6"), ("p7", "p5")])
    let seen = summit.seen(by: "ada", at: Self.time)
    #expect(
      ComparisonOrder.inputs(of: seen) == [
        "p5": ["p6": ["r1": "first"], "p7": ["r1": "second"]]
      ])
  }
}
