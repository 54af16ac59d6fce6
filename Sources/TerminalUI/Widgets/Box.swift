/// A frame of lines, with a title in its upper edge.
package struct Box: Equatable, Sendable {
  /// Raw text; empty for none.
  package var title: String
  /// How the lines look.
  package var style: Style
  /// How the title looks.
  package var titleStyle: Style

  /// Makes a frame; the title looks like the lines unless told otherwise.
  package init(title: String = "", style: Style = .plain, titleStyle: Style? = nil) {
    self.title = title
    self.style = style
    self.titleStyle = titleStyle ?? style
  }

  /// Draws the frame at the edge of a rectangle, and leaves what is inside alone.
  ///
  /// - Returns: The rectangle inside the frame; empty where there is no room for one.
  @discardableResult
  package func draw(on canvas: inout Canvas, in rect: Rect, glyphs: Glyphs) -> Rect {
    guard rect.columns >= 2, rect.rows >= 2 else { return rect.inset(columns: 1, rows: 1) }
    let line = String(repeating: glyphs.horizontal, count: rect.columns - 2)
    let last = rect.bottom - 1
    write(glyphs.topLeft + line + glyphs.topRight, rect.left, rect.top, &canvas)
    write(glyphs.bottomLeft + line + glyphs.bottomRight, rect.left, last, &canvas)
    for row in (rect.top + 1)..<max(rect.top + 1, last) {
      write(glyphs.vertical, rect.left, row, &canvas)
      write(glyphs.vertical, rect.right - 1, row, &canvas)
    }
    drawTitle(on: &canvas, in: rect, glyphs: glyphs)
    return rect.inset(columns: 1, rows: 1)
  }

  private func drawTitle(on canvas: inout Canvas, in rect: Rect, glyphs: Glyphs) {
    // A corner, a piece of line and a space at each side.
    let room = rect.columns - 6
    guard !title.isEmpty, room > 0 else { return }
    let shown = clipped(title, columns: room, ellipsis: glyphs.ellipsis)
    canvas.write(
      " " + shown.text + " ", column: rect.left + 2, row: rect.top, style: titleStyle,
      limit: room + 2)
  }

  private func write(_ text: String, _ column: Int, _ row: Int, _ canvas: inout Canvas) {
    canvas.write(text, column: column, row: row, style: style)
  }
}
