import ReviewCore

/// The merge rule: three files, parted by record separators, give the same in every order.
enum MergeTarget {
  @Sendable static func check(_ bytes: [UInt8]) throws {
    let trees = bytes.split(separator: 0x1E, maxSplits: 2).compactMap { part -> JSONObject? in
      guard let document = try? JSONDocument(Array(part)), document.root.kind == .object else {
        return nil
      }
      return JSONValue(document.root).object
    }
    guard let first = trees.first else { return }
    try check(trees, first, "reviews") { SheetMerge.merge($0, $1).file }
    try check(trees, first, "decisions") { DecisionMerge.merge($0, $1) }
  }

  private static func check(
    _ trees: [JSONObject], _ a: JSONObject, _ what: String,
    _ merge: (JSONObject, JSONObject) -> JSONObject
  ) throws {
    func text(_ tree: JSONObject) -> [UInt8] { JSONValue.object(tree).fileBytes }
    try expect(text(merge(a, a)) == text(a), "\(what): a tree with itself is another")
    guard trees.count > 1 else { return }
    let b = trees[1]
    let ab = merge(a, b)
    try expect(text(ab) == text(merge(b, a)), "\(what): the order of two matters")
    try expect(text(merge(ab, b)) == text(ab), "\(what): merging again changes it")
    guard trees.count > 2 else { return }
    let c = trees[2]
    try expect(text(merge(ab, c)) == text(merge(a, merge(b, c))), "\(what): the order of three")
  }
}
