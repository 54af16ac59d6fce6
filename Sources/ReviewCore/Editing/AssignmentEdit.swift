/// A new plan in `assignments.json`: who should read what.
package struct AssignmentEdit: Hashable, Sendable {
  /// The plan. Who is asked for nothing need not be in it.
  package let assignments: [Identifier: [ProposalID]]

  /// Makes an edit.
  package init(_ assignments: [Identifier: [ProposalID]]) { self.assignments = assignments }

  /// The file after the edit: all lists that can be read are replaced, with those of people who are
  /// no longer on the committee; other keys, and lists that cannot be read, stay as they are. O(size).
  ///
  /// - Parameter tree: the file as it is; nil where there is none.
  /// - Throws: `Fault` where the file as a whole is broken.
  package func applied(to tree: JSONObject?) throws -> JSONObject {
    var tree = tree ?? JSONObject()
    let readable = try Self.read(tree)
    let old = tree["assignments"]?.object ?? JSONObject()
    var lists = JSONObject()
    for (reviewer, proposals) in assignments.sorted(by: { $0.key < $1.key })
    where !proposals.isEmpty {
      lists.append(reviewer.text, .strings(proposals.map(\.text)))
    }
    for (key, value) in old.members {
      let reviewer = Identifier(key)
      let isRead = reviewer.map { readable[$0] != nil || assignments[$0] != nil } ?? false
      if !isRead { lists.append(key, value) }
    }
    if tree["format"] == nil { tree["format"] = 1 }
    tree["assignments"] = .object(lists)
    return tree
  }

  /// Who should read what by a file. O(size).
  ///
  /// - Parameter tree: the file; nil where there is none.
  /// - Throws: `Fault` where the file as a whole is broken.
  package static func read(_ tree: JSONObject?) throws -> [Identifier: [ProposalID]] {
    guard let tree else { return [:] }
    return try AssignmentReader.read(JSONDocument(JSONValue.object(tree).fileBytes)).value
  }
}
