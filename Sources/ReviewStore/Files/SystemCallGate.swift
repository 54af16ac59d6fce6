package import SystemPackage

/// Stands before each system call of `RealFileSystem`: tests make calls fail there.
package protocol SystemCallGate: Sendable {
  /// Called before each call.
  ///
  /// - Throws: `Errno` to have the call fail with it, undone.
  func willMake(_ call: SystemCall, on path: FilePath) throws(Errno)

  /// How many of `count` bytes the next write takes.
  func writeLength(of count: Int) -> Int
}

/// A kind of system call.
package enum SystemCall: String, CaseIterable, Sendable {
  case look, list, makeFolder, lock, open, read, create, write, changeMode, synchronize, rename
  case synchronizeFolder, remove
}

/// A gate that is open.
package struct OpenGate: SystemCallGate {
  /// Makes an open gate.
  package init() {}
  /// Lets the call through.
  package func willMake(_ call: SystemCall, on path: FilePath) {}
  /// Lets all bytes through.
  package func writeLength(of count: Int) -> Int { count }
}
