import ReviewCore
import SystemPackage

extension ReviewFolder {
  /// Reads the whole folder, files side by side on all cores. O(bytes).
  ///
  /// - Parameter onProgress: is told how many files were read.
  /// - Throws: `StoreError` where `summit.json` is missing or broken, or `cancelled` where the task
  ///   was cancelled. Anything else that is missing or broken is *not* an error: it is a fault, and
  ///   the rest opens.
  package func load(
    onProgress: LoadProgress.Handler? = nil
  ) async throws(StoreError) -> LoadedFolder {
    try await load(look(), after: nil, onProgress: onProgress)
  }

  /// Reads what changed since `previous`, or everything.
  func load(
    _ look: FolderLook, after previous: LoadedFolder?, onProgress: LoadProgress.Handler? = nil
  ) async throws(StoreError) -> LoadedFolder {
    // Reviews are read against the rubric, and nearly everything names proposals.
    let previous = previous.flatMap { previous in
      [FolderFile.summit, .proposals].allSatisfy { previous.stamp(of: $0) == look.stamps[$0] }
        ? previous : nil
    }
    var contents: FolderContents
    if let previous { contents = FolderContents(previous) } else { contents = try readEvent() }
    var reader = FolderReader(folder: self, event: contents.event, onProgress: onProgress)
    reader.files = Set(look.stamps.keys).subtracting([.summit])
    if let previous {
      reader.files = reader.files.filter { previous.stamp(of: $0) != look.stamps[$0] }
    }
    contents.forget(Set(contents.files.keys).subtracting(look.stamps.keys).subtracting([.summit]))
    contents.forget(reader.files)
    do {
      contents.take(try await reader.readAll())
    } catch {
      throw StoreError(
        .cancelled, path, problem: "the reading of this folder was stopped",
        remedy: "Open it again")
    }
    var loaded = contents.loaded(from: self, strayFaults: look.faults)
    explainCopies(&loaded, look)
    return loaded
  }

  /// Says what the copies in the folder hold that their files do not.
  private func explainCopies(_ loaded: inout LoadedFolder, _ look: FolderLook) {
    loaded.copies = look.copies
    let hidden = hiddenCopies(look, loaded.summit.event)
    loaded.copyFaults = (look.copies + hidden).map { $0.fault(finding(of: $0)) }
    // That it is the file of nobody on the committee would be the same thing said worse.
    for copy in hidden {
      for file in loaded.files.keys where file.relativePath == copy.path {
        loaded.files[file]?.faults = []
      }
    }
  }

  private func readEvent() throws(StoreError) -> FolderContents {
    let path = path(of: .summit)
    switch read(.summit) {
    case .missing:
      throw StoreError(
        .notFound, path, problem: "there is no summit.json in this folder",
        remedy: "Name a review folder, or make one with \"lectern new\"")
    case .broken(let fault, _):
      throw StoreError(fault, .broken, in: path)
    case .document(let document, let stamp):
      do throws(Fault) {
        let reading = try EventReader.read(document)
        var contents = FolderContents(event: reading.value)
        contents.files[.summit] = LoadedFile(
          stamp: stamp, faults: reading.faults.map { $0.inFile(FolderFile.summit.relativePath) },
          refusal: try? FileHeader(document.root).newerFormatFault(document.root))
        contents.summitDocument = document
        return contents
      } catch {
        throw StoreError(error, .broken, in: path)
      }
    }
  }
}

extension LoadedFolder {
  /// The folder as it is now, or nil where nothing changed.
  ///
  /// Looks at the files' stamps and reads those that differ: what hangs on the rubric again where
  /// `summit.json` changed, what names proposals again where `proposals.json` did. A file that is
  /// gone is gone from view, without a fault. O(files), and the bytes of what changed.
  ///
  /// - Throws: `StoreError` where `summit.json` is gone or broken now, or where the task was
  ///   cancelled; this value stays good.
  package func reloaded() async throws(StoreError) -> LoadedFolder? {
    let look = folder.look()
    let stamps = files.compactMapValues(\.stamp)
    if stamps == look.stamps, strayFaults == look.faults, copies == look.copies { return nil }
    return try await folder.load(look, after: self)
  }
}
