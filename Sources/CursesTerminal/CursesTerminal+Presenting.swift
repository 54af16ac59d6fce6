package import TerminalUI

extension CursesTerminal {
  /// Shows `canvas`, with the cursor at a place or hidden.
  ///
  /// Only cells that differ from the canvas before reach ncurses, which writes once; when nothing
  /// differs, not a byte is written. A canvas larger than the screen is cut.
  package func present(_ canvas: Canvas, cursor: Position? = nil) {
    let changes = canvas.changes(since: presented)
    guard !changes.isEmpty || presented == nil || cursor != presentedCursor else { return }
    for run in changes {
      draw(row: run.row, column: run.startColumn, cells: run.cells)
    }
    presented = canvas
    presentedCursor = cursor
    flush(cursor: cursor)
  }

  // After the screen was made blank.
  func forgetPresented() {
    presented = nil
  }
}
