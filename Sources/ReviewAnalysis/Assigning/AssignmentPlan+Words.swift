import ReviewCore

extension AssignmentPlan {
  /// What a chair should know of the plan, a sentence or two each; empty where all is as it should
  /// be.
  package var explanation: [String] {
    var lines = shortages.map(\.words)
    if groups > 1 {
      lines.append(
        "The reviewers fall into \(groups) groups that have no proposal in common, and no exchange "
          + "joins them: how strict one group is cannot be told from how good its proposals are.")
    }
    if !closed.isEmpty {
      let isOne = closed.count == 1
      lines.append(
        "\(closed.map(\.text).listed()) \(isOne ? "is" : "are") not planned: a conflict of interest hides "
          + "from you what was said of \(isOne ? "it" : "them"). Who was asked stays asked; another "
          + "chair can plan \(isOne ? "it" : "them").")
    }
    if hiddenCount > 0 {
      let which = hiddenCount == 1 ? "1 proposal" : "\(hiddenCount) proposals"
      lines.append(
        "What was said of \(which) is hidden from you: who has begun to read, and who is in conflict, "
          + "is not known, and who was asked stays asked.")
    }
    return lines
  }
}

extension AssignmentPlan.Shortage {
  /// The shortage in words: what is needed, who may, how many are missing.
  package var words: String {
    let one = proposals.count == 1
    let reviews = wanted == 1 ? "1 more review" : "\(wanted) more reviews"
    let need = "\(proposals.map(\.text).listed()) \(one ? "needs" : "need") \(reviews)"
    let end = "short by \(wanted - possible)"
    guard !members.isEmpty else { return "\(need), and nobody may give them: \(end)." }
    let names = members.map(\.name).listed()
    let has = members.count == 1 ? "has" : "have"
    let most = possible == 0 ? "\(has) no room" : "at most \(possible)"
    return "\(need); only \(names) may give \(wanted == 1 ? "it" : "them"), and \(most): \(end)."
  }
}

extension [String] {
  /// The names in a sentence: `a, b and c`, or `a, b and 7 more`.
  fileprivate func listed() -> String {
    switch count {
    case 0...1: return first ?? ""
    case ...6: return dropLast().joined(separator: ", ") + " and " + (last ?? "")
    default: return prefix(5).joined(separator: ", ") + " and \(count - 5) more"
    }
  }
}
