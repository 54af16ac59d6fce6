package import TerminalUI

/// A line of text of which each piece has a look of its own.
package struct StyledLine: Equatable, Sendable {
  /// The pieces, from the left.
  package var spans: [Span]
  /// How many of the pieces are a margin, and not part of the text: bars, indentation.
  package var margin = 0
  /// How it goes on from the line above.
  package var joint = LineJoint.begins

  /// A piece of text with its look.
  package struct Span: Equatable, Sendable {
    package var text: String
    package var style: Style
  }

  /// An empty line.
  package static let blank = StyledLine(spans: [])

  /// Makes a line of pieces.
  package init(spans: [Span]) { self.spans = spans }

  /// Makes a line of one look.
  package init(_ text: String, _ style: Style = .plain) {
    spans = [Span(text: text, style: style)]
  }

  /// Adds a piece.
  mutating func add(_ text: String, _ style: Style) { spans.append(Span(text: text, style: style)) }

  /// Draws the line; returns the columns that it took.
  @discardableResult
  func draw(on canvas: inout Canvas, column: Int, row: Int, limit: Int) -> Int {
    var used = 0
    for span in spans where used < limit {
      used += canvas.write(
        span.text, column: column + used, row: row, style: span.style, limit: limit - used)
    }
    return used
  }
}
