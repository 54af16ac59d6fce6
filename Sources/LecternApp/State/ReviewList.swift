package import ReviewCore
package import TerminalUI

/// The rows of the list: which proposals, in which order, and which of them is selected.
package struct ReviewList: Sendable {
  /// The places in the seen summit, in the order of the list.
  package var rows: [Int] = []
  /// The selected row and the rows on the screen.
  package var window = ScrollWindow()
  /// The query that the proposals meet.
  package var query = Query.everything
  /// The focus area that is shown alone.
  package var area: Identifier?

  /// Whether any proposal may be left out.
  package var isFiltered: Bool { area != nil || query != .everything }

  /// Fills the rows anew, in the order of the queue. O(n).
  mutating func fill(from summit: SeenSummit, keeping selected: ProposalID?) {
    let matcher = QueryMatcher(query, in: summit)
    rows = ReviewQueue.order(of: summit).filter { place in
      let seen = summit.proposals[place]
      if let area, !seen.proposal.focusAreas.contains(area) { return false }
      return matcher.matches(seen)
    }
    window.resize(count: rows.count, height: window.height)
    select(selected.flatMap { row(of: $0, in: summit) } ?? 0)
  }

  /// Takes in a summit that was read again: rows keep their order, what is gone goes, what is new
  /// and meets the filter comes last. In place of a selected proposal that is gone, the next. O(n).
  mutating func renew(
    from summit: SeenSummit, before old: SeenSummit, keeping selected: ProposalID?
  ) {
    let kept = rows.compactMap { summit.index[old.proposals[$0].id] }
    let above = rows.prefix(window.selection).count { summit.index[old.proposals[$0].id] != nil }
    // Filling goes to the top; what is on the screen stays there.
    let shownRows = window
    fill(from: summit, keeping: nil)
    let shown = Set(kept)
    rows = kept + rows.filter { !shown.contains($0) }
    window = shownRows
    window.resize(count: rows.count, height: window.height)
    select(selected.flatMap { row(of: $0, in: summit) } ?? above)
  }

  /// Selects a row; one outside means the nearest end.
  mutating func select(_ row: Int) { window.select(row) }

  /// The place of the selected proposal in the seen summit; nil in an empty list.
  package var selectedPlace: Int? {
    rows.indices.contains(window.selection) ? rows[window.selection] : nil
  }

  /// The row of a proposal; nil where the filter leaves it out. O(n).
  package func row(of id: ProposalID, in summit: SeenSummit) -> Int? {
    guard let place = summit.index[id] else { return nil }
    return rows.firstIndex(of: place)
  }

  /// The next row that waits for a judgement, after the selected one and around; drafts and unread
  /// before skipped. The selected row itself only where nothing else waits. O(n).
  func nextWaitingRow(in summit: SeenSummit) -> Int? {
    guard !rows.isEmpty else { return nil }
    let start = window.selection + 1
    let order = (0..<rows.count).lazy.map { ($0 + start) % rows.count }
    let waiting = order.filter { ReviewQueue.isWaiting(summit.proposals[rows[$0]]) }
    return waiting.first { summit.proposals[rows[$0]].myState != .skipped } ?? waiting.first
  }
}
