/// Who scored what, as places in lists: what the model of severity is fitted to.
///
/// The scores stand proposal by proposal; every proposal and every reviewer in it has at least one.
struct ScoreDesign: Hashable, Sendable {
  /// Where the scores of each proposal begin; one more than there are proposals.
  private(set) var offsets: [Int] = [0]
  /// Who gave each score.
  private(set) var reviewers: [Int] = []
  /// The scores, less `center`.
  private(set) var scores: [Double] = []
  /// The group whose mean each proposal shares: a focus area, or all the others.
  private(set) var means: [Int] = []
  /// How many reviewers there are.
  let reviewerCount: Int
  /// How many means there are.
  let meanCount: Int
  /// The mean of all scores, taken off so that sums of squares keep their digits.
  let center: Double

  /// One proposal: the place of its mean, and its scores with who gave them.
  typealias Row = (mean: Int, scores: [(reviewer: Int, score: Double)])

  /// Lists scores. O(scores).
  init(_ rows: [Row], reviewerCount: Int, meanCount: Int) {
    self.reviewerCount = reviewerCount
    self.meanCount = meanCount
    let count = rows.reduce(0) { $0 + $1.scores.count }
    let sum = rows.reduce(0) { $0 + $1.scores.reduce(0) { $0 + $1.score } }
    center = count == 0 ? 0 : sum / Double(count)
    reviewers.reserveCapacity(count)
    scores.reserveCapacity(count)
    for row in rows {
      for entry in row.scores {
        reviewers.append(entry.reviewer)
        scores.append(entry.score - center)
      }
      offsets.append(scores.count)
      means.append(row.mean)
    }
  }

  /// How many proposals there are.
  var proposalCount: Int { means.count }

  /// How many scores there are.
  var scoreCount: Int { scores.count }

  /// How many unknowns remain once the proposals are eliminated: reviewers, then means.
  var unknownCount: Int { reviewerCount + meanCount }

  /// The places of a proposal's scores.
  func scores(of proposal: Int) -> Range<Int> { offsets[proposal]..<offsets[proposal + 1] }

  /// The place of a proposal's mean among the unknowns.
  func meanPlace(of proposal: Int) -> Int { reviewerCount + means[proposal] }

  /// How many scores stand behind the first of their proposal: only they tell noise from quality.
  var repeatedCount: Int { scoreCount - proposalCount }

  /// The sample variance of all scores; 0 under two.
  var variance: Double {
    guard scoreCount > 1 else { return 0 }
    return scores.reduce(0) { $0 + $1 * $1 } / Double(scoreCount - 1)
  }
}
