/// A comparison of two proposals with the member who made it.
package struct SeenComparison: Hashable, Sendable {
  /// Who made it.
  package let reviewer: Identifier
  /// The two proposals.
  package let pair: ProposalPair
  /// What it says. Of others never that they skipped the pair; of nobody what was taken back.
  package let outcome: Comparison.Outcome

  /// Whether it says anything of the two: a pair that was skipped only is not asked again.
  package var isJudgement: Bool { outcome.isJudgement }
}

extension Comparison.Outcome {
  /// Whether it says anything of the two proposals.
  package var isJudgement: Bool {
    switch self {
    case .first, .second, .tied: true
    case .skipped, .cleared: false
    }
  }
}

extension ProposalPair: Comparable {
  /// The order of the ids, first by first.
  package static func < (one: ProposalPair, other: ProposalPair) -> Bool {
    (one.first, one.second) < (other.first, other.second)
  }
}

extension SeenSummit {
  /// Takes in the comparisons that the viewer may see: their own, and another's where the viewer
  /// sees what others say of *both* proposals. A conflict of interest closes them, the viewer's as
  /// that of whoever made them; a withdrawn proposal takes its comparisons along. O(n log n) in the
  /// comparisons.
  mutating func seeComparisons(of summit: Summit) {
    var found: [SeenComparison] = []
    for (reviewer, sheet) in summit.sheets where !sheet.comparisons.isEmpty {
      for (pair, comparison) in sheet.comparisons {
        let seen = SeenComparison(reviewer: reviewer, pair: pair, outcome: comparison.outcome)
        if shows(seen) { found.append(seen) }
      }
    }
    comparisons = found.sorted {
      $0.pair == $1.pair ? $0.reviewer < $1.reviewer : $0.pair < $1.pair
    }
  }

  /// Sees the viewer's own comparison of two proposals anew, after they said something of the pair.
  /// O(comparisons).
  ///
  /// The result is the same as that of seeing the whole summit anew.
  package mutating func refresh(_ pair: ProposalPair, from summit: Summit) {
    guard let viewer = viewer?.id else { return }
    let place = comparisons.firstIndex { $0.pair == pair && $0.reviewer == viewer }
    if let place { comparisons.remove(at: place) }
    guard let comparison = summit.sheets[viewer]?.comparisons[pair] else { return }
    let seen = SeenComparison(reviewer: viewer, pair: pair, outcome: comparison.outcome)
    guard shows(seen) else { return }
    let next = comparisons.firstIndex {
      $0.pair == pair ? viewer < $0.reviewer : pair < $0.pair
    }
    comparisons.insert(seen, at: next ?? comparisons.endIndex)
  }

  /// Why the viewer may not compare two proposals, as a sentence without its full stop; nil where
  /// they may. O(1).
  package func refusal(ofComparing pair: ProposalPair) -> String? {
    guard viewer != nil else { return "say who you are first: only members compare" }
    for id in [pair.first, pair.second] {
      guard let seen = proposal(id) else { return "there is no proposal \(id.text.quoted)" }
      if seen.proposal.isWithdrawn { return "\(id.text.quoted) is withdrawn" }
      if seen.myState == .conflict {
        return "you have a conflict of interest with \(id.text.quoted)"
      }
    }
    return nil
  }

  private func shows(_ comparison: SeenComparison) -> Bool {
    let isMine = comparison.reviewer == viewer?.id
    switch comparison.outcome {
    case .first, .second, .tied: break
    case .skipped: if !isMine { return false }
    case .cleared: return false
    }
    return [comparison.pair.first, comparison.pair.second].allSatisfy { id in
      guard let seen = proposal(id), !seen.proposal.isWithdrawn else { return false }
      if isMine { return seen.myState != .conflict }
      return seen.areOtherReviewsVisible && !seen.conflicts.contains(comparison.reviewer)
    }
  }
}

extension SeenProposal {
  /// Who declared a conflict of interest with it, as far as the viewer may see.
  fileprivate var conflicts: [Identifier] {
    reviews.filter { $0.review.status == .conflict }.map(\.reviewer)
  }

  /// Whether the same comparisons with it are seen as before.
  func showsSameComparisons(as old: SeenProposal) -> Bool {
    proposal.isWithdrawn == old.proposal.isWithdrawn
      && (myState == .conflict) == (old.myState == .conflict)
      && areOtherReviewsVisible == old.areOtherReviewsVisible && conflicts == old.conflicts
  }
}
