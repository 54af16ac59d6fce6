import ReviewFormats
import ReviewStore
import SystemPackage

/// The file that an export is written into, by the command and by the interface.
struct ExportFile: Sendable {
  /// Where it is.
  let path: FilePath
  private let fileSystem: any FileSystem

  /// Names a file.
  init(_ path: FilePath, on fileSystem: any FileSystem) {
    self.path = path
    self.fileSystem = fileSystem
  }

  /// Why an export was not written.
  enum Refusal: Error, Hashable {
    /// There is a file, and it was not said that it may be written over.
    case exists
    /// It is a file of a summit: an export in its place would end what is said in it.
    case ofSummit
    /// Another program changed the file while it was written.
    case changed
  }

  /// Writes an export, whole or not at all, durably.
  ///
  /// - Parameter overwriting: whether a file that is there is written over.
  /// - Throws: `Refusal`, or `FileError` where the file cannot be read or written. Nothing is
  ///   written then.
  func write(_ document: ExportDocument, overwriting: Bool) throws {
    if isOfSummit { throw Refusal.ofSummit }
    let previous = try fileSystem.read(path)
    if previous != nil, !overwriting { throw Refusal.exists }
    let replacement = FileReplacement(path, bytes: document.bytes, previous: previous)
    guard try fileSystem.replace([replacement]) != nil else { throw Refusal.changed }
  }

  /// Whether the path, or what it leads to, is a file of a review folder.
  private var isOfSummit: Bool {
    let target = (try? fileSystem.realPath(of: path)) ?? path
    return [path, target].contains { path in
      guard let name = path.lastComponent?.string else { return false }
      let folder = path.removingLastComponent()
      if Self.names.contains(name) { return holdsSummit(folder) }
      guard name.hasSuffix(".json"), let last = folder.lastComponent?.string else { return false }
      // A relative path may not show above which folder it stands.
      let above = (try? fileSystem.realPath(of: folder)) ?? folder
      return ["reviews", "decisions"].contains(above.lastComponent?.string ?? last)
        && holdsSummit(above.removingLastComponent())
    }
  }

  private static let names: Set<String> = [
    "summit.json", "proposals.json", "speakers.json", "assignments.json",
  ]

  private func holdsSummit(_ folder: FilePath) -> Bool {
    let folder = folder.isEmpty ? FilePath(".") : folder
    return (try? fileSystem.stamp(of: folder.appending("summit.json"))) != nil
  }
}
