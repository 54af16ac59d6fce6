package import ReviewCore
package import SystemPackage

/// One thing that `check --fix` does: safe, since nothing said is lost by it and the files as they
/// were are kept.
package struct Mend: Hashable, Sendable {
  /// The file that changes or goes, in the review folder.
  package let path: String
  /// What is done with it, without a full stop, as in "reviews/ada.json: …".
  package let action: String
  let step: Step

  /// The ways to mend.
  enum Step: Hashable, Sendable {
    /// Merges what stands in one person's file: sides of a conflict, repeated entries.
    case content(FolderFile)
    /// Merges a copy into its file and takes it away.
    case merge(FileCopy)
    /// Takes away a copy that says the same.
    case takeAway(FileCopy)
    /// Removes a temporary file that a program that was killed left.
    case remove
  }
}

/// What came of a mend.
package struct MendOutcome: Hashable, Sendable {
  /// Where the file is kept as it was; nil where nothing of it was worth keeping.
  package var kept: FilePath?
  /// Where texts are that lost against newer ones; nil where none did.
  package var rescued: FilePath?
}

extension ReviewFolder {
  /// How old a temporary file must be before nobody can still be writing it: a day, in ms.
  static var temporaryAge: Int64 { 86_400_000 }

  /// What `check --fix` would do for one person.
  ///
  /// Each file has one writer: only what stands in the person's own files is merged. Temporary files
  /// older than a day, and copies that say the same as their file, are taken away for anybody.
  ///
  /// O(files), and the bytes of the person's own files and of copies.
  ///
  /// - Parameters:
  ///   - person: who asks; nil for nobody known.
  ///   - now: the time that the age of temporary files is told by.
  package func mends(
    for person: Identifier?, in event: Event, at now: Timestamp
  ) -> [Mend] {
    let look = look()
    let own = look.stamps.keys.filter { $0.writer != nil && $0.writer == person }
      .filter { event.mayWrite($0) }.sorted { $0.relativePath < $1.relativePath }
    var mends: [Mend] = []
    for file in own {
      guard let content = try? content(at: path(of: file)),
        let mend = try? FileMend(content.bytes, of: file, at: path(of: file))
      else { continue }
      mends.append(
        Mend(
          path: file.relativePath, action: mend.actions.joined(separator: "; "),
          step: .content(file)))
    }
    for copy in look.copies + hiddenCopies(look, event) {
      let file = copy.original.relativePath
      let step: Mend.Step
      let action: String
      switch finding(of: copy) {
      case .same: (step, action) = (.takeAway(copy), "take this copy away: \(file) says the same")
      case .version, .alone:
        guard let writer = copy.original.writer, writer == person, event.mayWrite(copy.original)
        else { continue }
        (step, action) = (.merge(copy), "merge this copy into \(file), then take it away")
      case .different, .unreadable: continue
      }
      mends.append(Mend(path: copy.path, action: action, step: step))
    }
    for path in leftOvers(at: now) {
      mends.append(
        Mend(path: path, action: "remove what a program that was ended left here", step: .remove))
    }
    return mends
  }

  /// Does one of them. Doing it again, after a kill at whatever point too, comes to the same.
  ///
  /// - Throws: `StoreError` where a file cannot be read, kept or written. Nothing is lost then: a
  ///   copy goes only after what it says is on the disk elsewhere.
  package func perform(
    _ mend: Mend, rescue: RescueFolder, at now: Timestamp
  ) throws(StoreError) -> MendOutcome {
    switch mend.step {
    case .content(let file): return try mendContent(of: file, rescue, now)
    case .merge(let copy): return try merge(copy, rescue, now)
    case .takeAway(let copy):
      guard let bytes = try content(at: path.pushing(FilePath(copy.path)))?.bytes else {
        return MendOutcome()
      }
      // Either may have become another one since somebody looked: the copy, or the file by the
      // merge of another copy, which lost nothing that this one says.
      switch finding(of: copy) {
      case .same, .version(missing: 0, newer: 0): break
      default: return MendOutcome()
      }
      return try takeAway(copy, holding: bytes, rescue, now)
    case .remove:
      try remove(path.pushing(FilePath(mend.path)))
      return MendOutcome()
    }
  }

  private func mendContent(
    of file: FolderFile, _ rescue: RescueFolder, _ now: Timestamp
  ) throws(StoreError) -> MendOutcome {
    let path = path(of: file)
    return try rewrite([file], failure: { $0 }) { contents throws(StoreError) in
      var outcome = MendOutcome()
      guard let bytes = contents[0]?.bytes, let mend = try FileMend(bytes, of: file, at: path)
      else { return Rewrite(bytes: [nil], outcome: outcome) }
      let merged = try file.merging(mend.versions, at: path)
      outcome.kept = try rescue.keepOriginal(bytes, named: file.relativePath, at: now)
      if !merged.lost.isEmpty {
        outcome.rescued = try rescue.keep(merged.lost, of: file.writer, at: now)
      }
      return Rewrite(bytes: [merged.bytes], outcome: outcome)
    }.outcome
  }

