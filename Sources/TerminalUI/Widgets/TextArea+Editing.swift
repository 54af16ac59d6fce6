extension TextArea {
  /// A place in the text: clusters before it in its line.
  typealias Place = (line: Int, place: Int)

  /// The place after the cursor's next cluster; a newline counts as one.
  var next: Place {
    if place < lines[line].characters.count { return (line, place + 1) }
    return line + 1 < lines.count ? (line + 1, 0) : (line, place)
  }

  /// The place before the cursor's last cluster.
  var previous: Place {
    if place > 0 { return (line, place - 1) }
    return line > 0 ? (line - 1, lines[line - 1].characters.count) : (line, place)
  }

  /// The end of the next word; at the end of a line, the beginning of the next line.
  var nextWord: Place {
    let rest = lines[line].characters[place...]
    return rest.isEmpty ? next : (line, place + Self.lengthOfWord(rest))
  }

  /// The beginning of the word before; at the beginning of a line, the end of the line before.
  var previousWord: Place {
    let rest = lines[line].characters[..<place].reversed()
    return rest.isEmpty ? previous : (line, place - Self.lengthOfWord(rest))
  }

  /// Clusters to the far end of the next word.
  private static func lengthOfWord(_ characters: some Sequence<Character>) -> Int {
    var length = 0
    var isInWord = false
    for character in characters {
      if character.isWhitespace, isInWord { break }
      isInWord = isInWord || !character.isWhitespace
      length += 1
    }
    return length
  }

  /// Moves the cursor to a place that there is.
  mutating func move(to place: Place) { moveCursor(toLine: place.line, place: place.place) }

  /// Removes what is between the cursor and another place of its line, or of the line beside it.
  ///
  /// - Parameter isKept: Whether Ctrl-Y may put it back.
  mutating func remove(to other: Place, isKept: Bool = false) {
    let cursor: Place = (line, place)
    let (start, end) = other < cursor ? (other, cursor) : (cursor, other)
    var removed = ""
    if start.line == end.line {
      removed.append(contentsOf: lines[start.line].characters[start.place..<end.place])
      lines[start.line].characters.removeSubrange(start.place..<end.place)
      count -= end.place - start.place
    } else {
      // From the end of a line to the beginning of the next: no key removes more at once.
      if let newline = lines[start.line].newline { removed.append(newline) }
      lines[start.line].characters += lines[end.line].characters
      lines[start.line].newline = lines[end.line].newline
      lines.remove(at: end.line)
      lines[start.line].rows = nil
      count -= 1
    }
    (line, place) = start
    join(at: start)
    rewrap(from: start.place)
    if isKept, !removed.isEmpty { taken = removed }
    wantedColumn = nil
    settle()
  }

  /// Puts clusters together that became neighbours and are one now.
  mutating func join(at seam: Place) {
    while seam.place > 0, seam.place < lines[seam.line].characters.count {
      let (left, right) = (
        lines[seam.line].characters[seam.place - 1], lines[seam.line].characters[seam.place]
      )
      let both = String(left) + String(right)
      guard both.count == 1 else { return }
      lines[seam.line].characters[seam.place - 1] = Character(both)
      lines[seam.line].characters.remove(at: seam.place)
      count -= 1
      if line == seam.line, place > seam.place { place -= 1 }
    }
  }
}
