extension TextField {
  /// Draws the field on one row, scrolled sideways so that the cursor is in sight.
  ///
  /// - Returns: Where the cursor is, for the terminal to show it; nil if there is no room.
  @discardableResult
  package func draw(
    on canvas: inout Canvas, column: Int, row: Int, columns: Int, glyphs: Glyphs,
    style: Style = .plain
  ) -> Position? {
    guard columns > 0 else { return nil }
    canvas.fill(Rect(column: column, row: row, columns: columns, rows: 1), style: style)
    let parts = shownParts(isASCII: canvas.isASCII)
    let widths = parts.map { DisplayWidth.of($0) }
    let total = widths.reduce(0, +)
    let atCursor = widths.prefix(cursor).reduce(0, +)
    // The cursor stands after the last character, so it needs a column of its own.
    let hidden =
      total < columns ? 0 : firstColumn(atCursor: atCursor, total: total, columns: columns)
    let line = parts.joined()
    var field = Canvas(size: Size(columns: columns, rows: 1), style: style, isASCII: canvas.isASCII)
    field.write(line, column: -hidden, row: 0, style: style)
    if hidden > 0 {
      field.write(String(glyphs.ellipsis.prefix(1)), column: 0, row: 0, style: style.with(.dim))
    }
    if total - hidden > columns {
      let mark = String(glyphs.ellipsis.prefix(1))
      field.write(mark, column: columns - 1, row: 0, style: style.with(.dim))
    }
    canvas.blit(field, column: column, row: row)
    return Position(column: column + min(columns - 1, atCursor - hidden), row: row)
  }

  /// The clusters as they are shown, each made safe by itself.
  private func shownParts(isASCII: Bool) -> [String] {
    text.map { isASCII ? DisplayText.ascii(String($0)) : DisplayText.line(String($0)) }
  }

  /// How many columns are hidden at the left: the cursor stays about two thirds along the field.
  private func firstColumn(atCursor: Int, total: Int, columns: Int) -> Int {
    let wanted = atCursor - columns * 2 / 3
    return max(0, min(wanted, total - columns + 1))
  }
}
