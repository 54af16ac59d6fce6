import ReviewAnalysis
import ReviewCore

/// Insights as `insights` prints them for people.
struct InsightsPrintout {
  let insights: Insights
  let summit: SeenSummit

  /// Of disputes and of proposals with few reviews no more than these are printed.
  private static let most = 10

  /// The sections, with an empty line between.
  func lines(limit: Int?) -> [String] {
    let sections = [
      proposals, reviewers(limit), agreement(limit), disputes(limit), areas(limit), few(limit),
    ]
    return Array(sections.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  private var proposals: [String] {
    let counts = insights.counts
    var lines = [
      "\(counts.total) proposals, \(counts.reviewed) reviewed, "
        + "\(insights.underReviewed.count) with fewer than \(insights.reviewsPerProposal) reviews"
    ]
    if let hidden = insights.hiddenWords { lines.append("\(hidden).") }
    return lines
  }

  private func reviewers(_ limit: Int?) -> [String] {
    guard !insights.reviewers.isEmpty else { return ["Nobody is on the committee yet."] }
    var table = TextTable([
      .flexible("REVIEWER"), .number("JUDGED"), .number("OF"), .number("DRAFT"),
      .number("ABST"), .number("COI"), .number("SEEN"), .number("MEAN"), .number("SEVERITY"),
      .number("±"), .text("SCORES"),
    ])
    for row in insights.reviewers {
      func count(_ path: (CommitteeProgress.Numbers) -> Int) -> String {
        row.numbers.map { String(path($0)) } ?? "-"
      }
      table.append([
        row.member.id.text, count { $0.judged }, count { $0.total }, count { $0.drafts },
        count { $0.abstained }, count { $0.conflicts }, String(row.count),
        number(row.mean), row.severity.map { $0.offset.signed(decimals: 2) } ?? "-",
        number(row.severity?.deviation),
        row.count == 0 ? "" : row.histogram.map { String($0) }.joined(separator: " "),
      ])
    }
    return ["Reviewers"] + table.lines(limit: limit)
      + ["Severity: \(Insights.severityMeaning)."] + insights.remarks.map { "\($0)." }
  }

  private func agreement(_ limit: Int?) -> [String] {
    if let problem = insights.agreementProblem { return ["Agreement", "\(problem)."] }
    var table = TextTable([
      .flexible("ALPHA OF"), .number("ORDINAL"), .text("95 %"), .number("INTERVAL"),
      .text("95 %"), .number("SCORES"), .number("PROPOSALS"),
    ])
    func append(_ name: String, _ measure: Agreement.Measure) {
      table.append([
        name, number(measure.ordinal), ends(measure.ordinalInterval), number(measure.interval),
        ends(measure.intervalInterval), String(measure.scoreCount),
        String(measure.proposalCount),
      ])
    }
    append("the composite", insights.agreement.composite)
    for criterion in insights.agreement.criteria { append(criterion.name, criterion.measure) }
    return ["Agreement (Krippendorff's alpha)"] + table.lines(limit: limit)
      + ["\(Insights.alphaMeaning)."]
  }

  private func disputes(_ limit: Int?) -> [String] {
    guard !insights.disputed.isEmpty else { return [] }
    var table = TextTable([
      .number("DEVIATION"), .number("LEIK"), .number("SPREAD"), .number("N"), .text("ID"),
      .flexible("TITLE"),
    ])
    for dispute in insights.disputed.prefix(Self.most) {
      table.append([
        number(dispute.deviation), number(dispute.leik), number(dispute.spread),
        String(dispute.count), dispute.id.text, dispute.title,
      ])
    }
    return ["Most disputed\(rest(insights.disputed.count))"] + table.lines(limit: limit)
      + ["Deviation: \(Insights.disputeMeaning)."]
  }

  private func areas(_ limit: Int?) -> [String] {
    guard !insights.focusAreas.isEmpty else { return [] }
    var table = TextTable([
      .flexible("FOCUS AREA"), .number("PROPOSALS"), .number("REVIEWED"), .number("TOO FEW"),
      .number("HIDDEN"), .number("REVIEWS"),
    ])
    for area in insights.focusAreas {
      table.append([
        summit.event.focusArea(area.id)?.short ?? area.id.text, String(area.proposals),
        String(area.reviewed), String(area.underReviewed), String(area.hidden),
        String(area.reviews),
      ])
    }
    return ["Focus areas"] + table.lines(limit: limit)
  }

  private func few(_ limit: Int?) -> [String] {
    guard !insights.underReviewed.isEmpty else { return [] }
    var table = TextTable([.number("N"), .text("ID"), .flexible("TITLE")])
    for proposal in insights.underReviewed.prefix(Self.most) {
      table.append([String(proposal.count), proposal.id.text, proposal.title])
    }
    let rest = rest(insights.underReviewed.count)
    return ["Fewer than \(insights.reviewsPerProposal) reviews\(rest)"]
      + table.lines(limit: limit)
  }

  private func rest(_ count: Int) -> String {
    count > Self.most ? " (\(Self.most) of \(count); --format json has all)" : ""
  }

  private func number(_ value: Double?) -> String {
    value.map { $0.formatted(decimals: 2) } ?? "-"
  }

  private func ends(_ interval: AlphaInterval?) -> String {
    interval.map {
      "\($0.lower.formatted(decimals: 2)) to \($0.upper.formatted(decimals: 2))"
    } ?? "-"
  }
}
