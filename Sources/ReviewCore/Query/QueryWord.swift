/// The word of a query line that the cursor is in or behind, finished or not.
struct QueryWord: Hashable {
  /// What sort of word it is.
  enum Kind: Hashable {
    /// A bare word, or nothing yet.
    case word
    /// The name of a field that has its colon already.
    case field
    /// The value of a field.
    case value(of: String)
    /// A phrase in quotes.
    case phrase
  }

  private(set) var kind = Kind.word
  /// The characters to complete: of a value without its field.
  private(set) var range: Range<Int>
  /// What of it stands before the cursor, without a quotation mark before it.
  private(set) var typed = ""

  /// Finds the word. O(length).
  ///
  /// It reads as `QueryLexer` does, but goes on where that would give up: a quote that is not
  /// closed ends with the line.
  init(at cursor: Int, of characters: [Character]) {
    range = cursor..<cursor
    var place = 0
    while place < characters.count, place <= cursor {
      let start = place
      var colon: Int?
      switch characters[place] {
      case "\"": place = Self.endOfQuote(place, characters)
      case "(", ")":
        place += 1
        continue
      case "-":
        place += 1
        if place >= characters.count || !characters[place].isWhitespace { continue }
      case let character where character.isWhitespace:
        place += 1
        continue
      default: (place, colon) = Self.endOfWord(place, characters)
      }
      if cursor <= place {
        take(start..<place, colon: colon, cursor: cursor, of: characters)
        return
      }
    }
  }

  private mutating func take(
    _ word: Range<Int>, colon: Int?, cursor: Int, of characters: [Character]
  ) {
    if cursor == word.lowerBound { return }
    if characters[word.lowerBound] == "\"" {
      kind = .phrase
      range = word
      return
    }
    guard let colon, cursor > colon else {
      if colon != nil { kind = .field }
      range = word.lowerBound..<(colon.map { $0 + 1 } ?? word.upperBound)
      typed = String(characters[word.lowerBound..<cursor])
      return
    }
    kind = .value(of: String(characters[word.lowerBound..<colon]))
    range = (colon + 1)..<word.upperBound
    typed = String(characters[(colon + 1)..<cursor])
    if typed.first == "\"" { typed.removeFirst() }
    if typed.last == "\"" { typed.removeLast() }
  }

  /// The end of a word or a field with its value, and where its colon is.
  private static func endOfWord(_ start: Int, _ characters: [Character]) -> (Int, colon: Int?) {
    var place = start
    while place < characters.count {
      let character = characters[place]
      if character.isWhitespace || character == "(" || character == ")" { break }
      if character == ":", place > start {
        let colon = place
        place += 1
        if place < characters.count, characters[place] == "\"" {
          return (endOfQuote(place, characters), colon)
        }
        while place < characters.count, !characters[place].isWhitespace, characters[place] != ")" {
          place += 1
        }
        return (place, colon)
      }
      place += 1
    }
    return (place, nil)
  }

  private static func endOfQuote(_ start: Int, _ characters: [Character]) -> Int {
    var place = start + 1
    while place < characters.count, characters[place] != "\"" { place += 1 }
    return min(place + 1, characters.count)
  }
}
