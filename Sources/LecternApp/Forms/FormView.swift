import ReviewCore
import TerminalUI

/// A form in a frame over the screen: its fields, and below what to type or what is wrong.
struct FormView {
  private let state: State
  private let form: Form

  /// The rows for what to type or what is wrong; a long problem takes more.
  private static let remarkRows = 2

  init(_ state: State, _ form: Form) {
    self.state = state
    self.form = form
  }

  /// Draws the form; returns where the cursor stands.
  func draw(on canvas: inout Canvas) -> Position? {
    let (theme, size) = (state.theme, canvas.size)
    let columns = min(76, size.columns - 4)
    let said = self.remark
    let lines = wrap(said.text, columns: columns - 6)
    let others = form.fields.fields.count + 3
    let remarkRows = max(Self.remarkRows, min(lines.count, size.rows - 3 - others))
    let rows = others + remarkRows
    let rect = Rect(
      column: (size.columns - columns) / 2, row: max(1, (size.rows - rows) / 2),
      columns: columns, rows: rows)
    canvas.fill(rect, style: theme.text)
    let box = Box(title: form.title, style: theme.line, titleStyle: theme.title)
    let inside = box.draw(on: &canvas, in: rect, glyphs: state.glyphs).inset(columns: 1)
    let (below, remark) = inside.splitBottom(remarkRows)
    let fields = FormFieldsView(state, form.fields)
    let cursor = fields.draw(on: &canvas, in: below, isActive: form.ordered == nil)
    for (line, words) in lines.prefix(remark.rows).enumerated() {
      let isCut = line == remark.rows - 1 && lines.count > remark.rows
      let shown = clipped(
        isCut ? "\(words) \(state.glyphs.ellipsis)" : words, columns: remark.columns - 2,
        ellipsis: state.glyphs.ellipsis)
      canvas.write(
        shown.text, column: remark.left + 2, row: remark.top + line, style: said.style)
    }
    return cursor
  }

  private var remark: (text: String, style: Style) {
    let theme = state.theme
    if form.ordered != nil { return ("Saving", theme.faint) }
    if let problem = form.fields.selected.problem ?? form.problem { return (problem, theme.bad) }
    return (form.fields.selected.remark, theme.faint)
  }
}
