import ReviewAnalysis
import ReviewCore
import TerminalUI

extension State {
  // MARK: - The list that is searched

  /// The places in the seen summit of the rows of the screen's list, from the top.
  var listedPlaces: [Int] {
    switch screen {
    case .review: list.rows
    case .rank, .shortlist: rankedPlaces
    case .compare, .committee: []
    }
  }

  /// The places in the seen summit of the rows of a ranking, from the top.
  private var rankedPlaces: [Int] {
    rank.table?.rows.compactMap { seen.index[$0.id] } ?? []
  }

  /// The row of the screen's list that is selected; nil for none. O(rows), in the review list O(1).
  private var listedRow: Int? {
    guard let current else { return nil }
    if screen == .review { return list.window.selection }
    return seen.index[current.id].flatMap { listedPlaces.firstIndex(of: $0) }
  }

  /// Makes what is searched for fit the list of the screen. O(1) where nothing changed.
  mutating func fitSearch() {
    guard var search, screen != .committee else { return }
    self.search = nil
    if search.version != version { search.renew(in: madeSearchIndex(), version: version) }
    search.fit(listedPlaces)
    self.search = search
  }

  private mutating func madeSearchIndex() -> SearchIndex {
    if let searchIndex { return searchIndex }
    let index = SearchIndex(seen)
    searchIndex = index
    return index
  }

  // MARK: - Typing

  /// Opens the line in which one types what is searched for.
  mutating func openSearch() {
    toast = nil
    overlays.append(
      .search(SearchLine(origin: current?.id, scroll: pane.offset, earlier: search?.text)))
  }

  /// Takes in a key while one types what is searched for.
  mutating func press(_ key: KeyPress, _ command: Command?, in line: SearchLine) -> [Effect] {
    var line = line
    switch command {
    case .cancel: leaveSearch(line)
    case .accept: acceptSearch(line)
    default:
      // Taking away what is not there leaves the line, as in other programs with such a line.
      if line.field.isEmpty, key == KeyPress(.backspace) {
        leaveSearch(line)
      } else if line.field.handle(key) {
        look(from: &line)
      }
    }
    return []
  }

  /// Searches for what the line says, from where it was opened.
  mutating func look(from line: inout SearchLine) {
    line.isAround = false
    let text = line.field.text
    defer { replaceOverlay(.search(line)) }
    guard !SearchNeedle(text).isEmpty else {
      search = nil
      return goBack(to: line)
    }
    if search?.text == text { return }
    var search = Search(text, in: madeSearchIndex(), version: version, after: search)
    search.fit(listedPlaces)
    self.search = search
    let start = line.origin.flatMap { seen.index[$0] }
      .flatMap { listedPlaces.firstIndex(of: $0) }
    guard let found = search.row(from: start ?? 0) else { return goBack(to: line) }
    line.isAround = found.isAround
    select(found: found.row)
    textGoal = .firstMatch
  }

  private mutating func goBack(to line: SearchLine) {
    if let origin = line.origin, current?.id != origin, seen.proposal(origin) != nil {
      if let row = listedPlaces.firstIndex(where: { seen.proposals[$0].id == origin }) {
        select(found: row)
      }
    }
    textGoal = .line(line.scroll)
  }

  /// Leaves the line: one is where one was, and what was searched for before is so again.
  private mutating func leaveSearch(_ line: SearchLine) {
    overlays.removeLast()
    var earlier = line.earlier.map { Search($0, in: madeSearchIndex(), version: version) }
    earlier?.fit(listedPlaces)
    search = earlier
    goBack(to: line)
  }

  private mutating func acceptSearch(_ line: SearchLine) {
    guard let search, !SearchNeedle(line.field.text).isEmpty else {
      leaveSearch(line)
      if self.search != nil { goToMatch(by: 1) }
      return
    }
    overlays.removeLast()
    if search.count == 0 {
      self.search = nil
      say("No match for \(line.field.text)", .note)
    } else if let origin = line.origin, origin != current?.id {
      jumps.leave(origin)
    }
  }

  // MARK: - From match to match

  /// Goes to the next match, or to the one before; while one reads, first to the next line of the
  /// text that matches and is not in sight.
  mutating func goToMatch(by direction: Int) {
    guard let search else {
      say("Nothing is searched for; / searches", .note)
      return
    }
    if screenContext == .reading, pane.scrollToMatch(beyondSightBy: direction) { return }
    let row = listedRow ?? 0
    let found = direction > 0 ? search.row(from: row + 1) : search.row(before: row)
    guard let found else {
      say(noMatch, .note)
      return
    }
    toast = nil
    if found.row == row {
      textGoal = direction > 0 ? .firstMatch : .lastMatch
      say("This is the only match", .note)
      return
    }
    select(found: found.row)
    textGoal = direction > 0 ? .firstMatch : .lastMatch
    guard found.isAround else { return }
    let end = direction > 0 ? "From the top again" : "From the end again"
    say("\(end): match \(search.number(of: found.row) ?? 1) of \(search.count)", .note)
  }

  private mutating func select(found row: Int) {
    guard screen == .review else {
      let places = listedPlaces
      if places.indices.contains(row) { show(seen.proposals[places[row]].id) }
      return
    }
    guard list.window.selection != row else { return }
    list.select(row)
    proposalChanged()
  }

  /// What to say where nothing in the list matches.
  var noMatch: String {
    let outside = search?.places.count ?? 0
    return outside == 0 || !list.isFiltered
      ? "no match" : "no match in this list, \(outside) outside the filter"
  }

  // MARK: - Showing

  /// How many rows match, and which of them is selected.
  var matchCount: String? {
    guard let search else { return nil }
    guard search.count > 0 else { return noMatch }
    let word = search.count == 1 ? "match" : "matches"
    let number = listedRow.flatMap { search.number(of: $0) }
    return number.map { "\($0) of \(search.count) \(word)" } ?? "\(search.count) \(word)"
  }

  /// A text as it is shown, with what is searched for marked in it.
  func matched(_ shown: String) -> MatchedText {
    guard let search else { return MatchedText(shown, matched: []) }
    return MatchedText(shown, ranges: search.needle.ranges(in: shown))
  }
}
