/// Who is to read what, so that no other choice is better.
package struct AssignmentSolution: Hashable, Sendable {
  /// The problem that it solves.
  package let problem: AssignmentProblem
  /// The reviewers that each proposal is given, without those that it keeps, in order.
  package internal(set) var given: [[Int]]
  /// How many reviews each proposal lacks.
  package let missing: [Int]
  /// Which proposals are short and why, a group for each cause.
  package let shortages: [AssignmentShortage]
  /// Which reviewers have less than their minimum and why.
  package let underloads: [AssignmentShortage]

  /// Solves a problem; nil where it is too large for 64 bits, which takes some hundred thousand
  /// reviewers. Equals are settled by the order of the candidates: the same problem has the same
  /// solution everywhere.
  ///
  /// Every review is placed by the cheapest way: O(reviews · pairs · log pairs) at worst. 6,000
  /// reviews of 2,000 proposals by 100 reviewers take a fraction of a second.
  package init?(of problem: AssignmentProblem) {
    guard var flow = AssignmentFlow(problem) else { return nil }
    flow.placeAll()
    self.problem = problem
    given = (0..<flow.proposalCount).map { proposal in
      (Int(flow.arcStart[proposal])..<Int(flow.arcStart[proposal + 1]))
        .filter { flow.arcSlot[$0] >= 0 }.map { Int(flow.arcReviewer[$0]) }.sorted()
    }
    missing = flow.missing.map { Int($0) }
    shortages = flow.shortages()
    underloads = flow.underloads()
  }

  /// How much each reviewer reads, with what they keep. O(reviews).
  package var loads: [Int] {
    var loads = [Int](repeating: 0, count: problem.loads.count)
    for candidate in problem.kept.joined() { loads[candidate.reviewer] += 1 }
    for reviewer in given.joined() { loads[reviewer] += 1 }
    return loads
  }

  /// How good it is. O(pairs).
  package var objective: AssignmentObjective { AssignmentObjective(of: problem, given: given) }
}

extension AssignmentFlow {
  /// Places every review that a proposal needs: the first of each, then the second, and so on, so
  /// that loads grow together.
  fileprivate mutating func placeAll() {
    var search = AssignmentSearch(nodes: potential.count)
    let rounds = (0..<proposalCount).map(placeable).max() ?? 0
    for round in 0..<rounds {
      for proposal in 0..<proposalCount where round < placeable(proposal) {
        search.place(unitOf: proposal, in: &self)
      }
    }
  }
}
