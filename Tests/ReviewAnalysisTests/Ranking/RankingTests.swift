import ReviewCore
import Testing

@testable import ReviewAnalysis

@Suite struct RankingTests {
  private static func order(_ ranking: Ranking) -> [String] { ranking.entries.map(\.id.text) }

  @Test func theBestMeanStandsFirst() throws {
    let ranking = Ranking(
      of: Committee.seen([("1", [1, 5]), ("2", [4, 4]), ("3", [5, 5, 4])]), by: .mean)
    #expect(Self.order(ranking) == ["3", "2", "1"])
    #expect(ranking.entries.map(\.rank) == [1, 2, 3])
    #expect(ranking.entries.map(\.score) == [4.666667, 4, 3])
    #expect(ranking.entries.map(\.placedBy) == [nil, .score, .score])
    #expect(ranking.reviewers.map(\.id) == ["r1", "r2", "r3"])
    #expect(ranking.reviewers.map(\.count) == [3, 3, 1])
  }

  @Test func theMedianOrdersByTheMiddle() {
    let summit = Committee.seen([("1", [1, 4, 5]), ("2", [3, 3, 5]), ("3", [3, 4])])
    #expect(Self.order(Ranking(of: summit, by: .median)) == ["1", "3", "2"])
    #expect(Ranking(of: summit, by: .median).entries.map(\.score) == [4, 3.5, 3])
    #expect(Self.order(Ranking(of: summit, by: .mean)) == ["2", "3", "1"])
  }

  @Test(
    arguments: [
      ([3, 5], [4, 4, 4], .moreReviews), ([1, 5, 5, 5], [5, 5, 5, 1], .id),
      ([3, 5, 5, 3], [4, 4, 4, 4], .lowerSpread),
      ([2, 5, 5], [4, 4, 4], .higherMedian), ([1, 5], [3, 3], .lowerSpread), ([4], [4], .id),
      ([4, 4], [4, 4, nil], .id),
    ] as [([Double?], [Double?], Ranking.TieBreak)])
  func equalScoresFollowTheChain(one: [Double?], other: [Double?], by: Ranking.TieBreak) {
    for ids in [("9", "10"), ("10", "9")] as [(ProposalID, ProposalID)] {
      let ranking = Ranking(of: Committee.seen([(ids.0, one), (ids.1, other)]), by: .mean)
      #expect(ranking.entries.map(\.placedBy) == [nil, by])
      let first: ProposalID =
        switch by {
        case .id: "9"
        case .higherMedian: ids.0
        default: ids.1
        }
      #expect(ranking.entries.first?.id == first)
    }
  }

  @Test func ofEqualMediansTheLowerSpreadStandsFirst() {
    let ranking = Ranking(
      of: Committee.seen([("1", [1, 3, 5]), ("2", [2, 3, 4]), ("3", [3, 3])]), by: .median)
    #expect(Self.order(ranking) == ["2", "1", "3"])
    #expect(ranking.entries.map(\.placedBy) == [nil, .lowerSpread, .moreReviews])
  }

  @Test func withoutAScoreThereIsNoRankAndTheIDGivesTheOrder() {
    let ranking = Ranking(
      of: Committee.seen([("b", []), ("10", []), ("9", []), ("c", [1])]), by: .mean)
    #expect(Self.order(ranking) == ["c", "9", "10", "b"])
    #expect(ranking.entries.map(\.rank) == [1, nil, nil, nil])
    #expect(ranking.entries.dropFirst().allSatisfy { $0.score == nil && $0.placedBy == nil })
    #expect(ranking.rankedCount == 1)
  }

  @Test func withdrawnProposalsAreLeftOut() {
    let ranking = Ranking(
      of: Committee.seen([("1", [5]), ("2", [4]), ("3", [])], withdrawn: ["1", "3"]), by: .mean)
    #expect(Self.order(ranking) == ["2"])
    #expect(ranking.reviewers.map(\.count) == [1])
  }

