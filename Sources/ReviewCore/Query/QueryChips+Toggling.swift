extension QueryChips {
  /// Whether the query asks for a condition: as a chip, or as one of those of which a chip wants
  /// one. However it is written: `area:Lakehouses` is `area:lakehouse`.
  package func holds(_ term: String, for event: Event) -> Bool {
    guard let wanted = Self.meaning(of: term, for: event) else { return false }
    return chips.contains { chip in
      Self.alternatives(of: chip.text).contains { Self.meaning(of: $0, for: event) == wanted }
    }
  }

  /// The query with a condition more, or less where it asks for it already; for menus.
  ///
  /// Of what excludes one another (areas, formats, levels, rounds, decisions, my state, my score)
  /// several picked ones become alternatives, `(area:a OR area:b)`. A condition takes the place of
  /// its own negation. All else stays as it was typed.
  package func toggling(_ term: String, for event: Event) -> String {
    guard let wanted = Self.meaning(of: term, for: event) else { return adding(term) }
    for (place, chip) in chips.enumerated() {
      if Self.meaning(of: chip.text, for: event) == .not(wanted) {
        return replacing(place, by: term)
      }
      let alternatives = Self.alternatives(of: chip.text)
      let kept = alternatives.filter { Self.meaning(of: $0, for: event) != wanted }
      if kept.isEmpty { return removing(place) }
      if kept.count < alternatives.count { return replacing(place, by: Self.either(kept)) }
    }
    guard let choice = wanted.choice else { return adding(term) }
    for (place, chip) in chips.enumerated() {
      let alternatives = Self.alternatives(of: chip.text)
      let isSameChoice = alternatives.allSatisfy {
        Self.meaning(of: $0, for: event)?.choice == choice
      }
      if isSameChoice { return replacing(place, by: Self.either(alternatives + [term])) }
    }
    return adding(term)
  }

  static func meaning(of text: String, for event: Event) -> Query.Term? {
    do throws(QueryError) {
      return try Query(text, for: event).root
    } catch {
      return nil
    }
  }

  private static func either(_ terms: [String]) -> String {
    terms.count == 1 ? terms[0] : bracketed(terms.joined(separator: " OR "))
  }

  /// The conditions of which a chip wants one, each as it was typed; the chip itself where it is no
  /// list of alternatives, or where one of them is more than one condition.
  static func alternatives(of chip: String) -> [String] {
    var inner = chip
    while true {
      guard let tokens = tokens(of: inner) else { return [chip] }
      let split = QuerySplit(tokens)
      if split.alternatives.count > 1 {
        guard split.alternatives.allSatisfy({ $0.count == 1 }) else { return [chip] }
        let characters = Array(inner)
        return split.alternatives.flatMap { $0 }.map { String(characters[$0]) }
      }
      guard split.conditions.count == 1, tokens.first?.kind == .open, tokens.last?.kind == .close
      else { return [chip] }
      inner = String(inner.trimmed.dropFirst().dropLast())
    }
  }

  private static func tokens(of text: String) -> [QueryLexer.Token]? {
    do throws(QueryError) {
      return try QueryLexer.tokens(of: text)
    } catch {
      return nil
    }
  }
}
