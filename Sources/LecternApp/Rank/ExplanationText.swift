import ReviewAnalysis
import ReviewCore
import TerminalUI

/// Why a proposal stands where it does, in words and numbers.
struct ExplanationText {
  let explanation: RankingExplanation
  /// Its row, where the filter shows it.
  let row: RankingTable.Row?
  let proposal: SeenProposal
  let summit: SeenSummit
  let method: RankingMethod
  let theme: Theme
  let glyphs: Glyphs
  let columns: Int

  var lines: [StyledLine] {
    var lines = text(explanation.entry.title, theme.title)
    lines += text(explanation.placeLine, theme.text)
    if let cut = explanation.cutLine { lines += text(cut, theme.text) }
    if let behind { lines += text(behind, theme.text) }
    if let movement { lines += text(movement, theme.text) }
    lines.append(.blank)
    if explanation.reviews.isEmpty {
      lines += text("No finished review can be seen.", theme.faint)
    } else {
      lines +=
        ReviewTable(
          explanation: explanation, event: summit.event, theme: theme, glyphs: glyphs,
          columns: columns
        ).lines
      lines.append(.blank)
      lines += numbers
    }
    lines += remarks
    if let decision { lines += [.blank] + text(decision, theme.text) }
    return lines
  }

  private func text(_ text: String, _ style: Style) -> [StyledLine] {
    wrap(text, columns: columns).map { StyledLine($0, style) }
  }

  // MARK: - The place

  private var behind: String? {
    guard let ahead = explanation.ahead, let reason = explanation.reason, let score = ahead.score
    else { return nil }
    return "Behind \"\(ahead.title)\" (\(score.formatted(decimals: 2))): \(reason)"
  }

  private var movement: String? {
    guard let movement = row?.movement, movement != 0 else { return nil }
    let count = movement.magnitude
    let places = "\(count) \(count == 1 ? "place" : "places")"
    return "\(places) \(movement > 0 ? "higher" : "lower") than by the mean"
  }

  // MARK: - The numbers

  private var numbers: [StyledLine] {
    var lines: [StyledLine] = []
    if let score = explanation.entry.score {
      var line = StyledLine("Score \(score.formatted(decimals: 2))", theme.text.with(.bold))
      line.add(", \(method.words)", theme.text)
      lines.append(line)
    }
    let summary = explanation.entry.summary
    let facts: [(String, Double?)] = [
      ("Mean", summary.mean), ("median", summary.median), ("spread", summary.spread),
    ]
    let words = facts.compactMap { name, value in
      value.map { "\(name) \($0.formatted(decimals: 2))" }
    }
    let scale = summit.rubric.scale
    let bins = ScoreBins(of: scale).counts(of: proposal.composites(by: summit.rubric))
    lines += text(
      words.joined(separator: ", ") + "   \(JSONNumber(scale.low).text) "
        + glyphs.histogram(bins) + " \(JSONNumber(scale.high).text)", theme.text)
    let weights = explanation.criteria.map {
      "\($0.name) \(glyphs.times)\(JSONNumber($0.weight).text)"
    }
    for sentence in explanation.calibrationLines + (explanation.compared?.lines ?? []) {
      lines += text(sentence, theme.text)
    }
    if explanation.ranks.count > 1 {
      lines += text("Ranks: \(explanation.ranksInWords)", theme.text)
    }
    if explanation.criteria.contains(where: { $0.weight != 1 }) {
      lines += text("Weights: \(weights.joined(separator: ", "))", theme.faint)
    }
    return lines
  }

  // MARK: - Remarks

  private var remarks: [StyledLine] {
    var lines: [StyledLine] = []
    let fewest = summit.event.rules.reviewsPerProposal ?? 0
    let count = explanation.entry.summary.count
    if !explanation.areOthersHidden, count < fewest {
      lines += text(
        "\(glyphs.alert) \(count) of the \(fewest) reviews that the rules ask for", theme.near)
    }
    if explanation.areOthersHidden { lines += text(hidden, theme.near) }
    for status in [Review.Status.draft, .abstained, .conflict, .skipped] {
      let names = proposal.reviews.filter { $0.review.status == status }.map { name($0.reviewer) }
      guard !names.isEmpty else { continue }
      lines += text(
        "Not counted (\(status.rawValue)): \(names.joined(separator: ", "))", theme.faint)
    }
    return lines.isEmpty ? [] : [.blank] + lines
  }

  private var hidden: String {
    let others = "What the others say is hidden from you"
    if proposal.myState == .conflict { return "\(others), since you are in conflict" }
    return switch summit.event.rules.otherReviews {
    case .afterMine: "\(others) until you have scored the proposal, or abstained"
    case .afterDeadline: "\(others) until the deadline"
    case .always, .never: others
    }
  }

  private var decision: String? {
    guard let decision = proposal.decision, decision.outcome != .undecided else { return nil }
    let time = decision.at.map { " on \($0.day)" } ?? ""
    let reason = decision.reason.map { ": \($0)" } ?? ""
    return "\(decision.outcome.done) by \(name(decision.chair))\(time)\(reason)"
  }

  private func name(_ member: Identifier) -> String {
    summit.event.member(member)?.name ?? member.text
  }
}
