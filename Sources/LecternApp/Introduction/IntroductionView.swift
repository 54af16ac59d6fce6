import TerminalUI

/// A hint of the first run, on the line under the header.
struct IntroductionView {
  private let state: State
  private let hint: Introduction

  init(_ state: State, _ hint: Introduction) {
    self.state = state
    self.hint = hint
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let (theme, glyphs) = (state.theme, state.glyphs)
    let way = " Esc \(hint == .finding ? "closes" : "goes on") "
    let end = rect.right - DisplayWidth.of(way) - 1
    var column = rect.left + 1
    column += canvas.write(
      " \(hint.rawValue + 1) of \(Introduction.count) ", column: column, row: rect.top,
      style: theme.faint)
    let room = end - column - 2
    let words = clipped(
      state.words(of: hint, columns: room), columns: room, ellipsis: glyphs.ellipsis)
    canvas.write(
      "\(words.text) ", column: column, row: rect.top, style: theme.key)
    canvas.write(way, column: end, row: rect.top, style: theme.faint)
  }
}
