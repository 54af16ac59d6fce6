import ReviewCore

/// Between which values alpha would lie in 95 of 100 committees that read other proposals of the
/// same kind: a bootstrap over proposals.
///
/// As many proposals as there are (with two or more scores) are drawn with replacement, alpha is
/// computed of them, a thousand times or more; the ends are the 2.5th and the 97.5th hundredth,
/// between neighbours in proportion. Seeded: the same data give the same interval.
///
/// Source: Efron & Tibshirani 1993, "An introduction to the bootstrap", chapter 13.
package struct AlphaInterval: Hashable, Sendable {
  /// The lower end, rounded to a millionth.
  package let lower: Double
  /// The upper end, rounded to a millionth.
  package let upper: Double

  /// How many committees are drawn: 1,000; of fewer than 2,000 scores more, up to 20,000, since
  /// there the ends move most from draw to draw (at twelve proposals by 0.02, at 1,000 draws).
  package static func resampleCount(for data: ReliabilityData) -> Int {
    min(20_000, max(1_000, 2_000_000 / max(1, data.scoreCount)))
  }

  /// The seed of the draws that anybody shall be able to repeat.
  package static let seed: UInt64 = 2026

  /// Draws the committees, the same ones for each metric. O(resamples · scores).
  ///
  /// - Parameter checkpoint: is asked every few draws; what it throws ends the work.
  /// - Returns: an interval for each metric; nil where alpha is undefined for the data or for half of
  ///   the draws.
  package static func of(
    _ data: ReliabilityData, by metrics: [KrippendorffAlpha.Metric],
    seed: UInt64 = seed, checkpoint: () throws -> Void
  ) rethrows -> [AlphaInterval?] {
    let resampleCount = resampleCount(for: data)
    var sums = AlphaSums(of: data, by: metrics)
    var random = SplitMix64(seed: seed)
    var alphas = [[Double]](repeating: [], count: metrics.count)
    var weights = ContiguousArray<Double>(repeating: 0, count: data.unitCount)
    for resample in 0..<resampleCount where data.unitCount > 0 {
      if resample % 16 == 0 { try checkpoint() }
      draw(&weights, &random)
      sums.weigh(weights)
      for place in metrics.indices {
        if let alpha = sums.disagreement(by: place)?.alpha { alphas[place].append(alpha) }
      }
    }
    return alphas.map { alphas in
      guard 2 * alphas.count > resampleCount else { return nil }
      let sorted = alphas.sorted()
      return AlphaInterval(
        lower: quantile(0.025, of: sorted).roundedToMillionth,
        upper: quantile(0.975, of: sorted).roundedToMillionth)
    }
  }

  /// How often each proposal is drawn. By the upper half of a product, which is quicker than a
  /// remainder (Lemire 2019).
  private static func draw(_ weights: inout ContiguousArray<Double>, _ random: inout SplitMix64) {
    weights.withUnsafeMutableBufferPointer { weights in
      let count = UInt64(weights.count)
      for unit in weights.indices { weights[unit] = 0 }
      for _ in weights.indices {
        weights[Int(random.next().multipliedFullWidth(by: count).high)] += 1
      }
    }
  }

  private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let low = Int(place)
    let high = min(low + 1, sorted.count - 1)
    return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
  }
}
