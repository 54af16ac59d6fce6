/// Changes of one kind that are not on the disk yet: comparisons, remarks.
///
/// They go the way of the reviews, and have their numbers from `SaveStatus<Review>`.
package struct PendingChanges<Key: Hashable & Sendable, Value: Hashable & Sendable>:
  Hashable, Sendable
{
  /// What is not on the disk yet, with the number of its change.
  package private(set) var pending: [Key: Pending] = [:]

  /// A change that is not on the disk yet.
  package struct Pending: Hashable, Sendable {
    /// The number of the change.
    package let revision: Int
    /// What was said.
    package let value: Value
  }

  /// Notes a change.
  mutating func change(_ key: Key, _ value: Value, revision: Int) {
    pending[key] = Pending(revision: revision, value: value)
  }

  /// Notes that all changes up to a number stand on the disk. O(changes).
  mutating func saved(_ revision: Int) {
    pending = pending.filter { $0.value.revision > revision }
  }

  /// Whether everything that was said stands on the disk.
  package var isClean: Bool { pending.isEmpty }
}
