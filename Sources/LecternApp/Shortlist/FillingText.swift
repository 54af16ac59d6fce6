import ReviewAnalysis
import ReviewCore
import TerminalUI

/// What the optimiser proposes, in words: what goes in, which rules bind and what each costs; or
/// which rules cannot hold together.
struct FillingText {
  let filling: Filling
  let seen: SeenSummit
  let theme: Theme
  let glyphs: Glyphs
  let columns: Int

  private var proposal: ShortlistProposal { filling.proposal }
  private var problem: ShortlistProblem { filling.proposal.problem }

  /// All lines of the page.
  var lines: [StyledLine] {
    switch proposal.status {
    case .optimal, .feasible: summary + costs + proposed + leftOut + fewNote + remarks
    case .infeasible: conflict + remarks
    case .unknown, .cancelled:
      wrapped(
        "The limit of steps came before a programme, and before the proof that there is none.",
        theme.text)
    }
  }

  // MARK: - What goes in

  private var summary: [StyledLine] {
    let slots = problem.slots.map { " of \($0) slots" } ?? " proposals"
    let changes = proposal.changes
    let accepted = changes.count { $0.outcome == .accept }
    let waiting = changes.count - accepted
    let proof =
      proposal.isProven
      ? "No other programme has a larger sum of scores than this one: \(score(proposal.objective))."
      : "Its sum of scores is \(score(proposal.objective)); the limit of steps came before the proof "
        + "that none is larger, by at most \(score(proposal.gap))."
    var lines = wrapped(
      "\(proposal.selected.count)\(slots) filled: \(accepted) more \(accepted == 1 ? "goes" : "go") in, "
        + "\(waiting) more \(waiting == 1 ? "waits" : "wait").",
      theme.title)
    lines += wrapped(proof, proposal.isProven ? theme.text : theme.near)
    if seen.viewer?.isChair != true {
      lines += wrapped("Only a chair takes it over.", theme.faint)
    }
    return lines
  }

  private var proposed: [StyledLine] {
    let changes = proposal.changes
    let accepted = changes.filter { $0.outcome == .accept }.map(\.id)
    let waiting = changes.filter { $0.outcome == .waitlist }.map(\.id)
    var lines: [StyledLine] = []
    for (name, ids) in [("Go in", accepted), ("Wait", waiting)] where !ids.isEmpty {
      lines += [.blank, heading(name, lines.isEmpty ? firmness : "")] + ids.map(row)
    }
    return lines
  }

  /// What the column between score and title says; empty where nothing is known of it.
  private var firmness: String {
    proposal.shares.isEmpty ? "" : "score, and chance to go in as far as the reviews tell"
  }

  private func row(_ id: ProposalID) -> StyledLine {
    let title = seen.proposal(id)?.proposal.title ?? id.text
    let number = problem.exactScore(of: id)?.formatted(decimals: 2) ?? "-"
    var line = StyledLine(padded(number, columns: 5, alignment: .right), theme.text)
    line.add(hasFewReviews(id) ? glyphs.alert : " ", theme.near)
    if let share = proposal.shares[id] {
      let standing = SelectionDraws.Standing(share: share)
      let percent = "\((share * 100).formatted(decimals: 0)) %"
      line.add(padded(percent, columns: 7, alignment: .right), theme.faint)
      line.add("  " + padded(standing.words, columns: 9), style(of: standing))
    }
    let used = proposal.shares.isEmpty ? 6 : 24
    let room = max(8, columns - used - 2)
    let shown = clipped(DisplayText.line(title), columns: room, ellipsis: glyphs.ellipsis)
    line.add("  \(shown.text)", theme.text)
    return line
  }

  /// Whether fewer finished reviews can be seen than the rules ask for, as on the screen Rank.
  private func hasFewReviews(_ id: ProposalID) -> Bool {
    guard let seen = seen.proposal(id), seen.areOtherReviewsVisible else { return false }
    return seen.composites(by: self.seen.rubric).count < fewest
  }

  private var fewest: Int {
    seen.event.rules.reviewsPerProposal ?? RankingTable.fewestByDefault
  }

