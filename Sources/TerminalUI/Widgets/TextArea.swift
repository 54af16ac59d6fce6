/// The editor of a text of several lines: the text, where the cursor is, and what is in sight.
///
/// The text is what was typed or pasted, verbatim but for carriage returns, which become newlines
/// (terminals paste them in their place); only what is drawn is made safe. Lines that are too long
/// are wrapped, so that up and down go by what one sees.
package struct TextArea: Equatable, Sendable {
  /// The lines, of which there is at least one.
  var lines: [Line]
  /// The line that the cursor is in.
  var line: Int
  /// Clusters of that line before the cursor.
  var place: Int
  /// How many clusters there are, newlines too.
  package internal(set) var count: Int
  /// Columns and rows that it is drawn on.
  var size = Size(columns: 80, rows: 24)
  /// Whether it is drawn in ASCII.
  var isASCII = false
  /// The row at the top.
  var top = Row(line: 0, number: 0)
  /// The column that up and down try to keep; nil after any other movement.
  var wantedColumn: Int?
  /// What Ctrl-K, Ctrl-U or Ctrl-W took last, for Ctrl-Y to put back.
  var taken = ""

  /// A line with the newline that ends it; the last one has none.
  struct Line: Equatable, Sendable {
    var characters: [Character]
    var newline: Character?
    /// The rows that it is shown on, once it was in sight.
    var rows: WrappedLine?

    init(characters: [Character], newline: Character?) {
      (self.characters, self.newline) = (characters, newline)
    }

    /// The rows follow from the text and the room.
    static func == (one: Line, other: Line) -> Bool {
      one.characters == other.characters && one.newline == other.newline
    }
  }

  /// A row on the screen: the line that it shows a part of, and which part.
  struct Row: Hashable, Comparable, Sendable {
    var line: Int
    var number: Int

    static func < (one: Row, other: Row) -> Bool {
      (one.line, one.number) < (other.line, other.number)
    }
  }

  /// The most clusters that it holds: more than any note, and still edited at once.
  package static let limit = 100_000

  /// Makes an editor with the cursor at the end of its text; what is beyond the limit is left out.
  /// O(text).
  package init(_ text: String = "") {
    lines = Self.lines(of: text, room: Self.limit).lines
    line = lines.count - 1
    place = lines[line].characters.count
    count = lines.reduce(0) { $0 + $1.characters.count + ($1.newline == nil ? 0 : 1) }
    settle()
  }

  /// The whole text. O(text).
  package var text: String {
    var text = ""
    for line in lines {
      text.append(contentsOf: line.characters)
      if let newline = line.newline { text.append(newline) }
    }
    return text
  }

  /// Whether there is no text.
  package var isEmpty: Bool { count == 0 }
  /// Whether no more text goes in.
  package var isFull: Bool { count >= Self.limit }
  /// Where the cursor is: the line, and the clusters before it, both from 0.
  package var cursor: (line: Int, place: Int) { (line, place) }

  /// Puts a text, typed or pasted, at the cursor; what is beyond the limit is left out. O(text, and
  /// the line that it goes into).
  ///
  /// - Returns: Whether all of it went in.
  @discardableResult
  package mutating func insert(_ text: String) -> Bool {
    let new = Self.lines(of: text, room: Self.limit - count)
    count += new.lines.reduce(0) { $0 + $1.characters.count + ($1.newline == nil ? 0 : 1) }
    let seam = (line: line, place: place)
    if new.lines.count == 1 {
      lines[line].characters.insert(contentsOf: new.lines[0].characters, at: place)
      place += new.lines[0].characters.count
    } else {
      let rest = Array(lines[line].characters[place...])
      lines[line].characters.removeLast(rest.count)
      lines[line].characters += new.lines[0].characters
      var added = Array(new.lines.dropFirst())
      place = added[added.count - 1].characters.count
      added[added.count - 1].characters += rest
      added[added.count - 1].newline = lines[line].newline
      lines[line].newline = new.lines[0].newline
      lines.insert(contentsOf: added, at: line + 1)
      line += added.count
      lines[seam.line].rows = nil
    }
    join(at: (line, place))
    if seam != (line, place) { join(at: seam) }
    if seam.line == line { rewrap(from: seam.place) }
    wantedColumn = nil
    settle()
    return new.isAll
  }

  /// Puts the cursor before a cluster of a line; outside the text means its nearest end.
  package mutating func moveCursor(toLine line: Int, place: Int) {
    self.line = max(0, min(line, lines.count - 1))
    self.place = max(0, min(place, lines[self.line].characters.count))
    wantedColumn = nil
    settle()
  }

  /// Tells the editor how much room it has. `draw` does it by itself, but up, down and the pages
  /// go by the room that was told last.
  package mutating func resize(_ size: Size, isASCII: Bool = false) {
    guard size != self.size || isASCII != self.isASCII else { return }
    if size.columns != self.size.columns || isASCII != self.isASCII {
      for line in lines.indices where lines[line].rows != nil { lines[line].rows = nil }
    }
    (self.size, self.isASCII) = (size, isASCII)
    settle()
  }

  /// The text as lines, up to so many clusters.
  private static func lines(of text: String, room: Int) -> (lines: [Line], isAll: Bool) {
    var lines: [Line] = []
    var characters: [Character] = []
    var room = room
    for character in text {
      guard room > 0 else {
        return (lines + [Line(characters: characters, newline: nil)], false)
      }
      room -= 1
      if character.isNewline {
        let isReturn = character == "\r\n" || character == "\r"
        lines.append(Line(characters: characters, newline: isReturn ? "\n" : character))
        characters = []
      } else {
        characters.append(character)
      }
    }
    return (lines + [Line(characters: characters, newline: nil)], true)
  }
}
