import Glibc
package import SystemPackage

extension RealFileSystem {
  package func replace(_ replacements: [FileReplacement]) throws(FileError) -> [FileStamp]? {
    var staged: [StagedFile] = []
    defer { for file in staged { file.discard() } }
    for replacement in replacements { staged.append(try stage(replacement)) }
    for file in staged where try hasChanged(file) { return nil }
    for place in staged.indices {
      let file = staged[place]
      try retrying(.rename, file.target) {
        file.temporary.withPlatformString { old in
          file.target.withPlatformString { Glibc.rename(old, $0) }
        }
      }
      staged[place].isPlaced = true
    }
    var stamps: [FileStamp] = []
    for file in staged { stamps.append(try stamp(ofOpen: file.descriptor, file.target)) }
    for folder in Set(staged.map(\.folder)) { try synchronizeFolder(folder) }
    // Whoever made the folder of a new file may have been killed before its name was on the disk.
    for folder in Set(staged.filter(\.isNew).map(\.folder)) {
      try? synchronizeFolder(folder.containingFolder)
    }
    return stamps
  }

  package func synchronize(_ path: FilePath) throws(FileError) {
    let target = try followLinks(path)
    guard let descriptor = try open(target, O_RDONLY, ifMissing: nil) else { return }
    defer { _ = Glibc.close(descriptor) }
    try retrying(.synchronize, target) { fsync(descriptor) }
    try synchronizeFolder(target.containingFolder)
  }

  /// A new file that is whole, on the disk, and not yet in its place.
  private struct StagedFile {
    let replacement: FileReplacement
    let target: FilePath
    let temporary: FilePath
    let descriptor: CInt
    let isNew: Bool
    var isPlaced = false

    var folder: FilePath { target.containingFolder }

    func discard() {
      if !isPlaced { _ = temporary.withPlatformString { unlink($0) } }
      _ = Glibc.close(descriptor)
    }
  }

  private func stage(_ replacement: FileReplacement) throws(FileError) -> StagedFile {
    let target = try followLinks(replacement.path)
    let temporary = target.containingFolder.appending(TemporaryName.make())
    var old = stat()
    let isThere = try isThere(target, &old)
    let mode: mode_t = isThere || replacement.isPrivate ? 0o600 : 0o666
    // Errors name the file that a person knows, not the one that is on its way.
    let descriptor = try retrying(.create, replacement.path) {
      temporary.withPlatformString {
        Glibc.open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      }
    }
    let file = StagedFile(
      replacement: replacement, target: target, temporary: temporary, descriptor: descriptor,
      isNew: !isThere)
    do throws(FileError) {
      try write(replacement.bytes, to: descriptor, temporary)
      if isThere { try keepPermissions(old, descriptor, temporary) }
      try retrying(.synchronize, temporary) { fsync(descriptor) }
    } catch {
      file.discard()
      throw FileError(error.code, replacement.path)
    }
    removeLeftOvers(beside: file)
    return file
  }

  private func write(
    _ bytes: [UInt8], to descriptor: CInt, _ path: FilePath
  ) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let length = max(1, gate.writeLength(of: bytes.count - written))
      let count = try retrying(.write, path) {
        bytes.withUnsafeBytes { buffer in
          Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), length)
        }
      }
      // A write that takes nothing and says no error would turn this loop into a spin.
      if count == 0 { throw FileError(.ioError, path) }
      written += count
    }
  }

  /// Gives the new file the group, owner and mode of the old one, as far as this person may.
  private func keepPermissions(
    _ old: stat, _ descriptor: CInt, _ path: FilePath
  ) throws(FileError) {
    var new = stat()
    try retrying(.look, path) { fstat(descriptor, &new) }
    if new.st_gid != old.st_gid { _ = fchown(descriptor, uid_t.max, old.st_gid) }
    if new.st_uid != old.st_uid { _ = fchown(descriptor, old.st_uid, gid_t.max) }
    do throws(FileError) {
      try retrying(.changeMode, path) { fchmod(descriptor, old.st_mode & 0o7777) }
    } catch  where error.code == .notPermitted || error.code == .notSupported {
      // A file system without permissions: there is nothing to keep.
    }
  }

  private func hasChanged(_ file: StagedFile) throws(FileError) -> Bool {
    let previous = file.replacement.previous
    let isSameStamp = try stamp(of: file.target) == previous?.stamp
    if isSameStamp && !file.replacement.comparesBytes { return false }
    // Some network file systems give a file another number at every look.
    return try read(file.target)?.bytes != previous?.bytes
  }

  /// The file that a chain of links leads to, which need not be there where there is no link.
  ///
  /// - Throws: `FileError` with `noSuchFileOrDirectory` for a link that leads nowhere: to make a
  ///   file in a place that somebody else's link names is not ours to do.
  private func followLinks(_ path: FilePath) throws(FileError) -> FilePath {
    var information = stat()
    do throws(FileError) {
      try retrying(.look, path) { path.withPlatformString { lstat($0, &information) } }
    } catch  where error.code == .noSuchFileOrDirectory || error.code == .notDirectory {
      return path
    }
    return information.st_mode & S_IFMT == S_IFLNK ? try realPath(of: path) : path
  }

  /// Syncs a folder, so that the names in it outlive a power cut.
  func synchronizeFolder(_ folder: FilePath) throws(FileError) {
    guard
      let descriptor = try open(
        folder, O_RDONLY | O_DIRECTORY, as: .synchronizeFolder, ifMissing: nil)
    else { throw FileError(.noSuchFileOrDirectory, folder) }
    defer { _ = Glibc.close(descriptor) }
    do throws(FileError) {
      try retrying(.synchronizeFolder, folder) { fsync(descriptor) }
    } catch  where LockPatience.unsupported.contains(error.code) {
      // Some network and FUSE file systems sync names by themselves and refuse to be told.
    }
  }

  /// Removes what programs that were killed left behind: temporary files a day older than ours.
  private func removeLeftOvers(beside file: StagedFile) {
    guard let names = try? list(file.folder) else { return }
    for name in names where TemporaryName.isOurs(name) {
      let path = file.folder.appending(name)
      guard let age = try? stamp(of: path)?.modified,
        let now = try? stamp(ofOpen: file.descriptor, file.temporary).modified,
        now - age > 86_400_000_000_000
      else { continue }
      _ = path.withPlatformString { unlink($0) }
    }
  }
}

/// The names of temporary files.
package enum TemporaryName {
  /// A new name: hidden, and unmistakably ours.
  static func make() -> String {
    ".lectern-\(getpid())-\(String(UInt64.random(in: 0 ... .max), radix: 36)).tmp"
  }

  /// Whether a name is one of ours.
  package static func isOurs(_ name: String) -> Bool {
    name.hasPrefix(".lectern-") && name.hasSuffix(".tmp")
  }
}

extension FilePath {
  /// The folder that a file stands in; `.` for a bare name.
  package var containingFolder: FilePath {
    // By the bytes: taking a path apart into components is slow where nothing is optimised, and
    // each save asks for this several times.
    let text = string.utf8
    guard let slash = text.lastIndex(of: UInt8(ascii: "/")), text.last != UInt8(ascii: "/") else {
      let folder = removingLastComponent()
      return folder.isEmpty ? "." : folder
    }
    return slash == text.startIndex ? "/" : FilePath(String(string[..<slash]))
  }
}
