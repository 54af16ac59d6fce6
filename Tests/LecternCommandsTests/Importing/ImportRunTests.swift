import ReviewCore
import ReviewFormats
import ReviewStore
import Synchronization
import SystemPackage
import Testing

@testable import LecternCommands

/// The steps of an import, and where it can be stopped.
@Suite struct ImportRunTests {
  let folder: TestFolder
  let event: Event

  init() async throws {
    folder = try TestFolder.summit()
    try folder.write(
      "Session Id,Title,Description,Focus area,Speaker Id,FirstName,LastName,Email\n"
        + "9,New,A,,,,,\n", to: "more.csv")
    event = try await ReviewFolder(FilePath(folder.path)).load().summit.event
  }

  private func run(
    _ files: [String], isDryRun: Bool = false,
    onProgress: (ImportRun.Progress) -> Void = { _ in }
  ) throws -> [String] {
    let path = folder.path
    return try ImportRun(files: files, system: "sessionize", isDryRun: isDryRun).run(
      into: ReviewFolder(FilePath(path)), event,
      from: .init(fileSystem: RealFileSystem(), resolved: { FilePath(path).appending($0) }),
      at: Timestamp(milliseconds: 1_780_000_000_000), onProgress: onProgress
    ).new.map(\.text)
  }

  private func steps(_ files: [String], isDryRun: Bool = false) throws -> [ImportRun.Progress] {
    var steps: [ImportRun.Progress] = []
    _ = try run(files, isDryRun: isDryRun) { steps.append($0) }
    return steps
  }

  @Test func eachStepIsTold() throws {
    let reading = ImportRun.Progress.reading("more.csv", number: 1, total: 1)
    #expect(try steps(["more.csv"], isDryRun: true) == [reading, .planning])
    #expect(try steps(["more.csv"]) == [reading, .planning, .writing])
    #expect(try steps(["more.csv"]) == [reading, .planning])
  }

  @Test func aFileThatIsMissingChangesNothing() throws {
    let before = try folder.snapshot()
    #expect(throws: CommandFailure.self) { try run(["more.csv", "none.csv"]) }
    #expect(try folder.snapshot() == before)
  }

  /// Stopped at any step before the write, nothing has changed.
  @Test(arguments: [
    ImportRun.Progress.reading("more.csv", number: 1, total: 2),
    .reading("other.csv", number: 2, total: 2), .planning,
  ])
  func stoppingBeforeTheWriteChangesNothing(_ last: ImportRun.Progress) async throws {
    try folder.write(
      try folder.text("more.csv").replacing("9,New", with: "8,Other"), to: "other.csv")
    let before = try folder.snapshot()
    let importing = Task {
      try run(["more.csv", "other.csv"]) { step in
        if step == last { withUnsafeCurrentTask { $0?.cancel() } }
      }
    }
    await #expect(throws: CancellationError.self) { try await importing.value }
    #expect(try folder.snapshot() == before)
  }

  @Test func onceItWritesItIsDone() async throws {
    let importing = Task {
      try run(["more.csv"]) { step in
        if step == .writing { withUnsafeCurrentTask { $0?.cancel() } }
      }
    }
    #expect(try await importing.value == ["9"])
    #expect(try folder.json("proposals.json")["proposals"].strings(of: "id").contains("9"))
  }
}
