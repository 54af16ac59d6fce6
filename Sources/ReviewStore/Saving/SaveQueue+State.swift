import ReviewCore

extension SaveQueue {
  /// A change that is not on the disk yet.
  struct Pending: Sendable {
    var change: Change
    var revision: Int
    var context: Change.Context

    /// This one with a later one of the same writer.
    func followed(by later: Pending) -> Pending {
      Pending(
        change: change.followed(by: later.change), revision: max(revision, later.revision),
        context: later.context)
    }
  }

  /// What the queue holds. A change is in exactly one place until it is on the disk.
  struct State: Sendable {
    /// What waits, in the order of arrival; one for each writer.
    private var waiting: [Pending] = []
    /// What is being saved.
    private var saving: Pending?
    /// What was refused and could not be rescued.
    private var refused: [Pending] = []
    private var failures = 0
    /// Whether the next attempt has been set for later.
    var isRetrying = false
    /// Whether a save has been set for later, so that what comes until then goes with it.
    var isDelayed = false

    /// All that is not on the disk.
    var all: [Pending] { refused + (saving.map { [$0] } ?? []) + waiting }

    mutating func add(_ pending: Pending) {
      if let place = waiting.firstIndex(where: { $0.change.writer == pending.change.writer }) {
        waiting[place] = waiting[place].followed(by: pending)
      } else {
        waiting.append(pending)
      }
    }

    /// Takes the next one in hand; nil where nothing waits but of those writers.
    mutating func begin(besides failed: Set<Identifier?>) -> Pending? {
      let next = waiting.firstIndex { !failed.contains($0.change.writer) }
      guard saving == nil, let next else { return nil }
      saving = waiting.remove(at: next)
      return saving
    }

    mutating func succeed() {
      saving = nil
      failures = 0
    }

    /// Puts back what was in hand, under what came since; returns the failures in a row, and
    /// whether the next attempt is to be set for later.
    mutating func fail() -> (failures: Int, isFirst: Bool) {
      putBack(saving)
      failures += 1
      defer { isRetrying = true }
      return (failures, !isRetrying)
    }

    mutating func setAside(rest: Pending, refused pending: Pending?) {
      putBack(rest.change.isEmpty || saving == nil ? nil : rest)
      if let pending { refused.append(pending) }
    }

    private mutating func putBack(_ pending: Pending?) {
      saving = nil
      guard let pending else { return }
      if let place = waiting.firstIndex(where: { $0.change.writer == pending.change.writer }) {
        waiting[place] = pending.followed(by: waiting[place])
      } else {
        waiting.append(pending)
      }
    }

    /// Gives everything away.
    mutating func takeAll() -> [Pending] {
      let all = all
      (waiting, saving, refused) = ([], nil, [])
      return all
    }
  }
}
