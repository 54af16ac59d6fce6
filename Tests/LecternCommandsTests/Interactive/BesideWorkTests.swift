import LecternApp
import ReviewAnalysis
import ReviewCore
import ReviewFormats
import ReviewStore
import SystemPackage
import Testing

@testable import LecternApp
@testable import LecternCommands

/// What the interface is told of exports and imports, and what they leave on the disk.
@Suite struct BesideWorkTests {
  let folder: TestFolder
  let loaded: LoadedFolder
  let mailbox: Mailbox
  let woken: AsyncStream<Void>
  let work: BesideWork

  init() async throws {
    folder = try TestFolder.summit()
    try folder.write(
      "Session Id,Title,Description,Focus area,Speaker Id,FirstName,LastName,Email\n"
        + "9,New,A,,,,,\n", to: "more.csv")
    loaded = try await ReviewFolder(FilePath(folder.path)).load()
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
    woken = stream
    mailbox = Mailbox { continuation.yield() }
    let path = folder.path
    work = BesideWork(
      on: loaded.folder,
      from: .init(fileSystem: RealFileSystem(), resolved: { FilePath(path).appending($0) }),
      watch: FolderWatch(loaded, telling: mailbox), telling: mailbox)
  }

  private var ada: Member? { loaded.summit.event.member(Identifier("ada")!) }

  private func seen(by viewer: String = "ada") -> SeenSummit {
    loaded.summit.seen(by: Identifier(viewer), at: Timestamp(milliseconds: 1_780_000_000_000))
  }

  /// The messages up to the first that answers, without those of how far the work is.
  private func answer() async -> Message? {
    for await _ in woken {
      for letter in mailbox.takeAll() {
        guard case .message(let message) = letter else { continue }
        if case .worked = message { continue }
        return message
      }
    }
    return nil
  }

  @Test func anExportIsWrittenAndTold() async throws {
    work.export(ExportOrder(what: .proposals, format: .csv, path: "out.csv"), of: seen())
    guard case .exported(let order, let rows)? = await answer() else {
      Issue.record("not written")
      return
    }
    #expect(order.path == "out.csv")
    #expect(rows.hasSuffix("rows"))
    #expect(try folder.text("out.csv").hasPrefix("id,title"))
  }

  @Test func aFileThatIsThereIsOnlyWrittenOverWhenItIsSaid() async throws {
    try folder.write("mine", to: "out.csv")
    var order = ExportOrder(what: .proposals, path: "out.csv")
    work.export(order, of: seen())
    guard case .exportFailed(_, _, isThere: true)? = await answer() else {
      Issue.record("not refused")
      return
    }
    #expect(try folder.text("out.csv") == "mine")
    order.overwrites = true
    try await wait { await isIdle() }
    work.export(order, of: seen())
    guard case .exported? = await answer() else {
      Issue.record("not written")
      return
    }
    #expect(try folder.text("out.csv").hasPrefix("id,title"))
  }

  @Test func aFolderThatIsNotThereIsTold() async {
    work.export(ExportOrder(path: "nowhere/out.csv"), of: seen())
    guard case .exportFailed(_, let problem, isThere: false)? = await answer() else {
      Issue.record("not refused")
      return
    }
    #expect(problem.contains("nowhere"))
  }

  @Test(arguments: ["summit.json", "proposals.json", "reviews/ada.json", "decisions/new.json"])
  func aFileOfTheSummitIsNeverWrittenOver(name: String) async throws {
    let before = try folder.snapshot()
    work.export(ExportOrder(what: .proposals, path: name, overwrites: true), of: seen())
    guard case .exportFailed(_, let problem, isThere: false)? = await answer() else {
      Issue.record("not refused")
      return
    }
    #expect(problem == "This is a file of the summit itself; give another name")
    #expect(try folder.snapshot() == before)
  }

  @Test func aPreviewIsWhatWouldBeWritten() async throws {
    let order = ExportOrder(what: .ranking, format: .csv, path: "out.csv")
    work.preview(order, of: seen())
    guard case .previewed(order, let preview)? = await answer() else {
      Issue.record("no preview")
      return
    }
    try await wait { await isIdle() }
    work.export(order, of: seen())
    _ = await answer()
    let written = try folder.text("out.csv").split(separator: "\r\n").map { String($0) }
    #expect(preview.lines == written)
  }

  @Test func aDryRunSaysWhatItWouldDoAndChangesNothing() async throws {
    let before = try folder.snapshot()
    work.importFiles(ImportOrder(["more.csv"]), into: loaded.summit.event, by: ada)
    guard case .imported(let order, let report, let preview)? = await answer() else {
      Issue.record("not read")
      return
    }
    #expect(order.isDryRun)
    #expect(report.first?.contains("1 new") == true)
    #expect(preview.changes.map(\.kind) == [.new])
    #expect(preview.changes.first?.after.id.text == "9")
    #expect(try folder.snapshot() == before)
  }

  @Test func whatIsBroughtInIsInTheFolder() async throws {
    work.importFiles(ImportOrder(["more.csv"], isDryRun: false), into: loaded.summit.event, by: ada)
    guard case .imported? = await answer() else {
      Issue.record("not read")
      return
    }
    #expect(try folder.text("proposals.json").contains("\"9\""))
  }

  @Test func onlyAChairImports() async throws {
    let ben = loaded.summit.event.member(Identifier("ben")!)
    work.importFiles(ImportOrder(["more.csv"], isDryRun: false), into: loaded.summit.event, by: ben)
    guard case .importFailed(_, let report)? = await answer() else {
      Issue.record("not refused")
      return
    }
    #expect(report == ["Only a chair imports."])
    #expect(try !folder.text("proposals.json").contains("\"9\""))
  }

  @Test func aFileThatIsNotThereIsNamed() async {
    work.importFiles(ImportOrder(["none.csv"]), into: loaded.summit.event, by: ada)
    guard case .importFailed(_, let report)? = await answer() else {
      Issue.record("not refused")
      return
    }
    #expect(report == ["none.csv: there is no such file."])
  }

  @Test func aShortlistIsProposed() async throws {
    let before = try folder.snapshot()
    let order = RankOrder(scoresVersion: 3, method: nil)
    work.proposeShortlist(order, of: seen())
    guard case .shortlistProposed(let proposal, order)? = await answer() else {
      Issue.record("not proposed")
      return
    }
    #expect(proposal.selected.map(\.text) == ["1"])
    #expect(try folder.snapshot() == before)
  }

  @Test func textsAreComparedAndNotAgainWhereNothingChanged() async throws {
    let order = TextsOrder(version: 1)
    work.compareTexts(order, seen(), known: nil)
    guard case .textsCompared(let index, order)? = await answer() else {
      Issue.record("not compared")
      return
    }
    #expect(index.count == 5)
    let again = TextsOrder(version: 2)
    work.compareTexts(again, seen(by: "ben"), known: index)
    guard case .textsCompared(let same, again)? = await answer() else {
      Issue.record("not told")
      return
    }
    #expect(same.count == 5)
  }

  @Test func howTheReviewGoesIsWorkedOut() async throws {
    let order = InsightsOrder(scoresVersion: 3)
    work.workOutInsights(order, seen())
    guard case .insightsWorkedOut(let insights, order)? = await answer() else {
      Issue.record("not worked out")
      return
    }
    #expect(insights == Insights(of: seen()))
  }

  /// Whether nothing runs: a second order is taken.
  private func isIdle() async -> Bool { !work.isBusy }

  private func wait(_ holds: () async -> Bool) async throws {
    while await !holds() { await Task.yield() }
  }
}
