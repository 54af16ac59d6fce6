/// The merge rule for decision files: of each proposal the later decision.
package enum DecisionMerge {
  /// Merges two versions of one chair's file. O(size).
  package static func merge(_ first: JSONObject, _ second: JSONObject) -> JSONObject {
    mergeKeepingLosses(first, second).file
  }

  /// Merges two versions of one chair's file, and names the reasons that another one replaced.
  /// O(size).
  package static func mergeKeepingLosses(
    _ first: JSONObject, _ second: JSONObject
  ) -> SheetMerge.Result {
    var result = SheetMerge.Result(file: JSONObject())
    result.file = SheetMerge.union(first, second) { key, one, other in
      guard key == "decisions", let one = one.object, let other = other.object else {
        return SheetMerge.greater(one, other)
      }
      return .object(
        SheetMerge.union(one, other) { SheetMerge.mergeTexts("reason", $0, $1, $2, &result.lost) })
    }
    return result
  }
}
