/// How good an assignment is, the most important aim first.
///
/// Two assignments are compared by the first aim in which they differ.
package struct AssignmentObjective: Hashable, Comparable, Sendable {
  /// How many reviews are missing.
  package private(set) var missing = 0
  /// How unevenly they are missing: of a proposal that lacks n reviews 1 + 2 + … + n.
  package private(set) var unevenShortage = 0
  /// Reviews under the reviewers' minima, and over what is comfortable.
  package private(set) var loadFaults = 0
  /// How many proposals an expert of their focus area reads.
  package private(set) var experts = 0
  /// How well reviewers and proposals fit, in all.
  package private(set) var affinity = 0
  /// How unevenly the loads are: of a reviewer with a load of n 0 + 1 + … + (n − 1).
  package private(set) var unevenLoad = 0

  /// Measures a choice: the reviewers of each proposal beside those that it keeps. Those who are no
  /// candidates count without affinity. O(pairs).
  package init(of problem: AssignmentProblem, given: [[Int]]) {
    var loads = [Int](repeating: 0, count: problem.loads.count)
    for (proposal, demand) in problem.demand.enumerated() {
      let chosen = Set(given[proposal])
      let readers =
        problem.kept[proposal]
        + problem.candidates[proposal].filter { chosen.contains($0.reviewer) }
      for reader in readers {
        loads[reader.reviewer] += 1
        affinity += reader.affinity
      }
      let lacking = max(0, demand - readers.count)
      missing += lacking
      unevenShortage += lacking * (lacking + 1) / 2
      if readers.contains(where: \.isExpert) { experts += 1 }
    }
    for (load, limits) in zip(loads, problem.loads) {
      loadFaults += max(0, limits.minimum - load) + max(0, load - limits.comfortable)
      unevenLoad += load * (load - 1) / 2
    }
  }

  /// Whether one is better than the other.
  package static func < (one: AssignmentObjective, other: AssignmentObjective) -> Bool {
    one.costs.lexicographicallyPrecedes(other.costs)
  }

  private var costs: [Int] {
    [missing, unevenShortage, loadFaults, -experts, -affinity, unevenLoad]
  }
}
