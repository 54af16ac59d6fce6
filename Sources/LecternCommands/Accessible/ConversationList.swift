import ReviewCore

/// The proposals that a conversation goes through: those that meet a query, in the order of the
/// queue when the query was given. That order stays, so that a number stays a proposal's.
struct ConversationList {
  private(set) var ids: [ProposalID] = []
  /// How many of them, from the first on, waited for the person then.
  private(set) var queueLength = 0
  /// What they meet.
  private(set) var query = Query.everything

  /// Makes an empty list.
  init() {}

  /// Makes the list of what meets a query. O(n log n).
  init(_ query: Query, in summit: SeenSummit, bookmarks: Set<ProposalID>) {
    self.query = query
    ids = Self.ids(query, summit, bookmarks)
    queueLength = ids.count { summit.proposal($0).map(ReviewQueue.isWaiting) ?? false }
  }

  private static func ids(
    _ query: Query, _ summit: SeenSummit, _ bookmarks: Set<ProposalID>
  ) -> [ProposalID] {
    let matcher = QueryMatcher(query, in: summit, bookmarks: bookmarks)
    return ReviewQueue.order(of: summit).compactMap { place in
      let proposal = summit.proposals[place]
      return query == .everything || matcher.matches(proposal) ? proposal.id : nil
    }
  }

  /// Takes in a folder that was read again: what is gone goes, what is new and meets the query comes
  /// last. O(n log n).
  mutating func renew(in summit: SeenSummit, bookmarks: Set<ProposalID>) {
    queueLength = ids.prefix(queueLength).count { summit.index[$0] != nil }
    ids.removeAll { summit.index[$0] == nil }
    let known = Set(ids)
    ids += Self.ids(query, summit, bookmarks).filter { !known.contains($0) }
  }

  /// The place of a proposal, from 0; nil where it is not in the list. O(n).
  func place(of id: ProposalID) -> Int? { ids.firstIndex(of: id) }

  /// The next that waits, after a proposal and around; nil where none does. O(n).
  func nextWaiting(after id: ProposalID?, in summit: SeenSummit) -> ProposalID? {
    let rows = ids.compactMap { summit.index[$0] }
    if rows.isEmpty { return nil }
    let start = id.flatMap { place(of: $0) }.map { $0 + 1 } ?? 0
    return ReviewQueue.firstWaiting(in: rows, from: start, of: summit).map { ids[$0] }
  }

  /// How many wait now. O(n).
  func waitingCount(in summit: SeenSummit) -> Int {
    ids.count { summit.proposal($0).map(ReviewQueue.isWaiting) ?? false }
  }
}
