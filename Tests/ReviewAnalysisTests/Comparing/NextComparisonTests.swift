import RealModule
import ReviewCore
import Testing

@testable import ReviewAnalysis

@Suite struct NextComparisonTests {
  // MARK: - Cases

  private static func ids(_ count: Int) -> [ProposalID] {
    (0..<count).map { ProposalID(stringLiteral: "p\($0 + 1)") }
  }

  /// A summit of proposals without reviews, in which anybody sees every comparison.
  private static func summit(_ count: Int, slots: Int? = nil) -> Summit {
    Committee.summit(ids(count).map { ($0, []) }) {
      $0.rules.otherReviews = .always
      $0.rules.slots = slots
    }
  }

  private static func prior(_ levels: [Double], deviation: Double = 0.4) -> ComparisonPrior {
    ComparisonPrior(
      zip(ids(levels.count), levels).map {
        ($0, ComparisonPrior.Level(value: $1, deviation: deviation))
      }, noise: 0.8, unscored: ComparisonPrior.Level(value: 3, deviation: 0.8))
  }

  private static func next(
    _ summit: Summit, _ prior: ComparisonPrior, by viewer: Identifier? = "ada"
  ) -> NextComparison {
    let seen = summit.seen(by: viewer, at: Timestamp(milliseconds: 0))
    let order = ComparisonOrder(of: seen, prior: prior)
    return NextComparison(in: seen, order: order, slots: summit.event.slots)
  }

  private static func randomCase(
    _ random: inout SplitMix64
  ) -> (summit: Summit, prior: ComparisonPrior) {
    let count = 2 + random.below(9)
    var summit = summit(count, slots: random.once(in: 3) ? nil : 1 + random.below(count - 1))
    let ids = ids(count)
    for member: Identifier in ["ada", "r1", "r2"] {
      var sheet = ReviewSheet(reviewer: member)
      for id in ids where random.once(in: 8) { sheet.reviews[id] = Review(.conflict) }
      for _ in 0..<random.below(8) {
        guard let pair = ProposalPair(random.one(of: ids), random.one(of: ids)) else { continue }
        sheet.comparisons[pair] = Comparison(
          outcome: random.one(of: Comparison.Outcome.allCases), at: Timestamp(milliseconds: 1))
      }
      summit.sheets[member] = sheet
    }
    let levels = ids.map { id in
      (
        id: id,
        level: ComparisonPrior.Level(
          value: 1 + Double(random.below(40)) / 10, deviation: 0.1 + Double(random.below(10)) / 10)
      )
    }
    let prior = ComparisonPrior(
      levels, noise: 0.5 + Double(random.below(10)) / 10,
      unscored: ComparisonPrior.Level(value: 3, deviation: 1))
    return (summit, prior)
  }

  // MARK: - Properties

