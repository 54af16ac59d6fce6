import ReviewCore

/// What a filter can be made of by choosing: every value that any proposal has, with how many would
/// be left if it alone were chosen of its sort.
struct FacetChoices {
  let seen: SeenSummit
  let personal: Personal
  let chips: QueryChips

  /// The values, those that nothing is left of only where the query asks for them.
  /// O(proposals · sorts of which the query chooses one).
  var choices: [FilterLine.Choice] {
    let all = Facets(
      seen, rows: Array(seen.proposals.indices), bookmarks: personal.bookmarks,
      read: personal.read)
    var counts: [String: [String: Int]] = [:]
    var choices: [FilterLine.Choice] = []
    for group in all.groups {
      // Of a group of one sort all values are counted among the same proposals.
      let isMixed = group.kind == .state
      var rest = group.values.first.map { chips.rest(beside: $0.term, for: seen.event) } ?? ""
      for value in group.values {
        if isMixed { rest = chips.rest(beside: value.term, for: seen.event) }
        let known = counts[rest] ?? self.counts(of: rest)
        counts[rest] = known
        let isOn = !chips.chips.isEmpty && chips.holds(value.term, for: seen.event)
        let count = known[value.term] ?? 0
        guard count > 0 || isOn else { continue }
        choices.append(
          FilterLine.Choice(
            group: group.kind.rawValue, label: value.label, detail: "\(count)", isOn: isOn,
            action: .toggle(value.term)))
      }
    }
    return choices
  }

  /// How many of the proposals that meet a query have which value.
  private func counts(of text: String) -> [String: Int] {
    var query = Query.everything
    if !text.trimmed.isEmpty {
      do throws(QueryError) {
        query = try Query(text, for: seen.event)
      } catch {
        return [:]
      }
    }
    let rows = seen.rows(meeting: query, marked: personal)
    let facets = Facets(
      seen, rows: rows, bookmarks: personal.bookmarks, read: personal.read)
    var counts: [String: Int] = [:]
    for value in facets.groups.flatMap(\.values) { counts[value.term] = value.count }
    return counts
  }
}

extension SeenSummit {
  /// The places of the proposals that meet a query. O(proposals), and of their texts for bare words.
  func rows(meeting query: Query, marked personal: Personal) -> [Int] {
    guard query != .everything else { return Array(proposals.indices) }
    let matcher = QueryMatcher(
      query, in: self, bookmarks: personal.bookmarks, read: personal.read)
    return proposals.withUnsafeBufferPointer { proposals in
      proposals.indices.filter { matcher.matches(proposals[$0]) }
    }
  }
}
