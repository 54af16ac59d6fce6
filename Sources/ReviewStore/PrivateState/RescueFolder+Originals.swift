package import ReviewCore
package import SystemPackage

extension RescueFolder {
  /// The folder in a rescue folder for files as they were before `check --fix` changed them or took
  /// them away. Nothing in it waits to be merged.
  private static var originals: String { "originals" }

  /// Keeps the bytes of a file that is about to change or to go. Durable.
  ///
  /// Keeping the same again makes no second file.
  ///
  /// - Parameter name: its path in the review folder.
  /// - Throws: `StoreError` where no folder can be written to.
  package func keepOriginal(
    _ bytes: [UInt8], named name: String, at now: Timestamp
  ) throws(StoreError) -> FilePath {
    var firstError: StoreError?
    for place in candidates {
      do throws(FileError) {
        let place = place.appending(Self.originals)
        try place.make(on: fileSystem)
        let mark = SHA256.hexadecimal(bytes).prefix(12)
        let kept = try fileSystem.list(place.path) ?? []
        for name in kept.sorted() where name.hasPrefix("\(mark)-") {
          let path = place.path.appending(name)
          if try fileSystem.read(path)?.bytes == bytes { return path }
        }
        let time = now.description.filter { $0 != ":" && $0 != "-" }
        // What a name in the folder holds is no more than a name here.
        let safe = String(name.suffix(100).map { $0 == "/" || $0 == "\0" ? "-" : $0 })
        let path = place.path.appending("\(mark)-\(time)-\(safe)")
        let file = FileReplacement(
          path, bytes: bytes, previous: try fileSystem.read(path), isPrivate: true)
        guard try fileSystem.replace([file]) != nil else {
          throw FileError(.resourceTemporarilyUnavailable, path)
        }
        return path
      } catch {
        firstError = firstError ?? StoreError(error, doing: "written")
      }
    }
    throw firstError
      ?? StoreError(
        .notFound, "", problem: "there is no folder in which the file could be kept",
        remedy: "Set HOME or XDG_STATE_HOME to a folder of yours")
  }
}
