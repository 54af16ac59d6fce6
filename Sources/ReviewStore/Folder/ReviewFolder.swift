import ReviewCore
package import SystemPackage

/// The folder of a summit on disk. It reads and writes files and remembers nothing.
///
/// Every call blocks until the disk has answered, and may be made from any thread.
package struct ReviewFolder: Sendable {
  /// Where it is.
  package let path: FilePath
  /// What it reads and writes with.
  package let fileSystem: any FileSystem

  /// Names a folder; nothing is looked at.
  package init(_ path: FilePath, on fileSystem: any FileSystem = RealFileSystem()) {
    self.path = path
    self.fileSystem = fileSystem
  }

  /// The path of a file of it.
  package func path(of file: FolderFile) -> FilePath {
    holder(of: file).appending(file.name)
  }

  /// The folder that holds a file, and whose lock its writers take.
  func holder(of file: FolderFile) -> FilePath {
    file.subfolder.map { path.appending($0) } ?? path
  }

  /// The review folder that somebody means who stands at `start`: `start` itself, or the nearest
  /// folder above it that holds a `summit.json`. O(depth).
  ///
  /// - Parameter start: a folder, or the `summit.json` of one.
  /// - Throws: `StoreError` where there is none, or a folder cannot be looked at.
  package static func find(
    startingAt start: FilePath, on fileSystem: any FileSystem = RealFileSystem()
  ) throws(StoreError) -> ReviewFolder {
    do throws(FileError) {
      var here = start.isEmpty ? FilePath(".") : start
      if here.lastComponent?.string == FolderFile.summit.name,
        try fileSystem.list(here.containingFolder) != nil
      {
        here = here.containingFolder
      }
      guard try fileSystem.stamp(of: here) != nil else {
        throw FileError(.noSuchFileOrDirectory, here)
      }
      if try fileSystem.holdsSummit(here) { return ReviewFolder(here, on: fileSystem) }
      var above = try fileSystem.realPath(of: here)
      while above.removeLastComponent() {
        if try fileSystem.holdsSummit(above) { return ReviewFolder(above, on: fileSystem) }
      }
    } catch {
      throw StoreError(error, doing: "opened")
    }
    throw StoreError(
      .notFound, start.isEmpty ? "." : start,
      problem: "there is no summit.json here, nor in any folder above",
      remedy: "Name a review folder, or make one with \"lectern new\"")
  }
}

extension FileSystem {
  fileprivate func holdsSummit(_ folder: FilePath) throws(FileError) -> Bool {
    do throws(FileError) {
      return try stamp(of: folder.appending(FolderFile.summit.name)) != nil
    } catch  where error.code == .permissionDenied {
      return false
    }
  }
}
