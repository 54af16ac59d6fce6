/// A question to the list of proposals: `area:lakehouse is:unscored -tag:kafka (iceberg OR delta)`.
///
/// Words are AND; `-` negates; `OR` and parentheses group; quotes hold a phrase. Bare words search
/// title, abstract, tags, and speakers where they are shown, without case and accents.
package struct Query: Hashable, Sendable {
  /// The query as it was typed.
  package let text: String
  let root: Term

  /// The query that every proposal meets.
  package static let everything = Query(text: "", root: .all([]))

  private init(text: String, root: Term) {
    self.text = text
    self.root = root
  }

  /// Reads a query.
  ///
  /// - Parameter event: the summit, whose areas, formats, rounds and members are the known values.
  /// - Throws: `QueryError` for an unknown field, a bad value or a bracket without its partner. A
  ///   tag, speaker or organisation that nobody has is *not* an error: it meets nothing.
  package init(_ text: String, for event: Event) throws(QueryError) {
    var parser = QueryParser(
      tokens: try QueryLexer.tokens(of: text), length: text.count, event: event)
    self.init(text: text, root: try parser.parse())
  }

  /// One condition, or conditions put together.
  indirect enum Term: Hashable, Sendable {
    case all([Term])
    case any([Term])
    case not(Term)
    case words(String)
    case area(Identifier)
    case tag(String)
    case format(Identifier)
    case level(String)
    case round(Identifier)
    case status(Status)
    case decision(Decision.Outcome)
    case my(Identifier?, NumberRange)
    case score(NumberRange)
    case count(NumberRange)
    case spread(NumberRange)
    case speaker(String)
    case organization(String)
    case reviewedBy(Identifier)
    case id(String)
  }

  /// The words of `is:`.
  package enum Status: String, CaseIterable, Hashable, Sendable {
    case unscored, scored, draft, abstained, conflict, skipped, stale, bookmarked, withdrawn,
      assigned, discussed, unread
  }

  /// The fields, with what they ask for.
  package static let fields: [(name: String, meaning: String)] = [
    ("area", "focus area"), ("tag", "tag"), ("format", "kind of session"), ("level", "level"),
    (
      "is",
      "unscored, scored, draft, abstained, conflict, skipped, stale, bookmarked, withdrawn, assigned, "
        + "discussed, unread"
    ),
    ("my", "my score; my.CRITERION for one criterion"), ("score", "mean of the visible reviews"),
    ("n", "number of the visible reviews"), ("spread", "deviation of the visible reviews"),
    ("state", "decision"), ("speaker", "speaker's name"), ("org", "speaker's organisation"),
    ("by", "reviewed by a member"), ("round", "round"), ("id", "id; * stands for anything"),
  ]
}

/// Numbers from one bound to another.
struct NumberRange: Hashable, Sendable {
  var lower: Double?
  var upper: Double?
  var includesLower = true
  var includesUpper = true

  /// Reads `4`, `>=4`, `>4`, `<=4`, `<4`, `3.5..4.2`, `3.5..`, `..4.2`; nil for anything else.
  init?(_ text: String) {
    if let dots = text.firstRange(of: "..") {
      let (low, high) = (text[..<dots.lowerBound], text[dots.upperBound...])
      guard !low.isEmpty || !high.isEmpty else { return nil }
      if !low.isEmpty {
        guard let number = Self.number(low) else { return nil }
        lower = number
      }
      if !high.isEmpty {
        guard let number = Self.number(high) else { return nil }
        upper = number
      }
      return
    }
    let signs = text.prefix { "<>=".contains($0) }
    guard let number = Self.number(text.dropFirst(signs.count)) else { return nil }
    switch signs {
    case "", "=": (lower, upper) = (number, number)
    case ">=", "=>": lower = number
    case ">": (lower, includesLower) = (number, false)
    case "<=", "=<": upper = number
    case "<": (upper, includesUpper) = (number, false)
    default: return nil
    }
  }

  private static func number(_ text: Substring) -> Double? {
    guard text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }) else {
      return nil
    }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  /// Whether a number is in it; nil is in none. Compared to a millionth.
  func contains(_ number: Double?) -> Bool {
    guard let number = number?.roundedToMillionth else { return false }
    if let lower, includesLower ? number < lower : number <= lower { return false }
    if let upper, includesUpper ? number > upper : number >= upper { return false }
    return true
  }
}