  @Test(
    arguments: RankingMethod.allCases,
    [
      [], [("1", [])], [("1", []), ("2", [])], [("1", [3])], [("1", [3]), ("2", [3]), ("3", [])],
      [("1", [3, 3, 3, 3]), ("2", [3, 3, 3, 3])],
    ] as [[(ProposalID, [Double?])]])
  func aCommitteeThatSaysLittleIsRankedToo(method: RankingMethod, scores: [(ProposalID, [Double?])])
  {
    let seen = Committee.seen(scores)
    let ranking = Ranking(of: seen, by: method)
    #expect(ranking.entries.count == scores.count)
    #expect(Set(ranking.entries.compactMap(\.score)).isSubset(of: [3]))
    #expect(ranking.entries.allSatisfy { ($0.summary.spread ?? 0) == 0 })
    #expect(!String(decoding: ranking.json(of: seen).fileBytes, as: UTF8.self).contains("nan"))
  }

  @Test(arguments: [Review.Status.draft, .abstained, .conflict, .skipped, .cleared])
  func onlyScoredReviewsCount(status: Review.Status) {
    var summit = Committee.summit([("1", [3, 5])])
    summit.sheets["r2"]?.reviews["1"]?.status = status
    let ranking = Ranking(of: summit.seen(by: "ada", at: Timestamp(milliseconds: 0)), by: .mean)
    #expect(ranking.entries.map(\.score) == [3])
    #expect(ranking.entries.map(\.summary.count) == [1])
    #expect(ranking.reviewers.map(\.id) == ["r1"])
  }

  @Test func theJSONHasTheFieldsOfTheContract() {
    var summit = Committee.summit([("1", [3, 4]), ("2", [])]) { $0.rules.slots = 1 }
    summit.decisions["1"] = [Decision(.accept, at: nil, chair: "ada")]
    let seen = summit.seen(by: "ada", at: Timestamp(milliseconds: 0))
    let ranking = Ranking(of: seen, by: .mean)
    let expected: JSONValue = [
      "method": "mean", "inputs": .string(ranking.inputs(of: seen)), "slots": 1,
      "proposals": [
        [
          "rank": 1, "id": "1", "title": "Talk 1", "score": .double(3.5), "standardError": .null,
          "n": 2,
          "mean": .double(3.5), "median": .double(3.5), "spread": .double(0.707107),
          "probabilityIn": .null,
          "decision": "accept",
        ],
        [
          "rank": .null, "id": "2", "title": "Talk 2", "score": .null, "standardError": .null,
          "n": 0,
          "mean": .null, "median": .null, "spread": .null, "probabilityIn": .null,
          "decision": "undecided",
        ],
      ],
      "reviewers": [
        ["id": "r1", "n": 1, "severity": .null], ["id": "r2", "n": 1, "severity": .null],
      ],
    ]
    #expect(ranking.json(of: seen) == expected)
    #expect(ranking.json(of: seen) { $0.rank == nil } != expected)
  }

  @Test(arguments: 1...10)
  func theOrderIsTotalAndEveryNumberIsOne(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<20 {
      let scores = (0..<20).map { number in
        (
          ProposalID(stringLiteral: "\(number)"),
          (0..<4).map { _ in random.once(in: 3) ? nil : Double(1 + random.below(5)) }
        )
      }
      for method in RankingMethod.allCases {
        let ranking = Ranking(of: Committee.seen(scores), by: method)
        #expect(
          ranking == Ranking(of: Committee.seen(random.shuffled(scores)), by: method),
          "seed \(seed)")
        let ranked = ranking.entries.filter { $0.rank != nil }
        #expect(ranked.map(\.rank) == (0..<ranked.count).map { $0 + 1 }, "seed \(seed)")
        #expect(ranking.entries.prefix(ranked.count).map(\.id) == ranked.map(\.id), "seed \(seed)")
        for (one, other) in zip(ranked, ranked.dropFirst()) {
          #expect((one.score ?? .nan) >= (other.score ?? .nan), "seed \(seed)")
        }
      }
    }
  }
}

