import Dispatch
import ReviewCore
import ReviewStore
import Synchronization
import SystemPackage
import Testing

@Suite struct SaveQueueTests {
  let temporary = TemporaryFolder()
  let log = EventLog()

  /// What a queue reported, in order.
  final class EventLog: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func note<Outcome>(_ event: SaveEvent<Outcome>) {
      let line =
        switch event {
        case .saved(let revision, _): "saved \(revision)"
        case .failed(let revision, let error, let delay):
          "failed \(revision) \(error.kind) \(delay)"
        case .refused(let revision, let error, let path):
          "refused \(revision) \(error.proposals.map(\.text).sorted()) \(path != nil)"
        }
      lines.withLock { $0.append(line) }
    }
  }

  func queue(
    _ folder: ReviewFolder, first: Duration = .milliseconds(1)
  ) -> SaveQueue<SheetChange> {
    SaveQueue<SheetChange>(
      folder: folder, rescue: temporary.rescue, delays: .init(first: first, limit: .seconds(100)),
      now: { Sample.time(0) }, report: log.note)
  }

  func change(_ id: ProposalID, _ score: Double, at: Int64, _ reviewer: Identifier = ada)
    -> SheetChange
  {
    SheetChange(reviewer, reviews: [id: Sample.scored(score, at: at)])
  }

  func stored() throws -> [ProposalID: Review] {
    try ReviewFolder(temporary.path).save([:], rescue: temporary.rescue).sheet.reviews
  }

  @Test func whatIsSubmittedIsSavedAndReportedByItsRevision() throws {
    let queue = queue(temporary.sample())
    for revision in 1...50 {
      queue.submit(
        change(ProposalID("p\(revision)")!, 3, at: Int64(revision)), revision: revision,
        in: Sample.event)
    }
    let left = queue.drain(timeout: .seconds(60))
    #expect(left.rescued.isEmpty && left.lost.isEmpty)
    #expect(queue.isEmpty)
    #expect(log.all.last == "saved 50")
    #expect(log.all.count <= 50)
    #expect(try stored().count == 50)
  }

  @Test func whatWaitsIsOneSave() throws {
    let folder = temporary.sample()
    let (isRunning, mayGo) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let saved = Mutex<[Int]>([])
    let rescue = temporary.rescue
    let queue = SaveQueue<SheetChange>(
      rescue: rescue, now: { Sample.time(0) },
      report: { event in
        if case .saved(let revision, _) = event { saved.withLock { $0.append(revision) } }
      },
      saving: { change, event throws(StoreError) in
        isRunning.signal()
        mayGo.wait()
        return try folder.save(change, in: event, rescue: rescue, at: Sample.time(0))
      })
    queue.submit(change(p1, 1, at: 1), revision: 1, in: Sample.event)
    isRunning.wait()
    for revision in 2...9 {
      queue.submit(
        change(p2, Double(revision % 5 + 1), at: Int64(revision)), revision: revision,
        in: Sample.event)
    }
    #expect(!queue.isEmpty)
    #expect(saved.withLock { $0 } == [])
    for _ in 0..<3 { mayGo.signal() }
    #expect(queue.drain(timeout: .seconds(60)).rescued.isEmpty)
    #expect(saved.withLock { $0 } == [1, 9])
    #expect(try stored()[p2] == Sample.scored(5, at: 9))
  }

  @Test func aFailedSaveIsKeptAndTriedAgain() throws {
    _ = temporary.sample()
    let gate = FailingGate(.create, with: .noSpace)
    let done = DispatchSemaphore(value: 0)
    let rescue = temporary.rescue
    let queue = SaveQueue<SheetChange>(
      folder: ReviewFolder(temporary.path, on: RealFileSystem(gate: gate)), rescue: rescue,
      delays: .init(first: .milliseconds(1), limit: .milliseconds(2)), now: { Sample.time(0) },
      report: { [log] event in
        log.note(event)
        if log.all.count == 3 { gate.disarm() }
        if case .saved = event { done.signal() }
      })
    queue.submit(change(p1, 4, at: 1), revision: 7, in: Sample.event)
    done.wait()
    let failure = "failed 7 system(\(Errno.noSpace))"
    #expect(
      log.all.prefix(4) == [
        "\(failure) 0.001 seconds", "\(failure) 0.002 seconds", "\(failure) 0.002 seconds",
        "saved 7",
      ])
    #expect(queue.isEmpty)
    #expect(try stored()[p1] == Sample.scored(4, at: 1))
  }

  @Test func whatCannotBeSavedIsRescuedInTheEnd() throws {
    _ = temporary.sample()
    let gate = FailingGate(.create, with: .readOnlyFileSystem)
    let queue = queue(
      ReviewFolder(temporary.path, on: RealFileSystem(gate: gate)), first: .seconds(100))
    queue.submit(change(p1, 4, at: 1), revision: 1, in: Sample.event)
    queue.submit(change(p2, 5, at: 2), revision: 2, in: Sample.event)
    let left = queue.drain(timeout: .seconds(60))
    #expect(left.lost.isEmpty)
    #expect(left.rescued.count == 1)
    #expect(!log.all.contains { $0.hasPrefix("saved") })
    let path = try #require(left.rescued.first)
    let content = try #require(try RealFileSystem().read(path))
    let document = try JSONDocument(content.bytes)
    let sheet = try ReviewSheetReader.read(document, reviewer: ada, rubric: Sample.event.rubric)
    #expect(sheet.value.reviews == [p1: Sample.scored(4, at: 1), p2: Sample.scored(5, at: 2)])
  }

  @Test func aSaveThatHangsDoesNotKeepAnybodyFromLeaving() throws {
    let mayGo = DispatchSemaphore(value: 0)
    let queue = SaveQueue<SheetChange>(
      rescue: temporary.rescue, now: { Sample.time(0) }, report: log.note,
      saving: { change, _ throws(StoreError) in
        mayGo.wait()
        throw StoreError(.locked, "x", problem: "gone", remedy: "")
      })
    queue.submit(change(p1, 4, at: 1), revision: 1, in: Sample.event)
    #expect(queue.drain(timeout: .milliseconds(1)).rescued.count == 1)
    mayGo.signal()
    #expect(queue.drain(timeout: .seconds(60)).rescued.isEmpty)
  }

  @Test func whatCannotEvenBeRescuedIsHandedBack() {
    let queue = SaveQueue<SheetChange>(
      rescue: RescueFolder([]), delays: .init(first: .seconds(100), limit: .seconds(100)),
      now: { Sample.time(0) }, report: log.note,
      saving: { _, _ throws(StoreError) in
        throw StoreError(.locked, "x", problem: "held", remedy: "")
      })
    queue.submit(change(p1, 4, at: 1), revision: 1, in: Sample.event)
    let left = queue.drain(timeout: .seconds(60))
    #expect(left.lost.map(\.change.proposals) == [[p1]])
  }

  @Test func anEntryInTheWayHindersNoOther() throws {
    let folder = temporary.sample()
    temporary.write(
      #"{"reviewer": "ada", "reviews": {"p1": {"status": "?"}}}"#, to: "reviews/ada.json")
    let queue = queue(folder)
    queue.submit(
      SheetChange(ada, reviews: [p1: Sample.scored(4, at: 1), p2: Sample.scored(5, at: 1)]),
      revision: 3, in: Sample.event)
    #expect(queue.drain(timeout: .seconds(60)).rescued.isEmpty)
    #expect(log.all == ["refused 3 [\"p1\"] true", "saved 3"])
    #expect(try stored() == [p2: Sample.scored(5, at: 1)])
    #expect(temporary.names(in: "state/rescue").count == 1)
  }

  @Test func oneReviewersBrokenFileKeepsNobodyElseBack() throws {
    let folder = temporary.sample()
    temporary.write("{", to: "reviews/ben.json")
    let queue = queue(folder, first: .seconds(100))
    queue.submit(change(p1, 4, at: 1, ben), revision: 1, in: Sample.event)
    queue.submit(change(p1, 4, at: 1), revision: 2, in: Sample.event)
    let left = queue.drain(timeout: .seconds(60))
    #expect(left.rescued.count == 1)
    #expect(try stored() == [p1: Sample.scored(4, at: 1)])
  }

  @Test func delaysGrowToTheirLimit() {
    let delays = RetryDelays()
    #expect(
      [1, 2, 3, 5, 6, 100].map { delays.delay(after: $0) } == [
        .milliseconds(500), .seconds(1), .seconds(2), .seconds(8), .seconds(10), .seconds(10),
      ])
  }
}
