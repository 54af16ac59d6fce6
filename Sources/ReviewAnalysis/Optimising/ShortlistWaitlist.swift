import ReviewCore

/// Who could step in: the best of those not chosen that can take the place of one that is.
enum ShortlistWaitlist {
  /// One for every five that are chosen, rounded up.
  static func size(for chosen: Int) -> Int { (chosen + 4) / 5 }

  /// The waiting list for a selection, by rank.
  ///
  /// Those on the waiting list already stay on it. Others follow in rank order until it has its
  /// size: one that, together with the selection and with those before it, breaks no limit of a
  /// speaker, an organisation or a group, and that keeps every rule in the place of at least one
  /// chosen proposal. O(candidates · chosen · rules of a candidate) at worst.
  static func proposals(for selection: SelectionResult, of problem: ShortlistProblem)
    -> [ProposalID]
  {
    let rules = problem.selection.rules
    let places = Dictionary(
      problem.selection.candidates.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let chosen = Set(selection.selected)
    var entries = [[(rule: Int, weight: Int)]](repeating: [], count: places.count)
    for (index, rule) in rules.enumerated() {
      for place in rule.members.indices {
        entries[rule.members[place]].append((index, rule.weights?[place] ?? 1))
      }
    }
    let isChosen = problem.selection.candidates.map { chosen.contains($0.id) }
    let used = rules.map { $0.used(by: isChosen) }
    var usedWithWaiting = used
    let stays = problem.ranked.filter { problem.decisions[$0] == .waitlist && !chosen.contains($0) }
    for id in stays {
      for entry in places[id].map({ entries[$0] }) ?? [] {
        usedWithWaiting[entry.rule] += entry.weight
      }
    }
    var waiting = Set(stays)
    let size = size(for: selection.selected.count)
    let chosenPlaces = selection.selected.compactMap { places[$0] }
    for id in problem.ranked where waiting.count < size {
      guard !chosen.contains(id), problem.decisions[id] == .undecided, let place = places[id],
        entries[place].allSatisfy({
          !rules[$0.rule].isRarelyBroken
            || usedWithWaiting[$0.rule] + $0.weight <= rules[$0.rule].maximum ?? .max
        }),
        chosenPlaces.contains(where: { canReplace($0, by: place, entries, rules, used) })
      else { continue }
      waiting.insert(id)
      for entry in entries[place] { usedWithWaiting[entry.rule] += entry.weight }
    }
    return problem.ranked.filter(waiting.contains)
  }

  private static func canReplace(
    _ gone: Int, by new: Int, _ entries: [[(rule: Int, weight: Int)]], _ rules: [SelectionRule],
    _ used: [Int]
  ) -> Bool {
    func holds(_ rule: Int, _ amount: Int) -> Bool {
      if case .accepted = rules[rule].kind { return true }
      return amount >= rules[rule].minimum ?? .min && amount <= rules[rule].maximum ?? .max
    }
    func weight(_ place: Int, _ rule: Int) -> Int {
      entries[place].first { $0.rule == rule }?.weight ?? 0
    }
    return entries[new].allSatisfy {
      holds($0.rule, used[$0.rule] + $0.weight - weight(gone, $0.rule))
    }
      && entries[gone].allSatisfy {
        holds($0.rule, used[$0.rule] - $0.weight + weight(new, $0.rule))
      }
  }
}
