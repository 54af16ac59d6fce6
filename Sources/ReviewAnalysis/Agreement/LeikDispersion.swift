package import ReviewCore

/// Leik's ordinal dispersion: 0 where all scores are equal, 1 where half are at either end of the
/// scale.
///
/// `D = 2/(K − 1) Σ min(F_k, 1 − F_k)` over the K scores of the scale, F_k the part of the scores up
/// to k. For composites, which lie between the scores of the scale, the sum becomes
/// `2/(high − low) ∫ min(F(x), 1 − F(x)) dx`, which is the same where all lie on it.
///
/// Source: Leik 1966, "A measure of ordinal consensus", Pacific Sociological Review 9.
package enum LeikDispersion {
  /// The dispersion of some scores, rounded to a millionth; nil without any. O(n log n).
  ///
  /// What is off the scale counts as its nearest end.
  package static func of(_ scores: some Sequence<Double>, on scale: ScoreScale) -> Double? {
    let sorted = scores.filter(\.isFinite).map { min(max($0, scale.low), scale.high) }.sorted()
    guard !sorted.isEmpty else { return nil }
    var area = 0.0
    for place in sorted.indices.dropFirst() {
      let share = Double(min(place, sorted.count - place)) / Double(sorted.count)
      area += share * (sorted[place] - sorted[place - 1])
    }
    return (2 * area / (scale.high - scale.low)).roundedToMillionth
  }
}
