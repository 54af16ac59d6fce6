import ReviewAnalysis
import ReviewCore
import TerminalUI

extension ProposalText {
  /// The lines of a proposal that is compared with another: its texts, with what the viewer said of
  /// it and, where they may see that, its level; without the others' reviews.
  func linesToCompare(
    of seen: SeenProposal, level: ComparisonOrder.Entry?, around body: [StyledLine]
  ) -> [StyledLine] {
    var lines = wrapped(seen.proposal.title, theme.title)
    lines += wrapped(facts(of: seen.proposal), theme.faint)
    lines += labels(of: seen.proposal)
    lines += wrapped(mine(of: seen), theme.text)
    if seen.areOtherReviewsVisible, let level {
      lines += wrapped(words(of: level, seen), theme.faint)
    }
    lines += notices(of: seen)
    lines.append(.blank)
    lines += body
    lines += speakers(of: seen)
    lines += section("Your comment for the committee", seen.myReview?.comment)
    return lines
  }

  /// What the viewer gave it.
  private func mine(of seen: SeenProposal) -> String {
    guard let review = seen.myReview, let composite = seen.myComposite(by: event.rubric) else {
      return "You gave it no score"
    }
    let scores = event.rubric.criteria.compactMap { criterion in
      review.scores[criterion.id].map { JSONNumber($0).text }
    }
    let isSingle = scores.count < 2 || review.overall != nil
    let parts = isSingle ? "" : " (\(scores.joined(separator: " ")))"
    let draft = seen.myState == .draft ? ", not finished" : ""
    return "Your score \(composite.formatted(decimals: 2))\(parts)\(draft)"
  }

  /// What the committee's reviews and comparisons say of it.
  private func words(of level: ComparisonOrder.Entry, _ seen: SeenProposal) -> String {
    let count = seen.composites(by: event.rubric).count
    var parts = ["\(count) \(count == 1 ? "review" : "reviews")"]
    if level.comparisons > 0 {
      parts.append(
        "\(level.comparisons) \(level.comparisons == 1 ? "comparison" : "comparisons")")
    }
    let value = level.score.formatted(decimals: 2)
    let error = level.standardError.formatted(decimals: 2)
    return "Level \(value) \(glyphs.plusMinus) \(error) of \(parts.joined(separator: ", "))"
  }
}

/// What the screen Compare says of the pair and of the order.
struct CompareWords {
  let compare: CompareScreen
  let seen: SeenSummit

  /// Why these two, the longer of the ways to say it first.
  var why: [String] {
    guard let next = compare.next, let pair = compare.pair?.pair else { return [] }
    if compare.recalled == pair {
      return [
        "You took back what you said of these two: say it again, or skip them.",
        "Taken back: say it again, or skip them.",
      ]
    }
    guard let choice = next.choice, choice.pair == pair, let cut = next.cut else {
      return ["These two stay until you have answered."]
    }
    let places = choice.places.sorted().map(String.init).joined(separator: " and ")
    let count = compare.order?.entries.count ?? 0
    let line =
      cut.isMiddle
      ? "the middle, which stands for the cut line, at \(cut.places)" : "the cut at \(cut.places)"
    return [
      "At \(places) of \(count), with \(line): of all pairs this one tells most.",
      "At \(places) of \(count), cut at \(cut.places): it tells most.",
    ]
  }

  /// How settled the order is, the longer of the ways to say it first.
  var settled: [String] {
    guard let next = compare.next else { return [] }
    let mine = seen.comparisons.count { $0.isJudgement && $0.reviewer == seen.viewer?.id }
    let comparisons = Self.counted(compare.order?.count ?? 0, "comparison")
    let share = "\(next.settledCount) of \(next.nearCount) near the cut"
    return [
      "\(share) \(next.settledCount == 1 ? "is" : "are") settled, after \(comparisons), "
        + "\(mine) of them yours.",
      "\(share) settled, \(comparisons), \(mine) yours.",
    ]
  }

  /// What to say where there is no pair; nil where there is one.
  var instead: String? {
    if seen.viewer == nil {
      return "Say who you are (I): which of two is better is said by a member of the committee."
    }
    if compare.isPending || compare.next == nil { return "Looking for the pair that tells most" }
    guard compare.pair == nil, let standstill = compare.next?.standstill else { return nil }
    return words(of: standstill)
  }

  private func words(of standstill: NextComparison.Standstill) -> String {
    switch standstill {
    case .nothingScored where seen.proposals.isEmpty:
      "No proposals yet. A chair brings them in: lectern import FILE"
    case .nothingScored:
      "Nothing is scored yet that you may see. Here two proposals near the cut line are compared; "
        + "where that is, scores say first."
    case .onlyOne: "Only one proposal has a score that you may see: there is nothing to compare."
    case .lineDividesNothing(let scored, let slots) where slots <= 0:
      "The programme takes none, so nothing is near the cut line. "
        + "\(Self.counted(scored, "proposal")) \(scored == 1 ? "has" : "have") a score."
    case .lineDividesNothing(let scored, let slots):
      "All \(scored) that have a score fit into \(Self.counted(slots, "slot")): there is no cut line "
        + "among them yet, and nothing near it to compare."
    case .nothingNear:
      "The scores leave nothing open: fewer than two proposals are near the cut line."
    case .settled(let count):
      "Settled: of the \(count) proposals near the cut line none may as well be in as out. There is "
        + "nothing left that a comparison would tell."
    case .nothingLeft:
      "You have compared every pair near the cut line that you may compare. What is still open is "
        + "for the others."
    }
  }

  /// `1 comparison`, `18 comparisons`.
  private static func counted(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }
}

extension State {
  /// Where the cut line is, and how much was compared.
  var compareChips: [Chip] {
    guard let next = compare.next, let order = compare.order else { return [] }
    var chips: [Chip] = []
    if let cut = next.cut {
      let slots = "cut: \(cut.places) \(cut.places == 1 ? "slot" : "slots")"
      chips.append((cut.isMiddle ? "no cut line: the middle" : slots, theme.text))
      chips.append(
        ("\(next.settledCount) of \(next.nearCount) settled", theme.text))
    }
    let count = order.count
    chips.append(("\(count) \(count == 1 ? "comparison" : "comparisons")", theme.text))
    return chips
  }
}
