import ReviewCore
import TerminalUI

/// The export in a frame over the screen: the choices, and the first lines of what comes of them.
struct ExportView {
  private let state: State
  private let dialog: ExportDialog

  init(_ state: State, _ dialog: ExportDialog) {
    self.state = state
    self.dialog = dialog
  }

  /// Draws the export; returns where the cursor stands.
  func draw(on canvas: inout Canvas) -> Position? {
    let (theme, glyphs) = (state.theme, state.glyphs)
    let rect = Self.rect(in: canvas.size)
    canvas.fill(rect, style: theme.text)
    let box = Box(title: "Export", style: theme.line, titleStyle: theme.title)
    let inside = box.draw(on: &canvas, in: rect, glyphs: glyphs).inset(columns: 1)
    let isRoomy = rect.rows >= 20
    let head = inside.splitTop(isRoomy ? 1 : 0).1.splitTop(dialog.fields.fields.count)
    let cursor = FormFieldsView(state, dialog.fields).draw(
      on: &canvas, in: head.0, isActive: dialog.stage == .choosing)
    let below = head.1.splitTop(isRoomy ? 1 : 0).1.splitTop(isRoomy ? 2 : 1)
    drawRemark(on: &canvas, in: below.0)
    let rest = below.1.splitTop(1)
    drawRule(on: &canvas, row: rest.0.top, in: rect)
    drawPreview(on: &canvas, in: rest.1)
    return cursor
  }

  /// Where the frame stands: below the header, above the hints.
  private static func rect(in size: Size) -> Rect {
    let columns = min(112, size.columns - 2)
    let rows = min(28, size.rows - 3)
    return Rect(
      column: (size.columns - columns) / 2, row: max(2, (size.rows - rows) / 2), columns: columns,
      rows: rows)
  }

  /// What is asked, what is wrong, or what the selected field means.
  private func drawRemark(on canvas: inout Canvas, in rect: Rect) {
    let said = remark
    let lines = wrap(said.text, columns: rect.columns - 2)
    for (line, words) in lines.prefix(rect.rows).enumerated() {
      let isCut = line == rect.rows - 1 && lines.count > rect.rows
      let text = isCut ? lines[line...].joined(separator: " ") : words
      let shown = clipped(text, columns: rect.columns - 2, ellipsis: state.glyphs.ellipsis)
      canvas.write(shown.text, column: rect.left + 2, row: rect.top + line, style: said.style)
    }
  }

  private var remark: (text: String, style: Style) {
    let theme = state.theme
    switch dialog.stage {
    case .asking:
      return (
        "This file is there already. \(state.key(of: .overwrite, in: .overwrite)) writes over it, Esc "
          + "goes back.",
        theme.warning
      )
    case .writing: return ("Writing", theme.faint)
    case .choosing: break
    }
    let field = dialog.fields.selected
    if let problem = field.problem ?? dialog.problem { return (problem, theme.bad) }
    let isWarning = field.key == .addresses && dialog.order.withEmails
    return (field.remark, isWarning ? theme.warning : theme.faint)
  }

  /// The line above the preview, with how much would be written.
  private func drawRule(on canvas: inout Canvas, row: Int, in rect: Rect) {
    let (theme, glyphs) = (state.theme, state.glyphs)
    let line = Rect(column: rect.left + 1, row: row, columns: rect.columns - 2, rows: 1)
    canvas.fill(line, style: theme.line, character: Character(glyphs.horizontal))
    canvas.write(glyphs.teeRight, column: rect.left, row: row, style: theme.line)
    canvas.write(glyphs.teeLeft, column: rect.right - 1, row: row, style: theme.line)
    guard let preview = dialog.preview, dialog.isPreviewCurrent else {
      canvas.write(" First lines ", column: rect.left + 2, row: row, style: theme.faint)
      return
    }
    let rows = preview.rowCount == 1 ? "1 row" : "\(preview.rowCount) rows"
    let size = Self.words(bytes: preview.byteCount)
    canvas.write(
      " \(rows) \(glyphs.separator) \(size) ", column: rect.left + 2, row: row,
      style: preview.rowCount == 0 ? theme.warning : theme.text)
  }

  private func drawPreview(on canvas: inout Canvas, in rect: Rect) {
    let theme = state.theme
    guard let preview = dialog.preview else { return }
    let hasMore = preview.hasMore || preview.lines.count > rect.rows
    let shown = preview.lines.prefix(max(0, rect.rows - (hasMore ? 1 : 0)))
    for (line, text) in shown.enumerated() {
      let cut = clipped(text, columns: rect.columns, ellipsis: state.glyphs.ellipsis)
      let isHead = line == 0 && dialog.hasHeader
      canvas.write(
        cut.text, column: rect.left, row: rect.top + line,
        style: !dialog.isPreviewCurrent ? theme.faint : isHead ? theme.title : theme.text)
    }
    guard hasMore, rect.rows > 0 else { return }
    canvas.write(
      state.glyphs.ellipsis, column: rect.left, row: rect.top + shown.count, style: theme.faint)
  }

  /// So many bytes, in words: `812 bytes`, `37 KB`.
  private static func words(bytes: Int) -> String {
    switch bytes {
    case ..<10_000: bytes == 1 ? "1 byte" : "\(bytes) bytes"
    case ..<10_000_000: "\((bytes + 500) / 1000) KB"
    default: "\((bytes + 500_000) / 1_000_000) MB"
    }
  }
}
