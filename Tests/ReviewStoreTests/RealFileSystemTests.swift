import Glibc
import ReviewStore
import Synchronization
import SystemPackage
import Testing

@Suite struct RealFileSystemTests {
  let temporary = TemporaryFolder()
  let fileSystem = RealFileSystem()
  var file: FilePath { temporary.path.appending("file") }

  func replace(
    _ path: FilePath, with text: String, on fileSystem: RealFileSystem = .init()
  ) throws -> [FileStamp]? {
    let previous = try fileSystem.read(path)
    return try fileSystem.replace([
      FileReplacement(path, bytes: Array(text.utf8), previous: previous)
    ])
  }

  func link(_ name: String, to target: FilePath) {
    _ = target.withPlatformString { target in
      temporary.path.appending(name).withPlatformString { symlink(target, $0) }
    }
  }

  @Test(arguments: [0o600, 0o640, 0o664, 0o444] as [mode_t])
  func permissionsAreKept(_ mode: mode_t) throws {
    temporary.write("old", to: "file")
    _ = file.withPlatformString { chmod($0, mode) }
    _ = try replace(file, with: "new")
    #expect(temporary.mode(of: "file") == mode)
    #expect(temporary.text(of: "file") == "new")
  }

  @Test func aPrivateFileIsForItsOwner() throws {
    let folder = temporary.path.appending("a/b")
    try fileSystem.makeFolder(folder, isPrivate: true)
    let file = FileReplacement(
      folder.appending("c"), bytes: [1], previous: nil, isPrivate: true)
    _ = try fileSystem.replace([file])
    #expect(temporary.mode(of: "a") == 0o700)
    #expect(temporary.mode(of: "a/b") == 0o700)
    #expect(temporary.mode(of: "a/b/c") == 0o600)
  }

  @Test func aSymbolicLinkIsFollowedAndStaysOne() throws {
    temporary.write("old", to: "elsewhere/target")
    link("second", to: "elsewhere/target")
    link("first", to: "second")
    _ = try replace(temporary.path.appending("first"), with: "new")
    #expect(temporary.text(of: "elsewhere/target") == "new")
    #expect(temporary.names() == ["elsewhere", "first", "second"])
    var information = stat()
    _ = temporary.path.appending("first").withPlatformString { lstat($0, &information) }
    #expect(information.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func aLinkThatLeadsNowhereIsNotWrittenThrough() throws {
    link("dangling", to: "/tmp/lectern-nothing-is-here/file")
    link("circle", to: "circle")
    for name in ["dangling", "circle"] {
      #expect(throws: FileError.self) { try replace(temporary.path.appending(name), with: "x") }
    }
    #expect(temporary.names() == ["circle", "dangling"])
  }

  @Test func aPipeIsNoFileAndIsNotWaitedFor() {
    _ = file.withPlatformString { mkfifo($0, 0o600) }
    #expect(throws: FileError(.invalidArgument, file)) { try fileSystem.read(file) }
  }

  @Test func aFileOfManyPiecesIsReadWhole() throws {
    let bytes = (0..<1_000_003).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    temporary.write(bytes, to: "file")
    #expect(try fileSystem.read(file)?.bytes == bytes)
    temporary.write([], to: "file")
    #expect(try fileSystem.read(file)?.bytes == [])
  }

  @Test func shortWritesAndInterruptionsLoseNothing() throws {
    let gate = FailingGate(longestWrite: 7) { _, number in number % 2 == 0 ? .interrupted : nil }
    let text = String(repeating: "0123456789", count: 50)
    _ = try replace(file, with: text, on: RealFileSystem(gate: gate))
    #expect(temporary.text(of: "file") == text)
    #expect(gate.calls.filter { $0 == .write }.count > 70)
  }

