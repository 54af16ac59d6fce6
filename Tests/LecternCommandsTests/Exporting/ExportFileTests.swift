import ReviewCore
import ReviewFormats
import ReviewStore
import SystemPackage
import Testing

@testable import LecternCommands

@Suite struct ExportFileTests {
  private static let document: ExportDocument = {
    let seen = Summit(event: Event(name: "x")).seen(by: nil, at: Timestamp(milliseconds: 0))
    return ExportDocument(.ranking, as: .csv, of: seen)
  }()

  @Test func aFileThatIsThereIsWrittenOverOnlyWhereItMayBe() throws {
    let folder = try TestFolder()
    let file = ExportFile(FilePath("\(folder.path)/x.csv"), on: RealFileSystem())
    try file.write(Self.document, overwriting: false)
    let text = try folder.text("x.csv")
    #expect(text.hasPrefix("rank,id,title"))
    try folder.write("mine", to: "x.csv")
    #expect(throws: ExportFile.Refusal.exists) {
      try file.write(Self.document, overwriting: false)
    }
    #expect(try folder.text("x.csv") == "mine")
    try file.write(Self.document, overwriting: true)
    #expect(try folder.text("x.csv") == text)
  }

  @Test func aFileThatCannotBeWrittenIsAnErrorOfTheSystem() throws {
    let folder = try TestFolder()
    for name in ["none/x.csv", "."] {
      let file = ExportFile(FilePath("\(folder.path)/\(name)"), on: RealFileSystem())
      #expect(throws: FileError.self) { try file.write(Self.document, overwriting: true) }
    }
    #expect(try folder.snapshot().isEmpty)
  }

  @Test func whatAnotherProgramWroteMeanwhileStays() throws {
    let file = ExportFile("/x.csv", on: BusyFileSystem())
    #expect(throws: ExportFile.Refusal.changed) {
      try file.write(Self.document, overwriting: true)
    }
  }
}

/// A file system on which every file changes before it can be written.
private struct BusyFileSystem: FileSystem {
  private var real: RealFileSystem { RealFileSystem() }

  func read(_ path: FilePath) throws(FileError) -> FileContent? { nil }
  func stamp(of path: FilePath) throws(FileError) -> FileStamp? { nil }
  func list(_ folder: FilePath) throws(FileError) -> [String]? { nil }
  func realPath(of path: FilePath) throws(FileError) -> FilePath { path }
  func makeFolder(_ path: FilePath, isPrivate: Bool) throws(FileError) {}
  func replace(_ replacements: [FileReplacement]) throws(FileError) -> [FileStamp]? { nil }
  func synchronize(_ path: FilePath) throws(FileError) {}
  func remove(_ path: FilePath) throws(FileError) {}
  func lock(_ folder: FilePath) throws(FileError) -> FolderLock { try real.lock(folder) }
}
