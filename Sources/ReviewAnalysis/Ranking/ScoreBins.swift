package import ReviewCore

/// The columns of a small histogram of scores.
///
/// A scale of at most ten scores has a bin for each, which takes what is nearest to it (a half goes
/// up); a longer scale is cut into ten parts of equal width, each without its upper end but the last.
package struct ScoreBins: Hashable, Sendable {
  /// How many bins there are, 2 to 10.
  package let count: Int
  private let low: Double
  private let width: Double
  private let isOnScores: Bool

  /// The most bins that a histogram has.
  private static let most = 10

  /// Makes the bins of a scale.
  package init(of scale: ScoreScale) {
    let steps = Int(((scale.high - scale.low) / scale.step).rounded())
    low = scale.low
    isOnScores = steps < Self.most
    count = isOnScores ? steps + 1 : Self.most
    width = isOnScores ? scale.step : (scale.high - scale.low) / Double(Self.most)
  }

  /// The bin of a score, from 0; what is off the scale goes into the nearest bin.
  package func bin(of score: Double) -> Int {
    guard score.isFinite else { return 0 }
    let place = ((score - low) / width).roundedToMillionth
    let bin = isOnScores ? place.rounded() : place.rounded(.down)
    return Int(min(max(bin, 0), Double(count - 1)))
  }

  /// How many scores fall into each bin. O(scores).
  package func counts(of scores: some Sequence<Double>) -> [Int] {
    var counts = [Int](repeating: 0, count: count)
    for score in scores { counts[bin(of: score)] += 1 }
    return counts
  }
}
