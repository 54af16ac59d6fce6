/// A flow of minimum cost from proposals to reviewers, by successive shortest paths.
///
/// Every review that a proposal needs is a unit that starts at the proposal and ends where it costs
/// least: at a reviewer with room (the cost rises with the load), or nowhere, at a price above all
/// others. On its way it may push units that were placed before to other reviewers. The nodes are
/// proposals, reviewers, and for each proposal its experts (the first unit through them is worth an
/// expert). Costs that rise from unit to unit are convex, so only the next and the last unit of
/// each are looked at.
///
/// Source: Ahuja, Magnanti & Orlin 1993, "Network Flows", 9.7 (successive shortest paths) and 14.5
/// (convex costs); the search that starts anew at each unit is that of Jonker & Volgenant 1987.
struct AssignmentFlow {
  let problem: AssignmentProblem
  let weights: AssignmentWeights
  let proposalCount: Int
  let reviewerCount: Int

  // The pairs, grouped by proposal; those through the experts' node last in each group.
  private(set) var arcStart: ContiguousArray<Int32> = [0]
  private(set) var expertStart: ContiguousArray<Int32> = []
  private(set) var arcReviewer: ContiguousArray<Int32> = []
  private(set) var arcProposal: ContiguousArray<Int32> = []
  private(set) var arcCost: ContiguousArray<Int64> = []
  /// Where an arc with flow stands among those of its reviewer; -1 for one without.
  private(set) var arcSlot: ContiguousArray<Int32> = []

  // The arcs with flow of each reviewer, `load` of them from `slotStart`.
  private(set) var slotStart: ContiguousArray<Int32> = []
  private(set) var slotArc: ContiguousArray<Int32> = []
  private(set) var load: ContiguousArray<Int32>
  /// How much a reviewer keeps from before.
  private(set) var keptLoad: ContiguousArray<Int32>
  /// How many units run through a proposal's experts.
  private(set) var expertLoad: ContiguousArray<Int32>
  /// How many units of a proposal have no reviewer.
  private(set) var missing: ContiguousArray<Int32>

  /// By node: what ending there costs; `Int64.max` where nothing can.
  var exitCost: ContiguousArray<Int64>
  /// By node: minus the cost of its cheapest way out, so that no reduced cost is negative.
  var potential: ContiguousArray<Int64>

  /// Makes a flow of nothing; nil where the problem is too large for 64 bits. O(pairs).
  init?(_ problem: AssignmentProblem) {
    guard let weights = AssignmentWeights(for: problem) else { return nil }
    self.problem = problem
    self.weights = weights
    proposalCount = problem.demand.count
    reviewerCount = problem.loads.count
    let pairs = problem.candidates.reduce(0) { $0 + $1.count }
    guard pairs < Int(Int32.max) / 4, 2 * proposalCount + reviewerCount < Int(Int32.max) / 4
    else { return nil }
    load = ContiguousArray(repeating: 0, count: reviewerCount)
    keptLoad = load
    expertLoad = ContiguousArray(repeating: 0, count: proposalCount)
    missing = expertLoad
    exitCost = ContiguousArray(repeating: .max, count: 2 * proposalCount + reviewerCount)
    potential = ContiguousArray(repeating: 0, count: exitCost.count)
    for candidate in problem.kept.joined() { keptLoad[candidate.reviewer] += 1 }
    addArcs()
    addSlots()
    for reviewer in 0..<reviewerCount { updateExit(ofReviewer: reviewer) }
    for proposal in 0..<proposalCount {
      missing[proposal] = Int32(open(proposal) - placeable(proposal))
      updateExit(ofProposal: proposal)
    }
    startPotentials()
  }

  // MARK: - Nodes

  func reviewerNode(_ reviewer: Int) -> Int { proposalCount + reviewer }
  func expertNode(_ proposal: Int) -> Int { proposalCount + reviewerCount + proposal }

  /// How many new reviews a proposal needs: its demand without what it keeps.
  func open(_ proposal: Int) -> Int {
    max(0, problem.demand[proposal] - problem.kept[proposal].count)
  }

  /// How many of them may find a reviewer.
  func placeable(_ proposal: Int) -> Int {
    min(open(proposal), Int(arcStart[proposal + 1] - arcStart[proposal]))
  }

  /// How many units a reviewer may take.
  func room(_ reviewer: Int) -> Int {
    max(0, problem.loads[reviewer].maximum - Int(keptLoad[reviewer]))
  }

  /// Whether an arc goes through its proposal's experts.
  func isExpert(_ arc: Int) -> Bool { arc >= expertStart[Int(arcProposal[arc])] }