@Suite struct CalibratedRankingTests {
  @Test func theDefaultIsCalibratedOnceTheScoresCarryIt() {
    let carried = Ranking(of: Committee.seen(CalibrationTests.panel()), slots: 3)
    #expect(carried.method == .calibrated)
    #expect(carried.fallback == nil)
    #expect(carried.entries.allSatisfy { $0.standardError != nil && $0.probabilityIn != nil })
    #expect(carried.reviewers.compactMap(\.severity).count == 4)
    let few = Ranking(of: Committee.seen(CalibrationTests.panel(4)), slots: 3)
    #expect(few.method == .mean)
    #expect(few.fallback == .tooFew(reviewers: 4, scores: 12, repeated: 8))
    #expect(
      few.fallback?.words
        == "By the mean: calibration needs 3 reviewers, 20 scores and 10 second opinions; there are "
        + "4, 12 and 8")
    #expect(few.entries.allSatisfy { $0.standardError == nil && $0.probabilityIn == nil })
    let asked = Ranking(of: Committee.seen(CalibrationTests.panel(4)), by: .mean)
    #expect(asked.fallback == nil)
  }

  @Test func theExplanationSaysWhatAScoreCountsAs() throws {
    let seen = Committee.seen(CalibrationTests.panel())
    let ranking = Ranking(of: seen, by: .calibrated, slots: 3)
    let proposal = try #require(seen.proposal("1"))
    let explanation = try #require(RankingExplanation(of: proposal, in: ranking, summit: seen))
    let harsh = try #require(explanation.reviews.first { $0.reviewer == "r1" })
    let severity = try #require(harsh.severity)
    #expect(harsh.counted == (harsh.composite - severity.offset).roundedToMillionth)
    #expect(
      explanation.calibrationLines.first
        == "r1 scores \(severity.offset.magnitude.formatted(decimals: 2)) below the committee "
        + "(give or take \((severity.deviation ?? 0).formatted(decimals: 2))): a "
        + "\(harsh.composite.formatted(decimals: 2)) counts as "
        + harsh.counted.formatted(decimals: 2))
    #expect(explanation.ranks.map(\.method) == [.calibrated, .mean, .median, .majority])
    #expect(explanation.columns.contains("counts as"))
    #expect(explanation.rows.allSatisfy { $0.count == explanation.columns.count })
  }

  @Test func theMajorityGradeIsTheLowerMedianThenTheBalance() throws {
    #expect(MajorityGrade([]) == nil)
    let even = try #require(MajorityGrade([5, 2, 4, 3]))
    #expect(even.grade == 3)
    #expect(even.balance == 0.25)
    let ranking = Ranking(
      of: Committee.seen([("1", [4, 4, 1]), ("2", [4, 4, 5]), ("3", [5, 3, 3])]), by: .majority)
    #expect(ranking.entries.map(\.id) == ["2", "1", "3"])
    #expect(ranking.entries.map(\.placedBy) == [nil, .balance, .score])
  }

  @Test func comparisonsMoveTheCalibratedOrder() throws {
    var summit = Committee.summit(CalibrationTests.panel())
    let time = Timestamp(milliseconds: 0)
    let before = Ranking(of: summit.seen(by: "ada", at: time), by: .comparison)
    let plain = Ranking(of: summit.seen(by: "ada", at: time), by: .calibrated)
    #expect(before.comparisonCount == 0)
    #expect(before.remarks.count == 1)
    #expect(before.entries.map(\.id) == plain.entries.map(\.id))
    #expect(before.entries.map(\.score) == plain.entries.map(\.score))
    // Everybody thinks the last of them better than the first.
    let (first, last) = (try #require(plain.entries.first), try #require(plain.entries.last))
    let pair = try #require(ProposalPair(first.id, last.id))
    for reviewer in Committee.reviewers {
      summit.sheets[reviewer]?.comparisons[pair] = Comparison(
        outcome: pair.first == last.id ? .first : .second, at: time)
    }
    let after = Ranking(of: summit.seen(by: "ada", at: time), by: .comparison)
    #expect(after.comparisonCount == 4)
    #expect(after.remarks.isEmpty)
    let risen = try #require(after.entries.first { $0.id == last.id })
    let fallen = try #require(after.entries.first { $0.id == first.id })
    #expect(try #require(risen.score) > (try #require(last.score)))
    #expect(try #require(fallen.score) < (try #require(first.score)))
    #expect(
      after.inputs(of: summit.seen(by: "ada", at: time))
        != before.inputs(of: Committee.seen(CalibrationTests.panel())))
  }
}
