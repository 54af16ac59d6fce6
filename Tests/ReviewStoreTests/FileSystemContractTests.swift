import ReviewStore
import SystemPackage
import Testing

/// What holds on the real file system and on its twin in memory.
@Suite struct FileSystemContractTests {
  enum Kind: CaseIterable { case real, inMemory }

  let temporary = TemporaryFolder()
  var file: FilePath { temporary.path.appending("file") }

  func make(_ kind: Kind) throws -> any FileSystem {
    switch kind {
    case .real: return RealFileSystem(patience: .init(limit: .zero, sleep: { _ in }))
    case .inMemory:
      let fileSystem = InMemoryFileSystem()
      try fileSystem.makeFolder(temporary.path, isPrivate: false)
      return fileSystem
    }
  }

  func put(_ text: String, _ fileSystem: any FileSystem) throws -> FileContent {
    let previous = try fileSystem.read(file)
    let new = FileReplacement(file, bytes: Array(text.utf8), previous: previous)
    _ = try #require(try fileSystem.replace([new]))
    return try #require(try fileSystem.read(file))
  }

  @Test(arguments: Kind.allCases) func whatIsMissingIsNil(_ kind: Kind) throws {
    let fileSystem = try make(kind)
    #expect(try fileSystem.read(file) == nil)
    #expect(try fileSystem.stamp(of: file) == nil)
    #expect(try fileSystem.list(file) == nil)
    #expect(throws: FileError.self) { try fileSystem.realPath(of: file) }
    #expect(throws: FileError.self) { try fileSystem.lock(file) }
  }

  @Test(arguments: Kind.allCases) func whatIsWrittenIsRead(_ kind: Kind) throws {
    let fileSystem = try make(kind)
    let content = try put("one", fileSystem)
    #expect(content.bytes == Array("one".utf8))
    #expect(try fileSystem.stamp(of: file) == content.stamp)
    #expect(try fileSystem.list(temporary.path) == ["file"])
    #expect(try fileSystem.realPath(of: file).lastComponent == "file")
  }

  @Test(arguments: Kind.allCases) func everyReplacementChangesTheStamp(_ kind: Kind) throws {
    let fileSystem = try make(kind)
    var stamps: Set<FileStamp> = []
    for text in ["a", "b", "c", "d"] { stamps.insert(try put(text, fileSystem).stamp) }
    #expect(stamps.count == 4)
  }

  @Test(arguments: Kind.allCases) func aFileThatChangedMeanwhileIsNotReplaced(_ kind: Kind) throws {
    let fileSystem = try make(kind)
    let old = try put("old", fileSystem)
    _ = try put("new", fileSystem)
    for previous in [nil, old] {
      let late = FileReplacement(file, bytes: Array("late".utf8), previous: previous)
      #expect(try fileSystem.replace([late]) == nil)
    }
    #expect(try fileSystem.read(file)?.bytes == Array("new".utf8))
    #expect(try fileSystem.list(temporary.path) == ["file"])
  }

  @Test(arguments: Kind.allCases) func ofSeveralFilesNoneIsReplacedWhereOneChanged(
    _ kind: Kind
  ) throws {
    let fileSystem = try make(kind)
    let old = try put("old", fileSystem)
    let files = [
      FileReplacement(file, bytes: [1], previous: old),
      FileReplacement(temporary.path.appending("other"), bytes: [2], previous: old),
    ]
    #expect(try fileSystem.replace(files) == nil)
    #expect(try fileSystem.read(file) == old)
  }

  @Test(arguments: Kind.allCases) func aFolderIsMadeWithThoseAboveIt(_ kind: Kind) throws {
    let fileSystem = try make(kind)
    let deep = temporary.path.appending("a/b/c")
    try fileSystem.makeFolder(deep, isPrivate: false)
    try fileSystem.makeFolder(deep, isPrivate: false)
    #expect(try fileSystem.list(temporary.path.appending("a/b")) == ["c"])
    #expect(throws: FileError.self) { try fileSystem.read(deep) }
    _ = try put("x", fileSystem)
    #expect(throws: FileError.self) { try fileSystem.makeFolder(file, isPrivate: false) }
    #expect(throws: FileError.self) { try fileSystem.list(file) }
  }

  @Test(arguments: Kind.allCases) func aLockKeepsOthersOutUntilItIsReleased(_ kind: Kind) throws {
    let fileSystem = try make(kind)
    let lock = try fileSystem.lock(temporary.path)
    #expect(lock.isEnforced)
    #expect(throws: FileError(.wouldBlock, temporary.path)) {
      try fileSystem.lock(temporary.path)
    }
    lock.release()
    try fileSystem.lock(temporary.path).release()
  }

  @Test(arguments: Kind.allCases) func filesAndEmptyFoldersAreRemoved(_ kind: Kind) throws {
    let fileSystem = try make(kind)
    _ = try put("x", fileSystem)
    let folder = temporary.path.appending("a")
    try fileSystem.makeFolder(folder.appending("b"), isPrivate: false)
    #expect(throws: FileError(.directoryNotEmpty, folder)) { try fileSystem.remove(folder) }
    for path in [file, folder.appending("b"), folder, file] { try fileSystem.remove(path) }
    #expect(try fileSystem.list(temporary.path) == [])
    #expect(try fileSystem.read(file) == nil)
  }
}
