package import ReviewCore
package import SystemPackage

/// One file made of several versions of it: of two clones, of a sync program's copy, of the two
/// sides of a conflict that git left.
package struct MergedVersions: Hashable, Sendable {
  /// What the file is to hold.
  package let bytes: [UInt8]
  /// Texts that newer ones replaced, to be kept in the rescue folder.
  package let lost: [LostText]
}

extension FolderFile {
  /// Who alone writes it; nil for a file of the chairs.
  package var writer: Identifier? {
    switch self {
    case .summit, .proposals, .speakers, .assignments: nil
    case .reviews(let person), .decisions(let person): person
    }
  }

  /// Merges versions of a review or decision file by the merge rule: the same in every order.
  /// O(bytes).
  ///
  /// One that says all that the others say stays byte for byte.
  ///
  /// - Parameters:
  ///   - versions: at least one; each what a whole file held.
  ///   - path: the file, for errors.
  /// - Throws: `StoreError` where a version is broken, newer or somebody else's, or where the file
  ///   has no single writer: nobody can tell then which side is meant.
  package func merging(
    _ versions: [[UInt8]], at path: FilePath
  ) throws(StoreError) -> MergedVersions {
    precondition(!versions.isEmpty, "there is nothing to merge")
    var merged: JSONObject?
    var lost: [LostText] = []
    for version in versions {
      let tree = try tree(of: version, at: path)
      guard let before = merged else {
        merged = tree
        continue
      }
      switch self {
      case .decisions:
        let result = DecisionMerge.mergeKeepingLosses(before, tree)
        (merged, lost) = (result.file, lost + result.lost)
      default:
        let result = SheetMerge.merge(before, tree)
        (merged, lost) = (result.file, lost + result.lost)
      }
    }
    let file = JSONValue.object(merged ?? JSONObject())
    let asItIs = versions.first { (try? JSONDocument($0)).map { JSONValue($0.root) } == file }
    return MergedVersions(bytes: asItIs ?? file.fileBytes, lost: lost)
  }

  /// What a version says.
  private func tree(of version: [UInt8], at path: FilePath) throws(StoreError) -> JSONObject {
    guard let writer else {
      throw StoreError(
        .notAllowed, path, problem: "two versions of this file cannot be merged by themselves",
        remedy: "Decide by hand which of them stands")
    }
    let document = try JSONDocument(writable: version, at: path)
    var key = "reviewer"
    if case .decisions = self { key = "chair" }
    do throws(Fault) {
      try document.root.checkWriter(key, is: writer)
    } catch {
      throw StoreError(error, .broken, in: path)
    }
    return JSONValue(document.root).object ?? JSONObject()
  }
}
