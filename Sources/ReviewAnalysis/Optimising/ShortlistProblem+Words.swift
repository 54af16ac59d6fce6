import ReviewCore

extension ShortlistProblem {
  /// A side of a rule as a sentence without its full stop, to stand in a list of what cannot hold
  /// together.
  package func words(of side: SelectionRule.Side) -> String {
    let rule = selection.rules[side.rule]
    let amount = (side.isMinimum ? rule.minimum : rule.maximum) ?? 0
    switch rule.kind {
    case .limit(.total): return "the programme has \(Self.count(amount, "slot"))"
    case .limit(.minutes): return "the programme has \(Self.count(amount, "minute"))"
    case .limit(.speaker), .limit(.organization):
      return "\(rule.name) has at most \(Self.count(amount, "talk"))"
    case .limit(.atMostOne(let ids)), .similar(let ids):
      return "at most one of \(ids.map(title).joined(separator: ", ")) goes in"
    case .accepted(let id): return "\(title(id)) is accepted already"
    case .declined(let id): return "\(title(id)) is declined already"
    case .limit(.area), .limit(.format), .other:
      return side.isMinimum
        ? "\(rule.name) needs at least \(amount)" : "\(rule.name) takes at most \(amount)"
    }
  }

  /// Sides as sentences; of many decisions only the first are named.
  package func words(of sides: [SelectionRule.Side]) -> [String] {
    var lines: [String] = []
    var accepted = 0
    for side in sides {
      if case .accepted = selection.rules[side.rule].kind {
        accepted += 1
        if accepted > 3 { continue }
      }
      lines.append(words(of: side))
    }
    if accepted > 3 {
      let rest = accepted - 3
      lines.append(
        rest == 1 ? "1 more is accepted already" : "\(rest) more are accepted already")
    }
    return lines
  }

  /// How a side would have to give way, as a phrase: `2 slots more`.
  package func words(of change: SelectionRelaxation.Change) -> String {
    let rule = selection.rules[change.side.rule]
    let amount = (change.side.isMinimum ? rule.minimum : rule.maximum) ?? 0
    switch rule.kind {
    case .limit(.total): return "\(Self.count(change.amount, "slot")) more"
    case .limit(.minutes): return "\(Self.count(change.amount, "minute")) more"
    case .limit(.speaker), .limit(.organization):
      return "\(Self.count(amount + change.amount, "talk")) for \(rule.name) instead of \(amount)"
    case .limit(.atMostOne(let ids)), .similar(let ids):
      return "\(1 + change.amount) of \(ids.map(title).joined(separator: ", "))"
    case .accepted(let id): return "\(title(id)) no longer accepted"
    case .declined(let id): return "\(title(id)) no longer declined"
    case .limit(.area), .limit(.format), .other:
      if change.side.isMinimum, amount <= change.amount { return "no minimum for \(rule.name)" }
      return change.side.isMinimum
        ? "at least \(amount - change.amount) in \(rule.name) instead of \(amount)"
        : "at most \(amount + change.amount) in \(rule.name) instead of \(amount)"
    }
  }

  private func title(_ id: ProposalID) -> String { (titles[id] ?? id.text).quoted }

  private static func count(_ number: Int, _ one: String) -> String {
    "\(number) \(one)\(number == 1 ? "" : "s")"
  }
}