  private func merge(
    _ copy: FileCopy, _ rescue: RescueFolder, _ now: Timestamp
  ) throws(StoreError) -> MendOutcome {
    let (file, path) = (copy.original, path(of: copy.original))
    var copied: [UInt8] = []
    var outcome = try rewrite([file], failure: { $0 }) { contents throws(StoreError) in
      var outcome = MendOutcome()
      guard let bytes = try content(at: self.path.pushing(FilePath(copy.path)))?.bytes else {
        copied = []
        return Rewrite(bytes: [nil], outcome: outcome)
      }
      copied = bytes
      let layers = FileLayers(
        JSONValue(try JSONDocument(writable: bytes, at: path).root).object ?? JSONObject())
      let versions =
        (contents[0].map { [$0.bytes] } ?? [])
        + (layers.isSound ? [bytes] : layers.layers.map { JSONValue.object($0).fileBytes })
      let merged = try file.merging(versions, at: path)
      if !merged.lost.isEmpty {
        outcome.rescued = try rescue.keep(merged.lost, of: file.writer, at: now)
      }
      return Rewrite(bytes: [merged.bytes], outcome: outcome)
    }.outcome
    if copied.isEmpty { return outcome }
    outcome.kept = try takeAway(copy, holding: copied, rescue, now).kept
    return outcome
  }

  /// Keeps a copy where only its owner looks, and removes it; one that changed meanwhile stays.
  private func takeAway(
    _ copy: FileCopy, holding bytes: [UInt8], _ rescue: RescueFolder, _ now: Timestamp
  ) throws(StoreError) -> MendOutcome {
    var outcome = MendOutcome()
    let path = path.pushing(FilePath(copy.path))
    outcome.kept = try rescue.keepOriginal(bytes, named: copy.path, at: now)
    guard try content(at: path)?.bytes == bytes else { return outcome }
    try remove(path)
    return outcome
  }

  private func remove(_ path: FilePath) throws(StoreError) {
    do throws(FileError) {
      try fileSystem.remove(path)
    } catch {
      throw StoreError(error, doing: "removed")
    }
  }

  /// Temporary files of ours that are older than a day, by path.
  func leftOvers(at now: Timestamp) -> [String] {
    var paths: [String] = []
    for subfolder in [nil, FolderFile.decisionsFolder, FolderFile.reviewsFolder] {
      let folder = subfolder.map { path.appending($0) } ?? path
      for name in ((try? fileSystem.list(folder)) ?? []).sorted() where TemporaryName.isOurs(name) {
        guard let stamp = try? fileSystem.stamp(of: folder.appending(name)),
          now.milliseconds - stamp.modified / 1_000_000 > Self.temporaryAge
        else { continue }
        paths.append(subfolder.map { "\($0)/\(name)" } ?? name)
      }
    }
    return paths
  }

  /// Copies whose names could be those of people: what they hold says whose they are.
  func hiddenCopies(_ look: FolderLook, _ event: Event) -> [FileCopy] {
    var copies: [FileCopy] = []
    for (file, stamp) in look.stamps {
      guard let person = file.writer, event.member(person) == nil else { continue }
      let possible = CopyName.possibleOriginals(of: person).filter { event.member($0) != nil }
      guard !possible.isEmpty, case .document(let document, _) = read(file) else { continue }
      let writer = document.root[file.writerKey]?.string.flatMap { Identifier($0) }
      guard let original = possible.first(where: { $0 == writer }) else { continue }
      copies.append(
        FileCopy(path: file.relativePath, original: file.of(original), stamp: stamp))
    }
    return copies.sorted { $0.path < $1.path }
  }
}

extension FolderFile {
  /// The key that says whose file it is.
  fileprivate var writerKey: String {
    if case .decisions = self { "chair" } else { "reviewer" }
  }

  /// The same kind of file of another person.
  fileprivate func of(_ person: Identifier) -> FolderFile {
    if case .decisions = self { .decisions(person) } else { .reviews(person) }
  }
}

extension Event {
  /// Whether a person's file is one that is written at all.
  func mayWrite(_ file: FolderFile) -> Bool {
    switch file {
    case .reviews(let person): member(person) != nil
    case .decisions(let person): member(person)?.isChair == true
    default: false
    }
  }
}
