import RealModule

/// What a solved model leaves uncertain: variances and covariances of levels and severities.
///
/// All are those of the posterior at the fitted variances. With u the row of a proposal (1 for its
/// mean, less its weight times the row of its scores), the covariance of two levels is
/// `s2 (u_i' S⁻¹ u_j)`, and `s2 d_p` more of a level with itself.
struct Posterior: Hashable, Sendable {
  /// The solved model.
  let model: SeverityModel
  /// The inverse of the matrix of the unknowns.
  private let inverse: SymmetricMatrix

  /// Inverts the matrix of the unknowns. O(unknowns³).
  init(of model: SeverityModel) {
    self.model = model
    inverse = model.factor.inverse()
  }

  /// The variance of a proposal's level. O(scores of it, squared).
  func levelVariance(_ proposal: Int) -> Double { levelCovariance(proposal, proposal) }

  /// The covariance of two levels. O(product of their numbers of scores).
  func levelCovariance(_ one: Int, _ other: Int) -> Double {
    let design = model.design
    let (weight, otherWeight) = (model.weight(of: one), model.weight(of: other))
    let (places, otherPlaces) = (design.scores(of: one), design.scores(of: other))
    let share = 1 - weight * Double(places.count)
    let otherShare = 1 - otherWeight * Double(otherPlaces.count)
    let (mean, otherMean) = (design.meanPlace(of: one), design.meanPlace(of: other))
    var form = share * otherShare * inverse[mean, otherMean]
    for place in places {
      form -= weight * otherShare * inverse[design.reviewers[place], otherMean]
    }
    for otherPlace in otherPlaces {
      let reviewer = design.reviewers[otherPlace]
      form -= share * otherWeight * inverse[mean, reviewer]
      for place in places {
        form += weight * otherWeight * inverse[design.reviewers[place], reviewer]
      }
    }
    return model.noise * (form + (one == other ? weight : 0))
  }

  /// The variance of a reviewer's severity.
  func severityVariance(_ reviewer: Int) -> Double { model.noise * inverse[reviewer, reviewer] }

  /// The probability that the level of one proposal is above that of another: a half where nothing
  /// tells them apart.
  func probability(_ one: Int, isAbove other: Int) -> Double {
    let difference = model.level(of: one) - model.level(of: other)
    let variance =
      levelVariance(one) + levelVariance(other) - 2 * levelCovariance(one, other)
    guard variance > 1e-18 else { return difference == 0 ? 0.5 : difference > 0 ? 1 : 0 }
    return normalShare(below: difference / variance.squareRoot())
  }

  /// The expected rank of a proposal: 1, and for each other one the probability that it is above
  /// (Heyard et al. 2022). O(proposals).
  func expectedRank(_ proposal: Int) -> Double {
    var rank = 1.0
    for other in 0..<model.design.proposalCount where other != proposal {
      rank += probability(other, isAbove: proposal)
    }
    return rank
  }
}

/// The share of a standard normal quantity that is below a value.
func normalShare(below value: Double) -> Double {
  0.5 * Double.erfc(-value / 2.0.squareRoot())
}

// MARK: Draws

extension Posterior {
  /// Draws the levels of all proposals from the posterior, the unknowns first and then the qualities
  /// given them, which are independent. O(count × (scores + unknowns²)).
  ///
  /// - Parameters:
  ///   - count: how many times.
  ///   - seed: the same seed gives the same draws.
  ///   - body: takes in the levels of one draw; false ends the drawing.
  func drawLevels(
    _ count: Int, seed: UInt64, _ body: (UnsafeBufferPointer<Double>) -> Bool
  ) {
    let design = model.design
    let number = design.proposalCount
    var normals = NormalSource(seed: seed)
    let scale = model.noise.squareRoot()
    let weights = (0..<number).map { model.weight(of: $0) }
    let deviations = weights.map { scale * $0.squareRoot() }
    // What a level is where severities are 0; and the share of the mean in it.
    let bases = (0..<number).map { proposal in
      design.center + weights[proposal] * design.scores[design.scores(of: proposal)].reduce(0, +)
    }
    let shares = (0..<number).map { 1 - weights[$0] * Double(design.scores(of: $0).count) }
    var unknowns = [Double](repeating: 0, count: design.unknownCount)
    var levels = [Double](repeating: 0, count: number)
    for _ in 0..<count {
      unknowns.withUnsafeMutableBufferPointer { unknowns in
        normals.fill(unknowns)
        model.factor.solveUpper(unknowns)
        for place in unknowns.indices {
          unknowns[place] = model.unknowns[place] + scale * unknowns[place]
        }
      }
      let goesOn = levels.withUnsafeMutableBufferPointer { levels in
        normals.fill(levels)
        for proposal in 0..<number {
          var severities = 0.0
          for place in design.offsets[proposal]..<design.offsets[proposal + 1] {
            severities += unknowns[design.reviewers[place]]
          }
          levels[proposal] =
            bases[proposal] - weights[proposal] * severities
            + shares[proposal] * unknowns[design.reviewerCount + design.means[proposal]]
            + deviations[proposal] * levels[proposal]
        }
        return body(UnsafeBufferPointer(levels))
      }
      guard goesOn else { return }
    }
  }

  /// In which share of the draws each proposal is among the best so many. Where several stand
  /// equal at the line, the places left are shared among them. O(draws × proposals).
  func probabilitiesIn(slots: Int, draws: Int, seed: UInt64) -> [Double] {
    let number = model.design.proposalCount
    guard slots > 0 else { return [Double](repeating: 0, count: number) }
    guard slots < number else { return [Double](repeating: 1, count: number) }
    var sums = [Double](repeating: 0, count: number)
    var selection = Selection(count: number)
    drawLevels(draws, seed: seed) { levels in
      let line = selection.value(ofRank: slots, in: levels)
      sums.withUnsafeMutableBufferPointer { sums in
        var (above, equal) = (0, 0)
        for place in 0..<number {
          if levels[place] > line {
            sums[place] += 1
            above += 1
          } else if levels[place] == line {
            equal += 1
          }
        }
        let share = Double(slots - above) / Double(equal)
        for place in 0..<number where levels[place] == line { sums[place] += share }
      }
      return true
    }
    return sums.map { $0 / Double(draws) }
  }
}

/// Finds the value of a rank among numbers (Hoare's selection), with memory of its own that is used
/// again each time.
private struct Selection {
  private var scratch: [Double]

  init(count: Int) { scratch = [Double](repeating: 0, count: count) }

  /// The value that stands at a rank, from 1, the largest first. O(n) as a rule.
  mutating func value(ofRank rank: Int, in values: UnsafeBufferPointer<Double>) -> Double {
    scratch.withUnsafeMutableBufferPointer { scratch in
      _ = scratch.update(from: values)
      var (low, high) = (0, values.count - 1)
      let wanted = rank - 1
      while low < high {
        // The middle of three as the pivot: no order of the input makes it slow but a contrived one.
        let middle = (low + high) / 2
        let (a, b, c) = (scratch[low], scratch[middle], scratch[high])
        let pivot = max(min(a, b), min(max(a, b), c))
        var (left, right) = (low, high)
        while left <= right {
          while scratch[left] > pivot { left += 1 }
          while scratch[right] < pivot { right -= 1 }
          if left <= right {
            scratch.swapAt(left, right)
            left += 1
            right -= 1
          }
        }
        if wanted <= right {
          high = right
        } else if wanted >= left {
          low = left
        } else {
          return scratch[wanted]
        }
      }
      return scratch[wanted]
    }
  }
}
