/// A grid of cells that a frame is drawn on.
///
/// Whatever is drawn is made safe by `DisplayText` rules and clipped to the canvas. A wide
/// character is never cut in half: at an edge a blank stands for it, and what overwrites one half
/// of it blanks the other.
package struct Canvas: Equatable, Sendable {
  /// Extent in cells.
  package let size: Size
  /// Whether the terminal shows ASCII only; then all text is drawn by `DisplayText.ascii`.
  package let isASCII: Bool
  /// Row after row.
  var cells: [Cell]

  /// Makes a canvas of blanks.
  package init(size: Size, style: Style = .plain, isASCII: Bool = false) {
    self.size = size
    self.isASCII = isASCII
    cells = Array(repeating: .blank(style), count: size.columns * size.rows)
  }

  /// The whole canvas as a rectangle.
  package var bounds: Rect { Rect(column: 0, row: 0, columns: size.columns, rows: size.rows) }

  /// The cell at a place; a plain blank outside the canvas.
  package subscript(column column: Int, row row: Int) -> Cell {
    bounds.contains(Position(column: column, row: row))
      ? cells[row * size.columns + column] : .blank()
  }

  /// Fills a rectangle with one character.
  ///
  /// - Parameter character: Must be one column wide, else a blank stands for it.
  package mutating func fill(_ rect: Rect, style: Style, character: Character = " ") {
    let area = clip(rect)
    guard !area.isEmpty else { return }
    let text = isASCII ? DisplayText.ascii(String(character)) : DisplayText.line(String(character))
    let cell = Cell(text: DisplayWidth.of(text) == 1 ? text : " ", width: 1, style: style)
    for row in area.top..<area.bottom {
      blankHalves(from: area.left, to: area.right, row: row)
      let start = row * size.columns
      for index in (start + area.left)..<(start + area.right) { cells[index] = cell }
    }
  }

  /// Changes how the cells of a rectangle look, not what they say.
  ///
  /// A wide character belongs to the column in which it begins.
  package mutating func restyle(_ rect: Rect, _ transform: (Style) -> Style) {
    let area = clip(rect)
    guard !area.isEmpty else { return }
    for row in area.top..<area.bottom {
      let start = row * size.columns
      for index in (start + area.left)..<(start + area.right) where cells[index].width > 0 {
        let style = transform(cells[index].style)
        cells[index].style = style
        if cells[index].width == 2 { cells[index + 1].style = style }
      }
    }
  }

  /// Adds attributes to the cells of a rectangle.
  package mutating func restyle(_ rect: Rect, adding attributes: Attributes) {
    restyle(rect) { $0.with(attributes) }
  }

  /// Copies another canvas onto this one, its top left cell at the given place.
  package mutating func blit(_ other: Canvas, column: Int, row: Int) {
    let area = clip(
      Rect(column: column, row: row, columns: other.size.columns, rows: other.size.rows))
    guard !area.isEmpty else { return }
    for target in area.top..<area.bottom {
      blankHalves(from: area.left, to: area.right, row: target)
      let source = (target - row) * other.size.columns - column
      let start = target * size.columns
      for position in area.left..<area.right {
        cells[start + position] = other.cells[source + position]
      }
      // What the edge of this canvas cut in half.
      let first = start + area.left
      if cells[first].width == 0 { cells[first] = .blank(cells[first].style) }
      let last = start + area.right - 1
      if cells[last].width == 2 { cells[last] = .blank(cells[last].style) }
    }
  }

  /// The part of a rectangle that is on the canvas.
  private func clip(_ rect: Rect) -> Rect {
    let left = max(0, rect.left)
    let top = max(0, rect.top)
    return Rect(
      column: left, row: top, columns: min(size.columns, rect.right) - left,
      rows: min(size.rows, rect.bottom) - top)
  }

  /// Blanks what would be left of wide characters once the columns of a row are overwritten.
  mutating func blankHalves(from left: Int, to right: Int, row: Int) {
    guard left < right else { return }
    let start = row * size.columns
    let first = start + left
    if cells[first].width == 0, left > 0 { cells[first - 1] = .blank(cells[first - 1].style) }
    let last = start + right - 1
    if cells[last].width == 2, right < size.columns {
      cells[last + 1] = .blank(cells[last + 1].style)
    }
  }
}
