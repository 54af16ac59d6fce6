extension Remark {
  /// The remark as it stands in a file, with what this version does not know of it.
  package var json: JSONObject {
    var entry = unknown
    entry.append("proposal", .string(proposal.text))
    if isCleared { entry.append("cleared", .bool(true)) }
    if !isCleared || !text.isEmpty { entry.append("text", .string(text)) }
    if let at { entry.append("at", .string(at.description)) }
    return entry
  }
}

extension ReviewSheet {
  /// The member of a review file that holds nothing but these remarks, by their keys. O(n log n).
  package static func tree(of remarks: [String: Remark]) -> JSONObject {
    let members = remarks.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return JSONObject(members: [
      (
        "discussion",
        .object(JSONObject(members: members.map { ($0.key, JSONValue.object($0.value.json)) }))
      )
    ])
  }
}
