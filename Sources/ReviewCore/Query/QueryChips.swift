/// A query taken apart into the conditions that must all be met, to show each as a chip, and to
/// add or remove one while the rest stays as it was typed.
package struct QueryChips: Hashable, Sendable {
  /// The query as it was typed.
  package let text: String
  /// The conditions, in order. A query that has an OR outside brackets is one chip.
  package let chips: [Chip]
  /// Whether an OR stands outside brackets.
  private let isAlternatives: Bool

  /// One condition.
  package struct Chip: Hashable, Sendable {
    /// As it was typed.
    package let text: String
    /// Its characters in the query.
    package let range: Range<Int>
  }

  /// Takes a query apart. O(length).
  ///
  /// - Throws: `QueryError` where a quote is not closed. Brackets and values are not looked at.
  package init(_ text: String) throws(QueryError) {
    let tokens = try QueryLexer.tokens(of: text)
    let characters = Array(text)
    self.text = text
    let split = QuerySplit(tokens)
    isAlternatives = split.alternatives.count > 1
    let ranges = isAlternatives ? split.whole : split.conditions
    chips = ranges.map { Chip(text: String(characters[$0]), range: $0) }
  }

  /// The query without one chip; the spaces beside it go with it.
  package func removing(_ place: Int) -> String {
    guard chips.indices.contains(place) else { return text }
    let characters = Array(text)
    var before = characters[..<chips[place].range.lowerBound]
    let after = characters[chips[place].range.upperBound...].drop { $0.isWhitespace }
    if after.isEmpty {
      while before.last?.isWhitespace == true { before.removeLast() }
    } else if let last = before.last, !last.isWhitespace {
      before.append(" ")
    }
    return String(before + after)
  }

  /// The query with one more condition at its end.
  package func adding(_ term: String) -> String {
    if chips.isEmpty { return term }
    if isAlternatives { return "\(Self.bracketed(chips[0].text)) \(term)" }
    return text.last?.isWhitespace == true ? text + term : "\(text) \(term)"
  }

  /// A text in brackets; a hyphen alone must not come to stand before the closing one.
  static func bracketed(_ text: String) -> String {
    text.last == "-" ? "(\(text) )" : "(\(text))"
  }

  /// The query with another text in place of a chip.
  ///
  /// A space parts what would else become one word: after a quote another condition may follow
  /// without one, after a word it may not.
  package func replacing(_ place: Int, by term: String) -> String {
    guard chips.indices.contains(place) else { return text }
    let characters = Array(text)
    let before = String(characters[..<chips[place].range.lowerBound])
    let after = String(characters[chips[place].range.upperBound...])
    return Self.joined(Self.joined(before, term), after)
  }

  /// Two parts of a query, of which neither becomes a part of a word of the other.
  private static func joined(_ first: String, _ second: String) -> String {
    let ends: Set<Character> = ["\"", "(", ")"]
    let brackets: Set<Character> = ["(", ")"]
    guard let last = first.last, let next = second.first, !last.isWhitespace, !next.isWhitespace,
      !ends.contains(last), !brackets.contains(next)
    else { return first + second }
    return "\(first) \(second)"
  }
}

/// Where the conditions of a query are.
struct QuerySplit {
  /// The conditions outside brackets, each with its hyphens, as ranges of characters.
  private(set) var conditions: [Range<Int>] = []
  /// The same, split at each OR outside brackets.
  private(set) var alternatives: [[Range<Int>]] = [[]]
  /// From the first condition to the last; empty without any.
  var whole: [Range<Int>] {
    guard let first = conditions.first, let last = conditions.last else { return [] }
    return [first.lowerBound..<last.upperBound]
  }

  init(_ tokens: [QueryLexer.Token]) {
    var depth = 0
    var start: Int?
    for token in tokens {
      let end = token.column - 1 + token.length
      if token.kind == .or, depth == 0 {
        alternatives.append([])
        continue
      }
      let from = start ?? token.column - 1
      start = from
      switch token.kind {
      case .not: continue
      case .open: depth += 1
      case .close: depth = max(0, depth - 1)
      case .or, .text, .field: break
      }
      guard depth == 0 else { continue }
      add(from..<end)
      start = nil
    }
    if let start, let last = tokens.last { add(start..<(last.column - 1 + last.length)) }
  }

  private mutating func add(_ range: Range<Int>) {
    conditions.append(range)
    alternatives[alternatives.count - 1].append(range)
  }
}
