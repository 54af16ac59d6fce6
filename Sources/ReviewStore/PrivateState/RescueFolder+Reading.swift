package import ReviewCore
package import SystemPackage

/// A file of the rescue folder, and where it stands.
package struct KeptFile: Hashable, Sendable {
  /// Where it stands.
  package let path: FilePath
  /// Where it goes once it is taken back in or not wanted: nothing is deleted.
  package let away: FilePath
  /// What it holds.
  package let file: RescuedFile
}

extension RescueFolder {
  /// The most bytes that are read of a file.
  private static var limit: Int64 { 50_000_000 }

  /// The folder of what was put away.
  static var putAwayFolder: String { "kept" }

  /// What was rescued of a summit, the oldest first. It lists the folders and reads what is in them;
  /// what cannot be read is there with its problem.
  package func files(in event: Event) -> [KeptFile] {
    var files: [KeptFile] = []
    for place in candidates {
      // What somebody else put ready in /tmp is nobody's word.
      guard place.isOurs(on: fileSystem) else { continue }
      for name in (try? fileSystem.list(place.path)) ?? [] where name.hasSuffix(".json") {
        let path = place.path.appending(name)
        let away = place.path.appending(Self.putAwayFolder).appending(name)
        files.append(KeptFile(path: path, away: away, file: read(path, name, event)))
      }
    }
    // The time stands in the names, after whose it is.
    func time(_ file: KeptFile) -> [Substring] {
      Array(file.file.name.split(separator: "-").suffix(2))
    }
    return files.sorted { first, second in
      let (one, other) = (time(first), time(second))
      return one == other
        ? first.path.string < second.path.string : one.lexicographicallyPrecedes(other)
    }
  }

  private func read(_ path: FilePath, _ name: String, _ event: Event) -> RescuedFile {
    do throws(FileError) {
      if try fileSystem.stamp(of: path).map({ $0.size > Self.limit }) ?? false {
        throw FileError(.fileTooLarge, path)
      }
      guard let content = try fileSystem.read(path) else {
        throw FileError(.noSuchFileOrDirectory, path)
      }
      return RescuedFile.reading(content.bytes, name: name, in: event)
    } catch {
      let problem = StoreError(error, doing: "read").problem
      return RescuedFile(name: name, writer: nil, sayings: [], problem: "It \(problem)")
    }
  }

  /// Moves a file away, durably, once it is taken back in or not wanted.
  ///
  /// - Throws: `StoreError` where it cannot be moved; it is where it was then. That it is gone already
  ///   is *not* an error.
  package func putAway(_ file: KeptFile) throws(StoreError) {
    do throws(FileError) {
      guard let content = try fileSystem.read(file.path) else { return }
      try fileSystem.makeFolder(file.away.containingFolder, isPrivate: true)
      let previous = try fileSystem.read(file.away)
      if previous?.bytes != content.bytes {
        let copy = FileReplacement(
          file.away, bytes: content.bytes, previous: previous, isPrivate: true)
        guard try fileSystem.replace([copy]) != nil else {
          throw FileError(.resourceTemporarilyUnavailable, file.away)
        }
      }
      try fileSystem.remove(file.path)
    } catch {
      throw StoreError(error, doing: "put away")
    }
  }
}
