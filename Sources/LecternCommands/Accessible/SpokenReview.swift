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
      if review.status == .draft, scores.isEmpty, review.overall == nil { return "No judgement." }
      let word = review.status == .scored ? "Scored" : "Begun"
      let overall = review.composite(by: rubric).map {
        ", overall \($0.formatted(decimals: 2))"
      }
      return word + (review.status == .scored ? overall ?? "" : "")
        + (scores.isEmpty ? "." : ": \(scores).")
    }
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
