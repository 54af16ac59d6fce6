import TerminalUI

/// A line of text of which some characters match what was typed.
struct MatchedText {
  private let spans: [(text: String, isMatched: Bool)]

  /// Takes a text apart where what matches begins and ends.
  ///
  /// - Parameter matched: the characters that match, by their place in the text, ascending.
  init(_ text: String, matched: [Int]) {
    guard !matched.isEmpty else {
      spans = [(text, false)]
      return
    }
    let places = Set(matched)
    var spans: [(text: String, isMatched: Bool)] = []
    for (place, character) in text.enumerated() {
      let isMatched = places.contains(place)
      if spans.last?.isMatched == isMatched {
        spans[spans.count - 1].text.append(character)
      } else {
        spans.append((String(character), isMatched))
      }
    }
    self.spans = spans
  }

  /// Takes a text apart where what matches begins and ends.
  ///
  /// - Parameter ranges: what matches, in order, none twice.
  init(_ text: String, ranges: [Range<String.Index>]) {
    spans = text.pieces(ranges).map { (text: $0.text, isMatched: $0.isMatched) }
  }

  /// Draws the text, cut at a number of columns.
  func draw(
    on canvas: inout Canvas, column: Int, row: Int, columns: Int, style: Style, matchStyle: Style,
    ellipsis: String
  ) {
    var used = 0
    for (place, span) in spans.enumerated() where used < columns {
      let isLast = place == spans.count - 1
      let rest = isLast ? 0 : 1
      let shown = clipped(
        span.text, columns: columns - used - (columns - used > 1 ? rest : 0),
        ellipsis: isLast ? ellipsis : "")
      used += canvas.write(
        shown.text, column: column + used, row: row, style: span.isMatched ? matchStyle : style,
        limit: columns - used)
    }
  }
}

extension String {
  /// The text in pieces, cut where ranges of it begin and end; one piece where there are none.
  func pieces(_ ranges: [Range<String.Index>]) -> [(text: String, isMatched: Bool)] {
    guard !ranges.isEmpty else { return [(self, false)] }
    var pieces: [(text: String, isMatched: Bool)] = []
    var place = startIndex
    for range in ranges {
      if place < range.lowerBound { pieces.append((String(self[place..<range.lowerBound]), false)) }
      pieces.append((String(self[range]), true))
      place = range.upperBound
    }
    if place < endIndex { pieces.append((String(self[place...]), false)) }
    return pieces
  }
}
