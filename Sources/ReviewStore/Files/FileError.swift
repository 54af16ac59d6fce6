package import SystemPackage

/// A system call that failed, and on which file.
package struct FileError: Error, Hashable, Sendable {
  /// The file or folder.
  package var path: FilePath
  /// What the system says.
  package var code: Errno

  /// Makes an error.
  package init(_ code: Errno, _ path: FilePath) {
    self.path = path
    self.code = code
  }
}
