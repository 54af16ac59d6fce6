/// Observed and expected disagreement of scores, for any weights of the proposals.
///
/// Most of the work is done once, so that a bootstrap can ask a thousand times. No matrix is made:
/// the ordinal distance of two scores is the difference of their middle ranks,
/// `Σ_{g=c…k} n_g − (n_c + n_k)/2 = R_k − R_c`, and sums over pairs of squared differences are sums
/// of squares, so any number of different scores is exact in O(scores).
struct AlphaSums {
  private let data: ReliabilityData
  private let metrics: [KrippendorffAlpha.Metric]
  /// For each metric that is fixed, what each proposal adds to the observed disagreement.
  private let unitSums: [ContiguousArray<Double>]
  /// The scores less the lowest, so that no digit is lost on a scale far from 0.
  private let positions: ContiguousArray<Double>
  // Made once, since a thousand calls would make them anew.
  private var weights: ContiguousArray<Double> = []
  private var total = 0.0
  private var marginals: ContiguousArray<Double>
  private var ranks: ContiguousArray<Double>

  /// How much scores differ, and would by chance.
  struct Disagreement {
    let observed: Double
    let expected: Double

    /// Alpha; nil where nothing could disagree.
    var alpha: Double? {
      let alpha = 1 - observed / expected
      return expected > 0 && alpha.isFinite ? alpha : nil
    }
  }

  /// Prepares the sums for some metrics, which are then asked for by their places.
  init(of data: ReliabilityData, by metrics: [KrippendorffAlpha.Metric]) {
    self.data = data
    self.metrics = metrics
    let lowest = data.values.first ?? 0
    positions = ContiguousArray(data.values.map { $0 - lowest })
    marginals = ContiguousArray(repeating: 0, count: data.values.count)
    ranks = marginals
    unitSums = metrics.map { metric in
      metric == .ordinal
        ? [] : ContiguousArray((0..<data.unitCount).map { data.fixedSum(ofUnit: $0, by: metric) })
    }
  }

  /// Lets each proposal count so many times. O(scores).
  mutating func weigh(_ weights: ContiguousArray<Double>) {
    self.weights = weights
    for place in marginals.indices { marginals[place] = 0 }
    var total = 0.0
    marginals.withUnsafeMutableBufferPointer { marginals in
      data.scores.withUnsafeBufferPointer { scores in
        for unit in 0..<data.unitCount where weights[unit] > 0 {
          let (start, end, weight) = (data.starts[unit], data.starts[unit + 1], weights[unit])
          for place in start..<end { marginals[Int(scores[place])] += weight }
          total += weight * Double(end - start)
        }
      }
    }
    self.total = total
  }

  /// The disagreement by the metric of a place; nil where no proposal has any weight, and for ratios
  /// of negative scores. O(scores).
  mutating func disagreement(by place: Int) -> Disagreement? {
    let metric = metrics[place]
    if metric == .ratio, let lowest = data.values.first, lowest < 0 { return nil }
    guard total > 1 else { return nil }
    // One value alone, or none: exactly 0, whatever rounding does.
    guard marginals.count(where: { $0 > 0 }) > 1 else {
      return Disagreement(observed: 0, expected: 0)
    }
    let (observed, expected): (Double, Double)
    switch metric {
    case .nominal:
      var squares = 0.0
      for marginal in marginals { squares += marginal * marginal }
      (observed, expected) = (fixedSum(place), total * total - squares)
    case .ordinal:
      rank()
      (observed, expected) = (rankedSum(), squaredDifferences(ranks))
    case .interval: (observed, expected) = (fixedSum(place), squaredDifferences(positions))
    case .ratio: (observed, expected) = (fixedSum(place), ratioDifferences())
    }
    return Disagreement(observed: observed / total, expected: expected / (total * (total - 1)))
  }

  private func fixedSum(_ place: Int) -> Double {
    var sum = 0.0
    let unitSums = unitSums[place]
    for unit in unitSums.indices { sum += weights[unit] * unitSums[unit] }
    return sum
  }

  /// The middle rank of each score, from the middle of all.
  private mutating func rank() {
    var below = -total / 2
    for place in ranks.indices {
      ranks[place] = below + marginals[place] / 2
      below += marginals[place]
    }
  }

  /// `Σ_u w_u Σ_pairs (R − R')² / (m_u − 1)` over ordered pairs.
  private func rankedSum() -> Double {
    var result = 0.0
    ranks.withUnsafeBufferPointer { ranks in
      data.scores.withUnsafeBufferPointer { scores in
        for unit in 0..<data.unitCount where weights[unit] > 0 {
          let (start, end) = (data.starts[unit], data.starts[unit + 1])
          var (sum, squares) = (0.0, 0.0)
          let first = ranks[Int(scores[start])]
          for place in start..<end {
            let rank = ranks[Int(scores[place])] - first
            sum += rank
            squares += rank * rank
          }
          let count = Double(end - start)
          result += weights[unit] * 2 * (count * squares - sum * sum) / (count - 1)
        }
      }
    }
    return result
  }

  /// `Σ n_c n_k (x_c − x_k)²` over ordered pairs.
  private func squaredDifferences(_ positions: ContiguousArray<Double>) -> Double {
    var mean = 0.0
    for place in positions.indices { mean += marginals[place] * positions[place] }
    mean /= total
    var squares = 0.0
    for place in positions.indices {
      let distance = positions[place] - mean
      squares += marginals[place] * distance * distance
    }
    return 2 * total * squares
  }

  private func ratioDifferences() -> Double {
    var sum = 0.0
    for one in data.values.indices {
      for other in data.values.indices.dropFirst(one + 1) {
        sum +=
          2 * marginals[one] * marginals[other]
          * KrippendorffAlpha.Metric.ratio.fixedDistance(data.values[one], data.values[other])
      }
    }
    return sum
  }
}

extension ReliabilityData {
  /// `Σ δ²` over the ordered pairs of a proposal's scores, through the number of scores less one.
  fileprivate func fixedSum(ofUnit unit: Int, by metric: KrippendorffAlpha.Metric) -> Double {
    let scores = scores[starts[unit]..<starts[unit + 1]]
    var sum = 0.0
    for (place, one) in scores.enumerated() {
      for other in scores.dropFirst(place + 1) {
        sum += metric.fixedDistance(values[Int(one)], values[Int(other)])
      }
    }
    return 2 * sum / Double(scores.count - 1)
  }
}

extension KrippendorffAlpha.Metric {
  /// The squared distance of two scores, where it does not depend on the others; else 0.
  fileprivate func fixedDistance(_ one: Double, _ other: Double) -> Double {
    if one == other { return 0 }
    switch self {
    case .nominal: return 1
    case .ordinal: return 0
    case .interval: return (one - other) * (one - other)
    case .ratio:
      let ratio = (one - other) / (one + other)
      return ratio * ratio
    }
  }
}
