import ReviewAnalysis
package import ReviewCore
package import TerminalUI

/// The rows of a ranking on a screen, with the cut line between them.
///
/// The cut line always takes one line of the screen: between the rows that it parts, or at the edge
/// beyond which it is, so that it stays in sight however far one scrolls.
package struct RankedRows: Equatable, Sendable {
  /// The selected row and the rows on the screen; the cut line is none of them.
  package private(set) var window = ScrollWindow()
  /// The selected proposal; nil where there is none.
  package private(set) var selectedProposal: ProposalID?
  /// The cut line stands above the row of this place; nil where there is none.
  private(set) var cutPlace: Int?

  /// Where the cut line is from what is on the screen.
  enum CutSide: Hashable, Sendable {
    case above, between, below
  }

  /// Selects a proposal; its row is found when the rows are fitted.
  mutating func select(_ id: ProposalID) { selectedProposal = id }

  /// Moves; returns whether another proposal is selected.
  mutating func move(in table: RankingTable, _ move: (inout ScrollWindow) -> Void) -> Bool {
    move(&window)
    let old = selectedProposal
    selectRowsProposal(table)
    return selectedProposal != old
  }

  /// Makes the rows fit a table and the lines of the screen, on the same proposal where it is still
  /// there, else on the one that took its row. O(1).
  mutating func fit(_ table: RankingTable, lines: Int) {
    cutPlace = table.cutPlace
    let height = max(1, lines - (cutPlace == nil ? 0 : 1))
    if window.count != table.rows.count || window.height != height {
      window.resize(count: table.rows.count, height: height)
    }
    if let place = selectedProposal.flatMap({ table.index[$0] }) {
      if window.selection != place { window.select(place) }
    } else {
      selectRowsProposal(table)
    }
  }

  private mutating func selectRowsProposal(_ table: RankingTable) {
    let isThere = table.rows.indices.contains(window.selection)
    selectedProposal = isThere ? table.rows[window.selection].id : nil
  }

  // MARK: - Lines of the screen

  /// The line of the screen on which the cut line stands, from 0; nil where there is none.
  var cutLine: Int? {
    cutPlace.map { max(0, min($0 - window.offset, window.visible.count)) }
  }

  /// Where the cut line is from what is on the screen; nil where there is none.
  var cutSide: CutSide? {
    cutPlace.map { place in
      place < window.offset ? .above : place > window.visible.upperBound ? .below : .between
    }
  }

  /// The line of the screen on which a visible row stands, from 0.
  func line(of place: Int) -> Int {
    let line = place - window.offset
    guard let cutLine else { return line }
    return line < cutLine ? line : line + 1
  }

  /// The row on a line of the screen; nil for the cut line and below the last row.
  func place(atLine line: Int) -> Int? {
    var line = line
    if let cutLine {
      guard line != cutLine else { return nil }
      if line > cutLine { line -= 1 }
    }
    let place = window.offset + line
    return window.visible.contains(place) ? place : nil
  }
}
