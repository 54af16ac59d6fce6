import ReviewCore

/// Krippendorff's alpha: how far reviewers agree beyond chance, 1 for all of the way, 0 for not at
/// all, negative where they disagree more than by chance.
///
/// `α = 1 − Do/De`, of the coincidence matrix `o_ck = Σ_u (ordered pairs c, k in u)/(m_u − 1)` with
/// marginals `n_c`: `Do = Σ o_ck δ²_ck / n`, `De = Σ n_c n_k δ²_ck / (n (n − 1))`. Missing scores
/// are allowed.
///
/// Source: Krippendorff 2011, "Computing Krippendorff's alpha-reliability".
package struct KrippendorffAlpha: Hashable, Sendable {
  /// How far apart two scores are.
  package let metric: Metric
  /// Alpha, rounded to a millionth; nil where nothing could disagree: no proposal has two scores,
  /// or all scores are equal.
  package let value: Double?
  /// The observed disagreement; nil without a proposal that has two scores.
  package let observed: Double?
  /// The disagreement expected by chance.
  package let expected: Double?

  /// What the distance of two scores means.
  package enum Metric: String, CaseIterable, Hashable, Sendable {
    /// Equal or not.
    case nominal
    /// How many scores lie between: `(Σ_{g=c…k} n_g − (n_c + n_k)/2)²`.
    case ordinal
    /// Their difference: `(c − k)²`.
    case interval
    /// Their difference for their size: `((c − k)/(c + k))²`. Undefined for negative scores.
    case ratio
  }

  /// Measures agreement. O(scores); for ratios O(different scores²) too.
  package init(of data: ReliabilityData, by metric: Metric) {
    var sums = AlphaSums(of: data, by: [metric])
    sums.weigh(ContiguousArray(repeating: 1, count: data.unitCount))
    let disagreement = sums.disagreement(by: 0)
    self.metric = metric
    observed = disagreement?.observed
    expected = disagreement?.expected
    value = disagreement?.alpha?.roundedToMillionth
  }
}
