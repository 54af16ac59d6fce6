/// How the scores of a proposal become one number.
package enum RankingMethod: String, CaseIterable, Hashable, Sendable {
  /// The level that a mixed model finds once the severity of the reviewers is taken out.
  case calibrated
  /// The mean of the composites.
  case mean
  /// The median of the composites.
  case median
  /// The majority grade: the lower median, then the share above it less the share below it.
  case majority
  /// The calibrated level, moved by what reviewers said of pairs.
  case comparison

  /// What a score by it is, in a few words: `Score 4.16, corrected for severity`.
  package var words: String {
    switch self {
    case .calibrated: "corrected for the severity of its reviewers"
    case .mean, .median: "the \(rawValue) of what can be seen"
    case .majority: "the grade that a majority gives at least"
    case .comparison: "corrected for severity, and moved by comparisons"
    }
  }

  /// What it does, in a sentence without its full stop.
  package var summary: String {
    switch self {
    case .calibrated:
      "what remains of the visible reviews once their reviewers' severity is taken out"
    case .mean: "the mean of each proposal's visible reviews"
    case .median: "the median of each proposal's visible reviews"
    case .majority: "the majority grade of each proposal's visible reviews"
    case .comparison: "the calibrated score, moved by the visible comparisons of pairs"
    }
  }
}
