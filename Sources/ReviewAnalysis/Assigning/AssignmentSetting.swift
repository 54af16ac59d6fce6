import ReviewCore

/// The assignment of a summit in numbers: members and open proposals as places.
struct AssignmentSetting {
  let members: [Member]
  /// The proposals that are not withdrawn, as places in the summit.
  let proposals: [Int]
  let suggested: [SuggestedConflict]
  let perProposal: Int
  /// The proposals that a conflict of the viewer closes to them, as places in the summit: they are
  /// not planned, and who was asked stays asked.
  let closed: [Int]
  /// Of how many others what was said is hidden from the viewer.
  let hiddenCount: Int
  private(set) var problem: AssignmentProblem

  /// How many reviewers a proposal gets where nobody says.
  static let usualPerProposal = 3

  /// Sets the problem of a summit. O(proposals · members + reviews).
  init(of summit: SeenSummit, _ options: AssignmentOptions) {
    let proposals = summit.proposals.indices.filter {
      !summit.proposals[$0].proposal.isWithdrawn
    }
    let perProposal =
      options.perProposal ?? summit.event.rules.reviewsPerProposal ?? Self.usualPerProposal
    members = summit.event.committee
    suggested = SuggestedConflict.all(in: summit)
    self.proposals = proposals
    self.perProposal = perProposal
    let candidates = AssignmentCandidates(of: summit, options, suggested)
    let lists = proposals.map { candidates.of($0) }
    closed = zip(proposals, lists).filter { $0.1.isClosed }.map(\.0)
    hiddenCount = lists.count { $0.isHidden && !$0.isClosed }
    let demand = lists.map { $0.isClosed ? $0.kept.count : perProposal }
    let loads = LoadShare(
      demand: demand, kept: lists.map { $0.kept.map(\.reviewer) }, members: members.count,
      idle: candidates.idle, maximum: options.maximumLoad)
    problem = AssignmentProblem(
      loads: loads.limits, demand: demand, candidates: lists.map(\.open), kept: lists.map(\.kept))
  }
}

extension AssignmentSetting {
  /// Why reviews are missing: for each set of members who may give them all proposals that only
  /// they may read, in the order of the first. What is short of each alone adds up. O(pairs).
  func shortages(
    of solution: AssignmentSolution
  ) -> [(members: [Int], shortage: AssignmentShortage)] {
    var places: [[Int]: Int] = [:]
    var result: [(members: [Int], shortage: AssignmentShortage)] = []
    for shortage in solution.shortages {
      let members = Set(shortage.proposals.flatMap { problem.candidates[$0].map(\.reviewer) })
        .sorted()
      guard let place = places[members] else {
        places[members] = result.count
        result.append((members, shortage))
        continue
      }
      let before = result[place].shortage
      result[place].shortage = AssignmentShortage(
        proposals: (before.proposals + shortage.proposals).sorted(),
        reviewers: members, wanted: before.wanted + shortage.wanted,
        possible: before.possible + shortage.possible)
    }
    return result
  }
}

/// Even loads: what each member should read where all read the same.
///
/// A tenth more or less is left for expertise: under nine tenths of an even share, or over eleven
/// tenths, a load is uneven. More is never forbidden unless a chair says so, since a limit that
/// nobody asked for must not leave a proposal short.
struct LoadShare {
  let limits: [LoadLimits]

  init(demand: [Int], kept: [[Int]], members: Int, idle: Set<Int>, maximum: Int?) {
    var load = [Int](repeating: 0, count: members)
    for reviewer in kept.joined() { load[reviewer] += 1 }
    let all = zip(demand, kept).reduce(0) {
      $0 + max(min(max(0, $1.0), members), $1.1.count)
    }
    let working = members - idle.count
    let open = all - idle.reduce(0) { $0 + load[$1] }
    limits = (0..<members).map { member in
      if idle.contains(member) { return LoadLimits(minimum: 0, maximum: load[member]) }
      return LoadLimits(
        minimum: open * 9 / (10 * max(1, working)),
        comfortable: (open * 11 + 10 * max(1, working) - 1) / (10 * max(1, working)),
        maximum: min(maximum ?? kept.count, kept.count))
    }
  }
}
