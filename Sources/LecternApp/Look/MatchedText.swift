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
