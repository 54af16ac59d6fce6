import ReviewCore
import TerminalUI

/// A note that is being written, over the bottom of the screen.
struct NoteView {
  private let state: State
  private let editor: NoteEditor

  init(_ state: State, _ editor: NoteEditor) {
    self.state = state
    self.editor = editor
  }

  /// The frame, over the bottom of the screen, with the rows of the hints left free.
  private static func frame(in size: Size) -> Rect {
    let rows = max(5, min(12, size.rows / 3))
    return Rect(column: 0, row: size.rows - 1 - rows, columns: size.columns, rows: rows)
  }

  /// Where the text stands: between the kinds above and the remark below.
  static func text(in size: Size) -> Rect {
    let frame = frame(in: size)
    let columns = min(ReviewLayout.measure, frame.columns - 4)
    return Rect(column: 2, row: frame.top + 1, columns: columns, rows: frame.rows - 2)
  }

  /// Draws the note: its kinds as tabs, the text, who reads it; returns where the cursor stands.
  func draw(on canvas: inout Canvas) -> Position? {
    let (theme, glyphs, size) = (state.theme, state.glyphs, canvas.size)
    let frame = Self.frame(in: size)
    canvas.fill(frame, style: theme.text)
    let line = Rect(column: 0, row: frame.top, columns: frame.columns, rows: 1)
    canvas.fill(line, style: theme.line, character: Character(glyphs.horizontal))
    drawKinds(on: &canvas, row: frame.top)
    let text = Self.text(in: size)
    let cursor = editor.area.draw(on: &canvas, in: text, glyphs: glyphs, style: theme.text)
    let note = editor.problem ?? remark
    let shown = clipped(note, columns: size.columns - 3, ellipsis: glyphs.ellipsis)
    canvas.write(
      shown.text, column: 2, row: frame.bottom - 1,
      style: editor.problem == nil ? theme.faint : theme.bad)
    return cursor
  }

  private func drawKinds(on canvas: inout Canvas, row: Int) {
    let theme = state.theme
    var column = 2
    for kind in NoteKind.notes {
      let isOpen = kind == editor.key.kind
      let isWide = canvas.size.columns >= 90
      let name = isWide || isOpen ? kind.title : kind.short
      let isWritten = !state.note(NoteKey(editor.key.proposal, kind)).isEmpty
      let mark = isWritten ? " \(state.glyphs.check)" : ""
      column += canvas.write(
        " \(name)\(mark) ", column: column, row: row, style: isOpen ? theme.current : theme.faint)
      column += 1
    }
  }

  private var remark: String {
    let draft = editor.isChanged ? "Draft, not saved yet. " : ""
    let empty = editor.saved.isEmpty ? "" : " An empty text takes it back."
    return draft + editor.key.kind.readers + empty
  }
}
