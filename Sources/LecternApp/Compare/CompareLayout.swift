import TerminalUI

/// Where things stand on the screen Compare.
struct CompareLayout: Hashable {
  /// Whether both texts stand side by side.
  let isWide: Bool
  /// The names of the two, the one that is shown marked; empty where both are shown.
  let names: Rect
  /// The text of each of the two, the left one first; one where there is no room for both.
  let texts: [Rect]
  /// The column between the texts; nil without two.
  let divider: Int?
  /// A line, why these two, and how settled the order is.
  let dock: Rect
  /// Everything between the line under the header and the hints, for words where there is no pair.
  let body: Rect

  init(_ size: Size) {
    isWide = ReviewLayout.hasRoomForTwo(size)
    body = Rect(column: 0, row: 2, columns: size.columns, rows: max(0, size.rows - 3))
    let (reading, dock) = body.splitBottom(3)
    self.dock = dock
    guard isWide else {
      let (names, text) = reading.splitTop(3)
      self.names = names
      texts = [Self.measured(text, columns: text.columns)]
      divider = nil
      return
    }
    names = Rect(column: 0, row: body.top, columns: size.columns, rows: 0)
    let (left, right) = reading.splitLeft(size.columns / 2)
    divider = right.left
    // Lines of one length, so that the two are wrapped alike.
    let panes = [left.splitLeft(left.columns - 1).0, right.splitLeft(1).1]
    let narrower = panes.map(\.columns).min() ?? 0
    texts = panes.map { Self.measured($0, columns: narrower) }
  }

  /// The text in the middle of a pane, in lines that are not too long, a column free at each side.
  private static func measured(_ pane: Rect, columns: Int) -> Rect {
    let columns = max(1, min(ReviewLayout.measure, columns - 3))
    let left = pane.left + max(1, (pane.columns - columns) / 2)
    return Rect(column: left, row: pane.top, columns: columns, rows: pane.rows)
  }
}
