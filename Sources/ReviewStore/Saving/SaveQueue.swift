import Dispatch
package import ReviewCore
import Synchronization
package import SystemPackage

/// Saves changes in the background, so that typing never waits for a disk.
///
/// Changes of one reviewer that wait are merged into one; one save runs at a time; what fails is
/// kept and tried again. Nothing is reported as saved before it is durable.
package final class SaveQueue: Sendable {
  /// Makes a save: `ReviewFolder.save`, or in tests something that fails on order.
  package typealias Saving =
    @Sendable (SheetChange, Event) throws(StoreError) -> SaveOutcome

  private let worker = DispatchQueue(label: "lectern.save", qos: .userInitiated)
  private let state = Mutex(State())
  private let saving: Saving
  private let rescue: RescueFolder
  private let delays: RetryDelays
  private let now: @Sendable () -> Timestamp
  private let report: @Sendable (SaveEvent) -> Void

  /// Makes a queue with nothing in it.
  ///
  /// - Parameters:
  ///   - rescue: where goes what cannot be saved.
  ///   - now: the clock.
  ///   - report: is told what became of each save, on a thread of the queue's.
  package init(
    rescue: RescueFolder, delays: RetryDelays = .init(), now: @escaping @Sendable () -> Timestamp,
    report: @escaping @Sendable (SaveEvent) -> Void, saving: @escaping Saving
  ) {
    self.saving = saving
    self.rescue = rescue
    self.delays = delays
    self.now = now
    self.report = report
  }

  /// Makes a queue that saves into a folder.
  package convenience init(
    folder: ReviewFolder, rescue: RescueFolder, delays: RetryDelays = .init(),
    now: @escaping @Sendable () -> Timestamp, report: @escaping @Sendable (SaveEvent) -> Void
  ) {
    self.init(rescue: rescue, delays: delays, now: now, report: report) {
      change, event throws(StoreError) in
      try folder.save(change, in: event, rescue: rescue, at: now())
    }
  }

  /// Adds a change and returns at once.
  ///
  /// - Parameters:
  ///   - revision: the caller's number of it, greater than those before; reports name it.
  ///   - event: what the change is checked against.
  package func submit(_ change: SheetChange, revision: Int, in event: Event) {
    let isIdle = state.withLock { state in
      state.add(Pending(change: change, revision: revision, event: event))
      return !state.isRetrying
    }
    if isIdle { worker.async { self.saveAll() } }
  }

  /// Whether everything that was submitted is on the disk, or reported as refused.
  package var isEmpty: Bool { state.withLock { $0.all.isEmpty } }

  /// Waits until all is saved, tries once more what failed, and puts what still is not on the disk
  /// into the rescue folder: for leaving the program. Blocks at most for `timeout`, and then for
  /// as long as the rescue takes.
  package func drain(timeout: Duration) -> DrainOutcome {
    let done = DispatchSemaphore(value: 0)
    worker.async {
      self.saveAll()
      done.signal()
    }
    let (seconds, attoseconds) = timeout.components
    let nanoseconds = Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
    _ = done.wait(timeout: .now() + .nanoseconds(nanoseconds))
    var outcome = DrainOutcome()
    for left in state.withLock({ $0.takeAll() }) {
      do throws(StoreError) {
        outcome.rescued.append(try rescue.keep(left.change, at: now()))
      } catch {
        outcome.lost.append((left.change, error))
      }
    }
    return outcome
  }

  // MARK: - The worker

  /// Saves what waits, one reviewer after the other, each until nothing does or a save fails.
  private func saveAll() {
    var failed: Set<Identifier> = []
    while let next = state.withLock({ $0.begin(besides: failed) }) {
      do throws(StoreError) {
        let outcome = try saving(next.change, next.event)
        state.withLock { $0.succeed() }
        report(.saved(next.revision, outcome))
      } catch  where !error.proposals.isEmpty {
        setAside(next, for: error)
      } catch {
        failed.insert(next.change.reviewer)
        let (failures, isFirst) = state.withLock { $0.fail() }
        let delay = delays.delay(after: failures)
        report(.failed(next.revision, error, retryIn: delay))
        guard isFirst else { continue }
        worker.asyncAfter(deadline: .now() + .milliseconds(delay.milliseconds)) { self.retry() }
      }
    }
  }

  private func retry() {
    state.withLock { $0.isRetrying = false }
    saveAll()
  }

  /// Takes the entries that can never be saved out of the way of the others, into the rescue folder.
  private func setAside(_ pending: Pending, for refusal: StoreError) {
    let (those, rest) = pending.change.split(refusal.proposals)
    var left = pending
    left.change = rest
    var refused = pending
    refused.change = those
    do throws(StoreError) {
      let path = try rescue.keep(those, at: now())
      state.withLock { $0.setAside(rest: left, refused: nil) }
      report(.refused(pending.revision, refusal, rescued: path))
    } catch {
      state.withLock { $0.setAside(rest: left, refused: refused) }
      report(.refused(pending.revision, refusal, rescued: nil))
    }
  }
}

/// What became of a save.
package enum SaveEvent: Sendable {
  /// All of this reviewer up to this revision is on the disk, but for what was refused.
  case saved(Int, SaveOutcome)
  /// A save failed; its change is kept and tried again.
  case failed(Int, StoreError, retryIn: Duration)
  /// Reviews of `StoreError.proposals` can never be saved: entries are in the way. They were put
  /// into the rescue folder, or, where that fails (nil), are kept for `drain`. What else the change
  /// holds is saved next, and reported; where there is nothing else, no `saved` follows.
  case refused(Int, StoreError, rescued: FilePath?)
}

/// What was left when the program had to go.
package struct DrainOutcome: Sendable {
  /// The files that hold what could not be saved; empty where all was saved.
  package var rescued: [FilePath] = []
  /// What could not even be rescued: to be shown, as the last resort.
  package var lost: [(change: SheetChange, error: StoreError)] = []
}

/// How long to wait before a failed save is tried again: twice as long each time.
package struct RetryDelays: Sendable {
  /// After the first failure.
  package var first: Duration
  /// At most.
  package var limit: Duration

  /// Makes delays: half a second, to ten seconds.
  package init(first: Duration = .milliseconds(500), limit: Duration = .seconds(10)) {
    self.first = first
    self.limit = limit
  }

  /// The delay after so many failures in a row.
  package func delay(after failures: Int) -> Duration {
    min(limit, first * (1 << min(max(0, failures - 1), 20)))
  }
}

extension Duration {
  fileprivate var milliseconds: Int {
    Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }
}
