import ReviewCore
import TerminalUI

/// The committee, to say who one is.
struct PickerView {
  private let state: State
  private let picker: ReviewerPicker

  init(_ state: State, _ picker: ReviewerPicker) {
    self.state = state
    self.picker = picker
  }

  /// How many members are on the screen at once.
  static func rows(in size: Size, _ event: Event) -> Int {
    max(1, min(event.committee.count, size.rows - 8))
  }

  func draw(on canvas: inout Canvas) {
    let (theme, glyphs) = (state.theme, state.glyphs)
    let rows = picker.window.visible.count
    let columns = min(56, canvas.size.columns - 4)
    let rect = Rect(
      column: (canvas.size.columns - columns) / 2, row: max(1, (canvas.size.rows - rows - 4) / 2),
      columns: columns, rows: rows + 4)
    canvas.fill(rect, style: theme.text)
    let box = Box(title: "Who are you?", style: theme.line, titleStyle: theme.title)
    let inside = box.draw(on: &canvas, in: rect, glyphs: glyphs).inset(columns: 1)
    canvas.write(
      "Lectern remembers it for this summit.", column: inside.left, row: inside.top,
      style: theme.faint, limit: inside.columns)
    for (line, place) in picker.window.visible.enumerated() {
      let member = state.seen.event.committee[place]
      let row = inside.top + 2 + line
      let isSelected = place == picker.window.selection
      let name = clipped(member.name, columns: inside.columns - 14, ellipsis: glyphs.ellipsis)
      canvas.write(name.text, column: inside.left + 2, row: row, style: theme.text)
      let role = member.isChair ? "chair" : ""
      canvas.write(role, column: inside.right - 7, row: row, style: theme.faint)
      guard isSelected else { continue }
      canvas.write(glyphs.selection, column: inside.left, row: row, style: theme.current)
      canvas.restyle(
        Rect(column: inside.left + 1, row: row, columns: inside.columns - 1, rows: 1),
        adding: .reverse)
    }
  }
}
