import ReviewCore
import TerminalUI

/// Fields under each other, each with its name before it.
struct FormFieldsView {
  private let state: State
  private let fields: FormFields

  init(_ state: State, _ fields: FormFields) {
    self.state = state
    self.fields = fields
  }

  /// Draws the fields from the first row of a rectangle on; returns where the cursor stands.
  ///
  /// - Parameter isActive: whether keys go to them.
  func draw(on canvas: inout Canvas, in rect: Rect, isActive: Bool) -> Position? {
    let theme = state.theme
    let widest = fields.fields.map { DisplayWidth.of($0.label) }.max() ?? 0
    var cursor: Position?
    for (place, field) in fields.fields.prefix(rect.rows).enumerated() {
      let isSelected = isActive && place == fields.selection
      let row = rect.top + place
      if isSelected {
        canvas.write(state.glyphs.selection, column: rect.left, row: row, style: theme.current)
      } else if field.problem != nil {
        canvas.write(state.glyphs.alert, column: rect.left, row: row, style: theme.bad)
      }
      canvas.write(
        field.label, column: rect.left + 2, row: row,
        style: isSelected ? theme.current : theme.faint)
      let column = rect.left + 2 + widest + 2
      let place = draw(
        field, isSelected: isSelected, on: &canvas,
        Rect(column: column, row: row, columns: max(1, rect.right - column), rows: 1))
      if isSelected { cursor = place }
    }
    return cursor
  }

  private func draw(
    _ field: FormField, isSelected: Bool, on canvas: inout Canvas, _ rect: Rect
  ) -> Position? {
    switch field.value {
    case .choice(let words, let place):
      drawChoice(words, place, on: &canvas, rect)
      return nil
    case .text(let text):
      guard isSelected || !text.isEmpty else {
        canvas.write("none", column: rect.left, row: rect.top, style: state.theme.faint)
        return nil
      }
      return text.draw(
        on: &canvas, column: rect.left, row: rect.top, columns: rect.columns,
        glyphs: state.glyphs, style: state.theme.text)
    }
  }

  /// All words with the chosen one in brackets, where there is room; else the chosen one alone.
  private func drawChoice(
    _ words: [String], _ place: Int, on canvas: inout Canvas, _ rect: Rect
  ) {
    let theme = state.theme
    let shown = words.map { DisplayText.line($0) }
    let width = shown.reduce(0) { $0 + DisplayWidth.of($1) + 2 }
    guard width <= rect.columns else {
      let count = " \(place + 1) of \(words.count)"
      let room = max(1, rect.columns - 2 - DisplayWidth.of(count))
      let word = clipped(shown[place], columns: room, ellipsis: state.glyphs.ellipsis)
      let used = canvas.write(
        "[\(word.text)]", column: rect.left, row: rect.top, style: theme.current)
      canvas.write(count, column: rect.left + used, row: rect.top, style: theme.faint)
      return
    }
    var column = rect.left
    for (number, word) in shown.enumerated() {
      let isChosen = number == place
      column += canvas.write(
        isChosen ? "[\(word)]" : " \(word) ", column: column, row: rect.top,
        style: isChosen ? theme.current : theme.faint)
    }
  }
}
