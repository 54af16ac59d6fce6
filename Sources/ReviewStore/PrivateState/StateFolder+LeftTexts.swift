package import ReviewCore
import SystemPackage

extension StateFolder {
  /// Texts that were in a person's own editor when the program was killed. It lists one folder.
  ///
  /// Texts that another terminal has in an editor just now are not among them.
  ///
  /// - Parameters:
  ///   - proposals: what a text can be about.
  ///   - probing: tells whether a text is still being edited: a file system that does not wait for
  ///     locks.
  package func leftTexts(
    of person: Identifier?, about proposals: some Sequence<ProposalID>,
    probing: any FileSystem = RealFileSystem(patience: LockPatience(limit: .zero))
  ) -> [KeptFile] {
    var files: [KeptFile] = []
    for (place, rescue) in zip(candidates, self.rescue.candidates) {
      guard place.isOurs(on: fileSystem) else { continue }
      let editing = place.path.appending("people")
        .appending(person?.text ?? PersonalFolder.nobody).appending(EditedFile.folderName)
      for name in ((try? fileSystem.list(editing)) ?? []).sorted() {
        let folder = editing.appending(name)
        guard let texts = try? fileSystem.list(folder), !texts.isEmpty,
          let lock = try? probing.lock(folder)
        else { continue }
        defer { lock.release() }
        for text in texts.sorted() where text.hasSuffix(".md") {
          let path = folder.appending(text)
          let away = rescue.path.appending(RescueFolder.putAwayFolder)
            .appending("\(name)-\(text)")
          let file = leftText(path, named: "\(name)-\(text)", text, person, proposals)
          if let file { files.append(KeptFile(path: path, away: away, file: file)) }
        }
      }
    }
    return files
  }

  private func leftText(
    _ path: FilePath, named name: String, _ fileName: String, _ person: Identifier?,
    _ proposals: some Sequence<ProposalID>
  ) -> RescuedFile? {
    func unreadable(_ why: String) -> RescuedFile {
      RescuedFile(name: name, writer: person, sayings: [], problem: "It cannot be read: \(why)")
    }
    let size = (try? fileSystem.stamp(of: path))?.size ?? 0
    guard size <= Int64(EditedFile.limit), let content = try? fileSystem.read(path) else {
      return unreadable("it is too large, or the disk refuses")
    }
    guard let text = String(validating: content.bytes, as: UTF8.self) else {
      return unreadable("this is no text in UTF-8")
    }
    let words = EditedFile.normalized(text)
    if words.allSatisfy(\.isWhitespace) { return nil }
    let stem = String(fileName.dropLast(3))
    let kinds = ["committee", "speaker", "private"]
    for kind in kinds where stem.hasPrefix(kind) {
      let about = proposals.first { Identifier(makingFrom: "\(kind)-\($0)")?.text == stem }
      guard let about else { continue }
      return RescuedFile(
        name: name, writer: person, sayings: [.draft(about, kind: kind, text: words)])
    }
    return unreadable("its proposal is not in the folder: \(stem)")
  }
}
