package import ReviewCore

/// How far each member of the committee is, as far as the viewer may know.
///
/// One's own numbers are always there. Those of others are there for a chair, and for whoever may
/// see every other review anyhow (but for those that a conflict closes to them): a part of the
/// numbers would mislead, and a number of hidden reviews would be a side door. Proposals whose
/// reviews are closed to the viewer are not in the others' numbers, and are counted in `closed`.
package struct CommitteeProgress: Hashable, Sendable {
  /// The members, in the order of the committee.
  package let members: [MemberProgress]
  /// How many proposals are not in the others' numbers, since the viewer is in conflict with them.
  package let closed: Int
  /// Whether proposals are assigned: then the totals are what each is to read, else all.
  package let isByAssignment: Bool

  /// How far one member is.
  package struct MemberProgress: Hashable, Sendable {
    /// Who it is.
    package let member: Member
    /// Their numbers; nil where the viewer may not know them.
    package let numbers: Numbers?
  }

  /// The numbers of a member. Withdrawn proposals do not count.
  package struct Numbers: Hashable, Sendable {
    /// Finished reviews.
    package internal(set) var scored = 0
    /// Reviews that were begun.
    package internal(set) var drafts = 0
    /// Abstentions.
    package internal(set) var abstained = 0
    /// Conflicts, declared or because it is their own talk.
    package internal(set) var conflicts = 0
    /// Put off for later.
    package internal(set) var skipped = 0
    /// How many proposals they are to judge: what is assigned to them, else all.
    package internal(set) var total = 0
    /// How many of those they judged: scored, abstained or in conflict.
    package internal(set) var judged = 0
    /// When they last said anything that the viewer may see.
    package internal(set) var lastSaid: Timestamp?

    /// How many they are still to judge.
    package var remaining: Int { total - judged }

    /// Which part of their proposals is judged, 0 to 1; 1 where there is nothing to judge.
    package var fraction: Double { total == 0 ? 1 : Double(judged) / Double(total) }
  }

  /// Counts a summit. O(proposals + members + reviews + assignments).
  package init(of summit: SeenSummit) {
    let viewer = summit.viewer
    let open = summit.proposals.filter { !$0.proposal.isWithdrawn }
    closed = open.count { !$0.areOtherReviewsVisible && $0.myState == .conflict }
    let seesOthers =
      viewer?.isChair == true
      || open.allSatisfy { $0.areOtherReviewsVisible || $0.myState == .conflict }
    isByAssignment = !summit.assignments.isEmpty
    var tally = ProgressTally(summit, countsOthers: seesOthers)
    for seen in summit.proposals { tally.add(seen) }
    members = summit.event.committee.map { member in
      MemberProgress(
        member: member,
        numbers: seesOthers || member.id == viewer?.id
          ? tally.numbers(of: member.id) : nil)
    }
  }

  /// The sum of all numbers that are known.
  package var team: Numbers {
    members.reduce(into: Numbers()) { sum, row in
      guard let numbers = row.numbers else { return }
      sum.scored += numbers.scored
      sum.drafts += numbers.drafts
      sum.abstained += numbers.abstained
      sum.conflicts += numbers.conflicts
      sum.skipped += numbers.skipped
      sum.total += numbers.total
      sum.judged += numbers.judged
      sum.lastSaid = [sum.lastSaid, numbers.lastSaid].compactMap(\.self).max()
    }
  }
}
