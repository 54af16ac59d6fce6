package import ReviewCore

/// What the Rank screen shows: a ranking with what stands beside each of its rows.
///
/// Made once for each change, so that drawing looks up rows and computes nothing. A pure function
/// of what its viewer may see.
package struct RankingTable: Hashable, Sendable {
  /// The ranking of all proposals that are not withdrawn.
  package private(set) var ranking: Ranking
  /// The rows that were let through, best first; their ranks are those of the whole ranking.
  package private(set) var rows: [Row]
  /// What the histograms of the rows count in.
  package let bins: ScoreBins
  /// The cut line stands above the row of this place; nil where there is none, or all rows are
  /// above it.
  package let cutPlace: Int?
  /// With fewer reviews than this a row is marked.
  package let fewestReviews: Int
  /// Of how many proposals of the whole ranking the others' reviews are hidden from the viewer.
  package let hiddenCount: Int
  /// How many of those a conflict of interest of the viewer closes.
  package let conflictCount: Int
  /// How many rows are in the grey zone, where nobody can tell whether they are among the slots.
  package let greyCount: Int
  /// Whether any row is marked for its few reviews.
  package let hasFewReviews: Bool
  /// Where each proposal stands in `rows`.
  package let index: [ProposalID: Int]

  /// One proposal.
  package struct Row: Hashable, Sendable {
    /// Its rank, title, score, tie-break and decision, and number, median and spread of its reviews.
    package internal(set) var entry: Ranking.Entry
    /// How many places it stands above (below, if negative) its place by the plain mean; nil under
    /// that method, and without a score.
    package let movement: Int?
    /// Its primary focus area.
    package let area: Identifier?
    /// How many composites of finished visible reviews fall into each bin.
    package let histogram: [Int]
    /// The viewer's own composite.
    package let myComposite: Double?
    /// Whether it has fewer finished reviews than asked for; false while those are hidden, since
    /// nobody but the committee knows.
    package let hasFewReviews: Bool
    /// Whether the others' reviews of it are hidden from the viewer.
    package let areOthersHidden: Bool

    /// The proposal's id.
    package var id: ProposalID { entry.id }
  }

  /// Puts beside each row of a ranking what the screen shows. O(n log n) in proposals, and the
  /// reviews.
  ///
  /// - Parameters:
  ///   - ranking: the ranking of the summit's proposals.
  ///   - keeps: which proposals are shown.
  package init(
    of summit: SeenSummit, ranking: Ranking, keeping keeps: (SeenProposal) -> Bool = { _ in true }
  ) {
    let bins = ScoreBins(of: summit.rubric.scale)
    let fewest = summit.event.rules.reviewsPerProposal ?? Self.fewestByDefault
    let plainRanks = ranking.method == .mean ? [:] : ranking.ranksByMean
    var rows: [Row] = []
    var index: [ProposalID: Int] = [:]
    var cutPlace: Int?
    var (hiddenCount, conflictCount) = (0, 0)
    for entry in ranking.entries {
      guard let seen = summit.proposal(entry.id) else { continue }
      let isHidden = !seen.areOtherReviewsVisible
      if isHidden { hiddenCount += 1 }
      if isHidden, seen.myState == .conflict { conflictCount += 1 }
      guard keeps(seen) else { continue }
      if cutPlace == nil, let slots = ranking.slots, (entry.rank ?? .max) > slots {
        cutPlace = rows.count
      }
      index[entry.id] = rows.count
      rows.append(
        Row(
          entry: entry,
          movement: entry.rank.flatMap { rank in plainRanks[entry.id].map { $0 - rank } },
          area: seen.proposal.focusAreas.first,
          histogram: bins.counts(of: seen.composites(by: summit.rubric)),
          myComposite: seen.myComposite(by: summit.rubric),
          hasFewReviews: !isHidden && entry.summary.count < fewest, areOthersHidden: isHidden))
    }
    self.ranking = ranking
    self.rows = rows
    self.bins = bins
    self.cutPlace = cutPlace
    fewestReviews = fewest
    self.hiddenCount = hiddenCount
    self.conflictCount = conflictCount
    self.index = index
    greyCount = rows.count { $0.entry.isInGreyZone }
    hasFewReviews = rows.contains(where: \.hasFewReviews)
  }

  /// One review is few where the rules name no number.
  package static let fewestByDefault = 2

  /// Takes in what was decided, where nothing else changed: the rows stay where they are.
  /// O(proposals).
  package mutating func refreshDecisions(from summit: SeenSummit) {
    ranking.refreshDecisions(from: summit)
    for place in rows.indices {
      let outcome = summit.outcome(of: rows[place].id)
      if rows[place].entry.decision != outcome { rows[place].entry.decision = outcome }
    }
  }

  /// The row of a proposal, or nil where it is not shown.
  package func row(of id: ProposalID) -> Row? { index[id].map { rows[$0] } }
}

extension Ranking {
  /// The rank of each scored proposal if the method were the mean, by the same chain. O(n log n).
  var ranksByMean: [ProposalID: Int] {
    let order = entries.filter { $0.summary.mean != nil }.sorted {
      Standing(score: $0.summary.mean, summary: $0.summary, id: $0.id)
        .comparison(
          to: Standing(score: $1.summary.mean, summary: $1.summary, id: $1.id))?.isBefore ?? false
    }
    return Dictionary(
      order.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
  }
}
