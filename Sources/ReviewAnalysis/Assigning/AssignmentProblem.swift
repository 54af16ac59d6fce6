/// Who may read what, and how much of it there is to read: numbers alone, so that it can be solved
/// and tested without a summit.
///
/// Reviewers and proposals are places, from 0. What makes no sense is put right when the problem is
/// made, never refused: limits are brought into order, and of two pairs of the same reviewer and
/// proposal the first counts.
package struct AssignmentProblem: Hashable, Sendable {
  /// What each reviewer may be given, with what they keep.
  package let loads: [LoadLimits]
  /// How many reviews each proposal needs, with those that it keeps.
  package let demand: [Int]
  /// Who may be given each proposal, in the order in which equals are tried. What is not here is
  /// forbidden.
  package let candidates: [[Candidate]]
  /// Who reads each proposal already and keeps it: they count for demand and load.
  package let kept: [[Candidate]]

  /// A reviewer for a proposal.
  package struct Candidate: Hashable, Sendable {
    /// The reviewer's place.
    package let reviewer: Int
    /// How well the two fit, 0 to `greatestAffinity`.
    package let affinity: Int
    /// Whether the reviewer knows the proposal's focus area well.
    package let isExpert: Bool

    /// Makes a candidate; an affinity outside the range becomes its nearest end.
    package init(_ reviewer: Int, affinity: Int, isExpert: Bool = false) {
      self.reviewer = reviewer
      self.affinity = min(max(0, affinity), AssignmentProblem.greatestAffinity)
      self.isExpert = isExpert
    }
  }

  /// The greatest affinity.
  package static let greatestAffinity = 10_000

  /// Makes a problem. O(pairs).
  ///
  /// - Parameters:
  ///   - loads: by reviewer.
  ///   - demand: by proposal; less than none is none. It may be more than there are reviewers, up to
  ///     a thousand.
  ///   - candidates: by proposal; for proposals that are left out, nobody.
  ///   - kept: by proposal.
  package init(
    loads: [LoadLimits], demand: [Int], candidates: [[Candidate]], kept: [[Candidate]] = []
  ) {
    self.demand = demand.map { min(max(0, $0), max(1_000, loads.count)) }
    self.loads = loads.map { $0.limited(to: demand.count) }
    // Which proposal each reviewer was found with last: what is found twice is left out.
    var last = [Int](repeating: -1, count: loads.count)
    var (cleanCandidates, cleanKept): ([[Candidate]], [[Candidate]]) = ([], [])
    for proposal in demand.indices {
      func clean(_ list: [[Candidate]]) -> [Candidate] {
        guard list.indices.contains(proposal) else { return [] }
        return list[proposal].filter { candidate in
          guard last.indices.contains(candidate.reviewer), last[candidate.reviewer] != proposal
          else { return false }
          last[candidate.reviewer] = proposal
          return true
        }
      }
      cleanKept.append(clean(kept))
      cleanCandidates.append(clean(candidates))
    }
    self.candidates = cleanCandidates
    self.kept = cleanKept
  }
}

/// How many proposals one reviewer is to read.
package struct LoadLimits: Hashable, Sendable {
  /// They should have at least so many.
  package let minimum: Int
  /// They should not have more, unless something would be short.
  package let comfortable: Int
  /// They never get more; what they keep may be more already.
  package let maximum: Int

  /// Makes limits, brought into order: the maximum wins over the others.
  package init(minimum: Int, comfortable: Int? = nil, maximum: Int) {
    self.maximum = max(0, maximum)
    self.minimum = min(max(0, minimum), self.maximum)
    self.comfortable = min(max(self.minimum, comfortable ?? maximum), self.maximum)
  }

  /// The same where there are only so many proposals.
  fileprivate func limited(to proposals: Int) -> LoadLimits {
    LoadLimits(
      minimum: minimum, comfortable: min(comfortable, proposals), maximum: min(maximum, proposals))
  }
}
