import ReviewCore

/// Between which values alpha would lie in 95 of 100 committees that read other proposals of the
/// same kind: a bootstrap over proposals.
///
/// As many proposals as there are (with two or more scores) are drawn with replacement, alpha is
/// computed of them, a thousand times; the ends are the 2.5th and the 97.5th hundredth, between
/// neighbours in proportion. Seeded: the same data give the same interval.
///
/// Source: Efron & Tibshirani 1993, "An introduction to the bootstrap", chapter 13.
package struct AlphaInterval: Hashable, Sendable {
  /// The lower end, rounded to a millionth.
  package let lower: Double
  /// The upper end, rounded to a millionth.
  package let upper: Double

  /// How many committees are drawn.
  package static let resampleCount = 1_000

  /// Draws the committees. O(resamples · scores).
  ///
  /// - Parameter checkpoint: is asked every few draws; what it throws ends the work.
  /// - Returns: nil where alpha is undefined for the data or for half of the draws.
  package init?(
    of data: ReliabilityData, by metric: KrippendorffAlpha.Metric,
    resampleCount: Int = resampleCount, seed: UInt64 = 0x4C65_6374_6572_6E,
    checkpoint: () throws -> Void
  ) rethrows {
    var sums = AlphaSums(of: data, by: metric)
    var random = SplitMix64(seed: seed)
    let count = data.unitCount
    var weights = ContiguousArray<Double>(repeating: 0, count: count)
    var alphas: [Double] = []
    alphas.reserveCapacity(resampleCount)
    guard count > 0 else { return nil }
    for resample in 0..<resampleCount {
      if resample % 16 == 0 { try checkpoint() }
      for unit in weights.indices { weights[unit] = 0 }
      for _ in 0..<count { weights[random.below(count)] += 1 }
      if let alpha = sums.disagreement(weights: weights)?.alpha { alphas.append(alpha) }
    }
    guard 2 * alphas.count > resampleCount else { return nil }
    alphas.sort()
    lower = Self.quantile(0.025, of: alphas).roundedToMillionth
    upper = Self.quantile(0.975, of: alphas).roundedToMillionth
  }

  private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let low = Int(place)
    let high = min(low + 1, sorted.count - 1)
    return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
  }
}
