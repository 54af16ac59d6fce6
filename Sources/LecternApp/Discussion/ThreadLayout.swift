import TerminalUI

/// Where the parts of a discussion stand.
struct ThreadLayout {
  /// The frame: under the line of messages, so that these stay in sight.
  let frame: Rect
  /// What was said, beside the mark of the selected entry.
  let text: Rect
  /// The line between that and what is written.
  let rule: Int
  /// What is written.
  let editor: Rect

  /// - Parameters:
  ///   - lines: how many lines there are to read: the frame is no higher than it must be.
  ///   - isWriting: whether a remark is written, which takes more rows.
  init(_ size: Size, lines: Int, isWriting: Bool) {
    let columns = min(ReviewLayout.measure + 6, size.columns - 2)
    let rows = isWriting ? max(2, min(6, size.rows / 5)) : 1
    let wanted = max(Self.fewestLines, lines) + rows + 3
    frame = Rect(
      column: (size.columns - columns) / 2, row: 2, columns: columns,
      rows: max(6, min(size.rows - 3, wanted)))
    rule = frame.bottom - 2 - rows
    text = Rect(
      column: frame.left + 4, row: frame.top + 1, columns: columns - 6,
      rows: max(1, rule - frame.top - 1))
    editor = Rect(column: frame.left + 4, row: rule + 1, columns: columns - 6, rows: rows)
  }

  private static let fewestLines = 6
}
