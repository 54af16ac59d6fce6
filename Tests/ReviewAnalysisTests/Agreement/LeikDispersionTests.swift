import ReviewAnalysis
import ReviewCore
import Testing

/// Numbers: reference case agg-04, on the scale 1 to 5.
@Suite struct LeikDispersionTests {
  @Test(
    arguments: [
      ([5, 4, 4, 2, 1], 0.6), ([1, 5, 5, 5], 0.5), ([3, 3, 3, 3], 0), ([1, 5], 1),
      ([2, 3, 4], 0.333333), ([1, 1, 5, 5], 1), ([4], 0),
    ] as [([Double], Double)])
  func itIsAsInTheReference(_ scores: [Double], _ expected: Double) {
    #expect(LeikDispersion.of(scores, on: .oneToFive) == expected)
    #expect(LeikDispersion.of(scores.reversed(), on: .oneToFive) == expected)
  }

  @Test func nothingHasNone() {
    #expect(LeikDispersion.of([], on: .oneToFive) == nil)
    #expect(LeikDispersion.of([.nan], on: .oneToFive) == nil)
  }

  @Test func itLiesBetweenNoneAndAllOnAnyScale() throws {
    let scale = try #require(ScoreScale(low: -3, high: 3, step: 0.5))
    var random = SplitMix64(seed: 5)
    for _ in 0..<200 {
      let scores = (0..<(1 + random.below(6))).map { _ in random.one(of: scale.scores) }
      let dispersion = try #require(LeikDispersion.of(scores, on: scale))
      // By the definition, over the scores of the scale.
      let shares = scale.scores.map { score in
        Double(scores.count { $0 <= score }) / Double(scores.count)
      }
      let sum = shares.map { min($0, 1 - $0) }.reduce(0, +)
      #expect(abs(dispersion - 2 * sum / Double(scale.scores.count - 1)) < 1e-6)
      #expect((0...1).contains(dispersion))
    }
  }
}
