package import ReviewCore

/// One row of the rubric: a criterion, or the overall score where there are no criteria.
package struct CriterionRow: Hashable, Sendable {
  /// Its name.
  package let name: String
  /// The criterion; nil is the overall score.
  package let criterion: Criterion?
}

extension State {
  /// The rows of the rubric.
  package var criteria: [CriterionRow] {
    let criteria = seen.rubric.criteria.map { CriterionRow(name: $0.name, criterion: $0) }
    return criteria.isEmpty ? [CriterionRow(name: "Overall", criterion: nil)] : criteria
  }

  /// The score that the viewer gave in a row of the rubric; nil for none.
  package func score(in row: CriterionRow, of seen: SeenProposal) -> Double? {
    guard let review = seen.myReview else { return nil }
    return row.criterion.map { review.scores[$0.id] } ?? review.overall
  }

  /// The first row without a score; the first of all where each has one.
  var firstOpenCriterion: Int {
    guard let selected else { return 0 }
    return criteria.firstIndex { score(in: $0, of: selected) == nil } ?? 0
  }

  /// The next row without a score, after the current one and around; nil where each has one.
  var nextOpenCriterion: Int? {
    guard let selected else { return nil }
    let rows = criteria
    return (1...rows.count).lazy.map { ($0 + criterion) % rows.count }
      .first { score(in: rows[$0], of: selected) == nil }
  }
}
