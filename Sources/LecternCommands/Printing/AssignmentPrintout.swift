import ReviewAnalysis
import ReviewCore
import ReviewFormats

/// A plan of who reads what as `assign` prints it.
struct AssignmentPrintout {
  let plan: AssignmentPlan
  let summit: SeenSummit

  private func proposals(of member: Member) -> [ProposalID] { plan.assignments[member.id] ?? [] }

  /// The documented object (command-line.md): `objective` is the points of affinity, of which a
  /// proposal's first focus area gives 4, another one of it 2, having been asked before 1.
  var json: JSONValue {
    [
      "feasible": .bool(plan.isFeasible), "objective": .int(plan.objective.affinity),
      "assignments": .object(
        JSONObject(
          members: plan.members.map { ($0.id.text, .strings(proposals(of: $0).map(\.text))) })),
      "loads": .object(
        JSONObject(members: plan.members.map { ($0.id.text, .int(proposals(of: $0).count)) })),
      "short": .strings(plan.short.map(\.text)), "missing": .int(plan.missing),
      "notPlanned": .array(plan.closed.map { .string($0.text) }),
      "perProposal": .int(plan.perProposal), "withExpert": .int(plan.objective.experts),
      "groups": .int(plan.groups), "explanation": .strings(plan.explanation),
      "suggestedConflicts": .array(
        plan.suggested.map {
          [
            "reviewer": .string($0.conflict.reviewer.text),
            "proposal": .string($0.conflict.proposal.text),
            "reasons": .strings($0.conflict.reasons.map(\.words)),
            "assigned": .bool($0.isPlanned),
          ]
        }),
    ]
  }

  /// The members, one object each.
  var rows: [JSONValue] {
    plan.members.map { member in
      [
        "reviewer": .string(member.id.text), "load": .int(proposals(of: member).count),
        "kept": .int(plan.keptCounts[member.id] ?? 0),
        "proposals": .strings(proposals(of: member).map(\.text)),
      ]
    }
  }

  /// A row for each reviewer of each proposal.
  var csv: Table {
    var table = Table(columns: ["reviewer", "proposal", "title"])
    for member in plan.members {
      for id in proposals(of: member) {
        table.append([
          .text(member.id.text), .text(id.text), .init(summit.proposal(id)?.proposal.title),
        ])
      }
    }
    return table
  }

  /// A table of the members, and what the plan comes to.
  func lines(limit: Int?) -> [String] {
    var table = TextTable([
      .text("ID"), .number("READS"), .number("BEGUN"), .number("NEW"), .flexible("PROPOSALS"),
    ])
    for member in plan.members {
      let (all, kept) = (proposals(of: member), plan.keptCounts[member.id] ?? 0)
      table.append([
        member.id.text, String(all.count), String(kept), String(all.count - kept),
        all.isEmpty ? "-" : all.map(\.text).joined(separator: " "),
      ])
    }
    let count = plan.proposals.count
    let short =
      plan.short.isEmpty
      ? "none is short" : "\(plan.short.count) short, \(plan.missing) reviews missing"
    return table.lines(limit: limit) + [
      "\(count) proposals, \(plan.perProposal) reviewers each: \(short); an expert reads "
        + "\(plan.objective.experts)."
    ]
  }

  /// Conflicts of interest to be judged, those that the plan runs into first; few of them, with how
  /// to go on.
  func suggestions(areConfirmed: Bool) -> [String] {
    let planned = plan.suggested.filter(\.isPlanned)
    guard let first = planned.first else {
      if plan.suggested.isEmpty { return [] }
      let count = plan.suggested.count
      let summary =
        count == 1
        ? "1 conflict of interest may be there; the plan does not run into it:"
        : "\(count) conflicts of interest may be there; the plan runs into none of them:"
      return [summary] + lines(of: plan.suggested)
    }
    var lines = ["Conflicts of interest? Nothing is taken for one until a chair says so:"]
    lines += self.lines(of: planned)
    lines.append(
      areConfirmed
        ? "These have begun to review, and keep it."
        : "--exclude \(first.conflict.reviewer):\(first.conflict.proposal) leaves one of them out, "
          + "--confirm-conflicts all.")
    return lines
  }

  private func lines(of suggested: [AssignmentPlan.Suggestion]) -> [String] {
    let shown = suggested.prefix(Self.shownSuggestions).map(\.conflict)
    let lines = shown.map {
      "  \($0.reviewer):\($0.proposal)  \($0.reasons.map(\.words).joined(separator: ", "))"
    }
    if suggested.count == shown.count { return lines }
    return lines + ["  … and \(suggested.count - shown.count) more; --format json lists them."]
  }

  private static let shownSuggestions = 20
}
