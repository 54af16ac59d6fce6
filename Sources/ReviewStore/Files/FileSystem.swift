package import SystemPackage

/// What the store needs of a file system: a real one, one in memory, one that fails on order.
///
/// Paths are taken as they come. A symbolic link is followed in reading and in writing.
package protocol FileSystem: Sendable {
  /// The bytes of a file and its stamp, or nil where there is none. O(bytes).
  ///
  /// - Throws: `FileError` where it cannot be read, is no regular file, or has 2 GiB or more. A
  ///   missing file or folder, and a link that leads nowhere, is *not* an error.
  func read(_ path: FilePath) throws(FileError) -> FileContent?

  /// What tells whether a file changed, without reading it; nil where there is none.
  ///
  /// - Throws: `FileError` where the file cannot be looked at.
  func stamp(of path: FilePath) throws(FileError) -> FileStamp?

  /// The names in a folder, without `.` and `..`, in no order; nil where there is no folder.
  ///
  /// - Throws: `FileError` where the folder cannot be listed, or is a file.
  func list(_ folder: FilePath) throws(FileError) -> [String]?

  /// The path without links and dots, from the root.
  ///
  /// - Throws: `FileError` where there is nothing at `path`.
  func realPath(of path: FilePath) throws(FileError) -> FilePath

  /// Makes a folder and those above it. One that is there already is *not* an error.
  ///
  /// - Parameter isPrivate: nobody else may look into those that are made, and one that is there
  ///   must be this person's.
  /// - Throws: `FileError` where it cannot be made, or is a file.
  func makeFolder(_ path: FilePath, isPrivate: Bool) throws(FileError)

  /// Writes files, each whole or not at all, durably: when this returns they outlive a power cut.
  ///
  /// All are staged beside their targets before the first is put in place. Permissions stay as they
  /// were. Where a file does not hold what `FileReplacement.previous` says, none is written.
  ///
  /// - Returns: the stamps of the new files, or nil where a file had changed.
  /// - Throws: `FileError` where a file cannot be written. Then no file is written; or, where the
  ///   error came after the first was put in place, each file is whole, the old one or the new.
  func replace(_ replacements: [FileReplacement]) throws(FileError) -> [FileStamp]?

  /// Makes sure that a file that was found as wanted outlives a power cut too.
  ///
  /// - Throws: `FileError` where the disk cannot be written to.
  func synchronize(_ path: FilePath) throws(FileError)

  /// Removes a file, a link itself, or an empty folder. That there is none is *not* an error.
  ///
  /// - Throws: `FileError` where it cannot be removed.
  func remove(_ path: FilePath) throws(FileError)

  /// Waits until no other program holds the lock on a folder, and takes it.
  ///
  /// - Returns: the lock; on a file system without locks one that is not enforced.
  /// - Throws: `FileError` with `wouldBlock` where others held the lock for too long, or another
  ///   code where the folder cannot be opened.
  func lock(_ folder: FilePath) throws(FileError) -> FolderLock
}

/// The bytes of a file, and what it was when they were read.
package struct FileContent: Hashable, Sendable {
  /// The bytes.
  package let bytes: [UInt8]
  /// Taken before the bytes were read, so that a change in between shows.
  package let stamp: FileStamp

  /// Makes the content of a file.
  package init(bytes: [UInt8], stamp: FileStamp) {
    self.bytes = bytes
    self.stamp = stamp
  }
}

/// A file to be written.
package struct FileReplacement: Sendable {
  /// Where.
  package var path: FilePath
  /// What.
  package var bytes: [UInt8]
  /// What must be there still; nil where nothing may be there.
  package var previous: FileContent?
  /// Whether bytes are compared also where the stamp is the same: where no lock keeps others out.
  package var comparesBytes: Bool
  /// Whether a new file is for its owner only.
  package var isPrivate: Bool

  /// Makes an order to write a file.
  package init(
    _ path: FilePath, bytes: [UInt8], previous: FileContent?, comparesBytes: Bool = false,
    isPrivate: Bool = false
  ) {
    self.path = path
    self.bytes = bytes
    self.previous = previous
    self.comparesBytes = comparesBytes
    self.isPrivate = isPrivate
  }
}

/// A lock on a folder that this program holds.
package struct FolderLock: Sendable {
  /// Whether it keeps other programs out; false where the file system has no locks.
  package let isEnforced: Bool
  private let onRelease: @Sendable () -> Void

  /// Makes a lock that `onRelease` gives back.
  package init(isEnforced: Bool, onRelease: @escaping @Sendable () -> Void) {
    self.isEnforced = isEnforced
    self.onRelease = onRelease
  }

  /// Gives the lock back. To be called once.
  package func release() { onRelease() }
}
