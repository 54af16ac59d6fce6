package import ReviewCore

extension ShortlistProposal {
  /// A candidate that does not go in although by its score alone it would.
  package struct LeftOut: Hashable, Sendable {
    /// The proposal.
    package let id: ProposalID
    /// In what share of possible worlds it goes in; nil where nothing is known of them.
    package let share: Double?
    /// Whether it waits.
    package let waits: Bool
    /// The rules that it is in and that take no more, by their places among the rules of the
    /// problem; empty where several rules together hold it out.
    package let rules: [Int]
  }

  /// What does not go in although it stands above the cut line (without slots: as high in the ranking
  /// as there are proposals that go in), best first; what was declined is not in it. O(candidates + members of the rules that bind).
  package var leftOut: [LeftOut] {
    guard isFeasible else { return [] }
    let (chosen, waiting) = (Set(selected), Set(waitlist))
    var full: [Int: [Int]] = [:]
    for standing in rules where standing.isBinding {
      let rule = problem.selection.rules[standing.place]
      guard let maximum = rule.maximum, rule.kind != .limit(.total) else { continue }
      for (place, member) in rule.members.enumerated()
      where standing.used + (rule.weights?[place] ?? 1) > maximum {
        full[member, default: []].append(standing.place)
      }
    }
    let places = Dictionary(
      problem.selection.candidates.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
    return problem.ranked.prefix(problem.slots ?? selected.count).compactMap { id in
      guard !chosen.contains(id), problem.decisions[id] != .decline else { return nil }
      return LeftOut(
        id: id, share: shares[id], waits: waiting.contains(id),
        rules: places[id].flatMap { full[$0] } ?? [])
    }
  }

  /// What holds a proposal out, in words.
  package func reason(of left: LeftOut) -> String {
    guard !left.rules.isEmpty else { return "the rules together" }
    // A full rule that costs nothing lets nothing in by itself: where others cost, it is not why.
    let free = Set(rules.filter { $0.cost == 0 }.map(\.place))
    let costly = left.rules.filter { !free.contains($0) }
    return (costly.isEmpty ? left.rules : costly)
      .map { problem.selection.rules[$0].name(ofMinimum: false) }.joined(separator: "; ")
  }

  /// The rules that are full and cost nothing, by name, in the order of the rules.
  package var freeRules: [String] {
    rules.filter { $0.isBinding && $0.cost == 0 }
      .map { problem.selection.rules[$0.place].name }
  }
}
