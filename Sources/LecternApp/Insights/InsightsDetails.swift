import ReviewAnalysis
import ReviewCore
import TerminalUI

/// What the selected row means, in words: two lines, the more important one first. No verdicts.
struct InsightsDetails {
  private let state: State
  private let insights: Insights

  init(_ state: State, _ insights: Insights) {
    self.state = state
    self.insights = insights
  }

  var lines: [String] {
    switch state.insights.rows.selected {
    case .reviewer(let id):
      return insights.reviewers.first { $0.member.id == id }.map(lines(of:)) ?? []
    case .composite: return lines(of: insights.agreement.composite, "the composite scores")
    case .criterion(let id):
      guard let criterion = insights.agreement.criteria.first(where: { $0.id == id }) else {
        return []
      }
      return lines(of: criterion.measure, criterion.name)
    case .dispute(let id): return insights.disputed.first { $0.id == id }.map(lines(of:)) ?? []
    case .area(let id):
      return insights.focusAreas.first { $0.id == id }.map(lines(of:)) ?? []
    case .allFew:
      return [
        "Proposals with fewer than \(insights.reviewsPerProposal) finished reviews",
        insights.hiddenWords.map { "\($0)." } ?? "",
      ]
    case .few(let id):
      guard let few = insights.underReviewed.first(where: { $0.id == id }) else { return [] }
      return [few.title, facts([reviews(few.count), "id \(id)"])]
    case .heading, .note, .blank, nil: return []
    }
  }

  private func facts(_ facts: [String]) -> String {
    facts.joined(separator: " \(state.glyphs.separator) ")
  }

  private func reviews(_ count: Int) -> String { count == 1 ? "1 review" : "\(count) reviews" }

  private func lines(of row: ReviewerInsight) -> [String] {
    let name = row.member.name
    var first = "\(name) has no finished review that you may see"
    if row.count > 0 {
      first = row.severityWords.map { "\(name) \($0)" } ?? "\(name): \(reviews(row.count))"
      if let example = row.severityExample(on: state.seen.rubric.scale) { first += ": \(example)" }
    }
    var second: [String] = []
    if row.count > 0 { second.append("\(reviews(row.count)) that you may see") }
    if let mean = row.mean { second.append("mean \(mean.formatted(decimals: 2))") }
    if let numbers = row.numbers {
      if numbers.drafts > 0 {
        second.append("\(numbers.drafts) draft\(numbers.drafts == 1 ? "" : "s")")
      }
      if numbers.abstained > 0 { second.append("\(numbers.abstained) abstained") }
      if numbers.conflicts > 0 { second.append("\(numbers.conflicts) in conflict") }
      second.append("\(numbers.remaining) to go")
    } else {
      second.append("how far they are is for chairs, until reviews are open")
    }
    return [first, facts(second)]
  }

  private func lines(of measure: Agreement.Measure, _ name: String) -> [String] {
    func words(_ value: Double?, _ interval: AlphaInterval?) -> String {
      guard let value else { return "undefined" }
      let ends = interval.map {
        " (95 %: \($0.lower.formatted(decimals: 2)) to \($0.upper.formatted(decimals: 2)))"
      }
      return value.formatted(decimals: 2) + (ends ?? "")
    }
    if measure.ordinal == nil {
      return ["\(name): no agreement to measure, as all scores are equal or nobody shares one"]
    }
    return [
      "Alpha of \(name): by ranks \(words(measure.ordinal, measure.ordinalInterval)), "
        + "by differences \(words(measure.interval, measure.intervalInterval))",
      "\(Insights.alphaMeaning)",
    ]
  }

  private func lines(of dispute: Dispute) -> [String] {
    [
      dispute.title,
      facts([
        "deviation \(dispute.deviation.formatted(decimals: 2)) once severity is taken out, "
          + "\(dispute.spread.formatted(decimals: 2)) before",
        "Leik's D \(dispute.leik.formatted(decimals: 2)) (1: half highest, half lowest)",
        reviews(dispute.count),
      ]),
    ]
  }

  private func lines(of area: AreaCoverage) -> [String] {
    let name = state.seen.event.focusArea(area.id)?.name ?? area.id.text
    let open = area.proposals - area.hidden
    var second = [
      "\(area.enough) of \(open) with \(insights.reviewsPerProposal) reviews or more",
      reviews(area.reviews),
    ]
    if area.hidden > 0 { second.append("\(area.hidden) hidden from you") }
    return [name, facts(second)]
  }
}
