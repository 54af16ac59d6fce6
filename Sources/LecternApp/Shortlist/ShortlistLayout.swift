import TerminalUI

/// Where things stand on the screen Shortlist: beside the list the gauges, or, on a narrow screen,
/// under it how full the programme is and what wants attention.
struct ShortlistLayout: Equatable {
  /// The rows of the list, with the cut line between them; the titles stand above.
  let rows: Rect
  /// The gauges beside the list; empty on a narrow screen.
  let panel: Rect
  /// The rule with the totals and what wants attention under it; empty on a wide screen.
  let summary: Rect

  init(_ size: Size) {
    let (top, bottom) = (2, max(2, size.rows - 1))
    if size.columns >= Self.leastForPanel {
      let columns = size.columns >= 116 ? 48 : 42
      let left = size.columns - columns
      rows = Rect(column: 0, row: top + 1, columns: left - 1, rows: bottom - top - 1)
      panel = Rect(column: left, row: top, columns: columns, rows: bottom - top)
      summary = Rect(column: 0, row: bottom, columns: 0, rows: 0)
    } else {
      let lines = size.rows >= 22 ? 4 : 2
      rows = Rect(column: 0, row: top + 1, columns: size.columns, rows: bottom - top - 1 - lines)
      panel = Rect(column: size.columns, row: top, columns: 0, rows: 0)
      summary = Rect(column: 0, row: bottom - lines, columns: size.columns, rows: lines)
    }
  }

  private static let leastForPanel = 100
}
