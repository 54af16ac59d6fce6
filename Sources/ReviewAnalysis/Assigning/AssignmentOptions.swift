package import ReviewCore

/// What a chair asks of an assignment.
package struct AssignmentOptions: Hashable, Sendable {
  /// How many reviewers each proposal gets; nil is what the rules say, else three.
  package var perProposal: Int?
  /// How many proposals a reviewer gets at most; nil is no limit but evenness.
  package var maximumLoad: Int?
  /// Who is not to get what.
  package var exclusions: Set<AssignmentExclusion> = []
  /// Whether every conflict that is suggested is taken for one.
  package var confirmsSuggested = false

  /// Makes options: by the rules, without a limit.
  package init() {}
}

/// A reviewer who is not to be given a proposal; what they have begun to review stays theirs.
package struct AssignmentExclusion: Hashable, Sendable {
  /// Who.
  package let reviewer: Identifier
  /// What; nil is anything new.
  package let proposal: ProposalID?

  /// Makes an exclusion.
  package init(_ reviewer: Identifier, _ proposal: ProposalID? = nil) {
    self.reviewer = reviewer
    self.proposal = proposal
  }
}
