package import ReviewCore
package import SystemPackage

/// A text in a private file, for an editor: alone in a folder of its own, with which goes what the
/// editor leaves beside it.
package struct EditedFile: Sendable {
  /// Where the text stands.
  package let path: FilePath
  private let fileSystem: any FileSystem
  /// Held as long as the program lives or the file is removed: a text that nobody holds was left
  /// behind by a program that is gone.
  private let lock: FolderLock?

  /// The folder of these files, in that of a person.
  static let folderName = "editing"

  /// The most bytes that are taken back.
  package static let limit = 1_000_000

  /// Puts a text into a new file.
  ///
  /// - Parameter name: the name, without its ending, which is `.md`; what no id may hold becomes
  ///   hyphens.
  init(
    _ text: String, name: String, in place: PrivatePlace, on fileSystem: any FileSystem
  ) throws(FileError) {
    let folder = place.appending(Self.folderName).appending(
      String(UInt64.random(in: 0 ... .max), radix: 36))
    try folder.make(on: fileSystem)
    path = folder.path.appending((Identifier(makingFrom: name)?.text ?? "text") + ".md")
    self.fileSystem = fileSystem
    lock = try? fileSystem.lock(folder.path)
    let isEnded = text.isEmpty || text.utf8.last == UInt8(ascii: "\n")
    let bytes = Array((isEnded ? text : text + "\n").utf8)
    let file = FileReplacement(path, bytes: bytes, previous: nil, isPrivate: true)
    guard try fileSystem.replace([file]) != nil else { throw FileError(.fileExists, path) }
  }

  /// What the file holds now, without line ends at its end.
  ///
  /// - Throws: `StoreError` where it is gone, too large, no text, or cannot be read.
  package func text() throws(StoreError) -> String {
    let bytes: [UInt8]?
    do throws(FileError) {
      let isLarge = try fileSystem.stamp(of: path).map { $0.size > Int64(Self.limit) } ?? false
      bytes = isLarge ? nil : try content()
    } catch {
      throw StoreError(error, doing: "read")
    }
    guard let bytes else {
      throw StoreError(
        .notAllowed, path, problem: "the text is longer than a million bytes",
        remedy: "Make it shorter")
    }
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0)
    else {
      throw StoreError(
        .broken, path, problem: "this is no text in UTF-8", remedy: "Save it as UTF-8")
    }
    return Self.normalized(text)
  }

  private func content() throws(FileError) -> [UInt8] {
    guard let content = try fileSystem.read(path) else {
      throw FileError(.noSuchFileOrDirectory, path)
    }
    return content.bytes
  }

  /// A text as it comes back from an editor: some add a line end, some write those of DOS.
  package static func normalized(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var isAfterReturn = false
    for (place, scalar) in text.unicodeScalars.enumerated() {
      defer { isAfterReturn = scalar == "\r" }
      if place == 0, scalar == "\u{FEFF}" { continue }
      if scalar == "\n", isAfterReturn { continue }
      scalars.append(scalar == "\r" ? "\n" : scalar)
    }
    while scalars.last == "\n" { scalars.removeLast() }
    return String(scalars)
  }

  /// What an editor saved beside the file when it was killed (nano: `.save`); nil for nothing.
  package var emergencyText: String? {
    let name = (path.lastComponent?.string ?? "") + ".save"
    guard let content = try? fileSystem.read(folder.appending(name)),
      content.bytes.count <= Self.limit
    else { return nil }
    return String(validating: content.bytes, as: UTF8.self).map(Self.normalized)
  }

  /// The folder that holds the file and nothing that is not the editor's.
  package var folder: FilePath { path.containingFolder }

  /// Whether the editor left nothing beside it.
  package var isAlone: Bool { (try? fileSystem.list(folder))??.count == 1 }

  /// Removes the file, and what an editor left beside it. What cannot be removed stays.
  package func remove() {
    for name in (try? fileSystem.list(folder)) ?? [] {
      try? fileSystem.remove(folder.appending(name))
    }
    try? fileSystem.remove(folder)
    lock?.release()
  }
}

extension StateFolder {
  /// Puts a text into a private file of a person's, for an editor.
  ///
  /// - Throws: `StoreError` where no folder can be written to.
  package func edited(
    _ text: String, name: String, of person: Identifier?
  ) throws(StoreError) -> EditedFile {
    var firstError: StoreError?
    for place in candidates {
      let own = place.appending("people").appending(person?.text ?? PersonalFolder.nobody)
      do throws(FileError) {
        return try EditedFile(text, name: name, in: own, on: fileSystem)
      } catch {
        firstError = firstError ?? StoreError(error, doing: "written")
      }
    }
    throw firstError
      ?? StoreError(
        .notFound, "", problem: "there is no folder for the text",
        remedy: "Set HOME or XDG_STATE_HOME to a folder of yours")
  }
}
