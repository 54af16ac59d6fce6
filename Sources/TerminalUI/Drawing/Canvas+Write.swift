extension Canvas {
  /// Writes a text on one row.
  ///
  /// - Parameters:
  ///   - text: Raw text; it is made safe, and newlines and tabs become a space.
  ///   - column: Where it begins; what is left of column 0 is not seen.
  ///   - row: A row outside the canvas shows nothing.
  ///   - style: How it looks.
  ///   - limit: Columns it may take at most; else up to the right edge.
  /// - Returns: Columns taken, the unseen ones before column 0 included; 0 for a row outside.
  /// - Complexity: O(columns taken), however long the text is.
  @discardableResult
  package mutating func write(
    _ text: String, column: Int, row: Int, style: Style = .plain, limit: Int? = nil
  ) -> Int {
    guard row >= 0, row < size.rows, column < size.columns else { return 0 }
    var end = size.columns
    if let limit, limit < end - column { end = column + max(0, limit) }
    guard column < end else { return 0 }
    var pen = Pen(column: column, end: end, rowStart: row * size.columns, style: style)
    for scalar in SafeScalars(text) {
      if isASCII {
        for twin in ASCIITwins.shown(scalar).unicodeScalars where pen.column < pen.end {
          _ = put(twin, width: 1, with: &pen)
        }
        if pen.column >= pen.end { break }
      } else {
        let shown: Unicode.Scalar = scalar == "\n" || scalar == "\t" ? " " : scalar
        if !put(shown, width: DisplayWidth.of(shown), with: &pen) { break }
      }
    }
    return pen.column - column
  }

  /// Where the next character goes.
  private struct Pen {
    var column: Int
    let end: Int
    let rowStart: Int
    let style: Style
    /// The column of the cell that a mark would join.
    var base: Int?
  }

  /// Puts one safe code point. False once the end is reached.
  private mutating func put(_ scalar: Unicode.Scalar, width: Int, with pen: inout Pen) -> Bool {
    if width == 0 {
      if let base = pen.base { cells[pen.rowStart + base].text.unicodeScalars.append(scalar) }
      return true
    }
    guard pen.column < pen.end else { return false }
    let row = pen.rowStart / max(1, size.columns)
    let right = pen.column + width
    pen.base = nil
    if right > pen.end || (pen.column < 0 && right > 0) {
      // Half of a wide character: a blank stands for the half that would be seen.
      let column = max(0, pen.column)
      blankHalves(from: column, to: column + 1, row: row)
      cells[pen.rowStart + column] = .blank(pen.style)
    } else if pen.column >= 0 {
      blankHalves(from: pen.column, to: right, row: row)
      let index = pen.rowStart + pen.column
      cells[index] = Cell(
        text: String(Character(scalar)), width: UInt8(truncatingIfNeeded: width), style: pen.style)
      if width == 2 { cells[index + 1] = .continuation(pen.style) }
      pen.base = pen.column
    }
    pen.column = min(right, pen.end)
    return true
  }
}
