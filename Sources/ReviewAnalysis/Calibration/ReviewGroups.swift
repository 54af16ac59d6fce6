/// The groups into which reviewers fall who have no scored proposal in common, not even through
/// others: between them only the model's prior compares.
struct ReviewGroups: Hashable, Sendable {
  /// The places of the reviewers of each group, each in order, the largest group first.
  let groups: [[Int]]

  /// Finds the groups (a union of sets with path halving; Tarjan 1975). O(scores).
  init(of design: ScoreDesign) {
    var parents = Array(0..<design.reviewerCount)
    func root(of reviewer: Int) -> Int {
      var reviewer = reviewer
      while parents[reviewer] != reviewer {
        parents[reviewer] = parents[parents[reviewer]]
        reviewer = parents[reviewer]
      }
      return reviewer
    }
    for proposal in 0..<design.proposalCount {
      let places = design.scores(of: proposal)
      guard let first = places.first else { continue }
      for place in places.dropFirst() {
        let (one, other) = (root(of: design.reviewers[first]), root(of: design.reviewers[place]))
        // The smaller place is the root: the result does not depend on the order of the scores.
        parents[max(one, other)] = min(one, other)
      }
    }
    var members = [[Int]](repeating: [], count: design.reviewerCount)
    for reviewer in 0..<design.reviewerCount { members[root(of: reviewer)].append(reviewer) }
    groups = members.filter { !$0.isEmpty }.sorted {
      ($1.count, $0[0]) < ($0.count, $1[0])
    }
  }
}
