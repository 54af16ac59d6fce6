extension TextArea {
  /// Draws the rows that are in sight; arrows at the right edge say that there are more.
  ///
  /// - Parameter rect: Where; it should be what `resize` was told, else up and down go by other
  ///   rows than are shown.
  /// - Returns: Where the cursor is, for the terminal to show it; nil if there is no room.
  @discardableResult
  package func draw(
    on canvas: inout Canvas, in rect: Rect, glyphs: Glyphs, style: Style = .plain
  ) -> Position? {
    guard !rect.isEmpty else { return nil }
    var area = self
    area.resize(rect.size, isASCII: canvas.isASCII)
    return area.drawSettled(on: &canvas, in: rect, glyphs: glyphs, style: style)
  }

  private func drawSettled(
    on canvas: inout Canvas, in rect: Rect, glyphs: Glyphs, style: Style
  ) -> Position? {
    canvas.fill(rect, style: style)
    var position: Position?
    var row = top
    var wrapped = wrapped(row.line)
    for screenRow in rect.top..<rect.bottom {
      let clusters = wrapped.clusters(of: row.number)
      canvas.write(
        text(of: clusters, in: row.line), column: rect.left, row: screenRow, style: style,
        limit: rect.columns)
      if row.line == line, wrapped.row(of: place) == row.number {
        let column = min(rect.columns - 1, column(of: place, in: wrapped))
        position = Position(column: rect.left + column, row: screenRow)
      }
      let isEnd = row.number + 1 == wrapped.starts.count
      if isEnd, row.line + 1 == lines.count {
        return finish(&canvas, rect, glyphs, style, position)
      }
      row = isEnd ? Row(line: row.line + 1, number: 0) : Row(line: row.line, number: row.number + 1)
      if isEnd { wrapped = self.wrapped(row.line) }
    }
    mark(glyphs.down, row: rect.bottom - 1, on: &canvas, rect, style)
    return finish(&canvas, rect, glyphs, style, position)
  }

  private func finish(
    _ canvas: inout Canvas, _ rect: Rect, _ glyphs: Glyphs, _ style: Style, _ position: Position?
  ) -> Position? {
    if top > Row(line: 0, number: 0) { mark(glyphs.up, row: rect.top, on: &canvas, rect, style) }
    return position
  }

  /// The last column is free of text, but for a space.
  private func mark(
    _ glyph: String, row: Int, on canvas: inout Canvas, _ rect: Rect, _ style: Style
  ) {
    guard rect.columns > 1 else { return }
    canvas.write(glyph, column: rect.right - 1, row: row, style: style.with(.dim))
  }

  /// Clusters as they are shown: safe, with tabs as spaces.
  private func text(of clusters: Range<Int>, in line: Int) -> String {
    var text = ""
    var column = 0
    for character in lines[line].characters[clusters] where column < size.columns {
      let width = width(of: character, at: column)
      text += character == "\t" ? String(repeating: " ", count: width) : shown(character)
      column += width
    }
    return text
  }
}