  /// What the next unit through a proposal's experts costs.
  func expertCost(_ proposal: Int) -> Int64 { expertLoad[proposal] == 0 ? -weights.expert : 0 }

  // MARK: - Making

  private mutating func addArcs() {
    for proposal in 0..<proposalCount {
      // Where an expert reads it already, another is worth no more than anybody.
      let hasExpert = problem.kept[proposal].contains(where: \.isExpert)
      let candidates = problem.candidates[proposal].filter { room($0.reviewer) > 0 }
      let ordered =
        hasExpert
        ? candidates : candidates.filter { !$0.isExpert } + candidates.filter(\.isExpert)
      let experts = hasExpert ? 0 : candidates.count(where: \.isExpert)
      for candidate in ordered {
        arcReviewer.append(Int32(candidate.reviewer))
        arcProposal.append(Int32(proposal))
        arcCost.append(-Int64(candidate.affinity) * weights.affinity)
        arcSlot.append(-1)
      }
      expertStart.append(Int32(arcReviewer.count - experts))
      arcStart.append(Int32(arcReviewer.count))
    }
  }

  private mutating func addSlots() {
    var degree = [Int](repeating: 0, count: reviewerCount)
    for reviewer in arcReviewer { degree[Int(reviewer)] += 1 }
    var start = 0
    for reviewer in 0..<reviewerCount {
      slotStart.append(Int32(start))
      start += min(room(reviewer), degree[reviewer])
    }
    slotArc = ContiguousArray(repeating: -1, count: start)
  }

  /// The cost of the cheapest way out of each node while nothing has flow.
  private mutating func startPotentials() {
    for reviewer in 0..<reviewerCount where room(reviewer) > 0 {
      potential[reviewerNode(reviewer)] = -exitCost[reviewerNode(reviewer)]
    }
    for proposal in 0..<proposalCount {
      func cheapest(_ arcs: Range<Int>) -> Int64? {
        arcs.map { arcCost[$0] - potential[reviewerNode(Int(arcReviewer[$0]))] }.min()
      }
      let (start, expert, end) = (
        Int(arcStart[proposal]), Int(expertStart[proposal]), Int(arcStart[proposal + 1])
      )
      let throughExperts = cheapest(expert..<end)
      if let throughExperts { potential[expertNode(proposal)] = -throughExperts }
      let ways = [
        exitCost[proposal], cheapest(start..<expert),
        throughExperts.map { $0 + expertCost(proposal) },
      ]
      potential[proposal] = -(ways.compactMap(\.self).min() ?? 0)
    }
  }

  // MARK: - Changing

  /// What a reviewer's next unit costs.
  private mutating func updateExit(ofReviewer reviewer: Int) {
    let limits = problem.loads[reviewer]
    let load = Int(keptLoad[reviewer] + load[reviewer])
    guard load < limits.maximum else {
      exitCost[reviewerNode(reviewer)] = .max
      return
    }
    var cost = Int64(load) * weights.unevenLoad
    if load < limits.minimum { cost -= weights.load }
    if load >= limits.comfortable { cost += weights.load }
    exitCost[reviewerNode(reviewer)] = cost
  }

  /// What it costs that one unit more of a proposal has no reviewer.
  private mutating func updateExit(ofProposal proposal: Int) {
    exitCost[proposal] =
      weights.missing + (Int64(missing[proposal]) + 1) * weights.unevenShortage
  }

  /// Gives an arc flow, or takes it away.
  mutating func toggle(_ arc: Int) {
    let reviewer = Int(arcReviewer[arc])
    let start = Int(slotStart[reviewer])
    let isOn = arcSlot[arc] < 0
    if isOn {
      arcSlot[arc] = load[reviewer]
      slotArc[start + Int(load[reviewer])] = Int32(arc)
      load[reviewer] += 1
    } else {
      load[reviewer] -= 1
      let slot = Int(arcSlot[arc])
      let last = slotArc[start + Int(load[reviewer])]
      slotArc[start + slot] = last
      arcSlot[Int(last)] = Int32(slot)
      arcSlot[arc] = -1
    }
    if isExpert(arc) { expertLoad[Int(arcProposal[arc])] += isOn ? 1 : -1 }
    updateExit(ofReviewer: reviewer)
  }

  /// Leaves one more unit of a proposal without a reviewer.
  mutating func leaveOut(_ proposal: Int) {
    missing[proposal] += 1
    updateExit(ofProposal: proposal)
  }
}
