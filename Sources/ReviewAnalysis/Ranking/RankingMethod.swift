/// How the scores of a proposal become one number.
package enum RankingMethod: String, CaseIterable, Hashable, Sendable {
  /// The mean of the composites.
  case mean
  /// The median of the composites.
  case median

  /// What it does, in a sentence without its full stop.
  package var summary: String {
    switch self {
    case .mean: "the mean of each proposal's visible reviews"
    case .median: "the median of each proposal's visible reviews"
    }
  }
}
