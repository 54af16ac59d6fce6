import TerminalUI

/// A screen that is one list of sections, and below what there is to know of the selected row.
struct SectionedView {
  let state: State
  /// From how many lines on the selected row is told in two.
  let roomy: Int

  /// Where the rows stand.
  func rows(in size: Size) -> Rect {
    Rect(
      column: 0, row: 2, columns: size.columns,
      rows: max(0, size.rows - 4 - detailRows(in: size)))
  }

  /// The lines for the selected row, below a rule.
  func detailRows(in size: Size) -> Int { size.rows >= roomy ? 2 : 1 }

  /// Draws the rows that are shown, how far they are scrolled, and the details.
  ///
  /// - Parameter draw: draws a row, whether it is selected, on a line.
  func draw<Row>(
    _ rows: SelectableRows<Row>, details: [String], on canvas: inout Canvas,
    _ draw: (inout Canvas, Row, Bool, Int) -> Void
  ) {
    let rect = self.rows(in: canvas.size)
    let window = rows.window
    for (line, place) in window.visible.enumerated() where line < rect.rows {
      guard rows.all.indices.contains(place) else { continue }
      let isSelected = place == window.selection && rows.selected != nil
      draw(&canvas, rows.all[place], isSelected, rect.top + line)
    }
    ScrollMark(offset: window.offset, count: window.count, height: rect.rows).draw(
      on: &canvas, column: rect.right - 1, row: rect.top, glyphs: state.glyphs,
      style: state.theme.faint)
    self.draw(details, on: &canvas, from: rect.bottom)
  }

  private func draw(_ details: [String], on canvas: inout Canvas, from row: Int) {
    let (theme, glyphs, size) = (state.theme, state.glyphs, canvas.size)
    canvas.fill(
      Rect(column: 0, row: row, columns: size.columns, rows: 1), style: theme.line,
      character: Character(glyphs.horizontal))
    for (line, text) in details.prefix(detailRows(in: size)).enumerated() {
      let shown = clipped(text, columns: size.columns - 4, ellipsis: glyphs.ellipsis)
      canvas.write(
        shown.text, column: 2, row: row + 1 + line, style: line == 0 ? theme.text : theme.faint)
    }
  }
}
