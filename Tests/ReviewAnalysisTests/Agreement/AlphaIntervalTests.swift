import ReviewAnalysis
import Testing

@Suite struct AlphaIntervalTests {
  private static let data = KrippendorffAlphaTests.data(KrippendorffAlphaTests.exampleC)

  /// The reference drew 2,000 samples of its own: 0.4221 to 1.
  @Test func exampleCHasTheIntervalOfTheReference() throws {
    let interval = try #require(AlphaInterval(of: Self.data, by: .ordinal) {})
    #expect(abs(interval.lower - 0.4221) < 0.03)
    #expect(abs(interval.upper - 1) < 0.03)
  }

  @Test(arguments: KrippendorffAlpha.Metric.allCases)
  func theSameSeedGivesTheSame(metric: KrippendorffAlpha.Metric) throws {
    let one = try #require(AlphaInterval(of: Self.data, by: metric) {})
    #expect(one == AlphaInterval(of: Self.data, by: metric) {})
    #expect(one != AlphaInterval(of: Self.data, by: metric, seed: 1) {})
    let alpha = try #require(KrippendorffAlpha(of: Self.data, by: metric).value)
    #expect(one.lower < alpha && alpha < one.upper)
  }

  @Test func oneProposalHasNoWidth() throws {
    let interval = try #require(
      AlphaInterval(of: ReliabilityData([[1, 2, 4]]), by: .interval) {})
    #expect(interval.lower == interval.upper)
  }

  @Test func theWorkCanBeStopped() {
    struct Stopped: Error {}
    #expect(throws: Stopped.self) {
      try AlphaInterval(of: Self.data, by: .nominal) { throw Stopped() }
    }
  }
}
