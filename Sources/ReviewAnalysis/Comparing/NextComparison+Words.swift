import ReviewCore

extension NextComparison {
  /// Why the chosen pair, in words, the longer of the ways to say it first; empty without a pair.
  ///
  /// It does not tell which of the two stands higher.
  ///
  /// - Parameter count: how many proposals are in the order.
  package func why(among count: Int) -> [String] {
    guard let choice, let cut else { return [] }
    let places = choice.places.sorted().map(String.init).joined(separator: " and ")
    let line =
      switch cut.basis {
      case .slots: "the cut at \(cut.places)"
      case .share(let slots, let proposals):
        "the cut at \(cut.places), as \(slots) slots of \(proposals)"
      case .middle: "the middle, which stands for the cut line, at \(cut.places)"
      }
    return [
      "At \(places) of \(count), with \(line): of all pairs this one tells most.",
      "At \(places) of \(count), cut at \(cut.places): it tells most.",
    ]
  }

  /// How settled the order is, in words, the longer of the ways to say it first.
  ///
  /// - Parameters:
  ///   - comparisons: how many comparisons there are.
  ///   - mine: how many of them are the viewer's.
  package func settled(comparisons: Int, mine: Int) -> [String] {
    let share = "\(settledCount) of \(nearCount) near the cut"
    let verb = settledCount == 1 ? "is" : "are"
    guard comparisons > 0 else {
      return [
        "\(share) \(verb) settled; nothing was compared yet.",
        "\(share) settled, nothing compared yet.",
      ]
    }
    let comparisons = Self.counted(comparisons, "comparison")
    return [
      "\(share) \(verb) settled, after \(comparisons), "
        + "\(mine) of them yours.",
      "\(share) settled, \(comparisons), \(mine) yours.",
    ]
  }

  /// `1 comparison`, `18 comparisons`.
  fileprivate static func counted(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }
}

extension NextComparison.Standstill {
  /// Why there is no pair to compare, in words.
  package var words: String {
    switch self {
    case .nothingScored:
      "Nothing is scored yet that you may see. Two proposals near the cut line are compared; where "
        + "that is, scores say first."
    case .onlyOne: "Only one proposal has a score that you may see: there is nothing to compare."
    case .lineDividesNothing(let scored, let slots) where slots <= 0:
      "The programme takes none, so nothing is near the cut line. "
        + "\(NextComparison.counted(scored, "proposal")) \(scored == 1 ? "has" : "have") a score."
    case .lineDividesNothing(let scored, let slots):
      "All \(scored) that have a score fit into \(NextComparison.counted(slots, "slot")), and so does "
        + "every other proposal: there is no cut line to settle."
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
}
