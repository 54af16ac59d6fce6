import Dispatch
package import ReviewCore
import Synchronization

/// Saves changes in the background, so that typing never waits for a disk.
///
/// Changes of one writer that wait are merged into one; one save runs at a time; what fails is
/// kept and tried again. Nothing is reported as saved before it is durable.
package final class SaveQueue<Change: QueuedChange>: Sendable {
  /// Makes a save: `ReviewFolder.save`, or in tests something that fails on order.
  package typealias Saving =
    @Sendable (Change, Change.Context) throws(StoreError) -> Change.Outcome

  private let worker = DispatchQueue(label: "lectern.save", qos: .userInitiated)
  private let state = Mutex(State())
  private let saving: Saving
  private let rescue: RescueFolder
  private let delays: RetryDelays
  private let now: @Sendable () -> Timestamp
  private let report: @Sendable (SaveEvent<Change.Outcome>) -> Void

  /// Makes a queue with nothing in it.
  ///
  /// - Parameters:
  ///   - rescue: where goes what cannot be saved.
  ///   - now: the clock.
  ///   - report: is told what became of each save, on a thread of the queue's.
  package init(
    rescue: RescueFolder, delays: RetryDelays = .init(), now: @escaping @Sendable () -> Timestamp,
    report: @escaping @Sendable (SaveEvent<Change.Outcome>) -> Void, saving: @escaping Saving
  ) {
    self.saving = saving
    self.rescue = rescue
    self.delays = delays
    self.now = now
    self.report = report
  }

  /// Adds a change and returns at once.
  ///
  /// - Parameters:
  ///   - revision: the caller's number of it, greater than those before; reports name it.
  ///   - context: what the save needs besides: the event that the change is checked against.
  ///   - delay: how long to wait for more that goes with it: for what changes with every key.
  package func submit(
    _ change: Change, revision: Int, in context: Change.Context, after delay: Duration = .zero
  ) {
    let begins = state.withLock { state in
      state.add(Pending(change: change, revision: revision, context: context))
      if state.isRetrying || (delay > .zero && state.isDelayed) { return false }
      if delay > .zero { state.isDelayed = true }
      return true
    }
    guard begins else { return }
    if delay > .zero {
      worker.asyncAfter(deadline: .now() + .milliseconds(delay.milliseconds)) { self.saveDelayed() }
    } else {
      worker.async { self.saveAll() }
    }
  }

  /// Whether everything that was submitted is on the disk, or reported as refused.
  package var isEmpty: Bool { state.withLock { $0.all.isEmpty } }

  /// Begins to save what waits, delayed or failed, without waiting for it: where several queues are
  /// to be drained in the time of one.
  package func hurry() {
    worker.async { self.saveAll() }
  }

  /// Waits until all is saved, tries once more what failed, and puts what still is not on the disk
  /// into the rescue folder: for leaving the program. Blocks at most for `timeout`, and then for
  /// as long as the rescue takes.
  package func drain(timeout: Duration) -> DrainOutcome<Change> {
    let done = DispatchSemaphore(value: 0)
    worker.async {
      self.saveAll()
      done.signal()
    }
    _ = done.wait(timeout: .now() + .milliseconds(max(0, timeout.milliseconds)))
    var outcome = DrainOutcome<Change>()
    for left in state.withLock({ $0.takeAll() }) {
      do throws(StoreError) {
        if let path = try rescue.keep(left.change, at: now()) { outcome.rescued.append(path) }
      } catch {
        outcome.lost.append((left.change, error))
      }
    }
    return outcome
  }

  // MARK: - The worker

  /// Saves what waits, one writer after the other, each until nothing does or a save fails.
  private func saveAll() {
    var failed: Set<Identifier?> = []
    while let next = state.withLock({ $0.begin(besides: failed) }) {
      do throws(StoreError) {
        let outcome = try saving(next.change, next.context)
        state.withLock { $0.succeed() }
        report(.saved(next.revision, outcome))
      } catch  where !error.entries.isEmpty {
        setAside(next, for: error)
      } catch {
        failed.insert(next.change.writer)
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

  private func saveDelayed() {
    let isRetrying = state.withLock { state in
      state.isDelayed = false
      return state.isRetrying
    }
    if !isRetrying { saveAll() }
  }

  /// Takes the entries that can never be saved out of the way of the others, into the rescue folder.
  private func setAside(_ pending: Pending, for refusal: StoreError) {
    let (those, rest) = pending.change.split(refusal.entries)
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

extension SaveQueue<SheetChange> {
  /// Makes a queue that saves reviews into a folder.
  package convenience init(
    folder: ReviewFolder, rescue: RescueFolder, delays: RetryDelays = .init(),
    now: @escaping @Sendable () -> Timestamp,
    report: @escaping @Sendable (SaveEvent<SaveOutcome>) -> Void
  ) {
    self.init(rescue: rescue, delays: delays, now: now, report: report) {
      change, event throws(StoreError) in
      try folder.save(change, in: event, rescue: rescue, at: now())
    }
  }
}
