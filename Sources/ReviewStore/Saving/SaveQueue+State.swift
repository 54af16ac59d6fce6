import ReviewCore

extension SaveQueue {
  /// A change that is not on the disk yet.
  struct Pending: Sendable {
    var change: SheetChange
    var revision: Int
    var event: Event

    /// This one with a later one of the same reviewer.
    func followed(by later: Pending) -> Pending {
      Pending(
        change: change.followed(by: later.change), revision: max(revision, later.revision),
        event: later.event)
    }
  }

  /// What the queue holds. A change is in exactly one place until it is on the disk.
  struct State: Sendable {
    /// What waits, in the order of arrival; one for each reviewer.
    private var waiting: [Pending] = []
    /// What is being saved.
    private var saving: Pending?
    /// What was refused and could not be rescued.
    private var refused: [Pending] = []
    private var failures = 0
    /// Whether the next attempt has been set for later.
    var isRetrying = false

    /// All that is not on the disk.
    var all: [Pending] { refused + (saving.map { [$0] } ?? []) + waiting }

    mutating func add(_ pending: Pending) {
      if let place = waiting.firstIndex(where: { $0.change.reviewer == pending.change.reviewer }) {
        waiting[place] = waiting[place].followed(by: pending)
      } else {
        waiting.append(pending)
      }
    }

    /// Takes the next one in hand; nil where nothing waits.
    mutating func begin() -> Pending? {
      guard saving == nil, !waiting.isEmpty else { return nil }
      saving = waiting.removeFirst()
      return saving
    }

    mutating func succeed() {
      saving = nil
      failures = 0
    }

    /// Puts back what was in hand, under what came since; returns the failures in a row.
    mutating func fail() -> Int {
      putBack(saving)
      failures += 1
      isRetrying = true
      return failures
    }

    mutating func setAside(rest: Pending, refused pending: Pending?) {
      putBack(rest.change.isEmpty || saving == nil ? nil : rest)
      if let pending { refused.append(pending) }
    }

    private mutating func putBack(_ pending: Pending?) {
      saving = nil
      guard let pending else { return }
      if let place = waiting.firstIndex(where: { $0.change.reviewer == pending.change.reviewer }) {
        waiting[place] = pending.followed(by: waiting[place])
      } else {
        // Last, so that one reviewer's broken file does not keep another's save back.
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
