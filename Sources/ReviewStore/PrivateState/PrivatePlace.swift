package import SystemPackage

/// A folder for one person only, that may not be there yet.
package struct PrivatePlace: Hashable, Sendable {
  /// The folder that must be this person's own: one that somebody else put there is not used.
  package let base: FilePath
  /// The folder itself: `base`, or one in it.
  package let path: FilePath

  /// Names a folder; nothing is looked at.
  package init(_ path: FilePath, in base: FilePath? = nil) {
    self.base = base ?? path
    self.path = path
  }

  /// A folder in this one.
  func appending(_ name: String) -> PrivatePlace {
    PrivatePlace(path.appending(name), in: base)
  }

  /// Whether the base is there and this person's own.
  func isOurs(on fileSystem: any FileSystem) -> Bool {
    if (try? fileSystem.stamp(of: base)) == nil { return false }
    return (try? fileSystem.makeFolder(base, isPrivate: true)) != nil
  }

  /// Makes the folder where it is missing.
  ///
  /// - Throws: `FileError` where it cannot be made, or is somebody else's.
  func make(on fileSystem: any FileSystem) throws(FileError) {
    try fileSystem.makeFolder(base, isPrivate: true)
    if path != base { try fileSystem.makeFolder(path, isPrivate: true) }
  }
}
