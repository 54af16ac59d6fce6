import ReviewAnalysis
import ReviewCore
import Testing

/// Numbers: reference case agr-01 (Krippendorff 2011, example C; fast-krippendorff's own tests).
@Suite struct KrippendorffAlphaTests {
  /// Rows are reviewers, columns proposals.
  static let exampleC: [[Double?]] = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
    [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
  ]
  private static let wikipedia: [[Double?]] = [
    [nil, nil, nil, nil, nil, 3, 4, 1, 2, 1, 1, 3, 3, nil, 3],
    [1, nil, 2, 1, 3, 3, 4, 3, nil, nil, nil, nil, nil, nil, nil],
    [nil, nil, 2, 1, 3, 4, 4, nil, 2, 1, 1, 3, 3, nil, 4],
  ]

  /// The scores of each proposal, of rows of reviewers.
  static func data(_ rows: [[Double?]]) -> ReliabilityData {
    ReliabilityData(rows[0].indices.map { column in rows.compactMap { $0[column] } })
  }

  private static func isNear(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) < 1e-6 } ?? false
  }

  @Test(arguments: [
    (KrippendorffAlpha.Metric.nominal, 0.7434210526, 0.2, 0.7794871795),
    (.ordinal, 0.8153875038, 47.275, 256.0769230769),
    (.interval, 0.8491071429, 0.4333333333, 2.8717948718),
    (.ratio, 0.7974027747, 0.0224327286, 0.1107257447),
  ])
  func exampleCIsAsPublished(
    _ metric: KrippendorffAlpha.Metric, _ value: Double, _ observed: Double, _ expected: Double
  ) {
    let alpha = KrippendorffAlpha(of: Self.data(Self.exampleC), by: metric)
    #expect(Self.isNear(alpha.value, value))
    #expect(Self.isNear(alpha.observed, observed))
    #expect(Self.isNear(alpha.expected, expected))
  }

  @Test(arguments: [
    (KrippendorffAlpha.Metric.nominal, 0.6913580247, 0.2307692308, 0.7476923077),
    (.ordinal, 0.8067214199, 20.6730769231, 106.96),
    (.interval, 0.8108448928, 0.4615384615, 2.44),
    (.ratio, 0.8089436708, 0.0223704867, 0.1170884354),
  ])
  func wikipediasExampleIsAsPublished(
    _ metric: KrippendorffAlpha.Metric, _ value: Double, _ observed: Double, _ expected: Double
  ) {
    let alpha = KrippendorffAlpha(of: Self.data(Self.wikipedia), by: metric)
    #expect(Self.isNear(alpha.value, value))
    #expect(Self.isNear(alpha.observed, observed))
    #expect(Self.isNear(alpha.expected, expected))
  }

  @Test(arguments: KrippendorffAlpha.Metric.allCases)
  func fullAgreementIsOne(metric: KrippendorffAlpha.Metric) {
    let data = Self.data([[1, 2, 3], [1, 2, 3]])
    #expect(KrippendorffAlpha(of: data, by: metric).value == 1)
  }

  @Test(arguments: KrippendorffAlpha.Metric.allCases)
  func whereNothingCouldDisagreeItIsUndefined(metric: KrippendorffAlpha.Metric) {
    for rows: [[Double?]] in [
      [[3, 3, 3], [3, 3, 3]], [[1, nil, 3], [nil, 2, nil]], [[]], [[4], [4]],
      // A third that is no fraction of two: rounding must not make a difference of it.
      [[10.0 / 3, 10.0 / 3], [10.0 / 3, 10.0 / 3]],
    ] {
      let alpha = KrippendorffAlpha(of: Self.data(rows), by: metric)
      #expect(alpha.value == nil)
      #expect(AlphaInterval.of(Self.data(rows), by: [metric]) {}[0] == nil)
    }
  }

  /// The example of Documentation/Ranking.md.
  @Test func theExampleByHandIsRight() {
    let data = ReliabilityData([[4, 5], [2, 2], [3, 1]])
    let interval = KrippendorffAlpha(of: data, by: .interval)
    #expect(Self.isNear(interval.observed, 5.0 / 3))
    #expect(Self.isNear(interval.expected, 13.0 / 3))
    #expect(Self.isNear(interval.value, 8.0 / 13))
    let ordinal = KrippendorffAlpha(of: data, by: .ordinal)
    #expect(Self.isNear(ordinal.observed, 10.0 / 3))
    #expect(Self.isNear(ordinal.expected, 34.0 / 5))
    #expect(Self.isNear(ordinal.value, 26.0 / 51))
  }

  @Test func opposedReviewersAreBelowZero() {
    let data = Self.data([[1, 2, 3, 4, 5], [5, 4, 3, 2, 1]])
    #expect(KrippendorffAlpha(of: data, by: .nominal).value == 0.1)
    #expect(KrippendorffAlpha(of: data, by: .ordinal).value == -0.8)
    #expect(KrippendorffAlpha(of: data, by: .interval).value == -0.8)
  }

  @Test func ratiosOfNegativeScoresAreUndefined() {
    let data = Self.data([[-1, 2], [1, 2]])
    #expect(KrippendorffAlpha(of: data, by: .ratio).value == nil)
    #expect(KrippendorffAlpha(of: data, by: .interval).value != nil)
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func itIsThatOfTheCoincidenceMatrix(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let units = (0..<(1 + random.below(12))).map { _ in
      (0..<random.below(5)).map { _ in Double(random.below(9)) / (seed % 2 == 0 ? 2 : 3) }
    }
    for metric in KrippendorffAlpha.Metric.allCases {
      let value = KrippendorffAlpha(of: ReliabilityData(units), by: metric).value
      let plain = Self.plain(units, metric)
      #expect((value == nil) == (plain == nil))
      if let plain { #expect(Self.isNear(value, plain)) }
    }
  }

  /// Alpha by its definition.
  private static func plain(_ units: [[Double]], _ metric: KrippendorffAlpha.Metric) -> Double? {
    let units = units.filter { $0.count > 1 }
    let values = Array(Set(units.joined())).sorted()
    var matrix = [[Double]](
      repeating: Array(repeating: 0, count: values.count), count: values.count)
    for unit in units {
      for (place, one) in unit.enumerated() {
        for (otherPlace, other) in unit.enumerated() where otherPlace != place {
          matrix[values.firstIndex(of: one)!][values.firstIndex(of: other)!] +=
            1 / Double(unit.count - 1)
        }
      }
    }
    let marginals = matrix.map { $0.reduce(0, +) }
    let total = marginals.reduce(0, +)
    var (observed, expected) = (0.0, 0.0)
    for one in values.indices {
      for other in values.indices where other != one {
        let (low, high) = (min(one, other), max(one, other))
        let distance =
          switch metric {
          case .nominal: 1.0
          case .ordinal:
            marginals[low...high].reduce(0, +) - (marginals[low] + marginals[high]) / 2
          case .interval: values[high] - values[low]
          case .ratio: (values[high] - values[low]) / (values[high] + values[low])
          }
        observed += matrix[one][other] * distance * distance / total
        expected +=
          marginals[one] * marginals[other] * distance * distance / (total * (total - 1))
      }
    }
    return expected > 0 ? 1 - observed / expected : nil
  }
}
