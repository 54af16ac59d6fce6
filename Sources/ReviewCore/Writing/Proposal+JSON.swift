extension Proposal {
  /// The keys of a proposal that this version knows.
  package static let knownKeys: Set<String> = [
    "id", "title", "abstract", "notes", "format", "level", "round", "focusAreas", "tags", "status",
    "submittedAt", "updatedAt", "answers", "source", "earlier",
  ]

  /// The proposal as it stands in a file. What is absent, empty or the default is left out.
  package var json: JSONObject {
    var entry = JSONObject(members: [("id", .string(id.text)), ("title", .string(title))])
    let texts: [(String, String?)] = [
      ("abstract", abstract), ("notes", notes), ("format", format?.text), ("level", level),
      ("round", round?.text), ("submittedAt", submittedAt?.description),
      ("updatedAt", updatedAt?.description), ("status", isWithdrawn ? "withdrawn" : nil),
    ]
    for (key, text) in texts {
      if let text { entry.append(key, .string(text)) }
    }
    if !focusAreas.isEmpty { entry.append("focusAreas", .strings(focusAreas.map(\.text))) }
    if !tags.isEmpty { entry.append("tags", .strings(tags)) }
    if !answers.isEmpty { entry.append("answers", answers.json) }
    if let source {
      var members = JSONObject(members: [("system", .string(source.system))])
      if let id = source.id { members.append("id", .string(id)) }
      entry.append("source", .object(members))
    }
    if !earlier.isEmpty { entry.append("earlier", .array(earlier.map(\.json))) }
    return entry
  }
}

extension Proposal.EarlierText {
  fileprivate var json: JSONValue {
    var entry = JSONObject(members: [("digest", .string(digest.text))])
    let texts: [(String, String?)] = [
      ("title", title), ("abstract", abstract), ("notes", notes), ("until", until?.description),
    ]
    for (key, text) in texts {
      if let text { entry.append(key, .string(text)) }
    }
    return .object(entry)
  }
}

extension [Answer] {
  fileprivate var json: JSONValue {
    .array(
      map {
        .object(
          JSONObject(members: [("question", .string($0.question)), ("answer", .string($0.answer))]))
      })
  }
}

extension Speaker {
  /// The keys of a speaker that this version knows.
  package static let knownKeys: Set<String> = [
    "id", "name", "email", "organization", "tagline", "bio", "links", "answers", "proposals",
  ]

  /// The speaker as they stand in a file. What is absent or empty is left out.
  package var json: JSONObject {
    var entry = JSONObject(members: [("id", .string(id.text)), ("name", .string(name))])
    let texts: [(String, String?)] = [
      ("email", email), ("organization", organization), ("tagline", tagline), ("bio", bio),
    ]
    for (key, text) in texts {
      if let text { entry.append(key, .string(text)) }
    }
    if !links.isEmpty { entry.append("links", .strings(links)) }
    if !answers.isEmpty { entry.append("answers", answers.json) }
    entry.append("proposals", .strings(proposals.map(\.text)))
    return entry
  }
}
