package import ReviewCore

/// Comparisons that are not on the disk yet.
///
/// They go the way of the reviews, and have their numbers from `SaveStatus<Review>`.
package struct PendingComparisons: Hashable, Sendable {
  /// What is not on the disk yet, with the number of its change.
  package private(set) var pending: [ProposalPair: Pending] = [:]

  /// A comparison that is not on the disk yet.
  package struct Pending: Hashable, Sendable {
    /// The number of the change.
    package let revision: Int
    /// What was said.
    package let value: Comparison
  }

  /// Notes a change.
  mutating func change(_ pair: ProposalPair, _ comparison: Comparison, revision: Int) {
    pending[pair] = Pending(revision: revision, value: comparison)
  }

  /// Notes that all changes up to a number stand on the disk.
  mutating func saved(_ revision: Int) {
    pending = pending.filter { $0.value.revision > revision }
  }

  /// Whether everything that was said stands on the disk.
  package var isClean: Bool { pending.isEmpty }
}
