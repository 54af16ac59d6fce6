import Glibc
package import SystemPackage

/// The file system of the machine.
package struct RealFileSystem: FileSystem {
  /// Stands before each system call.
  let gate: any SystemCallGate
  /// How long a lock is waited for, and how.
  let patience: LockPatience

  /// Makes the file system of the machine.
  package init(gate: any SystemCallGate = OpenGate(), patience: LockPatience = .init()) {
    self.gate = gate
    self.patience = patience
  }

  package func read(_ path: FilePath) throws(FileError) -> FileContent? {
    guard let descriptor = try open(path, O_RDONLY | O_NONBLOCK, ifMissing: nil) else { return nil }
    defer { _ = Glibc.close(descriptor) }
    var best = try readOnce(descriptor, path)
    // A file that was written while it was read is read again: half of it may be old.
    for _ in 0..<5 {
      guard try stamp(ofOpen: descriptor, path) != best.stamp else { break }
      guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw lastError(path) }
      best = try readOnce(descriptor, path)
    }
    return best
  }

  private func readOnce(_ descriptor: CInt, _ path: FilePath) throws(FileError) -> FileContent {
    let stamp = try stamp(ofOpen: descriptor, path)
    guard stamp.size < Int64(Int32.max) else { throw FileError(.fileTooLarge, path) }
    var bytes: [UInt8] = []
    var capacity = Int(stamp.size) + 1
    while true {
      var count = 0
      var failure: FileError?
      let filled = bytes.count
      let chunk = [UInt8](unsafeUninitializedCapacity: max(capacity - filled, 4096)) {
        buffer, initialized in
        do throws(FileError) {
          count = try retrying(.read, path) {
            Glibc.read(descriptor, buffer.baseAddress, buffer.count)
          }
        } catch {
          failure = error
        }
        initialized = count
      }
      if let failure { throw failure }
      if count == 0 { break }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count < Int(Int32.max) else { throw FileError(.fileTooLarge, path) }
      capacity = max(capacity, bytes.count + 4096)
    }
    return FileContent(bytes: bytes, stamp: stamp)
  }

  package func stamp(of path: FilePath) throws(FileError) -> FileStamp? {
    var information = stat()
    return try isThere(path, &information) ? FileStamp(information) : nil
  }

  package func realPath(of path: FilePath) throws(FileError) -> FilePath {
    var text: UnsafeMutablePointer<CChar>?
    try retrying(.look, path) {
      text = path.withPlatformString { Glibc.realpath($0, nil) }
      return text == nil ? -1 : 0
    }
    guard let text else { throw FileError(.ioError, path) }
    defer { free(text) }
    return FilePath(platformString: text)
  }

  package func remove(_ path: FilePath) throws(FileError) {
    do throws(FileError) {
      try retrying(.remove, path) { path.withPlatformString { Glibc.remove($0) } }
    } catch  where error.code == .noSuchFileOrDirectory || error.code == .notDirectory {
      return
    }
  }

  package func list(_ folder: FilePath) throws(FileError) -> [String]? {
    var opened: OpaquePointer?
    do throws(FileError) {
      try retrying(.list, folder) {
        opened = folder.withPlatformString { opendir($0) }
        return opened == nil ? -1 : 0
      }
    } catch  where error.code == .noSuchFileOrDirectory {
      return nil
    }
    guard let stream = opened else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw lastError(folder) }
        return names
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
  }

  package func makeFolder(_ path: FilePath, isPrivate: Bool) throws(FileError) {
    var information = stat()
    if try isThere(path, &information) {
      guard information.st_mode & S_IFMT == S_IFDIR else { throw FileError(.notDirectory, path) }
      // What is private does not go into a folder that somebody else made ready in /tmp.
      let isOurs = information.st_uid == geteuid() || geteuid() == 0
      guard isOurs || !isPrivate else { throw FileError(.permissionDenied, path) }
      return
    }
    let parent = path.containingFolder
    if parent != path, try !isThere(parent, &information) {
      try makeFolder(parent, isPrivate: isPrivate)
    }
    do throws(FileError) {
      try retrying(.makeFolder, path) {
        path.withPlatformString { mkdir($0, isPrivate ? 0o700 : 0o777) }
      }
    } catch  where error.code == .fileExists {
      return
    }
    try synchronizeFolder(parent)
  }
}

// MARK: - Calls

extension RealFileSystem {
  /// Asks the gate.
  func pass(_ call: SystemCall, _ path: FilePath) throws(FileError) {
    do throws(Errno) { try gate.willMake(call, on: path) } catch { throw FileError(error, path) }
  }

  /// What the last call says is wrong.
  func lastError(_ path: FilePath) -> FileError { FileError(Errno(rawValue: errno), path) }

  /// Makes a call until no signal interrupts it.
  @discardableResult
  func retrying<Result: SignedInteger>(
    _ call: SystemCall, _ path: FilePath, _ body: () -> Result
  ) throws(FileError) -> Result {
    while true {
      do throws(FileError) {
        try pass(call, path)
        let result = body()
        if result >= 0 { return result }
        throw lastError(path)
      } catch  where error.code == .interrupted {
        continue
      }
    }
  }

  /// Whether there is something at a path, and what.
  ///
  /// - Throws: `FileError` where that cannot be told: to take it for missing would be to make it anew.
  func isThere(_ path: FilePath, _ information: inout stat) throws(FileError) -> Bool {
    do throws(FileError) {
      try retrying(.look, path) { path.withPlatformString { stat($0, &information) } }
      return true
    } catch  where error.code == .noSuchFileOrDirectory || error.code == .notDirectory {
      return false
    }
  }

  /// Opens a file; nil where it is missing.
  func open(
    _ path: FilePath, _ flags: CInt, as call: SystemCall = .open, ifMissing: CInt?
  ) throws(FileError) -> CInt? {
    do throws(FileError) {
      return try retrying(call, path) {
        path.withPlatformString { Glibc.open($0, flags | O_CLOEXEC) }
      }
    } catch  where error.code == .noSuchFileOrDirectory {
      return ifMissing
    }
  }

  /// The stamp of an open file.
  ///
  /// - Throws: `FileError` also where it is no regular file.
  func stamp(ofOpen descriptor: CInt, _ path: FilePath) throws(FileError) -> FileStamp {
    var information = stat()
    try retrying(.look, path) { fstat(descriptor, &information) }
    guard information.st_mode & S_IFMT == S_IFREG else {
      let isFolder = information.st_mode & S_IFMT == S_IFDIR
      throw FileError(isFolder ? .isDirectory : .invalidArgument, path)
    }
    return FileStamp(information)
  }
}

extension FileStamp {
  init(_ information: stat) {
    func nanoseconds(_ time: timespec) -> Int64 {
      Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
    self.init(
      device: UInt64(information.st_dev), inode: UInt64(information.st_ino),
      size: Int64(information.st_size), modified: nanoseconds(information.st_mtim),
      changed: nanoseconds(information.st_ctim),
      permissions: UInt32(information.st_mode & 0o7777))
  }
}
