package import ReviewCore
package import SystemPackage

extension ReviewFolder {
  /// Changes files of the folder itself as trees, so that unknown keys stay: the committee in
  /// `summit.json`, an import into `proposals.json` and `speakers.json`.
  ///
  /// All new files are made ready before the first is put in place, so that a full disk changes
  /// nothing. What is written as it was is not written again.
  ///
  /// - Parameters:
  ///   - files: top-level files.
  ///   - transform: gets those that are there, and returns those that are to be written. It may be
  ///     called more than once.
  /// - Returns: the files that differ from before.
  /// - Throws: `StoreError` where a file is broken, newer, or would be broken after; where it cannot
  ///   be written; or what `transform` throws. Nothing is written then.
  @discardableResult
  package func edit(
    _ files: [FolderFile],
    _ transform: ([FolderFile: JSONObject]) throws -> [FolderFile: JSONObject]
  ) throws -> Set<FolderFile> {
    precondition(files.allSatisfy { $0.subfolder == nil }, "only files of the folder itself")
    return try rewrite(files, failure: { $0 as any Error }) { contents in
      var trees: [FolderFile: JSONObject] = [:]
      for (file, content) in zip(files, contents) {
        guard let content else { continue }
        let document = try JSONDocument(writable: content.bytes, at: path(of: file), as: file)
        trees[file] = JSONValue(document.root).object
      }
      let wanted = try transform(trees)
      var changed: Set<FolderFile> = []
      var bytes: [[UInt8]?] = []
      for (file, content) in zip(files, contents) {
        guard let tree = wanted[file], tree != trees[file] else {
          bytes.append(wanted[file] == nil ? nil : content?.bytes)
          continue
        }
        let new = JSONValue.object(tree).fileBytes
        try checkReadable(new, as: file)
        if new != content?.bytes { changed.insert(file) }
        bytes.append(new)
      }
      return Rewrite(bytes: bytes, outcome: changed)
    }.outcome
  }

  /// Makes a review folder.
  ///
  /// - Parameters:
  ///   - files: what to put into it, at least `summit.json`.
  /// - Throws: `StoreError` where one of the files is there already, would be broken, or cannot be
  ///   written. That the folder is there is *not* an error.
  @discardableResult
  package static func create(
    at path: FilePath, files: [FolderFile: JSONObject],
    on fileSystem: any FileSystem = RealFileSystem()
  ) throws(StoreError) -> ReviewFolder {
    let folder = ReviewFolder(path, on: fileSystem)
    var replacements: [FileReplacement] = []
    for (file, tree) in files {
      let bytes = JSONValue.object(tree).fileBytes
      try folder.checkReadable(bytes, as: file)
      replacements.append(FileReplacement(folder.path(of: file), bytes: bytes, previous: nil))
    }
    do throws(FileError) {
      for file in files.keys where try fileSystem.stamp(of: folder.path(of: file)) != nil {
        throw FileError(.fileExists, folder.path(of: file))
      }
      for name in [FolderFile.reviewsFolder, FolderFile.decisionsFolder] {
        try fileSystem.makeFolder(path.appending(name), isPrivate: false)
      }
      let lock = try fileSystem.lock(path)
      defer { lock.release() }
      guard try fileSystem.replace(replacements) != nil else {
        throw FileError(.fileExists, path)
      }
    } catch  where error.code == .fileExists {
      throw StoreError(
        .notAllowed, error.path, problem: "there is one already",
        remedy: "Use it, or name another folder")
    } catch {
      throw StoreError(error, doing: "made")
    }
    return folder
  }

  /// Refuses to write what could not be read again.
  func checkReadable(_ bytes: [UInt8], as file: FolderFile) throws(StoreError) {
    do throws(Fault) {
      let document = try JSONDocument(reading: bytes)
      switch file {
      case .summit: _ = try EventReader.read(document)
      case .proposals: _ = try ProposalReader.read(document)
      case .speakers: _ = try SpeakerReader.read(document)
      case .assignments: _ = try AssignmentReader.read(document)
      case .reviews, .decisions: _ = try FileHeader(document.root)
      }
    } catch {
      throw StoreError(
        .notAllowed, path(of: file), problem: "the change is not saved: \(error.problem)",
        remedy: error.remedy)
    }
  }
}
