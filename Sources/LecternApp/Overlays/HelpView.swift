import TerminalUI

/// What the keys do, in a frame over the screen, under the line that makes it shorter.
struct HelpView {
  private let state: State
  private let page: HelpPage

  init(_ state: State, _ page: HelpPage) {
    self.state = state
    self.page = page
  }

  /// Draws the help; returns where the cursor stands in what is typed.
  func draw(on canvas: inout Canvas) -> Position? {
    let title = page.showsAll ? "Keys: all screens" : "Keys: \(page.context.title)"
    let view = PageView(state, title: title, lines: page.lines, offset: page.offset, headRows: 1)
    let inside = view.draw(on: &canvas)
    let theme = state.theme
    let label = "\(state.glyphs.prompt) "
    let used = canvas.write(label, column: inside.left, row: inside.top - 1, style: theme.key)
    let cursor = page.field.draw(
      on: &canvas, column: inside.left + used, row: inside.top - 1,
      columns: page.field.isEmpty ? 1 : inside.columns - used, glyphs: state.glyphs)
    if page.field.isEmpty {
      let other = page.showsAll ? "Tab shows this screen alone" : "Tab shows all screens"
      canvas.write(
        "Type to find a key. \(other).", column: inside.left + used + 1, row: inside.top - 1,
        style: theme.faint, limit: inside.columns - used - 1)
    }
    return cursor
  }
}
