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

  /// What the system says, as a part of a sentence: "permission denied".
  package var reason: String {
    // Reading and writing give this code for what is neither a file nor a folder.
    if code == .invalidArgument { return "this is no regular file" }
    let text = code.description
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
