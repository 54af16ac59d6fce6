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
    guard next.choice?.pair == pair else { return ["These two stay until you have answered."] }
    return next.why(among: compare.order?.entries.count ?? 0)
  }

  /// How settled the order is, the longer of the ways to say it first.
  var settled: [String] {
    guard let next = compare.next, let order = compare.order else { return [] }
    return next.settled(comparisons: order.count, mine: order.countOfViewer)
  }

  /// What to say where there is no pair; nil where there is one.
  var instead: String? {
    if seen.viewer == nil {
      return "Say who you are (I): which of two is better is said by a member of the committee."
    }
    if seen.proposals.isEmpty {
      return "No proposals yet. A chair brings them in: lectern import FILE"
    }
    if compare.next == nil { return "Looking for the pair that tells most" }
    return compare.pair == nil ? compare.next?.standstill?.words : nil
  }
}

extension State {
  /// Where the cut line is, and how much was compared.
  var compareChips: [Chip] {
    guard let next = compare.next, let order = compare.order else { return [] }
    var chips: [Chip] = []
    if let cut = next.cut {
      let words =
        switch cut.basis {
        case .slots: "cut: \(cut.places) \(cut.places == 1 ? "slot" : "slots")"
        case .share(let slots, let proposals):
          "cut: \(cut.places) of \(order.entries.count), as \(slots) of \(proposals)"
        case .middle: "no cut line: the middle"
        }
      chips.append((words, theme.text))
      chips.append(
        ("\(next.settledCount) of \(next.nearCount) settled", theme.text))
    }
    let count = order.count
    chips.append(("\(count) \(count == 1 ? "comparison" : "comparisons")", theme.text))
    return chips
  }
}
