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
