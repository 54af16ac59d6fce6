/// How far a reviewer is, overall and in each focus area.
///
/// Withdrawn proposals do not count; judged is scored, abstained or in conflict.
package struct Progress: Hashable, Sendable {
  /// How many proposals are judged.
  package private(set) var judged = 0
  /// How many there are to judge.
  package private(set) var total = 0
  /// The same of what the reviewer is asked to read; none where nothing is assigned to them.
  package private(set) var assigned = Count()
  /// The same for each focus area, by the proposals' primary one.
  package private(set) var byArea: [Identifier: Count] = [:]

  /// What the reviewer is to do: what is assigned to them, else everything.
  package var task: Count {
    assigned.total > 0 ? assigned : Count(judged: judged, total: total)
  }

  /// Judged, and in all.
  package struct Count: Hashable, Sendable {
    /// How many are judged.
    package var judged = 0
    /// How many there are.
    package var total = 0

    /// Makes a count.
    package init(judged: Int = 0, total: Int = 0) {
      (self.judged, self.total) = (judged, total)
    }
  }

  /// Counts a summit. O(proposals).
  package init(_ summit: SeenSummit) {
    for proposal in summit.proposals { add(proposal, 1) }
  }

  /// Takes in that one proposal is seen anew. O(1).
  package mutating func replace(_ old: SeenProposal, by new: SeenProposal) {
    add(old, -1)
    add(new, 1)
  }

  private mutating func add(_ proposal: SeenProposal, _ sign: Int) {
    guard !proposal.proposal.isWithdrawn else { return }
    let isJudged = !proposal.myState.isUnscored
    total += sign
    if isJudged { judged += sign }
    if proposal.isAssigned {
      assigned.total += sign
      if isJudged { assigned.judged += sign }
    }
    guard let area = proposal.proposal.focusAreas.first else { return }
    byArea[area, default: Count()].total += sign
    if isJudged { byArea[area, default: Count()].judged += sign }
    if byArea[area]?.total == 0 { byArea[area] = nil }
  }
}
