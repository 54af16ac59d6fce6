import ReviewAnalysis
import ReviewCore
import TerminalUI

extension State {
  /// Does what a key of the screen Compare is bound to.
  mutating func performCompare(_ command: Command) -> [Effect] {
    switch command {
    case .answer(let answer): return compare(answer)
    case .skip: return compare(.skipped)
    case .otherSide: compare.showsRight.toggle()
    case .textDown: scrollPair { max(1, $0.height - 2) }
    case .textUp: scrollPair { -max(1, $0.height - 2) }
    case .halfPageDown: scrollPair { max(1, $0.height / 2) }
    case .halfPageUp: scrollPair { -max(1, $0.height / 2) }
    case .textLineDown: scrollPair { _ in 1 }
    case .textLineUp: scrollPair { _ in -1 }
    case .first: scrollPair { -$0.offset }
    case .last: scrollPair { $0.lines.count }
    case .back: return show(.review)
    default: break
    }
    return []
  }

  private mutating func scrollPair(by count: (ReadingPane) -> Int) {
    for place in compare.panes.indices where isShown(place) {
      compare.panes[place].scroll(by: count(compare.panes[place]))
    }
  }

  /// Whether the left text (0) or the right one (1) is on the screen.
  private func isShown(_ place: Int) -> Bool {
    CompareLayout(size).isWide || place == (compare.showsRight ? 1 : 0)
  }

  /// Scrolls the text at a place of the screen.
  mutating func scrollPair(at position: Position, by rows: Int) {
    let texts = CompareLayout(size).texts
    for place in compare.panes.indices where isShown(place) {
      if texts.count == 1 || texts[place].contains(position) {
        compare.panes[place].scroll(by: rows)
      }
    }
  }

  // MARK: - Saying which is better

  private mutating func compare(_ answer: CompareScreen.Answer) -> [Effect] {
    guard let viewer = seen.viewer else {
      openReviewerMenu()
      return []
    }
    guard let shown = compare.pair else { return [] }
    if let refusal = seen.refusal(ofComparing: shown.pair) {
      say("Not possible: \(refusal)", .problem)
      return []
    }
    let before = summit.sheets[viewer.id]?.comparisons[shown.pair]
    let comparison = Comparison(
      shown.outcome(of: answer), replacing: before, at: now)
    history.add(
      History.Step(
        [.comparison(shown.pair, before: before, after: comparison)], name: answer.name))
    compare.recalled = nil
    compare.pair = nil
    sayAnswer(answer, shown)
    return [write(comparison, of: shown.pair, by: viewer.id)]
  }

  private mutating func sayAnswer(
    _ answer: CompareScreen.Answer, _ shown: CompareScreen.ShownPair
  ) {
    let end = undoes
    switch answer {
    case .left, .right:
      let id = answer == .left ? shown.left : shown.right
      if let better = seen.proposal(id) { say("Better", of: better.proposal, end) }
    case .tied: say("Neither is better\(end)")
    case .skipped: say("Skipped: these two do not come again\(end)")
    }
  }

  // MARK: - Fitting

  /// Chooses the pair anew where comparisons, reviews or the viewer changed, and makes its texts fit.
  /// O(1) where nothing changed, else O(n log n) in proposals and what `ComparisonOrder` costs.
  mutating func fitCompare() {
    guard seen.viewer != nil, let prior = compare.prior, let levels = compare.leveled,
      levels == LevelOrder(reviewsVersion: reviewsVersion)
    else {
      compare.kept = compare.pair?.pair ?? compare.kept
      (compare.pair, compare.next, compare.order, compare.made) = (nil, nil, nil, nil)
      return
    }
    let made = CompareScreen.Made(levels: levels, scoresVersion: scoresVersion)
    if compare.made != made {
      let order = ComparisonOrder(of: seen, prior: prior)
      compare.next = NextComparison(in: seen, order: order, slots: seen.event.slots)
      compare.order = order
      compare.made = made
      choosePair()
    }
    fitTexts()
  }

  /// The pair that was taken back last, else the one on the screen while it is not answered, else the
  /// one that tells most.
  private mutating func choosePair() {
    guard let viewer = seen.viewer else { return }
    let answered = Set(seen.comparisons.filter { $0.reviewer == viewer.id }.map(\.pair))
    func isOpen(_ pair: ProposalPair) -> Bool {
      !answered.contains(pair) && seen.refusal(ofComparing: pair) == nil
    }
    let wanted = [compare.recalled, compare.pair?.pair, compare.kept].compactMap(\.self)
      .first(where: isOpen)
    compare.kept = nil
    let pair = wanted ?? compare.next?.choice?.pair
    if pair != compare.pair?.pair { compare.showsRight = false }
    compare.pair = pair.map { CompareScreen.ShownPair($0, for: viewer.id) }
  }

  private mutating func fitTexts() {
    let layout = CompareLayout(size)
    let both = compare.pair?.both.map { seen.proposal($0) } ?? [nil, nil]
    let text = ProposalText(
      event: seen.event, viewer: seen.viewer?.id, theme: theme, glyphs: glyphs,
      columns: layout.texts[0].columns, keys: keys)
    for place in compare.panes.indices where isShown(place) {
      let rect = layout.texts[layout.isWide ? place : 0]
      let entry = both[place].flatMap { compare.order?.entry(of: $0.id) }
      compare.panes[place].show(
        both[place], columns: rect.columns, height: rect.rows, body: { text.body(of: $0) },
        whole: { text.linesToCompare(of: $0, level: entry, around: $1) })
    }
  }

  /// Shows a pair again, since what was said of it was taken back.
  mutating func recall(_ pair: ProposalPair) {
    compare.recalled = pair
    compare.pair = nil
    compare.made = nil
  }
}

extension CompareScreen.Answer {
  /// What it is called among what was done.
  fileprivate var name: String {
    switch self {
    case .left, .right: "which is better"
    case .tied: "neither is better"
    case .skipped: "a skipped pair"
    }
  }
}
