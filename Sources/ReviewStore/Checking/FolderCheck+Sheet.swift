import ReviewCore

extension FolderCheck {
  private static let reviewKeys = [
    "status", "scores", "overall", "confidence", "digest", "round", "reason", "at", "comment",
    "commentAt", "feedback", "feedbackAt",
  ]

  /// What is odd in what one reviewer says.
  func sheetFaults(_ sheet: ReviewSheet, _ root: JSONElement) -> [Fault] {
    var faults = keyFaults(
      root, ["format", "reviewer", "reviews", "comparisons", "discussion"])
    for member in root["reviews"].members {
      guard let id = ProposalID(member.key), let review = sheet.reviews[id] else { continue }
      faults += reviewFaults(review, member)
    }
    for group in root["comparisons"].members {
      faults += unknownFault(group.keyElement, "a comparison")
      for member in group.value.members {
        guard let pair = ProposalPair(group.key, member.key), sheet.comparisons[pair] != nil else {
          continue
        }
        let what = "the comparison of \(group.key.quoted) and \(member.key.quoted)"
        faults += unknownFault(member.keyElement, "a comparison")
        faults += futureFaults(member.value, ["at"], what)
        if member.value["at"].isAbsent {
          faults.append(timelessFault(member.keyElement, what, "at"))
        }
      }
    }
    for member in root["discussion"].members {
      guard let remark = sheet.discussion[member.key] else { continue }
      let what = "the remark \(member.key.quoted)"
      if let proposal = member.value["proposal"] { faults += unknownFault(proposal, what) }
      faults += futureFaults(member.value, ["at"], what)
      if remark.at == nil { faults.append(timelessFault(member.keyElement, what, "at")) }
      if remark.text.trimmed.isEmpty, !remark.isCleared {
        faults.append(
          warning(
            member.keyElement, "\(what) has no text",
            "Give it a text, or take it back with \"cleared\": true"))
      }
    }
    return faults
  }

  private func reviewFaults(_ review: Review, _ member: JSONMember) -> [Fault] {
    let (what, entry) = ("the review of \(member.key.quoted)", member.value)
    var faults = keyFaults(entry, Self.reviewKeys)
    faults += futureFaults(entry, ["at", "commentAt", "feedbackAt"], what)
    let isJudged =
      review.status != .draft || !review.scores.isEmpty || review.overall != nil
    if isJudged, review.at == nil { faults.append(timelessFault(member.keyElement, what, "at")) }
    if review.comment != nil, review.commentAt == nil, let comment = entry["comment"] {
      faults.append(timelessFault(comment, "the comment on \(member.key.quoted)", "commentAt"))
    }
    if review.feedback != nil, review.feedbackAt == nil, let feedback = entry["feedback"] {
      faults.append(timelessFault(feedback, "the feedback on \(member.key.quoted)", "feedbackAt"))
    }
    if review.status == .draft, event.rubric.isComplete(review.scores) {
      faults.append(
        warning(
          member.keyElement, "\(what) has every score and is a \"draft\", so it does not count",
          "If it is finished, make the status \"scored\""))
    }
    for score in entry["scores"].members
    where Identifier(score.key).flatMap({ event.rubric.criterion($0) }) == nil {
      let near = NearestWord.suggestion(
        for: score.key, among: event.rubric.criteria.map(\.id.text))
      faults.append(
        warning(
          score.keyElement,
          "\(what) scores \(score.key.quoted), which the rubric does not have\(near); it does not "
            + "count",
          "Mend the name, or add the criterion to summit.json"))
    }
    if let round = review.round, !event.rounds.isEmpty, event.round(round) == nil,
      let element = entry["round"]
    {
      let near = NearestWord.suggestion(for: round.text, among: event.rounds.map(\.id.text))
      faults.append(
        warning(
          element, "\(what) names the round \"\(round)\", which the summit does not have\(near)",
          "Mend the name, or add the round to summit.json"))
    }
    return faults
  }

  /// What is odd in what one chair decided.
  func decisionFaults(_ chair: Identifier, _ root: JSONElement) -> [Fault] {
    guard event.member(chair)?.isChair == true else { return [] }
    var faults = keyFaults(root, ["format", "chair", "decisions"])
    for member in root["decisions"].members where member.value.kind == .object {
      let what = "the decision of \(member.key.quoted)"
      faults += keyFaults(member.value, ["decision", "reason", "at"])
      faults += futureFaults(member.value, ["at"], what)
      if member.value["at"].isAbsent {
        faults.append(timelessFault(member.keyElement, what, "at"))
      }
      if let id = ProposalID(member.key), summit.proposal(id)?.isWithdrawn == true,
        member.value["decision"]?.string == "accept", summit.decision(of: id)?.chair == chair
      {
        faults.append(
          warning(
            member.keyElement, "\(member.key.quoted) is accepted, and has been withdrawn",
            "Decide it anew, or ask the speaker"))
      }
    }
    return faults
  }
}

extension JSONElement? {
  /// The members of an object; empty for anything else and for nothing.
  var members: [JSONMember] { map { Array($0.members) } ?? [] }

  /// Whether there is no value, or null, which says the same.
  var isAbsent: Bool { map { $0.kind == .null } ?? true }
}
