package import ReviewCore
package import SystemPackage

/// Where goes what could not be saved, and texts that lost a merge: nothing said is thrown away.
///
/// A file here is a review file, a decision file or a file of notes of its own, to be merged back or
/// read by a person; only its owner may look at it.
package struct RescueFolder: Sendable {
  /// Folders to try, the first that can be written to counts.
  package let candidates: [PrivatePlace]
  let fileSystem: any FileSystem

  /// Names the folders; they are made when they are needed.
  package init(_ candidates: [PrivatePlace], on fileSystem: any FileSystem = RealFileSystem()) {
    self.candidates = candidates
    self.fileSystem = fileSystem
  }

  /// Keeps a change that could not be saved, as a file that holds nothing else. Durable.
  ///
  /// Keeping the same again makes no second file.
  ///
  /// - Returns: the file; nil where nothing in the change is worth one.
  /// - Throws: `StoreError` where no folder can be written to.
  package func keep(
    _ change: some QueuedChange, at now: Timestamp
  ) throws(StoreError) -> FilePath? {
    guard let file = change.rescueFile else { return nil }
    return try keep(file, of: change.writer, at: now)
  }

  /// Keeps texts that lost a merge, under the key `lost` of a review file. Durable.
  ///
  /// Keeping the same again makes no second file.
  ///
  /// - Throws: `StoreError` where no folder can be written to.
  package func keep(
    _ lost: [LostText], of reviewer: Identifier?, at now: Timestamp
  ) throws(StoreError) -> FilePath {
    var tree = JSONObject(members: [("format", .int(FileHeader.currentFormat))])
    if let reviewer { tree.append("reviewer", .string(reviewer.text)) }
    tree.append("lost", .array(lost.map(\.json)))
    return try keep(tree, of: reviewer, at: now)
  }

  private func keep(
    _ tree: JSONObject, of reviewer: Identifier?, at now: Timestamp
  ) throws(StoreError) -> FilePath {
    let bytes = JSONValue.object(tree).fileBytes
    var firstError: StoreError?
    for place in candidates {
      do throws(FileError) {
        return try write(bytes, reviewer, now, in: place)
      } catch {
        firstError = firstError ?? StoreError(error, doing: "written")
      }
    }
    throw firstError
      ?? StoreError(
        .notFound, "", problem: "there is no folder for what cannot be saved",
        remedy: "Set HOME or XDG_STATE_HOME to a folder of yours")
  }

  private func write(
    _ bytes: [UInt8], _ reviewer: Identifier?, _ now: Timestamp, in place: PrivatePlace
  ) throws(FileError) -> FilePath {
    try place.make(on: fileSystem)
    let folder = place.path
    let mark = SHA256.hexadecimal(bytes).prefix(12)
    for name in try fileSystem.list(folder) ?? [] where name.hasSuffix("-\(mark).json") {
      let path = folder.appending(name)
      if try fileSystem.read(path)?.bytes == bytes { return path }
    }
    // Colons are no part of a name on some systems that a state folder is copied to.
    let time = now.description.filter { $0 != ":" && $0 != "-" }
    let path = folder.appending("\(reviewer?.text ?? "somebody")-\(time)-\(mark).json")
    let previous = try fileSystem.read(path)
    let replacement = FileReplacement(path, bytes: bytes, previous: previous, isPrivate: true)
    guard try fileSystem.replace([replacement]) != nil else {
      throw FileError(.resourceTemporarilyUnavailable, path)
    }
    return path
  }
}

extension LostText {
  fileprivate var json: JSONValue {
    .object(
      JSONObject(members: [
        ("about", .string(about)), ("kind", .string(kind)), ("text", .string(text)),
        ("at", .optional(at)),
      ]))
  }
}
