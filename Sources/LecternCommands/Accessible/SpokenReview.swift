import ReviewCore

/// What somebody says of a proposal, in words.
struct SpokenReview {
  let review: Review
  let rubric: Rubric

  /// The judgement in a sentence: `Scored, overall 4.2: Relevance 5, Content 4.`
  var judgement: String {
    switch review.status {
    case .cleared: return "No judgement."
    case .abstained, .conflict, .skipped:
      let word = review.status == .conflict ? "In conflict" : review.status.rawValue
      return (word.beginningUppercase + (review.reason.map { ": \($0)" } ?? "")).asSentence
    case .draft, .scored:
      if review.status == .draft, scores.isEmpty { return "No judgement." }
      if review.status == .scored { return "Scored\(result)" }
      return "Begun: \(scores)."
    }
  }

  /// What counts of a finished review, to follow a word: `, overall 4.2: Relevance 5, Content 4.`
  var result: String {
    let overall = review.composite(by: rubric).map { ", overall \($0.formatted(decimals: 2))" }
    return (overall ?? "") + (scores.isEmpty ? "." : ": \(scores).")
  }

  /// `Relevance 5, Content 4`.
  var scores: String {
    rubric.criteria.compactMap { criterion in
      review.scores[criterion.id].map { "\(criterion.name) \(JSONNumber($0).text)" }
    }.joined(separator: ", ")
  }

  /// The texts, each in one line or more.
  var texts: [String] {
    var lines: [String] = []
    for (kind, text) in [("Comment", review.comment), ("Feedback", review.feedback)] {
      guard let text, !text.trimmed.isEmpty else { continue }
      let paragraphs = SpokenText.paragraphs(of: text)
      lines.append("\(kind): \(paragraphs.first ?? "")")
      lines += paragraphs.dropFirst()
    }
    return lines
  }
}
