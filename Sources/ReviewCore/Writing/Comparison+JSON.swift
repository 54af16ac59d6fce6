extension Comparison {
  /// The comparison as it stands in a file, with what this version does not know of it.
  package var json: JSONObject {
    var entry = unknown
    entry.append("outcome", .string(outcome.rawValue))
    if let at { entry.append("at", .string(at.description)) }
    return entry
  }
}

extension ReviewSheet {
  /// The member of a review file that holds nothing but these comparisons, by the first of each
  /// pair, then by the second. O(n log n).
  package static func tree(of comparisons: [ProposalPair: Comparison]) -> JSONObject {
    var groups = JSONObject()
    for (pair, comparison) in comparisons.sorted(by: { $0.key < $1.key }) {
      var group = groups[pair.first.text]?.object ?? JSONObject()
      group.append(pair.second.text, .object(comparison.json))
      groups[pair.first.text] = .object(group)
    }
    return JSONObject(members: [("comparisons", .object(groups))])
  }
}
