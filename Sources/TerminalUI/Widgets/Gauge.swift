/// A bar that shows a share of a whole.
package struct Gauge: Equatable, Sendable {
  /// How much is filled, from 0 to 1.
  package let fraction: Double

  /// Makes a bar; a fraction outside 0 to 1 is brought inside, one that is no number counts as 0.
  package init(fraction: Double) {
    self.fraction = fraction > 0 ? min(fraction, 1) : 0
  }

  /// Makes a bar for `count` of `total`; of nothing, nothing is done.
  package init(_ count: Int, of total: Int) {
    self.init(fraction: total > 0 ? Double(count) / Double(total) : 0)
  }

  /// The bar as text, exactly `columns` wide.
  ///
  /// It is never quite empty when something is done, and never quite full before all is.
  package func text(columns: Int, glyphs: Glyphs) -> String {
    let columns = max(0, columns)
    let steps = glyphs.horizontalParts.count
    let whole = columns * steps
    // `rounded()` would need the C library of mathematics.
    var filled = Int(fraction * Double(whole) + 0.5)
    if fraction > 0 { filled = max(filled, min(1, whole)) }
    if fraction < 1 { filled = min(filled, max(0, whole - 1)) }
    var parts: [String] = []
    parts.reserveCapacity(columns)
    for column in 0..<columns {
      let inCell = min(steps, max(0, filled - column * steps))
      parts.append(inCell == 0 ? glyphs.track : glyphs.horizontalParts[inCell - 1])
    }
    return parts.joined()
  }

  /// Draws the bar on one row of a canvas.
  package func draw(
    on canvas: inout Canvas, column: Int, row: Int, columns: Int, glyphs: Glyphs,
    style: Style = .plain
  ) {
    canvas.write(
      text(columns: columns, glyphs: glyphs), column: column, row: row, style: style,
      limit: columns)
  }
}
