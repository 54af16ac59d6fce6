package import SystemPackage

/// What became of a save.
package enum SaveEvent<Outcome: Sendable>: Sendable {
  /// All of this writer up to this revision is on the disk, but for what was refused.
  case saved(Int, Outcome)
  /// A save failed; its change is kept and tried again.
  case failed(Int, StoreError, retryIn: Duration)
  /// Entries of `StoreError.entries` can never be saved: others are in the way. They were put
  /// into the rescue folder, or, where that fails (nil), are kept for `drain`. What else the change
  /// holds is saved next, and reported; where there is nothing else, no `saved` follows.
  case refused(Int, StoreError, rescued: FilePath?)
}

/// What was left when the program had to go.
package struct DrainOutcome<Change: QueuedChange>: Sendable {
  /// The files that hold what could not be saved; empty where all was saved.
  package var rescued: [FilePath] = []
  /// What could not even be rescued: to be shown, as the last resort.
  package var lost: [(change: Change, error: StoreError)] = []
}
