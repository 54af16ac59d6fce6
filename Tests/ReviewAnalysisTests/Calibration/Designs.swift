@testable import ReviewAnalysis

extension ScoreDesign {
  /// A design of triples: proposal, reviewer, score.
  init(triples: [(Int, Int, Double)], reviewers: Int) {
    let proposals = (triples.map(\.0).max() ?? -1) + 1
    self.init(
      (0..<proposals).map { proposal in
        (0, triples.filter { $0.0 == proposal }.map { ($0.1, $0.2) })
      },
      reviewerCount: reviewers, meanCount: 1)
  }

  /// A complete design: the scores of each proposal, reviewer by reviewer.
  init(complete rows: [[Double]]) {
    self.init(
      rows.map { (0, $0.enumerated().map { ($0, $1) }) },
      reviewerCount: rows.first?.count ?? 0, meanCount: 1)
  }
}

/// Whether two lists of numbers are equal but for so much.
func areEqual(_ one: [Double], _ other: [Double], within tolerance: Double) -> Bool {
  one.count == other.count && zip(one, other).allSatisfy { ($0 - $1).magnitude <= tolerance }
}
