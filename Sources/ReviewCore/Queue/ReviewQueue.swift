/// The order in which a reviewer is led through the proposals.
///
/// What the viewer is asked to review comes first, drafts before the rest; then other drafts, then
/// unread, then skipped. Within each, what has the fewest finished reviews comes first, so that the
/// committee reads all before it reads some often; equals are drawn by lot, for each summit and
/// viewer another, so that nobody's order is everybody's. Behind them, by id, what is judged (scored,
/// abstained, conflict), then what is withdrawn. For nobody in particular all goes by id.
///
/// The finished reviews that count may be hidden from the viewer. The order does not say how many
/// there are: neighbours may have the same number or not, and proposals that the viewer judged, or
/// that a conflict closes to them, stand by id alone.
package enum ReviewQueue {
  /// The places of all proposals of a summit, in the order of the queue. O(n log n).
  package static func order(of summit: SeenSummit) -> [Int] {
    let keys = QueueKeys(summit)
    // A pointer, since a loop over the array would copy every proposal.
    let ordered = summit.proposals.withUnsafeBufferPointer { proposals in
      proposals.indices.map { keys.key(of: proposals[$0], at: $0) }.sorted()
    }
    return ordered.map(\.place)
  }

  /// The proposal to review next; nil where everything is judged. O(n).
  package static func next(in summit: SeenSummit) -> SeenProposal? {
    let keys = QueueKeys(summit)
    let first = summit.proposals.withUnsafeBufferPointer { proposals in
      proposals.indices.lazy.filter { isWaiting(proposals[$0]) }
        .map { keys.key(of: proposals[$0], at: $0) }.min()
    }
    return first.map { summit.proposals[$0.place] }
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

  /// The class of a proposal: 0 draft that the viewer is asked for, 1 unread that they are asked
  /// for, 2 draft, 3 unread, 4 skipped, 5 judged, 6 withdrawn.
  package static func rank(of proposal: SeenProposal) -> Int {
    if proposal.proposal.isWithdrawn { return 6 }
    return switch proposal.myState {
    case .draft: proposal.isAssigned ? 0 : 2
    case .unread: proposal.isAssigned ? 1 : 3
    case .skipped: 4
    case .scored, .abstained, .conflict: 5
    }
  }

  /// The last class that waits for the viewer.
  static let lastWaitingRank = 4
}
