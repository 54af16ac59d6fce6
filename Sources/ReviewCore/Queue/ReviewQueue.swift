/// The order in which a reviewer is led through the proposals.
///
/// Drafts, then unread, then skipped, each by id; behind them what is judged (scored, abstained,
/// conflict), then what is withdrawn.
package enum ReviewQueue {
  /// The places of all proposals of a summit, in the order of the queue. O(n).
  package static func order(of summit: SeenSummit) -> [Int] {
    var classes = [[Int]](repeating: [], count: 5)
    // A pointer, since a loop over the array would copy every proposal.
    summit.proposals.withUnsafeBufferPointer { proposals in
      for place in proposals.indices { classes[rank(of: proposals[place])].append(place) }
    }
    return classes.flatMap(\.self)
  }

  /// The proposal to review next; nil where everything is judged. O(n).
  package static func next(in summit: SeenSummit) -> SeenProposal? {
    var best: SeenProposal?
    for proposal in summit.proposals where isWaiting(proposal) {
      guard let found = best else {
        best = proposal
        continue
      }
      if rank(of: proposal) < rank(of: found) { best = proposal }
    }
    return best
  }

  /// Of a list of places the first that waits, from a row on and around; drafts and unread before
  /// skipped. Nil where nothing waits. O(rows).
  package static func firstWaiting(
    in rows: [Int], from start: Int, of summit: SeenSummit
  ) -> Int? {
    summit.proposals.withUnsafeBufferPointer { proposals in
      var skipped: Int?
      for step in rows.indices {
        let row = (start + step) % rows.count
        guard isWaiting(proposals[rows[row]]) else { continue }
        if proposals[rows[row]].myState != .skipped { return row }
        if skipped == nil { skipped = row }
      }
      return skipped
    }
  }

  /// Whether the viewer's judgement of it is still to come.
  package static func isWaiting(_ proposal: SeenProposal) -> Bool {
    !proposal.proposal.isWithdrawn && proposal.myState.isUnscored
  }

  /// The class of a proposal: 0 draft, 1 unread, 2 skipped, 3 judged, 4 withdrawn.
  package static func rank(of proposal: SeenProposal) -> Int {
    if proposal.proposal.isWithdrawn { return 4 }
    return switch proposal.myState {
    case .draft: 0
    case .unread: 1
    case .skipped: 2
    case .scored, .abstained, .conflict: 3
    }
  }
}
