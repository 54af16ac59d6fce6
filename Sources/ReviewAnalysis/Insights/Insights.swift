package import ReviewCore

/// What the reviews say of the review itself: how far everybody is, who scores how, how far they
/// agree, what they dispute, what lacks reviews.
///
/// A pure function of what its viewer may see: hidden reviews are in no mean, no alpha, no dispute
/// and no count. Withdrawn proposals are left out.
package struct Insights: Hashable, Sendable {
  /// How far each member is, as far as the viewer may know.
  package let progress: CommitteeProgress
  /// How each member scores, in the order of the committee.
  package let reviewers: [ReviewerInsight]
  /// What the histograms of the reviewers count in.
  package let bins: ScoreBins
  /// How far the reviewers agree.
  package let agreement: Agreement
  /// The proposals of which the scores differ, the most disputed first.
  package let disputed: [Dispute]
  /// The focus areas, in the order of the event.
  package let focusAreas: [AreaCoverage]
  /// The proposals with fewer reviews than asked for, the fewest first, equals by id. Those whose
  /// reviews are hidden from the viewer are not in it.
  package let underReviewed: [FewReviews]
  /// How many reviews a proposal is to have: by the rules, else two.
  package let reviewsPerProposal: Int
  /// How many proposals there are, how many have a review, and of how many those are hidden.
  package let counts: Counts
  /// What the reader should know of the severities: how far calibration could go.
  package let remarks: [String]

  /// Numbers of proposals.
  package struct Counts: Hashable, Sendable {
    /// All that are not withdrawn.
    package internal(set) var total = 0
    /// Those with a finished review that the viewer may see.
    package internal(set) var reviewed = 0
    /// Those of which the viewer may not see the others' reviews.
    package internal(set) var hidden = 0
    /// Finished reviews that the viewer may see.
    package internal(set) var reviews = 0
  }

  /// A proposal that lacks reviews.
  package struct FewReviews: Hashable, Sendable {
    /// Its id.
    package let id: ProposalID
    /// Its title.
    package let title: String
    /// How many finished reviews it has.
    package let count: Int
  }

  /// Where the rules name no number, one review is few.
  private static let reviewsByDefault = 2

  /// Looks at a summit. O(1,000 · reviews) for the intervals, and a calibration.
  package init(of summit: SeenSummit) { self.init(of: summit, checkpoint: {}) }

  /// The same, with a look now and then whether it is still wanted.
  ///
  /// - Parameter checkpoint: is asked often; what it throws ends the work.
  package init(of summit: SeenSummit, checkpoint: () throws -> Void) rethrows {
    let calibration = Calibration(of: summit)
    try checkpoint()
    progress = CommitteeProgress(of: summit)
    bins = ScoreBins(of: summit.rubric.scale)
    reviewsPerProposal = summit.event.rules.reviewsPerProposal ?? Self.reviewsByDefault
    var tally = InsightsTally(summit, calibration, needed: reviewsPerProposal)
    for seen in summit.proposals where !seen.proposal.isWithdrawn { tally.add(seen) }
    reviewers = tally.reviewers(bins, progress)
    disputed = tally.disputes.sorted { $0.precedes($1) }
    focusAreas = tally.areas
    underReviewed = tally.few.sorted { ($0.count, $0.id) < ($1.count, $1.id) }
    counts = tally.counts
    remarks = calibration?.remarks ?? []
    agreement = try Agreement(of: summit, checkpoint: checkpoint)
  }
}
