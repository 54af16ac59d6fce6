import ReviewAnalysis
import ReviewCore
import TerminalUI

/// The reviews that count for a proposal as a table: who, what it came to, and each criterion as
/// far as there is room for all of them.
struct ReviewTable {
  let explanation: RankingExplanation
  let event: Event
  let theme: Theme
  let glyphs: Glyphs
  let columns: Int

  var lines: [StyledLine] {
    [titles] + explanation.reviews.map(line)
  }

  private static let score = 7
  private static let gap = 2

  /// The columns of each criterion; 0 where there is no room for all.
  private var criterionColumns: Int {
    let count = explanation.criteria.count
    guard count > 0 else { return 0 }
    let room = (columns - 12 - Self.gap - Self.score - severityColumns) / count - Self.gap
    guard room >= 4 else { return 0 }
    return min(room, 12)
  }

  /// The columns of severity and of what a score counts as, with their gaps; 0 where nothing is known
  /// of it, or there is no room.
  private var severityColumns: Int {
    explanation.calibrated == nil || columns < 58 ? 0 : 2 * Self.gap + Self.severity + Self.counted
  }

  private static let severity = 8
  private static let counted = 9

  private var nameColumns: Int {
    let used =
      severityColumns
      + explanation.criteria.count * (criterionColumns > 0 ? criterionColumns + Self.gap : 0)
    let widest = explanation.reviews.map { DisplayWidth.of(name(of: $0)) }.max() ?? 0
    return max(8, min(max(widest, 8), columns - Self.gap - Self.score - used))
  }

  private var titles: StyledLine {
    var line = StyledLine(padded("Reviewer", columns: nameColumns), theme.faint)
    line.add("  " + padded("Score", columns: Self.score, alignment: .right), theme.faint)
    if severityColumns > 0 {
      line.add("  " + padded("Severity", columns: Self.severity, alignment: .right), theme.faint)
      line.add("  " + padded("Counts as", columns: Self.counted, alignment: .right), theme.faint)
    }
    if criterionColumns > 0 {
      for criterion in explanation.criteria {
        line.add("  " + cell(criterion.name), theme.faint)
      }
    }
    return line
  }

  private func line(_ review: RankingExplanation.CountedReview) -> StyledLine {
    var line = StyledLine(
      padded(name(of: review), columns: nameColumns, ellipsis: glyphs.ellipsis), theme.text)
    let score = review.composite.formatted(decimals: 2)
    line.add(
      "  " + padded(score, columns: Self.score, alignment: .right), theme.text.with(.bold))
    if severityColumns > 0 {
      let severity = (review.severity?.offset ?? 0).signed(decimals: 2)
      line.add("  " + padded(severity, columns: Self.severity, alignment: .right), theme.text)
      line.add(
        "  "
          + padded(
            review.counted.formatted(decimals: 2), columns: Self.counted, alignment: .right),
        theme.text.with(.bold))
    }
    if review.overall != nil {
      line.add("  an overall score", theme.faint)
    } else if criterionColumns > 0 {
      for criterion in explanation.criteria {
        line.add(
          "  " + cell(review.scores[criterion.id].map { JSONNumber($0).text } ?? "-"), theme.text)
      }
    }
    return line
  }

  private func cell(_ text: String) -> String {
    padded(text, columns: criterionColumns, alignment: .right, ellipsis: glyphs.ellipsis)
  }

  private func name(of review: RankingExplanation.CountedReview) -> String {
    event.member(review.reviewer)?.name ?? review.reviewer.text
  }
}
