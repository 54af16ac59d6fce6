import TerminalUI

/// A page of text in a frame over the screen.
struct PageView {
  private let state: State
  private let page: Page

  init(_ state: State, _ page: Page) {
    self.state = state
    self.page = page
  }

  /// How many lines are on the screen at once.
  static func rows(in size: Size) -> Int { max(1, size.rows - 5) }

  /// How wide the lines are.
  static func columns(in size: Size) -> Int { max(20, min(84, size.columns - 8)) }

  func draw(on canvas: inout Canvas) {
    let theme = state.theme
    let columns = Self.columns(in: canvas.size)
    let rows = min(Self.rows(in: canvas.size), max(1, page.lines.count))
    let rect = Rect(
      column: (canvas.size.columns - columns - 4) / 2,
      row: max(1, (canvas.size.rows - rows - 3) / 2),
      columns: columns + 4, rows: rows + 2)
    canvas.fill(rect, style: theme.text)
    let box = Box(title: page.title, style: theme.line, titleStyle: theme.title)
    let inside = box.draw(on: &canvas, in: rect, glyphs: state.glyphs).inset(columns: 1)
    for (line, text) in page.lines.dropFirst(page.offset).prefix(inside.rows).enumerated() {
      text.draw(on: &canvas, column: inside.left, row: inside.top + line, limit: inside.columns)
    }
    if page.offset + inside.rows < page.lines.count {
      let text = " more \(state.glyphs.down) "
      canvas.write(
        text, column: rect.right - 3 - DisplayWidth.of(text), row: rect.bottom - 1,
        style: theme.key)
    }
  }
}
