import ReviewAnalysis
import Testing

@Suite struct AlphaIntervalTests {
  private static let data = KrippendorffAlphaTests.data(KrippendorffAlphaTests.exampleC)

  /// The reference drew 2,000 samples of its own: 0.4221 to 1. Of 60,000 the lower end is 0.444.
  @Test func exampleCHasTheIntervalOfTheReference() throws {
    let interval = try #require(AlphaInterval.of(Self.data, by: [.ordinal]) {}[0])
    #expect(abs(interval.lower - 0.4221) < 0.03)
    #expect(abs(interval.upper - 1) < 0.03)
  }

  @Test(arguments: KrippendorffAlpha.Metric.allCases)
  func theSameSeedGivesTheSame(metric: KrippendorffAlpha.Metric) throws {
    let one = try #require(AlphaInterval.of(Self.data, by: [metric]) {}[0])
    #expect(one == AlphaInterval.of(Self.data, by: [metric]) {}[0])
    #expect(one != AlphaInterval.of(Self.data, by: [metric], seed: 1) {}[0])
    let alpha = try #require(KrippendorffAlpha(of: Self.data, by: metric).value)
    #expect(one.lower < alpha && alpha < one.upper)
  }

  @Test func fewScoresAreDrawnMoreOften() {
    #expect(AlphaInterval.resampleCount(for: Self.data) == 20_000)
    let many = ReliabilityData((0..<1_000).map { _ in [1, 2, 3, 4] })
    #expect(AlphaInterval.resampleCount(for: many) == 1_000)
  }

  @Test func severalMetricsAreOfTheSameCommittees() {
    let all = KrippendorffAlpha.Metric.allCases
    let together = AlphaInterval.of(Self.data, by: all) {}
    let apart = all.map { metric in AlphaInterval.of(Self.data, by: [metric]) {}[0] }
    #expect(together == apart)
    #expect(AlphaInterval.of(ReliabilityData([]), by: all) {} == all.map { _ in nil })
  }

  @Test func oneProposalHasNoWidth() throws {
    let interval = try #require(
      AlphaInterval.of(ReliabilityData([[1, 2, 4]]), by: [.interval]) {}[0])
    #expect(interval.lower == interval.upper)
  }

  @Test func theWorkCanBeStopped() {
    struct Stopped: Error {}
    #expect(throws: Stopped.self) {
      try AlphaInterval.of(Self.data, by: [.nominal]) { throw Stopped() }
    }
  }
}
