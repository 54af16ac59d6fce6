import ReviewAnalysis
import ReviewCore
import ReviewFormats

/// What the optimiser proposes, as `shortlist` prints it.
struct ShortlistPrintout {
  let proposal: ShortlistProposal
  let summit: SeenSummit

  /// One proposal that goes in or waits.
  private struct Row {
    let id: ProposalID
    let title: String
    let outcome: Decision.Outcome
    let decision: Decision.Outcome
    let score: Int?
    let share: Double?
    let standing: SelectionDraws.Standing?
  }

  private var rows: [Row] {
    let taken = proposal.selected.map { ($0, Decision.Outcome.accept) }
    let waiting = proposal.waitlist.map { ($0, Decision.Outcome.waitlist) }
    return (taken + waiting).compactMap { id, outcome in
      guard let seen = summit.proposal(id) else { return nil }
      return Row(
        id: id, title: seen.proposal.title, outcome: outcome,
        decision: seen.decision?.outcome ?? .undecided, score: proposal.problem.score(of: id),
        share: proposal.shares[id], standing: proposal.standing(of: id))
    }
  }

  // MARK: - For programs

  /// A row for each proposal that goes in or waits.
  var csv: Table {
    var table = Table(columns: [
      "id", "title", "proposed", "decision", "score", "share", "standing",
    ])
    for row in rows {
      table.append([
        .text(row.id.text), .text(row.title), .text(row.outcome.rawValue),
        .text(row.decision.rawValue), .init(row.score), .init(row.share),
        row.standing.map { .text($0.words) } ?? .empty,
      ])
    }
    return table
  }

  /// The same, as JSON.
  var entries: [JSONValue] {
    rows.map { row in
      [
        "id": .string(row.id.text), "title": .string(row.title),
        "proposed": .string(row.outcome.rawValue), "decision": .string(row.decision.rawValue),
        "score": .optional(row.score), "share": .optional(row.share),
        "standing": .optional(row.standing?.words),
      ]
    }
  }

  // MARK: - For people

  /// What goes in and waits, the sum, and the rules that bind; or what cannot hold together.
  func lines(limit: Int?) -> [String] {
    guard proposal.isFeasible else { return conflictLines }
    var table = TextTable([
      .text("ID"), .number("SCORE"), .text("PROPOSED"), .text("NOW"), .text("FIRM"),
      .flexible("TITLE"),
    ])
    var isWaiting = false
    for row in rows {
      if row.outcome == .waitlist, !isWaiting {
        isWaiting = true
        table.appendRule("waiting list")
      }
      table.append([
        row.id.text, row.score.map { Self.score($0) } ?? "-", row.outcome.rawValue,
        row.decision == .undecided ? "-" : row.decision.rawValue, row.standing?.words ?? "-",
        row.title,
      ])
    }
    return table.lines(limit: limit) + [""] + [summary] + ruleLines(limit)
  }

  private var summary: String {
    let slots = proposal.problem.slots.map { " of \($0) slots" } ?? ""
    let proof =
      proposal.isProven
      ? "nothing is better"
      : "at most \(Self.score(proposal.gap)) more may be possible; the limit of steps was reached"
    return "\(proposal.selected.count)\(slots), sum of scores \(Self.score(proposal.objective)): "
      + "\(proof)."
  }

  private func ruleLines(_ limit: Int?) -> [String] {
    let binding = proposal.rules.filter { $0.isBinding && ($0.cost ?? 1) > 0 }
    guard !binding.isEmpty else { return [] }
    var table = TextTable([
      .number("USED"), .number("MIN"), .number("MAX"), .number("COST"),
      .flexible("RULE THAT BINDS"),
    ])
    for standing in binding {
      let rule = proposal.problem.selection.rules[standing.place]
      table.append([
        String(standing.used), rule.minimum.map { String($0) } ?? "-",
        rule.maximum.map { String($0) } ?? "-", standing.cost.map { Self.score($0) } ?? "-",
        rule.name,
      ])
    }
    return [""] + table.lines(limit: limit)
      + ["COST is how much the sum would grow if the rule were looser by one."]
  }

  private var conflictLines: [String] {
    guard proposal.status == .infeasible else { return [] }
    let problem = proposal.problem
    var lines = ["These rules cannot hold together:"]
    lines += problem.words(of: proposal.conflict).map { "- \($0)" }
    if let relaxation = proposal.relaxation, !relaxation.changes.isEmpty {
      lines.append("All others hold with")
      lines += relaxation.changes.map { "- \(problem.words(of: $0))" }
    }
    return lines
  }

  private static func score(_ thousandths: Int) -> String {
    (Double(thousandths) / 1000).formatted(decimals: 2)
  }
}
