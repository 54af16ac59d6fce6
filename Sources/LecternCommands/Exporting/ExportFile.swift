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
    /// Another program changed the file while it was written.
    case changed
  }

  /// Writes an export, whole or not at all, durably.
  ///
  /// - Parameter overwriting: whether a file that is there is written over.
  /// - Throws: `Refusal`, or `FileError` where the file cannot be read or written. Nothing is
  ///   written then.
  func write(_ document: ExportDocument, overwriting: Bool) throws {
    let previous = try fileSystem.read(path)
    if previous != nil, !overwriting { throw Refusal.exists }
    let replacement = FileReplacement(path, bytes: document.bytes, previous: previous)
    guard try fileSystem.replace([replacement]) != nil else { throw Refusal.changed }
  }
}
