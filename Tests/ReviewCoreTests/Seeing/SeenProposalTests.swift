import ReviewCore
import Testing

@Suite struct SeenProposalTests {
  /// Numbers by numpy, of the cases that HotCRP's and Leik's measures are usually shown with.
  @Test(
    arguments: [
      ([5, 4, 4, 2, 1], 3.2, 4, 1.643168), ([1, 5, 5, 5], 4, 5, 2), ([3, 3, 3, 3], 3, 3, 0),
      ([1, 5], 3, 3, 2.828427), ([2, 3, 4], 3, 3, 1), ([1, 1, 5, 5], 3, 3, 2.309401),
      ([4], 4, 4, nil),
      ([], nil, nil, nil), ([1, 2, 2], 1.666667, 2, 0.57735),
    ] as [([Double], Double?, Double?, Double?)])
  func scoresAreSummarised(scores: [Double], mean: Double?, median: Double?, spread: Double?) {
    let summary = ScoreSummary(scores)
    #expect(summary.count == scores.count)
    #expect(summary.mean == mean)
    #expect(summary.median == median)
    #expect(summary.spread == spread)
  }

  @Test(arguments: 1...10)
  func theOrderOfScoresDoesNotCount(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<50 {
      let scores = (0..<random.below(12)).map { _ in Double(random.below(100)) / 7 }
      let summary = ScoreSummary(scores)
      #expect(ScoreSummary(random.shuffled(scores)) == summary, "seed \(seed)")
      for number in [summary.mean, summary.median, summary.spread].compactMap(\.self) {
        #expect(number.isFinite && number.roundedToMillionth == number, "seed \(seed)")
      }
    }
  }
}
