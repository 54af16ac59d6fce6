import ReviewAnalysis
import ReviewCore
import TerminalUI

/// The screen Insights: one list of sections, and below what the selected row means.
struct InsightsView {
  private let state: State

  init(_ state: State) { self.state = state }

  /// Where the rows stand.
  static func rows(in size: Size) -> Rect {
    let details = detailRows(in: size) + 1
    return Rect(
      column: 0, row: 2, columns: size.columns, rows: max(0, size.rows - 3 - details))
  }

  /// The lines for the selected row, below a rule.
  private static func detailRows(in size: Size) -> Int { size.rows >= 20 ? 2 : 1 }

  func draw(on canvas: inout Canvas) {
    let rect = Self.rows(in: canvas.size)
    guard let insights = state.insights.insights else {
      canvas.write(
        "Working it out\(state.glyphs.ellipsis)", column: 2, row: rect.top + 1,
        style: state.theme.faint)
      return
    }
    let window = state.insights.window
    let view = InsightsRowView(state, insights, InsightsColumns(columns: rect.columns))
    for (line, place) in window.visible.enumerated() where line < rect.rows {
      guard state.insights.rows.indices.contains(place) else { continue }
      let isSelected = place == window.selection && state.insights.selected != nil
      view.draw(
        state.insights.rows[place], isSelected: isSelected, on: &canvas, row: rect.top + line)
    }
    let mark = ScrollMark(offset: window.offset, count: window.count, height: rect.rows)
    mark.draw(
      on: &canvas, column: rect.right - 1, row: rect.top, glyphs: state.glyphs,
      style: state.theme.faint)
    drawDetails(of: insights, on: &canvas, from: rect.bottom)
  }

  private func drawDetails(of insights: Insights, on canvas: inout Canvas, from row: Int) {
    let (theme, glyphs, size) = (state.theme, state.glyphs, canvas.size)
    canvas.fill(
      Rect(column: 0, row: row, columns: size.columns, rows: 1), style: theme.line,
      character: Character(glyphs.horizontal))
    let lines = InsightsDetails(state, insights).lines.prefix(Self.detailRows(in: size))
    for (line, text) in lines.enumerated() {
      let shown = clipped(text, columns: size.columns - 4, ellipsis: glyphs.ellipsis)
      canvas.write(
        shown.text, column: 2, row: row + 1 + line, style: line == 0 ? theme.text : theme.faint)
    }
  }
}
