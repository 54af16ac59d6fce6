import ReviewCore
package import TerminalUI

/// What is searched for, and which rows of the list hold it.
package struct Search: Sendable {
  /// What was typed.
  package let text: String
  /// The same, to look for.
  let needle: SearchNeedle
  /// The places in the seen summit that hold it, ascending.
  private(set) var places: [Int]
  /// The rows of the list that hold it, ascending.
  package private(set) var rows: [Int] = []
  /// Of which version of the state the places are.
  private(set) var version: Int
  /// The list of which the rows are.
  private var listed: [Int] = []

  /// Looks for a text. O(text of all proposals), or of those among which it is known to be.
  ///
  /// - Parameter earlier: what was searched for before; who types on searches among its matches.
  init(_ text: String, in index: SearchIndex, version: Int, after earlier: Search? = nil) {
    self.text = text
    self.version = version
    needle = SearchNeedle(text)
    if let earlier, earlier.version == version, needle.contains(earlier.needle) {
      places = index.places(of: needle, among: earlier.places)
    } else {
      places = index.places(of: needle)
    }
  }

  /// Looks again, after something that can be seen changed. O(text of all proposals).
  mutating func renew(in index: SearchIndex, version: Int) {
    self = Search(text, in: index, version: version)
  }

  /// Finds the rows of a list, given by its places in the seen summit. O(rows); O(1) for the same
  /// list again.
  mutating func fit(_ places: [Int]) {
    guard listed != places else { return }
    listed = places
    let found = Set(self.places)
    rows = places.indices.filter { found.contains(places[$0]) }
  }

  /// How many rows hold it.
  package var count: Int { rows.count }

  /// Which of the matches a row is, from 1; nil where it is none. O(log n).
  package func number(of row: Int) -> Int? {
    let place = firstMatch(from: row)
    return rows.indices.contains(place) && rows[place] == row ? place + 1 : nil
  }

  /// The first row that matches from a row on, and around.
  ///
  /// - Returns: The row, and whether it was found only after going round; nil without any match.
  func row(from start: Int) -> (row: Int, isAround: Bool)? {
    guard let first = rows.first else { return nil }
    let place = firstMatch(from: start)
    return place < rows.count ? (rows[place], false) : (first, true)
  }

  /// The last row that matches before a row, and around.
  func row(before start: Int) -> (row: Int, isAround: Bool)? {
    guard let last = rows.last else { return nil }
    let place = firstMatch(from: start)
    return place > 0 ? (rows[place - 1], false) : (last, true)
  }

  /// The place in `rows` of the first one that is not above a row.
  private func firstMatch(from row: Int) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The line in which one types what is searched for.
package struct SearchLine: Equatable, Sendable {
  /// The line.
  package var field = TextField()
  /// The proposal from which the search starts, and to which leaving the line goes back.
  let origin: ProposalID?
  /// How far its text was scrolled.
  let scroll: Int
  /// What was searched for before; nil for nothing.
  let earlier: String?
  /// Whether the first match was found only after going round.
  package var isAround = false
}

/// Where the text of the proposal is to be scrolled to, once its lines are made.
enum TextGoal: Hashable, Sendable {
  /// The first line that matches, or the last one.
  case firstMatch, lastMatch
  /// A line on the top.
  case line(Int)
}
