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
