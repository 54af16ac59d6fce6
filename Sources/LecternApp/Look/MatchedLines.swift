import ReviewCore
import TerminalUI

/// Lines in which what is searched for is marked, also where it goes over the end of a line.
struct MatchedLines {
  /// The lines, each piece with its own look where it is not marked.
  private(set) var lines: [StyledLine]
  /// The lines that hold what is searched for, or a part of it, ascending.
  private(set) var matches: [Int] = []

  /// Looks through lines, taking those together that one text goes on over. O(length).
  init(_ lines: [StyledLine], _ needle: SearchNeedle, _ style: Style) {
    self.lines = lines
    var start = 0
    while start < lines.count {
      var end = start + 1
      while end < lines.count, lines[end].joint != .begins { end += 1 }
      mark(start..<end, needle, style)
      start = end
    }
  }

  private mutating func mark(_ group: Range<Int>, _ needle: SearchNeedle, _ style: Style) {
    // What is cut must be safe already: half an escape sequence would be seen.
    var texts: [[String]] = []
    var whole = ""
    var starts: [Int] = []
    for place in group {
      if lines[place].joint == .afterSpace { whole += " " }
      starts.append(whole.utf8.count)
      let pieces = lines[place].spans.map { DisplayText.line($0.text) }
      for piece in pieces.dropFirst(lines[place].margin) { whole += piece }
      texts.append(pieces)
    }
    let utf8 = whole.utf8
    let ranges = needle.ranges(in: whole).map { range in
      utf8.distance(
        from: utf8.startIndex, to: range.lowerBound)..<utf8.distance(
          from: utf8.startIndex, to: range.upperBound)
    }
    guard !ranges.isEmpty else { return }
    var first = 0
    for (number, place) in group.enumerated() {
      var line = lines[place]
      var isMatched = false
      line.spans = Array(line.spans.prefix(line.margin))
      var start = starts[number]
      for (span, text) in zip(lines[place].spans, texts[number]).dropFirst(line.margin) {
        let end = start + text.utf8.count
        while first < ranges.count, ranges[first].upperBound <= start { first += 1 }
        let inside = ranges[first...].prefix { $0.lowerBound < end }.map { range in
          text.index(
            atByte: max(range.lowerBound, start) - start)..<text.index(
              atByte: min(range.upperBound, end) - start)
        }
        isMatched = isMatched || !inside.isEmpty
        for piece in text.pieces(inside) {
          line.add(piece.text, piece.isMatched ? style : span.style)
        }
        start = end
      }
      guard isMatched else { continue }
      lines[place] = line
      matches.append(place)
    }
  }
}

extension String {
  /// The place of a byte at which a character begins. O(1) for a text of Swift's own.
  fileprivate func index(atByte offset: Int) -> Index {
    utf8.index(utf8.startIndex, offsetBy: offset)
  }
}
