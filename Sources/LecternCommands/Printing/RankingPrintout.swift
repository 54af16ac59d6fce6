import ReviewAnalysis
import ReviewCore
import ReviewFormats

/// A ranking as `rank` prints it for people and spreadsheets.
struct RankingPrintout {
  let ranking: Ranking
  let summit: SeenSummit
  let keeps: (Ranking.Entry) -> Bool

  /// The entries that are printed, best first.
  var kept: [Ranking.Entry] { ranking.entries.filter(keeps) }

  /// The fields of the documented entries as columns.
  var csv: Table {
    var table = Table(columns: [
      "rank", "id", "title", "score", "standardError", "n", "mean", "median", "spread",
      "probabilityIn", "decision",
    ])
    for entry in kept {
      let summary = entry.summary
      table.append([
        .init(entry.rank), .text(entry.id.text), .text(entry.title), .init(entry.score),
        .init(entry.standardError), .integer(summary.count), .init(summary.mean),
        .init(summary.median), .init(summary.spread),
        .init(entry.probabilityIn), .text(entry.decision.rawValue),
      ])
    }
    return table
  }

  /// A table with the cut line, and what the star means.
  func lines(limit: Int?) -> [String] {
    var table = TextTable(
      [.number("RANK"), .text("ID"), .number("SCORE")]
        + (ranking.hasDeviations ? [.number("+/-")] : [])
        + [.number("N"), .number("MEDIAN"), .number("SPREAD")]
        + (ranking.hasProbabilities ? [.number("P(IN)")] : [])
        + [.number("MY"), .text("DECISION"), .flexible("TITLE")])
    var isCut = ranking.slots == nil
    var marksFew = false
    for entry in kept {
      if !isCut, let slots = ranking.slots, (entry.rank ?? .max) > slots {
        table.appendRule("cut: \(slots) slots")
        isCut = true
      }
      let isFew = hasFewReviews(entry)
      marksFew = marksFew || isFew
      table.append(cells(entry, isFew: isFew))
    }
    var lines = table.lines(limit: limit)
    if marksFew {
      lines.append("* fewer than \(summit.event.rules.reviewsPerProposal ?? 0) reviews")
    }
    return lines
  }

  private func hasFewReviews(_ entry: Ranking.Entry) -> Bool {
    entry.summary.count < summit.event.rules.reviewsPerProposal ?? 0
  }

  private func cells(_ entry: Ranking.Entry, isFew: Bool) -> [String] {
    func number(_ value: Double?) -> String { value.map { $0.formatted(decimals: 2) } ?? "-" }
    let summary = entry.summary
    return [entry.rank.map { String($0) } ?? "-", entry.id.text, number(entry.score)]
      + (ranking.hasDeviations ? [number(entry.standardError)] : [])
      + ["\(summary.count)\(isFew ? "*" : " ")", number(summary.median), number(summary.spread)]
      + (ranking.hasProbabilities ? [entry.probabilityIn?.percent ?? "-"] : [])
      + [
        number(summit.proposal(entry.id)?.myComposite(by: summit.rubric)),
        entry.decision == .undecided ? "-" : entry.decision.rawValue, entry.title,
      ]
  }
}
