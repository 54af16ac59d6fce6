import ReviewStore
import Synchronization
import SystemPackage

/// A file system without a disk: the twin of the real one that tests of other things run on.
final class InMemoryFileSystem: FileSystem {
  private struct Content {
    var files: [FilePath: FileContent] = [:]
    var folders: Set<FilePath> = ["/"]
    var locked: Set<FilePath> = []
    var clock: Int64 = 1

    mutating func put(_ bytes: [UInt8], at path: FilePath) -> FileStamp {
      clock += 1
      let stamp = FileStamp(
        inode: UInt64(clock), size: Int64(bytes.count), modified: clock, changed: clock,
        permissions: files[path]?.stamp.permissions ?? 0o644)
      files[path] = FileContent(bytes: bytes, stamp: stamp)
      return stamp
    }
  }

  private let content = Mutex(Content())
  /// Whether locks keep anybody out.
  let hasLocks: Bool

  init(hasLocks: Bool = true) { self.hasLocks = hasLocks }

  /// Writes a file as any program would: at once, without a lock.
  func write(_ text: String, to path: FilePath) {
    content.withLock { content in
      _ = content.put(Array(text.utf8), at: path)
      var folder = path.removingLastComponent()
      while content.folders.insert(folder).inserted { folder.removeLastComponent() }
    }
  }

  func remove(_ path: FilePath) throws(FileError) {
    let isFull = content.withLock { content in
      content.files[path] = nil
      guard content.folders.contains(path) else { return false }
      let inside = Array(content.files.keys) + Array(content.folders)
      if inside.contains(where: { $0 != path && $0.removingLastComponent() == path }) {
        return true
      }
      content.folders.remove(path)
      return false
    }
    if isFull { throw FileError(.directoryNotEmpty, path) }
  }

  func read(_ path: FilePath) throws(FileError) -> FileContent? {
    let (file, isFolder) = content.withLock { ($0.files[path], $0.folders.contains(path)) }
    if isFolder { throw FileError(.isDirectory, path) }
    return file
  }

  func stamp(of path: FilePath) throws(FileError) -> FileStamp? {
    content.withLock { content in
      if let file = content.files[path] { return file.stamp }
      guard content.folders.contains(path) else { return nil }
      return FileStamp(inode: 1, size: 0, modified: 0, changed: 0, permissions: 0o755)
    }
  }

  func list(_ folder: FilePath) throws(FileError) -> [String]? {
    let names: [String]? = content.withLock { content in
      guard content.folders.contains(folder) else { return nil }
      return (Array(content.files.keys) + Array(content.folders))
        .filter { $0 != folder && $0.removingLastComponent() == folder }
        .compactMap { $0.lastComponent?.string }
    }
    if names == nil, try read(folder) != nil { throw FileError(.notDirectory, folder) }
    return names
  }

  func realPath(of path: FilePath) throws(FileError) -> FilePath {
    guard try stamp(of: path) != nil else { throw FileError(.noSuchFileOrDirectory, path) }
    return path.lexicallyNormalized()
  }

  func makeFolder(_ path: FilePath, isPrivate: Bool) throws(FileError) {
    if content.withLock({ $0.files[path] != nil }) { throw FileError(.notDirectory, path) }
    content.withLock { content in
      var folder = path
      while content.folders.insert(folder).inserted { folder.removeLastComponent() }
    }
  }

  func replace(_ replacements: [FileReplacement]) throws(FileError) -> [FileStamp]? {
    let result: Result<[FileStamp]?, FileError> = content.withLock { content in
      for file in replacements {
        guard content.folders.contains(file.path.removingLastComponent()) else {
          return .failure(FileError(.noSuchFileOrDirectory, file.path))
        }
        if content.files[file.path]?.bytes != file.previous?.bytes { return .success(nil) }
      }
      return .success(replacements.map { content.put($0.bytes, at: $0.path) })
    }
    return try result.get()
  }

  func synchronize(_ path: FilePath) throws(FileError) {}

  func lock(_ folder: FilePath) throws(FileError) -> FolderLock {
    guard try list(folder) != nil else { throw FileError(.noSuchFileOrDirectory, folder) }
    guard hasLocks else { return FolderLock(isEnforced: false) {} }
    guard content.withLock({ $0.locked.insert(folder).inserted }) else {
      throw FileError(.wouldBlock, folder)
    }
    return FolderLock(isEnforced: true) { self.content.withLock { _ = $0.locked.remove(folder) } }
  }
}
