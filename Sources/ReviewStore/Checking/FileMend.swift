import ReviewCore
import SystemPackage

/// What is wrong with one person's file and can be put right by the merge rule, so that nothing
/// that is said in it is lost.
struct FileMend {
  /// What is done, each as in "lectern …".
  var actions: [String] = []
  /// The versions that together are the file.
  var versions: [[UInt8]] = []

  /// Looks for what can be mended in a file; nil where there is nothing. O(bytes).
  ///
  /// - Throws: `StoreError` with the place in the file where a side of a conflict cannot be read.
  init?(_ bytes: [UInt8], of file: FolderFile, at path: FilePath) throws(StoreError) {
    guard file.writer != nil else { return nil }
    var trees: [JSONObject] = []
    if let conflict = GitConflict(bytes) {
      if conflict.brokenLine != nil {
        throw StoreError(
          GitConflict.fault(of: bytes, in: file) ?? Fault(problem: "", remedy: ""), .broken,
          in: path)
      }
      for side in conflict.sides {
        do throws(StoreError) {
          trees.append(try Self.tree(side.bytes, at: path))
        } catch {
          var error = error
          error.position = error.position.map { side.position($0) }
          throw error
        }
      }
      actions.append("make one file of both sides of git's conflict in \(conflict.place)")
    } else if let tree = try? Self.tree(bytes, at: path) {
      trees = [tree]
    } else {
      return nil
    }
    let layers = trees.map { FileLayers($0) }
    let repeats = layers.map(\.repeats).reduce(0, max)
    let exchanged = layers.map(\.exchanged).reduce(0, max)
    if repeats > 0 {
      actions.append(
        repeats == 1
          ? "make one of 2 entries of the same key" : "make one each of \(repeats) repeated entries"
      )
    }
    if exchanged > 0 {
      actions.append(
        exchanged == 1
          ? "put the ids of a comparison in order"
          : "put the ids of \(exchanged) comparisons in order")
    }
    if actions.isEmpty { return nil }
    versions = layers.flatMap(\.layers).map { JSONValue.object($0).fileBytes }
  }

  private static func tree(_ bytes: [UInt8], at path: FilePath) throws(StoreError) -> JSONObject {
    JSONValue(try JSONDocument(writable: bytes, at: path).root).object ?? JSONObject()
  }
}

extension GitConflict {
  /// What to say of a file in which git left markers; nil where it left none. O(bytes).
  ///
  /// - Parameter file: which file, where that is known: a person's own is merged for them.
  static func fault(of bytes: [UInt8], in file: FolderFile?) -> Fault? {
    guard let conflict = GitConflict(bytes) else { return nil }
    var fault = Fault(
      path: file?.relativePath, position: conflict.position,
      problem: "git left a conflict here, in \(conflict.place)",
      remedy: "Of each, keep the lines that stand and take the lines with the markers out "
        + "(<<<<<<<, =======, >>>>>>>); then commit the file")
    if conflict.brokenLine != nil {
      fault.problem = "a part of a conflict that git left stands here: a marker is missing"
      fault.remedy =
        "Put back an older copy of the file, or take the lines with the markers out by hand"
    } else if let file, let error = conflict.unreadableSide(of: file) {
      fault.position = error.position ?? fault.position
      fault.problem =
        "git left a conflict here, and one side of it cannot be read: \(error.problem)"
      fault.remedy = "Mend that side, or decide by hand; the conflict is in \(conflict.place)"
    } else if let writer = file?.writer {
      fault.mender = writer
      fault.remedy =
        "\(writer) makes one file of both sides with \"lectern check --fix\", and nothing that "
        + "either says is lost"
    }
    return fault
  }

  /// Why one side of a conflict in a person's file cannot be merged; nil where both can.
  private func unreadableSide(of file: FolderFile) -> StoreError? {
    guard let writer = file.writer else { return nil }
    for side in sides {
      do throws(StoreError) {
        _ = try file.merging([side.bytes], at: FilePath(writer.text))
      } catch {
        var error = error
        error.position = error.position.map { side.position($0) }
        return error
      }
    }
    return nil
  }
}
