extension QueryChips {
  /// The query without the conditions beside which a menu would put this one as an alternative: for
  /// counting what choosing it alone would leave. The query itself where there are none.
  package func rest(beside term: String, for event: Event) -> String {
    guard let choice = Self.meaning(of: term, for: event)?.choice else { return text }
    let beside = chips.indices.filter { place in
      Self.alternatives(of: chips[place].text).allSatisfy {
        Self.meaning(of: $0, for: event)?.choice == choice
      }
    }
    return removing(beside)
  }

  /// The focus area that is asked for by a condition of its own, and the query without it; nil where
  /// there is none, or more than one.
  package func soleArea(of event: Event) -> (area: Identifier, rest: String)? {
    let areas = chips.indices.compactMap { place -> (Int, Identifier)? in
      guard case .area(let area) = Self.meaning(of: chips[place].text, for: event) else {
        return nil
      }
      return (place, area)
    }
    guard areas.count == 1, let (place, area) = areas.first else { return nil }
    return (area, removing(place))
  }

  /// The conditions of which a chip wants one, each as it was typed; the chip alone where it is no
  /// list of alternatives.
  package func alternatives(at place: Int) -> [String] {
    chips.indices.contains(place) ? Self.alternatives(of: chips[place].text) : []
  }

  /// The query without some chips.
  private func removing(_ places: [Int]) -> String {
    var result = self
    for place in places.reversed() {
      let text = result.removing(place)
      do throws(QueryError) {
        result = try QueryChips(text)
      } catch {
        return self.text
      }
    }
    return result.text
  }
}

extension Query {
  /// Whether bare words are in it, which are sought in the texts of all proposals.
  package var hasWords: Bool { root.hasWords }
}

extension Query.Term {
  fileprivate var hasWords: Bool {
    switch self {
    case .words: true
    case .all(let terms), .any(let terms): terms.contains { $0.hasWords }
    case .not(let term): term.hasWords
    default: false
    }
  }
}
