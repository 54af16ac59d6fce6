package import ReviewCore

/// Which remark: of a proposal, by its key in the viewer's file.
package struct RemarkPlace: Hashable, Sendable {
  /// The proposal.
  package let proposal: ProposalID
  /// The key.
  package let id: String

  /// Names a remark.
  package init(proposal: ProposalID, id: String) {
    self.proposal = proposal
    self.id = id
  }
}

/// Remarks that are not on the disk yet.
///
/// They go the way of the reviews, and have their numbers from `SaveStatus<Review>`.
package struct PendingRemarks: Hashable, Sendable {
  /// What is not on the disk yet, by its key, with the number of its change.
  package private(set) var pending: [String: Pending] = [:]

  /// A remark that is not on the disk yet.
  package struct Pending: Hashable, Sendable {
    /// The number of the change.
    package let revision: Int
    /// What was said.
    package let value: Remark
  }

  /// Notes a change.
  mutating func change(_ id: String, _ remark: Remark, revision: Int) {
    pending[id] = Pending(revision: revision, value: remark)
  }

  /// Notes that all changes up to a number stand on the disk.
  mutating func saved(_ revision: Int) {
    pending = pending.filter { $0.value.revision > revision }
  }

  /// Whether everything that was said stands on the disk.
  package var isClean: Bool { pending.isEmpty }
}
