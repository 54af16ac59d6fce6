extension AssignmentSolution {
  /// Who reads each proposal: those who are kept, then those who are given.
  var readers: [[Int]] {
    zip(problem.kept, given).map { kept, given in kept.map(\.reviewer) + given }
  }

  /// Who reads what, as a graph. O(reviews).
  package var graph: ReviewGraph {
    ReviewGraph(reviewers: problem.loads.count, readers: readers)
  }

  /// The same with its review graph joined, as far as exchanges of one or two reviews can do that
  /// without giving up a review, a load or an expert, or leaving somebody with nothing; the affinity
  /// may suffer, as little as can be.
  ///
  /// - Parameter limit: how many exchanges are looked at in all.
  package func joined(limit: Int = 10_000_000) -> AssignmentSolution {
    var graph = graph
    guard graph.partCount > 1 else { return self }
    var search = JoiningSearch(self, limit: limit)
    while graph.partCount > 1, let exchange = search.bestExchange(in: graph) {
      search.apply(exchange)
      graph = search.solution.graph
    }
    return search.solution
  }
}

/// One reviewer of a proposal is replaced by another, who may be replaced in return.
private struct Exchange {
  let proposal: Int
  let leaving: Int
  let coming: Int
  /// Where the one who comes is replaced by the one who leaves; nil for nowhere.
  let inReturn: Int?
}

/// Looks for exchanges that join two parts.
///
/// A part stays in one piece when a review that is no bridge is taken from it. So one of the two
/// reviews of an exchange must be none: then what the other one leaves behind is joined to the first
/// part by both ends.
private struct JoiningSearch {
  private(set) var solution: AssignmentSolution
  private let candidates: [[Int: AssignmentProblem.Candidate]]
  /// What each reviewer was given, and may give away.
  private var givenTo: [[Int]]
  private var loads: [Int]
  private var experts: [Int]
  private var stepsLeft: Int

  init(_ solution: AssignmentSolution, limit: Int) {
    self.solution = solution
    stepsLeft = limit
    let problem = solution.problem
    candidates = problem.candidates.map { list in
      Dictionary(list.map { ($0.reviewer, $0) }, uniquingKeysWith: { first, _ in first })
    }
    givenTo = [[Int]](repeating: [], count: problem.loads.count)
    loads = solution.loads
    experts = problem.kept.map { $0.count(where: \.isExpert) }
    for (proposal, reviewers) in solution.given.enumerated() {
      for reviewer in reviewers {
        givenTo[reviewer].append(proposal)
        if candidates[proposal][reviewer]?.isExpert == true { experts[proposal] += 1 }
      }
    }
  }

  /// What an exchange costs: affinity, then evenness. Nil where it gives up more than that.
  private struct Cost: Comparable {
    var affinity: Int
    var unevenness: Int

    static func < (one: Cost, other: Cost) -> Bool {
      (one.affinity, one.unevenness) < (other.affinity, other.unevenness)
    }
  }

  mutating func bestExchange(in graph: ReviewGraph) -> Exchange? {
    var best: (exchange: Exchange, cost: Cost)?
    for (proposal, reviewers) in solution.given.enumerated() {
      let kept = solution.problem.kept[proposal].count
      for (place, leaving) in reviewers.enumerated()
      where !graph.isBridge[proposal][kept + place] {
        for candidate in solution.problem.candidates[proposal] {
          let coming = candidate.reviewer
          guard graph.partOfReviewer[coming] >= 0,
            graph.partOfReviewer[coming] != graph.partOfProposal[proposal]
          else { continue }
          for inReturn in [nil] + givenTo[coming].map({ $0 as Int? }) {
            stepsLeft -= 1
            if stepsLeft < 0 { return best?.exchange }
            let exchange = Exchange(
              proposal: proposal, leaving: leaving, coming: coming, inReturn: inReturn)
            guard let cost = cost(of: exchange) else { continue }
            if let found = best, found.cost <= cost { continue }
            best = (exchange, cost)
            if cost == Cost(affinity: 0, unevenness: 0) { return exchange }
          }
        }
      }
    }
    return best?.exchange
  }

  private func cost(of exchange: Exchange) -> Cost? {
    let (leaving, coming) = (exchange.leaving, exchange.coming)
    guard let lost = candidates[exchange.proposal][leaving],
      let won = candidates[exchange.proposal][coming],
      keepsExpert(of: exchange.proposal, lost, won)
    else { return nil }
    var cost = Cost(affinity: lost.affinity - won.affinity, unevenness: 0)
    if let inReturn = exchange.inReturn {
      guard let lost = candidates[inReturn][coming], let won = candidates[inReturn][leaving],
        keepsExpert(of: inReturn, lost, won)
      else { return nil }
      cost.affinity += lost.affinity - won.affinity
      return cost
    }
    let limits = solution.problem.loads
    guard loads[coming] < limits[coming].comfortable, loads[leaving] > limits[leaving].minimum
    else { return nil }
    cost.unevenness = loads[coming] - (loads[leaving] - 1)
    return cost
  }

  private func keepsExpert(
    of proposal: Int, _ lost: AssignmentProblem.Candidate, _ won: AssignmentProblem.Candidate
  ) -> Bool {
    !lost.isExpert || won.isExpert || experts[proposal] > 1
  }

  mutating func apply(_ exchange: Exchange) {
    replace(exchange.leaving, by: exchange.coming, of: exchange.proposal)
    if let inReturn = exchange.inReturn {
      replace(exchange.coming, by: exchange.leaving, of: inReturn)
    }
  }

  private mutating func replace(_ leaving: Int, by coming: Int, of proposal: Int) {
    solution.given[proposal].removeAll { $0 == leaving }
    solution.given[proposal].append(coming)
    solution.given[proposal].sort()
    givenTo[leaving].removeAll { $0 == proposal }
    givenTo[coming].append(proposal)
    loads[leaving] -= 1
    loads[coming] += 1
    if candidates[proposal][leaving]?.isExpert == true { experts[proposal] -= 1 }
    if candidates[proposal][coming]?.isExpert == true { experts[proposal] += 1 }
  }
}
