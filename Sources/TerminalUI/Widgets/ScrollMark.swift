/// The mark at the edge of a scrolled text that says how far down one is.
package struct ScrollMark: Equatable, Sendable {
  /// The first row of the mark, from the top of its edge.
  package let start: Int
  /// Rows of the mark: at least 1, or 0 where everything is in sight.
  package let length: Int

  /// Makes a mark.
  ///
  /// - Parameters:
  ///   - offset: Rows above the screen.
  ///   - count: Rows of the whole text.
  ///   - height: Rows of the screen.
  package init(offset: Int, count: Int, height: Int) {
    guard height > 0, count > height else {
      start = 0
      length = 0
      return
    }
    length = max(1, min(height, Int(Double(height) * Double(height) / Double(count))))
    let free = height - length
    let share = Double(max(0, offset)) / Double(count - height)
    start = min(free, Int(share * Double(free) + 0.5))
  }

  /// Draws the mark on a column of a canvas, from `row` on; nothing where all is in sight.
  package func draw(
    on canvas: inout Canvas, column: Int, row: Int, glyphs: Glyphs, style: Style = .plain
  ) {
    for line in start..<(start + length) {
      canvas.write(glyphs.thumb, column: column, row: row + line, style: style)
    }
  }
}