  /// What the sign of few reviews means, where it stands somewhere.
  private var fewNote: [StyledLine] {
    let shown = proposal.changes.map(\.id) + proposal.leftOut.map(\.id)
    guard shown.contains(where: hasFewReviews) else { return [] }
    return [.blank]
      + wrapped(
        "\(glyphs.alert) fewer than \(fewest) review\(fewest == 1 ? "" : "s"): its score may move.",
        theme.faint)
  }

  /// What its place in the ranking would let in and the rules do not.
  private var leftOut: [StyledLine] {
    let left = proposal.leftOut
    guard !left.isEmpty else { return [] }
    return [.blank, heading("Left out although above the cut", firmness)]
      + left.flatMap { left in
        let waits = left.waits ? "waits; " : ""
        let reason = clipped(
          DisplayText.line("\(waits)held out by \(proposal.reason(of: left))"),
          columns: max(8, columns - 8), ellipsis: glyphs.ellipsis)
        return [row(left.id), StyledLine("        \(reason.text)", theme.faint)]
      }
  }

  private func style(of standing: SelectionDraws.Standing) -> Style {
    switch standing {
    case .safe: theme.good
    case .depends: theme.near
    case .longShot: theme.bad
    }
  }

  // MARK: - The rules

  private var costs: [StyledLine] {
    let binding = proposal.rules.filter { $0.isBinding && ($0.cost ?? 1) > 0 }
      .sorted { ($0.cost ?? 0) > ($1.cost ?? 0) }
    let free = proposal.freeRules
    let freeLine =
      free.isEmpty
      ? []
      : wrapped(
        DisplayText.line("Full, and cost nothing: \(free.joined(separator: ", "))."), theme.faint)
    guard !binding.isEmpty else { return freeLine.isEmpty ? [] : [.blank] + freeLine }
    return [.blank, heading("Rules that bind", "what one more would add to the sum")]
      + binding.map { standing in
        let rule = problem.selection.rules[standing.place]
        let limit =
          standing.used >= rule.maximum ?? .max
          ? "at most \(rule.maximum ?? 0)"
          : rule.minimum.map { standing.used <= $0 ? "at least \($0)" : nil }.flatMap(\.self)
            ?? "at most \(rule.maximum ?? 0)"
        var line = StyledLine(
          padded(standing.cost.map { score($0) } ?? "-", columns: 5, alignment: .right),
          theme.text)
        let shown = clipped(
          DisplayText.line("\(rule.name): \(limit)"), columns: max(8, columns - 7),
          ellipsis: glyphs.ellipsis)
        line.add("  \(shown.text)", theme.text)
        return line
      } + freeLine
  }

  private var conflict: [StyledLine] {
    let rules = problem.words(of: proposal.conflict)
    var lines = wrapped(
      rules.count == 1 ? "This rule cannot hold:" : "These rules cannot hold together:", theme.title
    )
    lines += rules.flatMap { item($0, theme.text) }
    guard let relaxation = proposal.relaxation, !relaxation.changes.isEmpty else { return lines }
    lines += [.blank] + wrapped("All others would hold with", theme.title)
    lines += relaxation.changes.flatMap { item(problem.words(of: $0), theme.text) }
    return lines
  }

  private var remarks: [StyledLine] {
    guard !problem.remarks.isEmpty else { return [] }
    return [.blank] + problem.remarks.flatMap { wrapped("\($0).", theme.faint) }
  }

  // MARK: - Pieces

  private func heading(_ name: String, _ rest: String) -> StyledLine {
    var line = StyledLine(name, theme.title)
    if !rest.isEmpty { line.add("  \(rest)", theme.faint) }
    return line
  }

  private func item(_ text: String, _ style: Style) -> [StyledLine] {
    wrap(DisplayText.line(text), columns: columns - 2).enumerated().map { place, words in
      var line = StyledLine(place == 0 ? "\(glyphs.separator) " : "  ", theme.faint)
      line.add(words, style)
      return line
    }
  }

  private func wrapped(_ text: String, _ style: Style) -> [StyledLine] {
    wrap(text, columns: columns).map { StyledLine($0, style) }
  }

  private func score(_ thousandths: Int) -> String {
    (Double(thousandths) / 1000).formatted(decimals: 2)
  }
}
