package import ReviewCore

/// Who is to read what in a summit, why, and what cannot be had.
///
/// What is kept: reviews that are finished or begun. What is forbidden: conflicts and abstentions
/// that the viewer may see, own talks, what the chair excludes. What was asked for before is kept
/// where nothing better can be had. Of proposals that a conflict closes to the viewer nothing is
/// known but who was asked: that stays, and nobody else is given them.
package struct AssignmentPlan: Hashable, Sendable {
  /// The committee.
  package let members: [Member]
  /// The proposals that are not withdrawn, in the order of their ids.
  package let proposals: [ProposalID]
  /// How many reviewers each should get.
  package let perProposal: Int
  /// What each member is to read, with what they have begun; in the order of the ids.
  package let assignments: [Identifier: [ProposalID]]
  /// How much of that they have begun or finished.
  package let keptCounts: [Identifier: Int]
  /// The proposals that get fewer reviewers than they should, in order.
  package let short: [ProposalID]
  /// How many reviewers are missing.
  package let missing: Int
  /// Why, a group for each cause.
  package let shortages: [Shortage]
  /// How good the plan is.
  package let objective: AssignmentObjective
  /// Conflicts to be confirmed, with whether the plan gives that proposal to that member.
  package let suggested: [Suggestion]
  /// In how many parts the reviewers fall, of which no two have a proposal in common.
  package let groups: Int
  /// The proposals that are not planned, since a conflict closes them to the viewer.
  package let closed: [ProposalID]
  /// Of how many others what was said is hidden from the viewer.
  package let hiddenCount: Int

  /// Proposals that cannot all have enough reviewers.
  package struct Shortage: Hashable, Sendable {
    /// The proposals.
    package let proposals: [ProposalID]
    /// All who may still be given one of them.
    package let members: [Member]
    /// How many more reviews they need together.
    package let wanted: Int
    /// How many they can get.
    package let possible: Int
  }

  /// A conflict to be confirmed.
  package struct Suggestion: Hashable, Sendable {
    /// The conflict.
    package let conflict: SuggestedConflict
    /// Whether the plan gives the proposal to that member, or they have begun it.
    package let isPlanned: Bool
  }

  /// Whether every proposal gets as many reviewers as it should.
  package var isFeasible: Bool { missing == 0 }

  /// Plans; nil where the summit is too large for 64 bits. See `AssignmentSolution` for how long it
  /// takes.
  package init?(of summit: SeenSummit, _ options: AssignmentOptions = AssignmentOptions()) {
    let setting = AssignmentSetting(of: summit, options)
    guard let solution = AssignmentSolution(of: setting.problem)?.joined() else { return nil }
    let proposals = setting.proposals.map { summit.proposals[$0].id }
    members = setting.members
    self.proposals = proposals
    perProposal = setting.perProposal
    var assignments: [[ProposalID]] = .init(repeating: [], count: members.count)
    var kept = [Int](repeating: 0, count: members.count)
    let readers = solution.readers
    for (place, id) in proposals.enumerated() {
      for reviewer in readers[place] { assignments[reviewer].append(id) }
      for candidate in setting.problem.kept[place] { kept[candidate.reviewer] += 1 }
    }
    self.assignments = Dictionary(
      zip(members.map(\.id), assignments), uniquingKeysWith: { first, _ in first })
    keptCounts = Dictionary(
      zip(members.map(\.id), kept), uniquingKeysWith: { first, _ in first })
    short = proposals.indices.filter { solution.missing[$0] > 0 }.map { proposals[$0] }
    missing = solution.objective.missing
    objective = solution.objective
    groups = solution.graph.partCount
    hiddenCount = setting.hiddenCount
    closed = setting.closed.map { summit.proposals[$0].id }
    shortages = setting.shortages(of: solution).map { members, shortage in
      Shortage(
        proposals: shortage.proposals.map { proposals[$0] },
        members: members.map { setting.members[$0] },
        wanted: shortage.wanted, possible: shortage.possible)
    }
    let planned = self.assignments.mapValues { Set($0) }
    suggested = setting.suggested.map { conflict in
      Suggestion(
        conflict: conflict,
        isPlanned: planned[conflict.reviewer]?.contains(conflict.proposal) ?? false)
    }
  }
}
