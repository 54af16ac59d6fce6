import Dispatch
import Glibc
import ReviewCore
import ReviewStore
import Synchronization
import SystemPackage
import Testing

/// Many writers of the same files over the real store, in an order that a seed gives.
@Suite struct InterleavingTests {
  /// How many orders: a few, or as many as `Scripts/interleave` asks for.
  static let count = getenv("LECTERN_SEEDS").flatMap { Int(String(cString: $0)) } ?? 48

  /// In four parts, which run beside each other.
  @Test(arguments: 0..<4)
  func nothingSaidIsLostAndEveryOrderGivesTheSameBytes(part: Int) throws {
    for seed in stride(from: part, to: Self.count, by: 4) {
      let world = WritersWorld(seed: UInt64(seed))
      for _ in 0..<14 { try world.step() }
      try world.settle()
      let found = try world.end()
      #expect(found.isEmpty, "seed \(seed): \(found); \(world.story)")
    }
  }

  /// Orders in which something was lost once.
  @Test(arguments: [385]) func whatWentWrongOnceStaysRight(seed: UInt64) throws {
    let world = WritersWorld(seed: seed)
    for _ in 0..<14 { try world.step() }
    try world.settle()
    #expect(try world.end().isEmpty)
  }

  @Test func everyKindOfStepIsTaken() throws {
    var taken: Set<WritersWorld.Step> = []
    for seed in 0..<8 {
      let world = WritersWorld(seed: UInt64(seed))
      for _ in 0..<14 { try world.step() }
      taken.formUnion(world.taken)
    }
    #expect(taken == Set(WritersWorld.Step.allCases))
  }

  /// Real threads, real locks, one file.
  @Test func fourThreadsAtOneFileLoseNothing() throws {
    let temporary = TemporaryFolder()
    _ = temporary.sample()
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { thread in
      let folder = ReviewFolder(temporary.path)
      for number in 0..<10 {
        do throws(StoreError) {
          let id = ProposalID("t\(thread)-\(number)")!
          try folder.save([id: Sample.scored(3, at: 1)], rescue: temporary.rescue)
        } catch {
          failures.withLock { $0.append(error.description) }
        }
      }
    }
    #expect(failures.withLock { $0 }.isEmpty)
    let bytes = try #require(
      try RealFileSystem().read(temporary.path.appending("reviews/ada.json")))
    #expect(try JSONDocument(bytes.bytes).root["reviews"]?.members.map(\.key).count == 40)
  }

  /// Four queues, as four terminals have them, with clocks that differ, at one proposal.
  @Test func fourQueuesAtOneReviewEndWithTheLatest() throws {
    let temporary = TemporaryFolder()
    let folder = temporary.sample()
    let queues = (0..<4).map { terminal in
      SaveQueue<SheetChange>(
        folder: folder, rescue: temporary.rescue, now: { Sample.time(Int64(terminal) * 1000) },
        report: { _ in })
    }
    for number in 0..<8 {
      for (terminal, queue) in queues.enumerated() {
        let at = Int64(number * 10 + terminal)
        var review = Sample.scored(Double(1 + terminal), at: at)
        review.comment = "said \(at)"
        review.commentAt = Sample.time(at)
        queue.submit(
          SheetChange(ada, reviews: [p1: review]), revision: number, in: Sample.event)
      }
    }
    for queue in queues {
      let outcome = queue.drain(timeout: .seconds(60))
      #expect(outcome.rescued.isEmpty && outcome.lost.isEmpty)
    }
    let text = try #require(temporary.text(of: "reviews/ada.json"))
    #expect(text.contains("\"said 73\"") && text.contains(Sample.time(73).description))
  }
}
