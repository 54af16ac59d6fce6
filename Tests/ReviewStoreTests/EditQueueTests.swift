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
    for (revision, name) in ["A", "B"].enumerated() {
      queue.submit("name it \(name)", revision: revision) { tree in
        var tree = tree
        tree["name"] = .string((tree["name"]?.string ?? "") + name)
        return tree
      }
    }
    queue.submit("nothing", revision: 2) { $0 }
    #expect(queue.drain(timeout: .seconds(60)).isEmpty)
    #expect(try await folder.load().summit.event.name == "SampleAB")
    #expect(
      events.all == [
        .made(0, name: "name it A", isChange: true), .made(1, name: "name it B", isChange: true),
        .made(2, name: "nothing", isChange: false),
      ])
  }

  @Test func oneThatFailsIsToldAndDropped() {
    struct Refused: Error, CustomStringConvertible { let description = "there is no such member" }
    let queue = queue(temporary.sample())
    let before = temporary.text(of: "summit.json")
    queue.submit("Mei removed", revision: 4) { _ in throw Refused() }
    queue.submit("rules", revision: 5) { _ in JSONObject(members: [("rules", "none")]) }
    #expect(queue.drain(timeout: .seconds(60)).isEmpty)
    #expect(queue.isEmpty)
    #expect(
      events.all.first
        == .failed(4, name: "Mei removed", problem: "there is no such member"))
    guard case .failed(5, "rules", let problem) = events.all.last else {
      Issue.record("it was not refused")
      return
    }
    #expect(problem.contains("the change is not saved"))
    #expect(temporary.text(of: "summit.json") == before)
  }

  @Test func aFolderThatIsGoneIsToldOf() {
    let queue = queue(ReviewFolder(temporary.path))
    queue.submit("a deadline", revision: 1) { $0 }
    #expect(queue.drain(timeout: .seconds(60)).isEmpty)
    guard case .failed(1, _, let problem) = events.all.first else {
      Issue.record("it was not told")
      return
    }
    #expect(problem.contains("there is no summit.json any more"))
  }

  @Test func whoLeavesIsToldWhatIsNotMade() {
    let mayGo = DispatchSemaphore(value: 0)
    let queue = queue(temporary.sample())
    queue.submit("slow", revision: 1) { tree in
      mayGo.wait()
      return tree
    }
    queue.submit("waiting", revision: 2) { _ in JSONObject(members: [("name", "never")]) }
    #expect(queue.drain(timeout: .milliseconds(1)) == ["slow", "waiting"])
    mayGo.signal()
    #expect(queue.drain(timeout: .seconds(60)).isEmpty)
    #expect(temporary.text(of: "summit.json")?.contains("never") == false)
  }
}