  /// Every call of a replacement of two files, in turn, fails.
  @Test func whereverACallFailsEachFileIsWhole() throws {
    var number = 0
    while true {
      let temporary = TemporaryFolder()
      temporary.write("old one", to: "one")
      temporary.write("old two", to: "two")
      let paths = ["one", "two"].map { temporary.path.appending($0) }
      let old = try paths.map { try #require(try fileSystem.read($0)) }
      let gate = FailingGate(failing: number, with: .noSpace)
      let files = zip(paths, old).map {
        FileReplacement($0, bytes: Array("new".utf8), previous: $1, comparesBytes: true)
      }
      do {
        _ = try RealFileSystem(gate: gate).replace(files)
        // Some calls may fail without harm, such as the listing for files left over.
        if gate.calls.count <= number { break }
      } catch {
        let isPlaced = gate.calls.contains(.rename) && gate.calls.last != .rename
        if !isPlaced { #expect(temporary.text(of: "two") == "old two") }
      }
      #expect(["old one", "new"].contains(temporary.text(of: "one")))
      #expect(["old two", "new"].contains(temporary.text(of: "two")))
      #expect(temporary.names() == ["one", "two"], "call \(number)")
      number += 1
    }
    #expect(number > 15)
  }

  @Test func aReplacementIsSyncedBeforeItIsPutInPlaceAndItsFolderAfter() throws {
    let gate = FailingGate { _, _ in nil }
    _ = try replace(file, with: "new", on: RealFileSystem(gate: gate))
    let calls = gate.calls
    let synced = try #require(calls.firstIndex(of: .synchronize))
    let placed = try #require(calls.firstIndex(of: .rename))
    #expect(synced < placed)
    #expect(calls.last == .synchronizeFolder)
  }

  @Test func aChangeThatKeepsTheStampIsSeenByItsBytes() throws {
    temporary.write("old", to: "file")
    let now = try #require(try fileSystem.read(file))
    let seen = FileContent(bytes: Array("was".utf8), stamp: now.stamp)
    for (comparesBytes, isReplaced) in [(true, false), (false, true)] {
      let new = FileReplacement(
        file, bytes: Array("new".utf8), previous: seen, comparesBytes: comparesBytes)
      #expect(try (fileSystem.replace([new]) != nil) == isReplaced)
    }
  }

  @Test func onlyOldTemporaryFilesOfOursAreRemoved() throws {
    for name in [".lectern-1-old.tmp", ".lectern-1-new.tmp", ".other.tmp"] {
      temporary.write("x", to: name)
    }
    for name in [".lectern-1-old.tmp", ".other.tmp"] {
      var times = [timeval(tv_sec: 1_000_000, tv_usec: 0), timeval(tv_sec: 1_000_000, tv_usec: 0)]
      _ = temporary.path.appending(name).withPlatformString { utimes($0, &times) }
    }
    _ = try replace(file, with: "new")
    #expect(temporary.names() == [".lectern-1-new.tmp", ".other.tmp", "file"])
  }

  // MARK: - Locks

  @Test func aLockIsWaitedForAndThenGivenUp() throws {
    let held = try fileSystem.lock(temporary.path)
    let slept = Mutex(Duration.zero)
    let patience = LockPatience { pause in slept.withLock { $0 += pause } }
    #expect(throws: FileError(.wouldBlock, temporary.path)) {
      try RealFileSystem(patience: patience).lock(temporary.path)
    }
    #expect(slept.withLock { $0 } == .seconds(10))
    held.release()
    try RealFileSystem(patience: patience).lock(temporary.path).release()
  }

  @Test func aLockThatComesFreeIsTaken() throws {
    let held = try fileSystem.lock(temporary.path)
    let patience = LockPatience { _ in held.release() }
    #expect(try RealFileSystem(patience: patience).lock(temporary.path).isEnforced)
  }

  @Test(arguments: [.notSupported, .noLocks, .invalidArgument, .badFileDescriptor] as [Errno])
  func aFileSystemWithoutLocksGivesOneThatIsNotEnforced(_ code: Errno) throws {
    let gate = FailingGate(.lock, with: code)
    #expect(try !RealFileSystem(gate: gate).lock(temporary.path).isEnforced)
  }

  @Test func aLockLeavesNoFile() throws {
    try fileSystem.lock(temporary.path).release()
    #expect(temporary.names().isEmpty)
  }
}
