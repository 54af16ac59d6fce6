package import ReviewCore

extension ShortlistProposal {
  /// The proposal as `shortlist --format json` prints it.
  package var json: JSONValue {
    let selection = problem.selection
    return [
      "feasible": .bool(isFeasible),
      "method": .string(problem.method.rawValue),
      "proven": .bool(isProven || status == .infeasible),
      "slots": .optional(problem.slots),
      "objective": isFeasible ? .int(objective) : .null,
      "gap": isFeasible ? .int(gap) : .null,
      "selected": .array(selected.map { .string($0.text) }),
      "waitlist": .array(waitlist.map { .string($0.text) }),
      "rules": .array(
        rules.map { standing in
          let rule = selection.rules[standing.place]
          return [
            "rule": .string(rule.name), "used": .int(standing.used),
            "min": .optional(rule.minimum), "max": .optional(rule.maximum),
            "binding": .bool(standing.isBinding), "cost": .optional(standing.cost),
          ]
        }),
      "conflict": .array(conflict.map { .string(selection.name(of: $0)) }),
      "relaxation": .array((relaxation?.changes ?? []).map { .string(problem.words(of: $0)) }),
      "robustness": .array(robust.map(\.json)),
      "remarks": .array(problem.remarks.map { .string($0) }),
    ]
  }

  /// How firmly the candidates stand that have a chance to go in, in the order of the ranking.
  package var robust: [Robust] {
    let chosen = Set(selected)
    return problem.ranked.compactMap { id in
      guard let share = shares[id], share > 0 || chosen.contains(id) else { return nil }
      return Robust(id: id, share: share)
    }
  }

  /// How firmly one proposal stands.
  package struct Robust: Hashable, Sendable {
    /// The proposal.
    package let id: ProposalID
    /// In what share of possible worlds it goes in.
    package let share: Double

    var json: JSONValue {
      [
        "id": .string(id.text), "share": .double(share),
        "standing": .string(SelectionDraws.Standing(share: share).words),
      ]
    }
  }
}
