import Dispatch
import ReviewCore
import ReviewStore
import Synchronization
import SystemPackage
import Testing

/// Decisions are saved as reliably as reviews.
@Suite struct DecisionQueueTests {
  let temporary = TemporaryFolder()
  let log = SaveQueueTests.EventLog()
  let cy = Identifier("cy")!
  let event: Event = {
    var event = Sample.event
    event.committee.append(Member(id: Identifier("cy")!, name: "Cy", role: .chair))
    return event
  }()

  init() {
    Sample.write(to: temporary)
    let cy = #"{"id": "cy", "name": "Cy", "role": "chair"}"#
    temporary.write(
      Sample.summit.replacing(#""role": "reviewer"}]"#, with: #""role": "reviewer"}, \#(cy)]"#),
      to: "summit.json")
  }

  var folder: ReviewFolder { ReviewFolder(temporary.path) }

  func decision(
    _ outcome: Decision.Outcome, at: Int64, reason: String? = nil, by chair: Identifier = ada
  ) -> Decision {
    Decision(outcome, reason: reason, at: Sample.time(at), chair: chair)
  }

  func decide(
    _ decisions: [ProposalID: Decision], by chair: Identifier = ada,
    replacing: [ProposalID: Decision] = [:]
  ) throws -> DecideOutcome {
    try folder.decide(
      DecisionChange(chair, decisions: decisions, replacing: replacing), in: event,
      rescue: temporary.rescue, at: Sample.time(0))
  }

  func queue(
    on gate: any SystemCallGate = OpenGate(), first: Duration = .milliseconds(1)
  ) -> SaveQueue<DecisionChange> {
    SaveQueue<DecisionChange>(
      folder: ReviewFolder(temporary.path, on: RealFileSystem(gate: gate)),
      rescue: temporary.rescue, delays: .init(first: first, limit: .seconds(100)),
      now: { Sample.time(0) }, report: log.note)
  }

  // MARK: - One save

  @Test func eachDecisionKeepsItsTime() throws {
    let made = [p1: decision(.accept, at: 5, reason: "so"), p2: decision(.decline, at: 7)]
    let outcome = try decide(made)
    #expect(outcome.chair == ada)
    #expect(outcome.decisions == made)
    #expect(outcome.overtaken.isEmpty && outcome.lost.isEmpty)
  }

  @Test func whatAnotherChairDecidedLaterStands() async throws {
    _ = try decide([p1: decision(.decline, at: 9, by: cy)], by: cy)
    let outcome = try decide([p1: decision(.accept, at: 5), p2: decision(.accept, at: 5)])
    #expect(outcome.overtaken == [p1])
    let summit = try await folder.load().summit
    #expect(summit.decision(of: p1)?.chair == cy)
    #expect(summit.decision(of: p2)?.chair == ada)
  }

  @Test func aReasonThatNobodyReplacedOnPurposeIsRescued() throws {
    let first = decision(.accept, at: 5, reason: "from the other window")
    _ = try decide([p1: first])
    let unseen = try decide([p1: decision(.decline, at: 6, reason: "here")])
    #expect(unseen.lost.map(\.text) == ["from the other window"])
    #expect(unseen.rescued != nil)
    let second = try #require(unseen.decisions[p1])
    let seen = try decide([p1: decision(.accept, at: 7)], replacing: [p1: second])
    #expect(seen.lost.isEmpty && seen.rescued == nil)
    let late = try decide([p1: decision(.decline, at: 1, reason: "too late")])
    #expect(late.overtaken == [p1])
    #expect(late.lost.map(\.text) == ["too late"])
  }

  @Test func whatIsThereAlreadyKeepsItsBytes() throws {
    let text = #"""
      {"format":1, "chair":"ada", "decisions":
        {"p1": {"decision":"accept", "at":"\#(Sample.time(5))"}}}
      """#
    temporary.write(text, to: "decisions/ada.json")
    let outcome = try decide([p1: decision(.accept, at: 5)])
    #expect(outcome.overtaken.isEmpty)
    #expect(temporary.text(of: "decisions/ada.json") == text)
  }

  @Test func whoIsNoChairIsRefused() {
    let error = #expect(throws: StoreError.self) {
      try decide([p1: decision(.accept, at: 1, by: ben)], by: ben)
    }
    #expect(error?.kind == .notAllowed)
  }

  // MARK: - The queue

  @Test func whatWaitsIsOneSave() throws {
    let (isRunning, mayGo) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let saved = Mutex<[Int]>([])
    let (folder, rescue) = (folder, temporary.rescue)
    let queue = SaveQueue<DecisionChange>(
      rescue: rescue, now: { Sample.time(0) },
      report: { event in
        if case .saved(let revision, _) = event { saved.withLock { $0.append(revision) } }
      },
      saving: { change, event throws(StoreError) in
        isRunning.signal()
        mayGo.wait()
        return try folder.decide(change, in: event, rescue: rescue, at: Sample.time(0))
      })
    queue.submit(.init(ada, decisions: [p1: decision(.accept, at: 1)]), revision: 1, in: event)
    isRunning.wait()
    for (revision, outcome) in [(2, Decision.Outcome.accept), (3, .decline), (4, .waitlist)] {
      queue.submit(
        .init(ada, decisions: [p2: decision(outcome, at: Int64(revision), reason: "\(revision)")]),
        revision: revision, in: event)
    }
    for _ in 0..<2 { mayGo.signal() }
    #expect(queue.drain(timeout: .seconds(60)).rescued.isEmpty)
    #expect(saved.withLock { $0 } == [1, 4])
    #expect(
      try decide([:]).decisions == [
        p1: decision(.accept, at: 1), p2: decision(.waitlist, at: 4, reason: "4"),
      ])
  }

  @Test func aFailedSaveIsTriedAgain() throws {
    let gate = FailingGate(.create, with: .noSpace)
    let done = DispatchSemaphore(value: 0)
    let queue = SaveQueue<DecisionChange>(
      folder: ReviewFolder(temporary.path, on: RealFileSystem(gate: gate)),
      rescue: temporary.rescue, delays: .init(first: .milliseconds(1), limit: .milliseconds(2)),
      now: { Sample.time(0) },
      report: { [log] event in
        log.note(event)
        if log.all.count == 2 { gate.disarm() }
        if case .saved = event { done.signal() }
      })
    queue.submit(.init(ada, decisions: [p1: decision(.accept, at: 1)]), revision: 7, in: event)
    done.wait()
    #expect(log.all.last == "saved 7")
    #expect(try decide([:]).decisions == [p1: decision(.accept, at: 1)])
  }

  @Test func anEntryInTheWayHindersNoOther() throws {
    temporary.write(
      #"{"chair": "ada", "decisions": {"p1": {"decision": "?"}}}"#, to: "decisions/ada.json")
    let queue = queue()
    queue.submit(
      .init(ada, decisions: [p1: decision(.accept, at: 1), p2: decision(.decline, at: 1)]),
      revision: 3, in: event)
    #expect(queue.drain(timeout: .seconds(60)).rescued.isEmpty)
    #expect(log.all == ["refused 3 [\"p1\"] true", "saved 3"])
    #expect(try decide([:]).decisions == [p2: decision(.decline, at: 1)])
  }

  @Test func whatCannotBeSavedIsRescuedAsADecisionFile() throws {
    let queue = queue(on: FailingGate(.create, with: .readOnlyFileSystem), first: .seconds(100))
    queue.submit(
      .init(ada, decisions: [p1: decision(.accept, at: 1, reason: "so")]), revision: 1, in: event)
    let left = queue.drain(timeout: .seconds(60))
    let path = try #require(left.rescued.first)
    let content = try #require(try RealFileSystem().read(path))
    let reading = try DecisionReader.read(try JSONDocument(content.bytes), chair: ada)
    #expect(reading.value == [p1: decision(.accept, at: 1, reason: "so")])
    #expect(reading.faults.isEmpty)
  }

  // MARK: - The folder after it

  @Test func ownDecisionsAreNotReadAgain() async throws {
    _ = try decide([p1: decision(.decline, at: 1, by: cy)], by: cy)
    _ = try decide([p3: decision(.accept, at: 1)])
    let loaded = try await folder.load()
    let outcome = try decide([p1: decision(.accept, at: 5), p2: decision(.decline, at: 5)])
    let including = loaded.including(outcome)
    #expect(try await including.reloaded() == nil)
    #expect(including.summit.decisions == (try await folder.load()).summit.decisions)
    #expect(including.summit.decision(of: p1)?.chair == ada)
  }
}
