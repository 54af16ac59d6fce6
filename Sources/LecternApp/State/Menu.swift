package import ReviewAnalysis
package import ReviewCore
package import TerminalUI

/// A list to choose from, over the screen.
package struct Menu: Equatable, Sendable {
  /// What it is for, for those who look at a state.
  package let purpose: Purpose
  /// Its title.
  package let title: String
  /// A sentence under the title; nil for none.
  package var note: String?
  /// What is typed to make the list shorter; nil where nothing can be.
  package var field: TextField?
  /// Everything there is to choose from.
  package let items: [Item]
  /// The places in `items` that are shown, the best first.
  package private(set) var shown: [Int] = []
  /// The items, to be found by some of their letters.
  private let lookup: Lookup
  /// The selected row of those shown, and the rows on the screen.
  package var window = ScrollWindow()

  /// What a menu is for.
  package enum Purpose: Hashable, Sendable {
    case reviewer, sort, method, decision, palette, jumps, otherTalks, links, rule, views
  }

  /// Something to choose.
  package struct Item: Equatable, Sendable {
    /// What it is called.
    package let label: String
    /// What stands at the right: a key, a count, a role.
    package var detail = ""
    /// What it is also found by, such as the id of a proposal.
    package var also = ""
    /// Whether it is what holds now.
    package var isOn = false
    /// Whether it is something that the person made, and may change.
    package var isOwn = false
    /// What choosing it does.
    package let action: Action
  }

  /// Made of the items once; so menus of equal items have equal ones.
  private struct Lookup: Equatable, Sendable {
    var index: FuzzyIndex?

    static func == (_: Lookup, _: Lookup) -> Bool { true }
  }

  /// What choosing an item does.
  package enum Action: Hashable, Sendable {
    case become(Identifier)
    case sort(ListOrder)
    case method(RankingMethod)
    case decide(Decision.Outcome)
    case run(Command)
    case goTo(ProposalID)
    case copy(String)
    case view(String, SavedView)
    case change(EventEdit)
  }

  /// Makes a menu with the first item that holds, or the first of all, selected.
  init(
    _ purpose: Purpose, title: String, note: String? = nil, items: [Item],
    isFilterable: Bool = false
  ) {
    self.purpose = purpose
    self.title = title
    self.note = note
    self.items = items
    field = isFilterable ? TextField() : nil
    lookup = Lookup(
      index: isFilterable
        ? FuzzyIndex(items.lazy.map { $0.also.isEmpty ? $0.label : "\($0.label) \($0.also)" }) : nil
    )
    filter()
    window.select(items.firstIndex { $0.isOn } ?? 0)
  }

  /// Shows what fits the line, the best first, of equals the first first. O(items · line), about
  /// 20 ms at worst for 30,000 items.
  mutating func filter() {
    let pattern = pattern
    if let index = lookup.index, !pattern.isEmpty {
      shown = places(of: index.hits(of: pattern), pattern)
    } else {
      shown = Array(items.indices)
    }
    window.resize(count: shown.count, height: max(window.height, 1))
    window.select(0)
  }

  /// The places of the hits in order; the best ones are weighed once more where capitals were typed.
  private func places(of hits: [FuzzyIndex.Hit], _ pattern: FuzzyPattern) -> [Int] {
    guard pattern.hasCapitals else { return hits.map(\.place) }
    let weighed = hits.prefix(Self.mostWeighed).enumerated().map { place, hit in
      (score: hit.score + pattern.caseBonus(in: items[hit.place].label), place: place)
    }
    let best = weighed.sorted { ($1.score, $0.place) < ($0.score, $1.place) }
    return best.map { hits[$0.place].place } + hits.dropFirst(Self.mostWeighed).map(\.place)
  }

  private static let mostWeighed = 200

  /// What was typed, to find items by.
  package var pattern: FuzzyPattern { FuzzyPattern(field?.text ?? "") }

  /// The selected item; nil where nothing matches.
  package var selected: Item? {
    shown.indices.contains(window.selection) ? items[shown[window.selection]] : nil
  }
}
