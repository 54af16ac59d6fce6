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
      .text("ID"), .number("SCORE"), .number("N"), .text("PROPOSED"), .text("NOW"), .text("FIRM"),
      .flexible("TITLE"),
    ])
    var isWaiting = false
    for row in rows {
      if row.outcome == .waitlist, !isWaiting {
        isWaiting = true
        table.appendRule("waiting list")
      }
      table.append([
        row.id.text, exactScore(of: row.id), count(of: row.id), row.outcome.rawValue,
        row.decision == .undecided ? "-" : row.decision.rawValue, row.standing?.words ?? "-",
        row.title,
      ])
    }
    let few =
      rows.contains { hasFewReviews($0.id) }
      ? ["* fewer than \(summit.event.rules.reviewsPerProposal ?? 0) reviews"] : []
    return table.lines(limit: limit) + few + [""] + [summary] + ruleLines(limit)
      + leftOutLines(limit)
  }

  private func exactScore(of id: ProposalID) -> String {
    proposal.problem.exactScore(of: id)?.formatted(decimals: 2) ?? "-"
  }

  /// How many finished reviews can be seen, with the star of `rank` where they are few.
  private func count(of id: ProposalID) -> String {
    "\(reviewCount(of: id))\(hasFewReviews(id) ? "*" : " ")"
  }

  private func reviewCount(of id: ProposalID) -> Int {
    summit.proposal(id)?.composites(by: summit.rubric).count ?? 0
  }

  private func hasFewReviews(_ id: ProposalID) -> Bool {
    reviewCount(of: id) < summit.event.rules.reviewsPerProposal ?? 0
  }

  /// What its place in the ranking would let in and the rules do not, and which of them.
  private func leftOutLines(_ limit: Int?) -> [String] {
    let left = proposal.leftOut
    guard !left.isEmpty else { return [] }
    var table = TextTable([
      .text("ID"), .number("SCORE"), .number("N"), .number("CHANCE"), .text("NOW"),
      .flexible("LEFT OUT ALTHOUGH ABOVE THE CUT"), .text("HELD OUT BY"),
    ])
    for left in left {
      guard let seen = summit.proposal(left.id) else { continue }
      table.append([
        left.id.text, exactScore(of: left.id), count(of: left.id), left.share?.percent ?? "-",
        seen.decision.map { $0.outcome == .undecided ? "-" : $0.outcome.rawValue } ?? "-",
        seen.proposal.title, proposal.reason(of: left),
      ])
    }
    return [""] + table.lines(limit: limit)
      + ["CHANCE is the share of possible worlds in which it goes in."]
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
    let free = proposal.freeRules
    let freeLine =
      free.isEmpty ? [] : ["Full, and cost nothing: \(free.joined(separator: ", "))."]
    guard !binding.isEmpty else { return freeLine.isEmpty ? [] : [""] + freeLine }
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
      + ["COST is how much the sum would grow if the rule were looser by one."] + freeLine
  }

  private var conflictLines: [String] {
    guard proposal.status == .infeasible else { return [] }
    let problem = proposal.problem
    let rules = problem.words(of: proposal.conflict)
    var lines = [rules.count == 1 ? "This rule cannot hold:" : "These rules cannot hold together:"]
    lines += rules.map { "- \($0)" }
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
