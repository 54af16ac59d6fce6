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
  /// that of whoever made them, declared or as its speaker (where the viewer sees the speakers); a
  /// withdrawn proposal takes its comparisons along. O(n log n) in the comparisons.
  mutating func seeComparisons(of summit: Summit) {
    guard summit.sheets.values.contains(where: { !$0.comparisons.isEmpty }) else {
      comparisons = []
      return
    }
    // Whole numbers instead of ids, whose bytes would be compared again and again.
    var found: [(first: Int, second: Int, reviewer: Int, seen: SeenComparison)] = []
    for (rank, reviewer) in summit.sheets.keys.sorted().enumerated() {
      let email = event.member(reviewer)?.email?.comparableEmail
      for (pair, comparison) in summit.sheets[reviewer]?.comparisons ?? [:] {
        let seen = SeenComparison(reviewer: reviewer, pair: pair, outcome: comparison.outcome)
        guard let first = index[pair.first], let second = index[pair.second],
          shows(seen, first, second, by: email)
        else { continue }
        found.append((first, second, rank, seen))
      }
    }
    // Proposals stand in the order of their ids, so that their places are in that order too.
    found.sort { ($0.first, $0.second, $0.reviewer) < ($1.first, $1.second, $1.reviewer) }
    comparisons = found.map(\.seen)
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
    guard let first = index[pair.first], let second = index[pair.second],
      shows(seen, first, second, by: nil)
    else { return }
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

  /// - Parameter email: the address of who made it, to be compared; that of the viewer is in their
  ///   own state already.
  private func shows(
    _ comparison: SeenComparison, _ first: Int, _ second: Int, by email: String?
  ) -> Bool {
    let isMine = comparison.reviewer == viewer?.id
    switch comparison.outcome {
    case .first, .second, .tied: break
    case .skipped: if !isMine { return false }
    case .cleared: return false
    }
    // A pointer, since the array would copy every proposal that is looked at.
    return proposals.withUnsafeBufferPointer { proposals in
      func isOpen(_ place: Int) -> Bool {
        if proposals[place].proposal.isWithdrawn { return false }
        if isMine { return proposals[place].myState != .conflict }
        return proposals[place].areOtherReviewsVisible
          && !proposals[place].hasDeclaredConflict(comparison.reviewer)
          && !proposals[place].isOffered(by: email)
      }
      return isOpen(first) && isOpen(second)
    }
  }
}

extension SeenProposal {
  /// Who declared a conflict of interest with it, as far as the viewer may see.
  fileprivate var conflicts: [Identifier] {
    reviews.filter { $0.review.status == .conflict }.map(\.reviewer)
  }

  fileprivate func hasDeclaredConflict(_ reviewer: Identifier) -> Bool {
    reviews.contains { $0.reviewer == reviewer && $0.review.status == .conflict }
  }

  /// Whether a speaker whom the viewer sees has this address.
  fileprivate func isOffered(by email: String?) -> Bool {
    guard let email else { return false }
    return speakers?.contains { $0.email?.comparableEmail == email } ?? false
  }

  /// Whether the same comparisons with it are seen as before.
  func showsSameComparisons(as old: SeenProposal) -> Bool {
    proposal.isWithdrawn == old.proposal.isWithdrawn
      && (myState == .conflict) == (old.myState == .conflict)
      && (speakers == nil) == (old.speakers == nil)
      && areOtherReviewsVisible == old.areOtherReviewsVisible && conflicts == old.conflicts
  }
}
