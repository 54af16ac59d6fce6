extension Review {
  /// The judgement in a few words: `scored 4.2 (relevance 5, content 4)`.
  package func summary(by rubric: Rubric) -> String {
    var parts = [status.rawValue]
    if status == .scored || status == .draft, let composite = composite(by: rubric) {
      parts.append(composite.formatted(decimals: 2))
    }
    let given = rubric.criteria.compactMap { criterion in
      scores[criterion.id].map { "\(criterion.id) \(JSONNumber($0).text)" }
    }
    if !given.isEmpty { parts.append("(\(given.joined(separator: ", ")))") }
    if status == .draft {
      let lacking = rubric.criteria.filter { $0.isRequired && scores[$0.id] == nil }
      if !lacking.isEmpty {
        parts.append("· still to score: \(lacking.map(\.id.text).joined(separator: ", "))")
      }
    }
    return parts.joined(separator: " ")
  }
}
