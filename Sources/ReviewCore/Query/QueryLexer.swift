/// Splits a query into words, parentheses and negations.
struct QueryLexer {
  /// One piece of a query.
  struct Token: Hashable {
    var kind: Kind
    /// Column of its first character, from 1.
    var column: Int
    var length: Int
  }

  enum Kind: Hashable {
    case open, close, not, or
    /// A bare word or a quoted phrase.
    case text(String)
    /// `field:value`; `valueColumn` is where the value begins.
    case field(String, value: String, valueColumn: Int)
  }

  private let characters: [Character]
  private var place = 0

  private init(_ query: String) { characters = Array(query) }

  static func tokens(of query: String) throws(QueryError) -> [Token] {
    var lexer = QueryLexer(query)
    var tokens: [Token] = []
    while let token = try lexer.next() { tokens.append(token) }
    return tokens
  }

  private var current: Character? { place < characters.count ? characters[place] : nil }

  private mutating func next() throws(QueryError) -> Token? {
    while let current, current.isWhitespace { place += 1 }
    let start = place
    guard let first = current else { return nil }
    switch first {
    case "(": return single(.open)
    case ")": return single(.close)
    case "-" where place + 1 < characters.count && !characters[place + 1].isWhitespace:
      return single(.not)
    case "\"":
      let phrase = try quoted()
      return Token(kind: .text(phrase), column: start + 1, length: place - start)
    default: return try word(from: start)
    }
  }

  private mutating func single(_ kind: Kind) -> Token {
    place += 1
    return Token(kind: kind, column: place, length: 1)
  }

  /// A word, or a field with its value; ends at white space or a parenthesis.
  private mutating func word(from start: Int) throws(QueryError) -> Token {
    var text = ""
    while let current, !current.isWhitespace, current != "(", current != ")" {
      place += 1
      if current == ":", !text.isEmpty {
        let valueColumn = place + 1
        let value = try value()
        return Token(
          kind: .field(text, value: value, valueColumn: valueColumn), column: start + 1,
          length: place - start)
      }
      text.append(current)
    }
    let kind: Kind = text == "OR" ? .or : .text(text)
    return Token(kind: kind, column: start + 1, length: place - start)
  }

  private mutating func value() throws(QueryError) -> String {
    if current == "\"" { return try quoted() }
    var text = ""
    while let current, !current.isWhitespace, current != ")" {
      text.append(current)
      place += 1
    }
    return text
  }

  private mutating func quoted() throws(QueryError) -> String {
    let start = place
    place += 1
    var text = ""
    while let current {
      place += 1
      if current == "\"" { return text }
      text.append(current)
    }
    throw QueryError(
      column: start + 1, length: place - start, problem: "the quote is not closed")
  }
}
