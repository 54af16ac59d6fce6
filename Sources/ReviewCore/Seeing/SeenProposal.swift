/// One proposal as one person may see it. What is hidden from them is not in it.
package struct SeenProposal: Hashable, Sendable {
  /// The proposal itself.
  package let proposal: Proposal
  /// Who submitted it; nil while that is hidden, and in a summit that is blind by absence.
  package let speakers: [Speaker]?
  /// The viewer's own review, also a cleared one; nil where there is none.
  package let myReview: Review?
  /// Where the viewer stands with it.
  package let myState: MyState
  /// Whether the text changed since the viewer judged it.
  package let isStale: Bool
  /// Whether the viewer is asked to review it.
  package let isAssigned: Bool
  /// Whether the viewer may see what others say of it.
  package let areOtherReviewsVisible: Bool
  /// The reviews that the viewer may see, their own among them, by the reviewer's id.
  ///
  /// Cleared reviews that say nothing are not in it.
  package let reviews: [SeenReview]
  /// What was decided; nil where nothing was.
  package let decision: Decision?
  /// What was said to each other of it, as far as the viewer may see: their own remarks always,
  /// another's where they see that one's review. In order of time.
  package let discussion: [SeenRemark]

  /// The proposal's id.
  package var id: ProposalID { proposal.id }

  /// Where a viewer stands with a proposal.
  package enum MyState: String, CaseIterable, Hashable, Sendable {
    case unread, draft, scored, abstained, conflict, skipped

    /// Whether a judgement is still to come: no entry, draft, skipped or cleared.
    package var isUnscored: Bool {
      switch self {
      case .unread, .draft, .skipped: true
      case .scored, .abstained, .conflict: false
      }
    }
  }

  /// The composites of the finished reviews that the viewer may see, by the reviewer's id, not
  /// rounded.
  package func composites(by rubric: Rubric) -> [Double] {
    reviews.compactMap { $0.review.status == .scored ? $0.review.exactComposite(by: rubric) : nil }
  }

  /// What the viewer may see of the committee's score; nil while the others' reviews are hidden.
  package func summary(by rubric: Rubric) -> ScoreSummary? {
    areOtherReviewsVisible ? ScoreSummary(composites(by: rubric)) : nil
  }

  /// The viewer's own composite, of a finished or an unfinished review; nil without a score.
  package func myComposite(by rubric: Rubric) -> Double? {
    guard let myReview, myState == .scored || myState == .draft else { return nil }
    return myReview.composite(by: rubric)
  }
}

/// A review with the member who wrote it.
package struct SeenReview: Hashable, Sendable {
  /// Who wrote it.
  package let reviewer: Identifier
  /// What they say.
  package let review: Review
}

/// Number, mean, median and spread of some scores.
package struct ScoreSummary: Hashable, Sendable {
  /// How many scores there are.
  package let count: Int
  /// Their mean, rounded to a millionth; nil without any.
  package let mean: Double?
  /// Their median (of an even number the mean of the middle two), rounded; nil without any.
  package let median: Double?
  /// Their sample deviation (n − 1), rounded; nil under two.
  package let spread: Double?

  /// Summarises some scores. O(n log n).
  ///
  /// They are added up smallest first, so that their order does not change the last digit.
  package init(_ scores: [Double]) {
    let sorted = scores.sorted()
    count = sorted.count
    guard !sorted.isEmpty else {
      (mean, median, spread) = (nil, nil, nil)
      return
    }
    let exactMean = sorted.reduce(0, +) / Double(sorted.count)
    mean = exactMean.roundedToMillionth
    let middle = sorted.count / 2
    median =
      (sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2)
      .roundedToMillionth
    let squares = sorted.reduce(0) { $0 + ($1 - exactMean) * ($1 - exactMean) }
    spread =
      sorted.count < 2
      ? nil : (squares / Double(sorted.count - 1)).squareRoot().roundedToMillionth
  }
}
