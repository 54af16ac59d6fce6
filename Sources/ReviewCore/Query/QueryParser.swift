/// Reads the tokens of a query into its conditions.
struct QueryParser {
  private let tokens: [QueryLexer.Token]
  private let length: Int
  private let event: Event
  private var place = 0
  private var depth = 0

  init(tokens: [QueryLexer.Token], length: Int, event: Event) {
    self.tokens = tokens
    self.length = length
    self.event = event
  }

  mutating func parse() throws(QueryError) -> Query.Term {
    let term = try alternatives()
    if let token = current { throw error(token, "this closing bracket has no opening one") }
    return term
  }

  private var current: QueryLexer.Token? { place < tokens.count ? tokens[place] : nil }

  private func error(_ token: QueryLexer.Token, _ problem: String) -> QueryError {
    QueryError(column: token.column, length: token.length, problem: problem)
  }

  private mutating func alternatives() throws(QueryError) -> Query.Term {
    var terms = [try conjunction()]
    while let token = current, token.kind == .or {
      place += 1
      guard let next = current, next.kind != .or, next.kind != .close else {
        throw error(token, "a condition is expected after OR")
      }
      terms.append(try conjunction())
    }
    return terms.count == 1 ? terms[0] : .any(terms)
  }

  private mutating func conjunction() throws(QueryError) -> Query.Term {
    var terms: [Query.Term] = []
    while let token = current, token.kind != .close {
      if token.kind == .or {
        guard !terms.isEmpty else {
          throw error(token, "a condition is expected before OR (a word \"or\" goes in quotes)")
        }
        break
      }
      terms.append(try condition())
    }
    return terms.count == 1 ? terms[0] : .all(terms)
  }

  private mutating func condition() throws(QueryError) -> Query.Term {
    guard let token = current else {
      throw QueryError(column: length + 1, length: 1, problem: "a condition is expected here")
    }
    place += 1
    switch token.kind {
    case .not:
      guard let next = current, next.kind != .close, next.kind != .or else {
        throw error(token, "a condition is expected after the hyphen")
      }
      return .not(try nested(token) { parser throws(QueryError) in try parser.condition() })
    case .open:
      let term = try nested(token) { parser throws(QueryError) in try parser.alternatives() }
      guard let close = current, close.kind == .close else {
        throw error(token, "this opening bracket is not closed")
      }
      place += 1
      return term
    case .text(let text): return .words(text.folded)
    case .field(let name, let value, let valueColumn):
      return try field(token, name, value, valueColumn)
    case .or, .close: throw error(token, "a condition is expected here")
    }
  }

  private mutating func nested(
    _ token: QueryLexer.Token, _ read: (inout QueryParser) throws(QueryError) -> Query.Term
  ) throws(QueryError) -> Query.Term {
    depth += 1
    guard depth <= 100 else { throw error(token, "the query is nested too deep") }
    let term = try read(&self)
    depth -= 1
    return term
  }
}

// MARK: - Fields

extension QueryParser {
  private func field(
    _ token: QueryLexer.Token, _ name: String, _ value: String, _ column: Int
  ) throws(QueryError) -> Query.Term {
    let reader = ValueReader(value: value, column: column)
    let key = name.lowercased()
    if key.hasPrefix("my.") {
      let criteria = event.rubric.criteria.map { (id: $0.id, names: [$0.name]) }
      let criterion = try ValueReader(value: String(name.dropFirst(3)), column: token.column + 3)
        .identifier(among: criteria, as: "criterion")
      return .my(criterion, try reader.range())
    }
    switch key {
    case "area":
      let areas = event.focusAreas.map { (id: $0.id, names: [$0.name, $0.short]) }
      return .area(try reader.identifier(among: areas, as: "focus area"))
    case "tag": return .tag(try reader.text().folded)
    case "format":
      let formats = event.formats.map { (id: $0.id, names: [$0.name]) }
      return .format(try reader.identifier(among: formats, as: "format"))
    case "level": return .level(try reader.word(among: event.levels, as: "level").folded)
    case "round":
      let rounds = event.rounds.map { (id: $0.id, names: [$0.name]) }
      return .round(try reader.identifier(among: rounds, as: "round"))
    case "by":
      let members = event.committee.map { (id: $0.id, names: [$0.name]) }
      return .reviewedBy(try reader.identifier(among: members, as: "committee member"))
    case "is": return .status(try reader.word(as: Query.Status.self, "state"))
    case "state": return .decision(try reader.word(as: Decision.Outcome.self, "decision"))
    case "my": return .my(nil, try reader.range())
    case "score": return .score(try reader.range())
    case "n": return .count(try reader.range())
    case "spread": return .spread(try reader.range())
    case "speaker": return .speaker(try reader.text().folded)
    case "org": return .organization(try reader.text().folded)
    case "id": return .id(try reader.text())
    default:
      let known = Query.fields.map(\.name)
      let hint = NearestWord.of(key, among: known).map { "; did you mean \"\($0):\"?" } ?? ""
      throw QueryError(
        column: token.column, length: name.count,
        problem:
          "there is no field \(name.quoted)\(hint) (fields: \(known.joined(separator: ", ")))")
    }
  }
}

/// Reads the value of a field, or says what is wrong with it.
private struct ValueReader {
  let value: String
  let column: Int

  func error(_ problem: String) -> QueryError {
    QueryError(column: column, length: max(1, value.count), problem: problem)
  }

  func text() throws(QueryError) -> String {
    guard !value.isEmpty else { throw error("a value is expected after the colon") }
    return value
  }

  func range() throws(QueryError) -> NumberRange {
    guard let range = NumberRange(try text()) else {
      throw error("\(value.quoted) is no number; write 4, >=4, <3 or 3.5..4.2")
    }
    return range
  }

  func word(among known: [String], as what: String) throws(QueryError) -> String {
    let folded = try text().folded
    guard let word = known.first(where: { $0.folded == folded }) else {
      throw unknown(what, known)
    }
    return word
  }

  func word<Word: RawRepresentable & CaseIterable>(
    as type: Word.Type, _ what: String
  ) throws(QueryError) -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: try text().lowercased()) else {
      throw unknown(what, Word.allCases.map(\.rawValue))
    }
    return word
  }

  func identifier(
    among known: [(id: Identifier, names: [String])], as what: String
  ) throws(QueryError) -> Identifier {
    let folded = try text().folded
    let match =
      known.first { $0.id.text == folded }
      ?? known.first { $0.names.contains { $0.folded == folded } }
    guard let match else {
      // An id goes before a name in the suggestion: it is what is shorter to type.
      let ids = known.map(\.id.text)
      if NearestWord.of(value, among: ids) == nil,
        let name = NearestWord.of(value, among: known.flatMap(\.names)),
        let entry = known.first(where: { $0.names.contains(name) })
      {
        throw error("there is no \(what) \(value.quoted); did you mean \"\(entry.id)\"?")
      }
      throw unknown(what, ids)
    }
    return match.id
  }

  private func unknown(_ what: String, _ known: [String]) -> QueryError {
    if known.isEmpty { return error("this summit has no \(what)") }
    if let near = NearestWord.of(value, among: known) {
      return error("there is no \(what) \(value.quoted); did you mean \"\(near)\"?")
    }
    let list = known.prefix(12).joined(separator: ", ")
    return error(
      "there is no \(what) \(value.quoted); known: \(list)\(known.count > 12 ? ", …" : "")")
  }
}
