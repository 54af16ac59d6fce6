import TerminalUI

/// The line in which one types what is searched for, in place of the hints: no row is hidden by it.
struct SearchView {
  private let state: State
  private let line: SearchLine

  init(_ state: State, _ line: SearchLine) {
    self.state = state
    self.line = line
  }

  /// Draws the line, and how many matches there are; returns where the cursor stands.
  func draw(on canvas: inout Canvas) -> Position? {
    let theme = state.theme
    let rect = Rect(
      column: 0, row: canvas.size.rows - 1, columns: canvas.size.columns, rows: 1)
    canvas.fill(rect, style: theme.text)
    let label = canvas.write("/", column: 1, row: rect.top, style: theme.key)
    let note = self.note
    let shown = clipped(
      note.text, columns: rect.columns - 22, ellipsis: state.glyphs.ellipsis)
    var end = rect.right - 1 - shown.width
    canvas.write(shown.text, column: end, row: rect.top, style: note.style)
    let keys = HintLine(state.hints, from: 0, to: rect.columns)
    let keyColumns = keys.entries.prefix(2).map { $0.columns + 2 }.reduce(0, +)
    if end - keyColumns - 2 >= 40 {
      end -= keyColumns + 2
      for entry in keys.entries.prefix(2) {
        let used = canvas.write(
          entry.hint.label, column: end + entry.column, row: rect.top, style: theme.key)
        canvas.write(
          " \(entry.hint.name)", column: end + entry.column + used, row: rect.top,
          style: theme.faint)
      }
    }
    return line.field.draw(
      on: &canvas, column: 1 + label, row: rect.top, columns: max(1, end - label - 3),
      glyphs: state.glyphs)
  }

  private var note: (text: String, style: Style) {
    let theme = state.theme
    guard !line.field.isEmpty, let count = state.matchCount else {
      let empty = line.earlier.map { "Enter goes on with \($0)" } ?? "titles and texts"
      return (empty, theme.faint)
    }
    guard let search = state.search, search.count > 0 else { return (count, theme.warning) }
    let around = line.isAround ? " \(state.glyphs.separator) from the top again" : ""
    return (count + around, line.isAround ? theme.warning : theme.text)
  }
}
