import ReviewCore

/// The grade of a majority judgement (Balinski & Laraki 2007; the balance is Fabre's 2021 order of
/// equal grades).
struct MajorityGrade: Hashable, Sendable {
  /// The lower median: a majority gives at least so much.
  let grade: Double
  /// The share of scores above the grade less the share below it, rounded to a millionth.
  let balance: Double

  /// Grades some scores; nil without any. O(n log n).
  init?(_ scores: [Double]) {
    guard !scores.isEmpty else { return nil }
    // Means of the same scores in another order differ in their last digits.
    let sorted = scores.map(\.roundedToMillionth).sorted()
    let grade = sorted[(sorted.count - 1) / 2]
    let above = sorted.count { $0 > grade }
    let below = sorted.count { $0 < grade }
    self.grade = grade
    balance = (Double(above - below) / Double(sorted.count)).roundedToMillionth
  }
}
