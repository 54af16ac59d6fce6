package import ReviewCore

/// What was said and not yet written.
package struct SaveStatus<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The number of the newest change; each change has a number of its own.
  package private(set) var revision = 0
  /// The newest change that stands on the disk.
  package private(set) var savedRevision = 0
  /// Why the last attempt to save failed; nil after a save that went well.
  package private(set) var failure: String?
  /// What is not on the disk yet, with the number of its change.
  package private(set) var pending: [ProposalID: Pending] = [:]

  /// Something that is not on the disk yet.
  package struct Pending: Hashable, Sendable {
    /// The number of the change.
    package let revision: Int
    /// What was said.
    package let value: Value
  }

  /// Notes changes that are saved together, and returns their number.
  mutating func change(_ values: [ProposalID: Value]) -> Int {
    revision += 1
    for (id, value) in values { pending[id] = Pending(revision: revision, value: value) }
    return revision
  }

  /// Notes that all changes up to a number stand on the disk.
  mutating func saved(_ revision: Int) {
    savedRevision = max(savedRevision, revision)
    failure = nil
    pending = pending.filter { $0.value.revision > savedRevision }
  }

  /// Notes that a save failed.
  mutating func failed(_ problem: String) { failure = problem }

  /// Whether everything that was said stands on the disk.
  package var isClean: Bool { pending.isEmpty }
}
