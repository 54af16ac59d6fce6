import TerminalUI

/// A line of text that is being typed, over the bottom of the screen.
struct PromptView {
  private let state: State
  private let prompt: Prompt

  init(_ state: State, _ prompt: Prompt) {
    self.state = state
    self.prompt = prompt
  }

  /// Draws the line, its problem or an example above it; returns where the cursor stands.
  func draw(on canvas: inout Canvas) -> Position? {
    let (theme, size) = (state.theme, canvas.size)
    let rows = 3
    let area = Rect(column: 0, row: size.rows - 1 - rows, columns: size.columns, rows: rows)
    canvas.fill(area, style: theme.text)
    let line = Rect(column: 0, row: area.top, columns: size.columns, rows: 1)
    canvas.fill(line, style: theme.line, character: Character(state.glyphs.horizontal))
    let label = "\(prompt.purpose.label): "
    let column = 1 + canvas.write(label, column: 1, row: area.top + 1, style: theme.key)
    let position = prompt.field.draw(
      on: &canvas, column: column, row: area.top + 1, columns: size.columns - column - 1,
      glyphs: state.glyphs)
    let note: (text: String, style: Style) =
      prompt.problem.map { ($0, theme.bad) } ?? (example, theme.faint)
    let shown = clipped(note.text, columns: size.columns - 2, ellipsis: state.glyphs.ellipsis)
    canvas.write(shown.text, column: 1, row: area.top + 2, style: note.style)
    return position
  }

  private var example: String {
    switch prompt.purpose {
    case .abstain, .conflict: "Never counted as a score."
    case .saveView: "The filter, the focus area and the order; F finds it again. Yours alone."
    case .renameView: "Yours alone; u takes it back."
    case .skip: "It comes back at the end of the queue. The reason may stay empty."
    }
  }
}