  /// Every pair is weighed in the plainest way.
  @Test(arguments: 1...60)
  func noPairThatMayBeAskedTellsMore(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    for round in 0..<10 {
      let (summit, prior) = Self.randomCase(&random)
      let seen = summit.seen(by: "ada", at: Timestamp(milliseconds: 0))
      let order = ComparisonOrder(of: seen, prior: prior)
      let next = NextComparison(in: seen, order: order, slots: summit.event.slots)
      let (near, open) = Self.field(order, prior, slots: summit.event.slots)
      #expect(next.nearCount == near.count, "seed \(seed), round \(round)")
      #expect(next.settledCount == near.count - open.count, "seed \(seed), round \(round)")
      var best = -1.0
      var weights: [ProposalPair: Double] = [:]
      for one in near.keys {
        for other in near.keys {
          guard let pair = ProposalPair(one, other), open.contains(one) || open.contains(other),
            summit.sheets["ada"]?.reviews[one]?.status != .conflict,
            summit.sheets["ada"]?.reviews[other]?.status != .conflict,
            (summit.sheets["ada"]?.comparisons[pair]?.outcome ?? .cleared) == .cleared
          else { continue }
          let (first, second) = (try #require(near[one]), try #require(near[other]))
          let places = (try #require(order.place(of: one)), try #require(order.place(of: other)))
          let weight =
            order.model.gain(places.0, places.1).nats * 4
            * (first * (1 - first) * second * (1 - second)).squareRoot()
          weights[pair] = weight
          best = max(best, weight)
        }
      }
      guard let choice = next.choice else {
        #expect(weights.isEmpty && next.standstill != nil, "seed \(seed), round \(round)")
        continue
      }
      #expect(next.standstill == nil)
      let weight = try #require(weights[choice.pair], "seed \(seed), round \(round)")
      #expect(weight > best - 2e-6, "seed \(seed), round \(round)")
    }
  }

  /// The probabilities to be in of those near the cut, and which of them are open.
  private static func field(
    _ order: ComparisonOrder, _ prior: ComparisonPrior, slots: Int?
  ) -> (near: [ProposalID: Double], open: Set<ProposalID>) {
    let places = slots ?? order.entries.count / 2
    guard places > 0, places < order.entries.count else { return ([:], []) }
    func probabilities(_ levels: [Double], _ deviations: [Double]) -> [Double] {
      let sorted = levels.sorted(by: >)
      let cut = (sorted[places - 1] + sorted[places]) / 2
      return zip(levels, deviations).map { (($0 - cut) / $1).normalProbability }
    }
    let after = probabilities(
      order.model.abilities, order.model.variances.map { $0.squareRoot() })
    let before = probabilities(
      prior.levels.map(\.value), prior.levels.map(\.deviation))
    var near: [ProposalID: Double] = [:]
    var open: Set<ProposalID> = []
    for (place, entry) in order.entries.enumerated() {
      let isOpen = after[place] > 0.1 && after[place] < 0.9
      if isOpen { open.insert(entry.id) }
      if isOpen || (before[place] > 0.1 && before[place] < 0.9) { near[entry.id] = after[place] }
    }
    return (near, open)
  }

  /// A reviewer who knows the truth is asked until nothing is left to ask.
  @Test(arguments: [1, 2, 3, 4, 5])
  func askingSettlesTheOrder(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let count = 12
    let truth = random.shuffled((0..<count).map { 2 + Double($0) / 4 })
    let levels = truth.map { $0 + Double(random.below(100) - 50) / 100 }
    var summit = Self.summit(count, slots: 5)
    let prior = Self.prior(levels, deviation: 0.5)
    let (ids, start) = (Self.ids(count), Self.next(summit, prior))
    var asked: Set<ProposalPair> = []
    var last = start
    summit.sheets["ada"] = ReviewSheet(reviewer: "ada")
    while let choice = last.choice {
      #expect(asked.insert(choice.pair).inserted, "a pair is asked twice")
      guard asked.count <= 66 else { break }
      let first = truth[try #require(ids.firstIndex(of: choice.pair.first))]
      let second = truth[try #require(ids.firstIndex(of: choice.pair.second))]
      summit.sheets["ada"]?.comparisons[choice.pair] = Comparison(
        outcome: first > second ? .first : .second, at: Timestamp(milliseconds: 1))
      last = Self.next(summit, prior)
    }
    #expect(last.standstill != nil)
    #expect(last.nearCount - last.settledCount <= start.nearCount - start.settledCount)
    // Those within the slots are the truly best five, or nearly.
    let seen = summit.seen(by: "ada", at: Timestamp(milliseconds: 0))
    let order = ComparisonOrder(of: seen, prior: prior)
    let chosen = order.entries.sorted { $0.score > $1.score }.prefix(5).map(\.id)
    let best = zip(ids, truth).sorted { $0.1 > $1.1 }.prefix(5).map(\.0)
    #expect(Set(chosen).intersection(best).count >= 4)
    let before = zip(ids, levels).sorted { $0.1 > $1.1 }.prefix(5).map(\.0)
    #expect(Set(chosen).intersection(best).count >= Set(before).intersection(best).count)
  }

  @Test func aSkippedPairIsNotAskedAgainAndAClearedOneIs() throws {
    var summit = Self.summit(2, slots: 1)
    let prior = Self.prior([3, 3.1])
    let pair = try #require(Self.next(summit, prior).choice).pair
    for outcome in Comparison.Outcome.allCases {
      summit.sheets["ada"] = ReviewSheet(reviewer: "ada")
      summit.sheets["ada"]?.comparisons[pair] = Comparison(outcome: outcome, at: nil)
      #expect((Self.next(summit, prior).choice == nil) == (outcome != .cleared))
    }
    // What another one was asked may still be asked of me.
    summit.sheets = ["r1": ReviewSheet(reviewer: "r1")]
    summit.sheets["r1"]?.comparisons[pair] = Comparison(outcome: .tied, at: nil)
    #expect(Self.next(summit, prior).choice?.pair == pair)
  }

  @Test func whatIsHiddenChangesNeitherPairNorOrder() throws {
    var summit = Self.summit(6, slots: 3)
    summit.event.rules.otherReviews = .afterMine
    let prior = Self.prior([3, 3.1, 3.2, 3.3, 3.4, 3.5])
    summit.sheets["r1"] = ReviewSheet(reviewer: "r1")
    for id: ProposalID in ["p1", "p2", "p3"] {
      var review = Review(.scored)
      review.overall = 3
      summit.sheets["r1"]?.reviews[id] = review
    }
    let plain = (Self.next(summit, prior, by: "r1"), Self.next(summit, prior))
    var other = summit
    other.sheets["r2"] = ReviewSheet(reviewer: "r2")
    for (one, two) in [("p1", "p4"), ("p4", "p6"), ("p3", "p5")] as [(ProposalID, ProposalID)] {
      other.sheets["r2"]?.comparisons[try #require(ProposalPair(one, two))] = Comparison(
        outcome: .first, at: nil)
    }
    #expect(Self.next(other, prior, by: "r1") == plain.0)
    #expect(Self.next(other, prior) != plain.1)
  }

  // MARK: - Nothing to ask

  @Test func whyThereIsNoPair() {
    func standstill(
      _ levels: [Double], slots: Int?, deviation: Double = 0.4, by viewer: Identifier? = "ada"
    ) -> NextComparison.Standstill? {
      let prior = Self.prior(levels, deviation: deviation)
      return Self.next(Self.summit(max(levels.count, 1), slots: slots), prior, by: viewer)
        .standstill
    }
    #expect(standstill([], slots: 3) == .nothingScored)
    #expect(standstill([3], slots: 3) == .onlyOne)
    #expect(standstill([3, 4], slots: 2) == .lineDividesNothing(scored: 2, slots: 2))
    #expect(standstill([3, 4], slots: 0) == .lineDividesNothing(scored: 2, slots: 0))
    #expect(standstill([3, 4], slots: .max) == .lineDividesNothing(scored: 2, slots: .max))
    #expect(standstill([1, 5], slots: 1, deviation: 0.001) == .nothingNear)
    #expect(standstill([3, 3.1], slots: 1, by: nil) == .nothingLeft)
    #expect(standstill([3, 3.1], slots: 1) == nil)
    #expect(standstill([3, 3, 3, 3], slots: nil) == nil)
  }

  @Test func withoutACutLineTheMiddleStandsForIt() {
    let prior = Self.prior([1, 2, 3, 4, 5], deviation: 0.7)
    let next = Self.next(Self.summit(5), prior)
    #expect(next.cut == NextComparison.Cut(places: 2, isMiddle: true))
    #expect(next.choice?.places.sorted() == [2, 3])
    let line = Self.next(Self.summit(5, slots: 4), prior)
    #expect(line.cut == NextComparison.Cut(places: 4, isMiddle: false))
    #expect(line.choice?.places.sorted() == [4, 5])
  }

  @Test func ofManyNearTheCutOnlyTheNearestArePaired() {
    let levels = (0..<300).map { 3 + Double($0) / 1000 }
    let next = Self.next(Self.summit(300, slots: 150), Self.prior(levels, deviation: 2))
    #expect(next.nearCount == 300)
    #expect(next.choice?.places.allSatisfy { abs($0 - 150) <= 31 } == true)
  }
}
