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
  /// The order of the rows.
  package var order = ListOrder.queue
  /// The view that was chosen last, which holds while the list is as it says; nil for none.
  package var view: ShownView?
  /// The proposals that are marked, to do something to all of them.
  package var marks: Set<ProposalID> = []

  /// Whether any proposal may be left out.
  package var isFiltered: Bool { area != nil || query != .everything }

  /// Fills the rows anew, in the order of the list. O(n log n).
  mutating func fill(
    from summit: SeenSummit, marked personal: Personal, keeping selected: ProposalID?
  ) {
    let matcher = QueryMatcher(
      query, in: summit, bookmarks: personal.bookmarks, read: personal.read)
    let order = order.places(of: summit)
    // A pointer, since the array would copy every proposal that is looked at.
    rows = summit.proposals.withUnsafeBufferPointer { proposals in
      order.filter { place in
        if let area, !proposals[place].proposal.focusAreas.contains(area) { return false }
        return query == .everything || matcher.matches(proposals[place])
      }
    }
    window.resize(count: rows.count, height: window.height)
    select(selected.flatMap { row(of: $0, in: summit) } ?? 0)
  }

  /// Takes in a summit that was read again: rows keep their order, what is gone goes, what is new
  /// and meets the filter comes last. In place of a selected proposal that is gone, the next. O(n).
  mutating func renew(
    from summit: SeenSummit, before old: SeenSummit, marked personal: Personal,
    keeping selected: ProposalID?
  ) {
    marks = marks.filter { summit.index[$0] != nil }
    let kept = rows.compactMap { summit.index[old.proposals[$0].id] }
    let above = rows.prefix(window.selection).count { summit.index[old.proposals[$0].id] != nil }
    // Filling goes to the top; what is on the screen stays there.
    let shownRows = window
    fill(from: summit, marked: personal, keeping: nil)
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
    ReviewQueue.firstWaiting(in: rows, from: window.selection + 1, of: summit)
  }
}
