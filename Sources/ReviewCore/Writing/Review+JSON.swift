extension Review {
  /// The review as it stands in a file, with what this version does not know of it.
  package var json: JSONObject {
    var entry = unknown.removing(["scores"])
    entry.append("status", .string(status.rawValue))
    var members = scores.all.map { ($0.criterion.text, JSONValue.double($0.value)) }
    members += unknown["scores"]?.object?.members.map { ($0.key, $0.value) } ?? []
    if !members.isEmpty { entry.append("scores", .object(JSONObject(members: members))) }
    if let overall { entry.append("overall", .double(overall)) }
    if let confidence { entry.append("confidence", .int(confidence)) }
    let texts: [(String, String?)] = [
      ("digest", digest?.text), ("round", round?.text), ("reason", reason),
      ("at", at?.description), ("comment", comment), ("commentAt", commentAt?.description),
      ("feedback", feedback), ("feedbackAt", feedbackAt?.description),
    ]
    for (key, text) in texts {
      if let text { entry.append(key, .string(text)) }
    }
    return entry
  }
}

extension Scores {
  /// Scores by criterion.
  package var json: JSONValue {
    .object(JSONObject(members: all.map { ($0.criterion.text, .double($0.value)) }))
  }
}

extension ReviewSheet {
  /// The members that every review file of a reviewer has.
  package static func header(of reviewer: Identifier) -> JSONObject {
    JSONObject(members: [
      ("format", .int(FileHeader.currentFormat)), ("reviewer", .string(reviewer.text)),
    ])
  }

  /// The file that holds nothing but these reviews: what a save merges into the file on disk.
  package static func file(
    of reviewer: Identifier, reviews: [ProposalID: Review]
  ) -> JSONObject {
    var file = header(of: reviewer)
    let members = reviews.map { ($0.key.text, JSONValue.object($0.value.json)) }
    file.append("reviews", .object(JSONObject(members: members)))
    return file
  }
}

extension Decision {
  /// The decision as it stands in a file.
  package var json: JSONObject {
    var entry = unknown
    entry.append("decision", .string(outcome.rawValue))
    if let reason { entry.append("reason", .string(reason)) }
    if let at { entry.append("at", .string(at.description)) }
    return entry
  }

  /// The file that holds nothing but this decision: what a save merges into the file on disk.
  package func file(for proposal: ProposalID) -> JSONObject {
    JSONObject(members: [
      ("format", .int(FileHeader.currentFormat)), ("chair", .string(chair.text)),
      ("decisions", .object(JSONObject(members: [(proposal.text, .object(json))]))),
    ])
  }
}
