/// The merge rule for decision files: of each proposal the later decision.
package enum DecisionMerge {
  /// Merges two versions of one chair's file. O(size).
  package static func merge(_ first: JSONObject, _ second: JSONObject) -> JSONObject {
    SheetMerge.union(first, second) { key, one, other in
      guard key == "decisions", let one = one.object, let other = other.object else {
        return SheetMerge.greater(one, other)
      }
      return .object(SheetMerge.union(one, other) { SheetMerge.later($1, $2).kept })
    }
  }
}
