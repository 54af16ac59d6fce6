import ReviewCore
import TerminalUI

/// The text of the selected proposal, and the line between it and the list.
struct PaneView {
  private let state: State

  init(_ state: State) { self.state = state }

  func draw(on canvas: inout Canvas, _ layout: ReviewLayout) {
    let (theme, glyphs) = (state.theme, state.glyphs)
    if let divider = layout.divider {
      for row in layout.status.bottom..<layout.hints.top {
        canvas.write(glyphs.vertical, column: divider, row: row, style: theme.line)
      }
      drawJoints(on: &canvas, layout, column: divider)
    }
    let rect = layout.text
    guard !rect.isEmpty else { return }
    for (line, text) in state.pane.lines.dropFirst(state.pane.offset).prefix(rect.rows).enumerated()
    {
      text.draw(on: &canvas, column: rect.left, row: rect.top + line, limit: rect.columns)
    }
    let mark = ScrollMark(
      offset: state.pane.offset, count: state.pane.lines.count, height: rect.rows)
    mark.draw(
      on: &canvas, column: canvas.size.columns - 1, row: rect.top, glyphs: glyphs,
      style: theme.faint)
    if state.selected == nil { drawEmpty(on: &canvas, in: rect) }
  }

  /// Where lines of the list and of the rubric meet the line between them.
  private func drawJoints(on canvas: inout Canvas, _ layout: ReviewLayout, column: Int) {
    let (style, glyphs) = (state.theme.line, state.glyphs)
    if layout.areas.rows > 1 {
      canvas.write(glyphs.teeLeft, column: column, row: layout.areas.top, style: style)
    }
    guard state.shown != nil else { return }
    for rect in [layout.rubric, layout.guide] where !rect.isEmpty {
      canvas.write(glyphs.teeRight, column: column, row: rect.top, style: style)
    }
  }

  private func drawEmpty(on canvas: inout Canvas, in rect: Rect) {
    let text =
      state.seen.proposals.isEmpty
      ? state.noProposals
      : "Nothing to read: no proposal meets the filter, which \(state.key(of: .filter)) changes."
    for (line, words) in wrap(text, columns: rect.columns).enumerated() {
      canvas.write(words, column: rect.left, row: rect.top + 1 + line, style: state.theme.faint)
    }
  }
}
