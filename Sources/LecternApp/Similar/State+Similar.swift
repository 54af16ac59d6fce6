package import ReviewAnalysis
import ReviewCore
import TerminalUI

extension State {
  /// Orders the texts to be compared where the review screen shows one and they may have changed
  /// since. O(1).
  mutating func orderComparison() -> [Effect] {
    let order = TextsOrder(version: textsVersion)
    guard screen == .review, similar.asked != order else { return [] }
    similar.asked = order
    return [.compareTexts(order)]
  }

  /// Takes in texts that were compared, unless they may have changed since.
  mutating func compared(_ index: SimilarityIndex, _ order: TextsOrder) {
    guard order == similar.asked else { return }
    similar.take(index, order)
    pane.invalidate()
  }

  /// The texts as they were compared last, so that they need not be again where nothing changed.
  package var comparedTexts: SimilarityIndex? { similar.index }

  /// Finds what is like the proposal whose text is shown.
  mutating func fitSimilar() {
    similar.show(layout.text.columns > 0 ? shown?.id : nil, in: seen, version: textsVersion)
  }

  /// `similar: One catalog, four engines (0.61), 2 more`, no longer than so many columns; nil where
  /// nothing is.
  func similarWords(columns: Int) -> String? {
    guard let first = similar.shown.first else { return nil }
    let more = similar.shown.count > 1 ? ", \(similar.shown.count - 1) more" : ""
    let start =
      first.likeness.isConfirmed ? "duplicate? " : "similar: "
    let end = " (\(first.likeness.cosine.formatted(decimals: 2)))\(more)"
    let room = max(8, columns - DisplayWidth.of(start + end))
    let title = clipped(
      DisplayText.line(first.title), columns: room, ellipsis: glyphs.ellipsis)
    return start + title.text + end
  }

  /// `o 2 more by this speaker, 3 similar`: what a key away is; nil for no other talk of the
  /// speakers, as far as they may be seen. O(their talks).
  var relatedLine: StyledLine? {
    guard let shown, let speakers = shown.speakers else { return nil }
    var others: Set<ProposalID> = []
    for id in speakers.lazy.flatMap(\.proposals) where id != shown.id && seen.index[id] != nil {
      others.insert(id)
    }
    guard !others.isEmpty, let key = keys.binding(of: .otherTalks, in: .split)?.label else {
      return nil
    }
    var words =
      "  \(others.count) more by \(speakers.count == 1 ? "this speaker" : "these speakers")"
    let alike = similar.shown.count { !others.contains($0.id) }
    if alike > 0 { words += ", \(alike) similar" }
    var line = StyledLine(key, theme.key)
    line.add(words, theme.faint)
    return line
  }

  /// How what `similarWords` says is to be seen.
  var similarStyle: Style {
    similar.shown.first?.likeness.isConfirmed == true ? theme.warning : theme.faint
  }

  /// Shows the other talks of the speakers, as far as they may be seen, and what is similar.
  mutating func openOtherTalks() {
    guard let current else { return }
    similar.show(current.id, in: seen, version: textsVersion)
    let alike = Dictionary(
      similar.shown.map { ($0.id, $0.likeness) }, uniquingKeysWith: { first, _ in first })
    var known: Set<ProposalID> = [current.id]
    var items: [Menu.Item] = []
    for speaker in current.speakers ?? [] {
      for id in speaker.proposals where known.insert(id).inserted {
        guard let other = seen.proposal(id) else { continue }
        items.append(item(other, alike[id], detail: speaker.name))
      }
    }
    for other in similar.shown where known.insert(other.id).inserted {
      guard let seen = seen.proposal(other.id) else { continue }
      items.append(
        item(seen, other.likeness, detail: other.likeness.sharedTerms.joined(separator: ", ")))
    }
    guard !items.isEmpty else {
      say(nothingRelated(to: current), .note)
      return
    }
    let note =
      alike.isEmpty ? nil : "The number says how alike the texts are; the words are in both."
    overlays.append(
      .menu(
        Menu(
          .otherTalks, title: "Other talks of the speakers, and similar", note: note, items: items,
          isFilterable: true)))
  }

  private func item(_ seen: SeenProposal, _ likeness: Likeness?, detail: String) -> Menu.Item {
    let number = likeness.map { "\($0.cosine.formatted(decimals: 2))  " } ?? ""
    return Menu.Item(
      label: number + seen.proposal.title, detail: detail, action: .goTo(seen.id))
  }

  /// Why there is nothing to show.
  private func nothingRelated(to proposal: SeenProposal) -> String {
    let similar =
      self.similar.index == nil ? "the texts are still being compared" : "nothing is similar"
    guard let speakers = proposal.speakers else {
      return "The speakers are hidden in this review, and \(similar)"
    }
    if speakers.isEmpty { return similar.capitalizedFirst }
    return
      "No other talk of \(speakers.count == 1 ? "this speaker" : "these speakers"), and \(similar)"
  }
}
