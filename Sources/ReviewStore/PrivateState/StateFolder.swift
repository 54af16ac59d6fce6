package import ReviewCore
import SystemPackage

/// What the program keeps of one summit outside the review folder: who sits at this terminal, what
/// each of them keeps for themselves (`personal(of:)`), what was rescued.
///
/// It stands in `$XDG_STATE_HOME/lectern/<key>`, else `~/.local/state/lectern/<key>`, else
/// `/tmp/lectern-<user>/<key>`. What is broken in it reads as empty: it never keeps anybody out.
package struct StateFolder: Sendable {
  /// The folders to use, best first; all but the first are for rescue only.
  package let candidates: [PrivatePlace]
  let fileSystem: any FileSystem

  /// Finds the folder of a summit's state; it is made when something is written.
  ///
  /// - Parameters:
  ///   - environment: `XDG_STATE_HOME` (if it is an absolute path) and `HOME` are read.
  ///   - userID: the number of the person, for the folder in `/tmp`.
  package init(
    of event: Event, in folder: ReviewFolder, environment: [String: String], userID: UInt32,
    on fileSystem: any FileSystem = RealFileSystem()
  ) {
    let key = Self.key(of: event, in: folder)
    self.fileSystem = fileSystem
    candidates = Self.bases(environment, userID).map { PrivatePlace($0.appending(key), in: $0) }
  }

  private init(_ candidates: [PrivatePlace], on fileSystem: any FileSystem) {
    self.candidates = candidates
    self.fileSystem = fileSystem
  }

  private static func bases(_ environment: [String: String], _ userID: UInt32) -> [FilePath] {
    let temporary = FilePath("/tmp/lectern-\(userID)")
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return [FilePath(state).appending("lectern"), temporary]
    }
    if let home = environment["HOME"], home.hasPrefix("/") {
      return [FilePath(home).appending(".local/state/lectern"), temporary]
    }
    return [temporary]
  }

  /// The name of a summit's folder: its id where that is safe as a name, else one made of it, with
  /// a digest so that two ids stay two; without an id a digest of the folder's real path.
  package static func key(of event: Event, in folder: ReviewFolder) -> String {
    guard let id = event.id, !id.isEmpty else {
      let path = (try? folder.fileSystem.realPath(of: folder.path)) ?? folder.path
      return "path-" + SHA256.hexadecimal(path.string.utf8).prefix(16)
    }
    if let safe = Identifier(id) { return safe.text }
    let digest = SHA256.hexadecimal(id.utf8).prefix(16)
    return (Identifier(makingFrom: id)?.text ?? "id") + "-" + digest
  }

  /// Where goes what cannot be saved.
  package var rescue: RescueFolder {
    RescueFolder(candidates.map { $0.appending("rescue") }, on: fileSystem)
  }

  /// A folder in this one.
  func appending(_ name: String) -> StateFolder {
    StateFolder(candidates.map { $0.appending(name) }, on: fileSystem)
  }

  // MARK: - Objects

  /// A small object that was kept under a name; empty where there is none, or a broken one.
  package func read(_ name: String) -> JSONObject {
    guard let place = candidates.first,
      let content = try? fileSystem.read(place.path.appending(name)),
      let document = try? JSONDocument(content.bytes), (try? FileHeader(document.root)) != nil
    else { return JSONObject() }
    return JSONValue(document.root).object ?? JSONObject()
  }

  /// Changes a small object, under a lock, durably. Unknown keys stay.
  ///
  /// A broken one is put aside as `<name>.broken` first.
  ///
  /// - Throws: `StoreError` where it cannot be written, or is of a newer version.
  package func update(
    _ name: String, _ change: (inout JSONObject) -> Void
  ) throws(StoreError) {
    guard let place = candidates.first else { return }
    let folder = place.path
    let path = folder.appending(name)
    do throws(FileError) {
      try place.make(on: fileSystem)
      let lock = try fileSystem.lock(folder)
      defer { lock.release() }
      let content = try fileSystem.read(path)
      var object = JSONObject(members: [("format", .int(FileHeader.currentFormat))])
      if let content {
        if let document = try? JSONDocument(content.bytes),
          let header = try? FileHeader(document.root)
        {
          if header.isNewer { throw FileError(.readOnlyFileSystem, path) }
          object = JSONValue(document.root).object ?? object
        } else {
          try write(content.bytes, to: folder.appending(name + ".broken"))
        }
      }
      change(&object)
      let bytes = JSONValue.object(object).fileBytes
      if bytes != content?.bytes { try write(bytes, to: path) }
    } catch {
      throw StoreError(error, doing: "written")
    }
  }

  private func write(_ bytes: [UInt8], to path: FilePath) throws(FileError) {
    let previous = try fileSystem.read(path)
    let file = FileReplacement(path, bytes: bytes, previous: previous, isPrivate: true)
    guard try fileSystem.replace([file]) != nil else {
      throw FileError(.resourceTemporarilyUnavailable, path)
    }
  }
}
