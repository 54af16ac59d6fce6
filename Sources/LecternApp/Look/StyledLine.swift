import ReviewCore
package import TerminalUI

/// A line of text of which each piece has a look of its own.
package struct StyledLine: Equatable, Sendable {
  /// The pieces, from the left.
  package var spans: [Span]

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

  /// The line with what is searched for marked; nil where it does not hold it. O(length).
  ///
  /// A match may go from one piece to the next; each piece keeps its colours otherwise.
  func marking(_ needle: SearchNeedle, _ style: Style) -> StyledLine? {
    // What is cut must be safe already: half an escape sequence would be seen.
    let texts = spans.map { DisplayText.line($0.text) }
    let whole = texts.joined()
    let ranges = needle.ranges(in: whole).map { range in
      range.lowerBound.utf16Offset(in: whole)..<range.upperBound.utf16Offset(in: whole)
    }
    guard !ranges.isEmpty else { return nil }
    var line = StyledLine.blank
    var start = 0
    for (span, text) in zip(spans, texts) {
      let end = start + text.utf16.count
      let inside: [Range<String.Index>] = ranges.compactMap { range in
        let (low, high) = (max(range.lowerBound, start), min(range.upperBound, end))
        guard low < high else { return nil }
        return String.Index(
          utf16Offset: low - start, in: text)..<String.Index(utf16Offset: high - start, in: text)
      }
      for piece in text.pieces(inside) {
        line.add(piece.text, piece.isMatched ? style : span.style)
      }
      start = end
    }
    return line
  }

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
