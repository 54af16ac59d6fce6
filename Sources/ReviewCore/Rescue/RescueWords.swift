/// Rescued words and what stands in their place, for people: the same on the screen and printed.
package struct RescueWords: Sendable {
  /// What stands now.
  package let standing: RescueStanding
  /// The rubric, for scores.
  package let rubric: Rubric
  /// The time.
  package let now: Timestamp
  /// The title of a proposal; nil where it is not in the folder.
  package let title: @Sendable (ProposalID) -> String?

  /// Makes the words.
  package init(
    standing: RescueStanding, rubric: Rubric, now: Timestamp,
    title: @escaping @Sendable (ProposalID) -> String?
  ) {
    (self.standing, self.rubric, self.now, self.title) = (standing, rubric, now, title)
  }

  /// A line, and what it is.
  package struct Line: Hashable, Sendable {
    /// What a line is.
    package enum Kind: Hashable, Sendable { case heading, kept, standing, outcome, problem }
    /// What it is.
    package let kind: Kind
    /// The text, of the person who said it: it may hold anything.
    package let text: String
  }

  /// What a file holds in a few words: `2 reviews, a decision`.
  package func summary(of file: RescuedFile) -> String {
    var counts: [(noun: String, count: Int)] = []
    for saying in file.sayings {
      if let place = counts.firstIndex(where: { $0.noun == saying.noun }) {
        counts[place].count += 1
      } else {
        counts.append((saying.noun, 1))
      }
    }
    if counts.isEmpty { return file.problem ?? "nothing" }
    return counts.map { $0.count == 1 ? "1 \($0.noun)" : "\($0.count) \($0.noun)s" }
      .joined(separator: ", ")
  }

  /// Everything that a file holds, each with what stands now and what comes of taking it back.
  package func lines(of file: RescuedFile) -> [Line] {
    var lines = file.problem.map { [Line(kind: .problem, text: $0)] } ?? []
    for saying in file.sayings { lines += self.lines(of: saying) }
    return lines
  }

  private func lines(of saying: RescuedSaying) -> [Line] {
    let when = saying.at.map { " · \($0.minute)" } ?? ""
    var lines = [Line(kind: .heading, text: "\(heading(of: saying))\(when)")]
    let (kept, stands) = texts(of: saying)
    lines.append(Line(kind: .kept, text: "Kept: \(kept)"))
    if standing.holds(saying, at: now) {
      let why = kept == stands ? "It stands already" : "Something newer stands, and stays"
      if kept != stands { lines.append(Line(kind: .standing, text: "Now: \(stands)")) }
      lines.append(Line(kind: .outcome, text: why))
    } else {
      lines.append(Line(kind: .standing, text: "Now: \(stands)"))
    }
    return lines
  }

  private func name(_ id: ProposalID) -> String { title(id) ?? "\(id), which is not in the folder" }

  private func heading(of saying: RescuedSaying) -> String {
    switch saying {
    case .review(let id, _): "Review: \(name(id))"
    case .decision(let id, _): "Decision: \(name(id))"
    case .comparison(let pair, _): "Comparison: \(name(pair.first)) | \(name(pair.second))"
    case .remark(_, let remark): "Remark: \(name(remark.proposal))"
    case .note(let id, _): "Private note: \(name(id))"
    case .draft(let id, _, _): "Unfinished text: \(name(id))"
    case .lost(let lost):
      "A \(lost.kind) that a newer one replaced: "
        + (ProposalID(lost.about).map(name) ?? lost.about)
    }
  }

  /// What was kept, and what stands in its place.
  private func texts(of saying: RescuedSaying) -> (kept: String, stands: String) {
    switch saying {
    case .review(let id, let review):
      (words(review), standing.reviews[id].map(words) ?? "nothing")
    case .decision(let id, let decision):
      (words(decision), standing.decisions[id].map(words) ?? "nothing")
    case .comparison(let pair, let comparison):
      (
        comparison.outcome.rawValue,
        standing.comparisons[pair]?.outcome.rawValue ?? "nothing"
      )
    case .remark(let id, let remark):
      (remark.text, standing.remarks[id].map { $0.text } ?? "nothing")
    case .note(let id, let text): (text, standing.notes[id] ?? "nothing")
    case .draft(let id, let kind, let text):
      (text, standing.drafts[RescueStanding.DraftKey(id, kind)] ?? "nothing")
    case .lost(let lost): (lost.text, text(standingFor: lost) ?? "nothing")
    }
  }

  private func text(standingFor lost: LostText) -> String? {
    if lost.kind == "remark" { return standing.remarks[lost.about]?.text }
    guard let id = ProposalID(lost.about) else { return nil }
    let review = standing.reviews[id]
    return switch lost.kind {
    case "comment": review?.comment
    case "feedback": review?.feedback
    case "note": standing.notes[id]
    default: review?.reason ?? standing.decisions[id]?.reason
    }
  }

  private func words(_ review: Review) -> String {
    var parts = [review.summary(by: rubric)]
    if let reason = review.reason { parts.append("reason: \(reason)") }
    if let comment = review.comment, !comment.isEmpty { parts.append("comment: \(comment)") }
    if let feedback = review.feedback, !feedback.isEmpty { parts.append("feedback: \(feedback)") }
    return parts.joined(separator: " · ")
  }

  private func words(_ decision: Decision) -> String {
    "\(decision.outcome.rawValue) by \(decision.chair)"
      + (decision.reason.map { ": \($0)" } ?? "")
  }
}

extension RescuedSaying {
  /// What it is, in a word or two.
  fileprivate var noun: String {
    switch self {
    case .review: "review"
    case .decision: "decision"
    case .comparison: "comparison"
    case .remark: "remark"
    case .note: "private note"
    case .draft: "unfinished text"
    case .lost: "replaced text"
    }
  }

  /// When it was said; nil where that is not known.
  package var at: Timestamp? {
    switch self {
    case .review(_, let review): review.at ?? review.commentAt ?? review.feedbackAt
    case .decision(_, let decision): decision.at
    case .comparison(_, let comparison): comparison.at
    case .remark(_, let remark): remark.at
    case .lost(let lost): lost.at.flatMap { Timestamp($0) }
    case .note, .draft: nil
    }
  }
}
