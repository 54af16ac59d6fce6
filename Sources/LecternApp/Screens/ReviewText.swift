import ReviewCore
import TerminalUI

/// Makes the lines of what was said of a proposal: one's own notes, and the others' reviews where
/// they may be seen.
struct ReviewText {
  let event: Event
  let viewer: Identifier?
  let theme: Theme
  let glyphs: Glyphs
  let columns: Int
  let section: (String, String?) -> [StyledLine]

  func lines(of seen: SeenProposal) -> [StyledLine] {
    var lines = section("Your comment for the committee", seen.myReview?.comment)
    lines += section("Your feedback for the speaker", seen.myReview?.feedback)
    lines += others(of: seen)
    return lines
  }

  private func others(of seen: SeenProposal) -> [StyledLine] {
    let others = seen.reviews.filter { $0.reviewer != viewer }
    if let hidden = seen.hiddenReviewsReason(by: event.rules) {
      return section("Other reviews", hidden)
    }
    guard !others.isEmpty else { return section("Other reviews", "None yet.") }
    var lines = section("Other reviews", summary(of: seen))
    for other in others { lines += self.lines(of: other) }
    return lines
  }

  private func summary(of seen: SeenProposal) -> String {
    guard let summary = seen.summary(by: event.rubric), let mean = summary.mean else {
      return "No finished review yet."
    }
    let spread = summary.spread.map { ", spread \($0.formatted(decimals: 2))" } ?? ""
    let word = summary.count == 1 ? "review" : "reviews"
    return "Mean \(mean.formatted(decimals: 2)) of \(summary.count) \(word)\(spread)"
  }

  private func lines(of other: SeenReview) -> [StyledLine] {
    let review = other.review
    let judgement = judgement(of: review)
    let name = clipped(
      event.member(other.reviewer)?.name ?? other.reviewer.text,
      columns: max(8, columns - judgement.count - 2), ellipsis: glyphs.ellipsis)
    var line = StyledLine(name.text, theme.text.with(.bold))
    line.add("  \(judgement)", theme.text)
    var lines = [line]
    for text in [scores(of: review), review.reason, review.comment] {
      guard let text, !text.isEmpty else { continue }
      lines += wrap(text, columns: max(1, columns - 2)).map { StyledLine("  \($0)", theme.faint) }
    }
    return lines
  }

  private func judgement(of review: Review) -> String {
    guard review.status == .scored else { return review.status.rawValue }
    return review.composite(by: event.rubric)?.formatted(decimals: 2) ?? ""
  }

  private func scores(of review: Review) -> String? {
    guard review.status == .scored else { return nil }
    return event.rubric.criteria.compactMap { criterion in
      review.scores[criterion.id].map { "\(criterion.name) \(JSONNumber($0).text)" }
    }.joined(separator: " \(glyphs.separator) ")
  }
}
