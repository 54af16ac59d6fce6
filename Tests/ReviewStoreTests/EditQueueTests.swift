import Dispatch
import ReviewCore
import ReviewStore
import Synchronization
import SystemPackage
import Testing

@Suite struct EditQueueTests {
  let temporary = TemporaryFolder()
  let events = Events()

  final class Events: Sendable {
    private let events = Mutex<[EditEvent]>([])

    var all: [EditEvent] { events.withLock { $0 } }

    func note(_ event: EditEvent) { events.withLock { $0.append(event) } }
  }

  func queue(_ folder: ReviewFolder) -> EditQueue { EditQueue(folder: folder, report: events.note) }

  @Test func editsAreMadeInOrderEachOnWhatTheLastOneLeft() async throws {
    let folder = temporary.sample()
    let queue = queue(folder)
    for name in ["A", "B"] {
      queue.submit("slots \(name)") { folder in
        try folder.changeEvent(by: Identifier("ada")) { event in
          .setRule(.slots((event.rules.slots ?? 0) + 1))
        }
      }
    }
    #expect(queue.drain(timeout: .seconds(60)).isEmpty)
    #expect(try await folder.load().summit.event.rules.slots == 2)
    let made = events.all.map { if case .made(_, let name) = $0 { name } else { "" } }
    #expect(made == ["slots A", "slots B"])
  }

  @Test func oneThatFailsIsToldAndDropped() {
    struct Refused: Error, CustomStringConvertible { let description = "there is no such member" }
    let queue = queue(temporary.sample())
    let before = temporary.text(of: "summit.json")
    queue.submit("Mei removed") { _ in throw Refused() }
    queue.submit("rules") { folder in
      try folder.changeEvent(by: Identifier("ada")) { _ in .removeMember(Identifier("nobody")!) }
    }
    #expect(queue.drain(timeout: .seconds(60)).isEmpty)
    #expect(queue.isEmpty)
    #expect(
      events.all.first == .failed(name: "Mei removed", problem: "there is no such member"))
    guard case .failed("rules", let problem) = events.all.last else {
      Issue.record("it was not refused")
      return
    }
    #expect(problem.contains("nobody"))
    #expect(temporary.text(of: "summit.json") == before)
  }

  @Test func aFolderThatIsGoneIsToldOf() {
    let queue = queue(ReviewFolder(temporary.path))
    queue.submit("a deadline") { folder in
      try folder.changeEvent(by: Identifier("ada")) { _ in .setRule(.slots(1)) }
    }
    #expect(queue.drain(timeout: .seconds(60)).isEmpty)
    guard case .failed(_, let problem) = events.all.first else {
      Issue.record("it was not told")
      return
    }
    #expect(problem.contains("summit.json"))
  }

  @Test func whoLeavesIsToldWhatIsNotMade() {
    let mayGo = DispatchSemaphore(value: 0)
    let queue = queue(temporary.sample())
    queue.submit("slow") { folder in
      mayGo.wait()
      return try folder.changeEvent(by: Identifier("ada")) { _ in .setRule(.slots(1)) }
    }
    queue.submit("waiting") { folder in
      try folder.changeEvent(by: Identifier("ada")) { _ in .setRule(.slots(77)) }
    }
    #expect(queue.drain(timeout: .milliseconds(1)) == ["slow", "waiting"])
    mayGo.signal()
    #expect(queue.drain(timeout: .seconds(60)).isEmpty)
    #expect(temporary.text(of: "summit.json")?.contains("77") == false)
  }
}
