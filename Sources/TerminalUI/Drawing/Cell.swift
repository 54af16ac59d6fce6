/// One cell of the screen.
///
/// A character of two columns is a cell of width 2 followed by `continuation`, which has width 0.
package struct Cell: Hashable, Sendable {
  /// One base character and at most four combining marks, safe for a terminal.
  package var text: String
  /// Columns that the text takes: 1, 2, or 0 for the second half of a wide character.
  package var width: UInt8
  /// How it looks.
  package var style: Style

  /// A space in the given style.
  package static func blank(_ style: Style = .plain) -> Cell {
    Cell(text: " ", width: 1, style: style)
  }

  /// The second half of a wide character.
  package static func continuation(_ style: Style = .plain) -> Cell {
    Cell(text: "", width: 0, style: style)
  }

  /// Makes a cell. `text` must be what `DisplayText` lets through, `width` its width.
  package init(text: String, width: UInt8, style: Style) {
    self.text = text
    self.width = width
    self.style = style
  }
}
