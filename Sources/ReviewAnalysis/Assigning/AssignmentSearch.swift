/// The search for the cheapest way of one unit, with its memory: made once, used for every unit.
///
/// Dijkstra on reduced costs, from the unit's proposal, that ends as soon as no nearer way out can
/// come; only the nodes that it settled change their potential.
struct AssignmentSearch {
  private var distance: ContiguousArray<Int64>
  /// In which search a node was seen last.
  private var seenIn: ContiguousArray<Int32>
  /// From which node a node was reached.
  private var parent: ContiguousArray<Int32>
  /// By which arc; -1 between a proposal and its experts.
  private var parentArc: ContiguousArray<Int32>
  private var settled: ContiguousArray<Int32> = []
  /// Nodes as near as the one that is looked at: they need no heap.
  private var near: ContiguousArray<Int32> = []
  private var heap = SearchHeap()
  private var round: Int32 = 0
  private var bestDistance: Int64 = .max
  private var bestNode = -1

  init(nodes: Int) {
    distance = ContiguousArray(repeating: 0, count: nodes)
    seenIn = ContiguousArray(repeating: 0, count: nodes)
    parent = ContiguousArray(repeating: -1, count: nodes)
    parentArc = parent
  }

  /// Places one unit of a proposal where it costs least, moving others where that helps.
  /// O(pairs · log pairs) at worst, most often a small part of it.
  mutating func place(unitOf proposal: Int, in flow: inout AssignmentFlow) {
    find(from: proposal, in: flow)
    for node in settled where distance[Int(node)] < bestDistance {
      flow.potential[Int(node)] += distance[Int(node)] - bestDistance
    }
    if bestNode < flow.proposalCount { flow.leaveOut(bestNode) }
    var node = bestNode
    while node != proposal {
      if parentArc[node] >= 0 { flow.toggle(Int(parentArc[node])) }
      node = Int(parent[node])
    }
  }

  private mutating func find(from proposal: Int, in flow: AssignmentFlow) {
    round += 1
    settled.removeAll(keepingCapacity: true)
    near.removeAll(keepingCapacity: true)
    heap.removeAll()
    (bestDistance, bestNode) = (.max, -1)
    reach(proposal, at: 0, from: -1, by: -1, now: 0, flow)
    while let (node, current) = next(), current < bestDistance {
      settled.append(Int32(node))
      if node < flow.proposalCount {
        leave(proposal: node, at: current, flow)
      } else if node < flow.proposalCount + flow.reviewerCount {
        leave(reviewer: node - flow.proposalCount, at: current, flow)
      } else {
        leave(expertsOf: node - flow.proposalCount - flow.reviewerCount, at: current, flow)
      }
    }
  }

  /// The nearest node that is not settled, and how far it is.
  private mutating func next() -> (Int, Int64)? {
    if let node = near.popLast() { return (Int(node), distance[Int(node)]) }
    while !heap.isEmpty {
      let (node, key) = heap.pop()
      if key == distance[Int(node)] { return (Int(node), key) }
    }
    return nil
  }

  @inline(__always)
  private mutating func reach(
    _ node: Int, at length: Int64, from: Int, by arc: Int, now: Int64, _ flow: AssignmentFlow
  ) {
    if length >= bestDistance { return }
    if seenIn[node] == round, distance[node] <= length { return }
    seenIn[node] = round
    distance[node] = length
    parent[node] = Int32(truncatingIfNeeded: from)
    parentArc[node] = Int32(truncatingIfNeeded: arc)
    let exit = flow.exitCost[node]
    if exit != .max, length + exit + flow.potential[node] < bestDistance {
      bestDistance = length + exit + flow.potential[node]
      bestNode = node
    }
    if length == now {
      near.append(Int32(truncatingIfNeeded: node))
    } else {
      heap.push(Int32(truncatingIfNeeded: node), at: length)
    }
  }

  private mutating func leave(proposal: Int, at now: Int64, _ flow: AssignmentFlow) {
    let base = now + flow.potential[proposal]
    let expertStart = Int(flow.expertStart[proposal])
    for arc in Int(flow.arcStart[proposal])..<expertStart where flow.arcSlot[arc] < 0 {
      let node = flow.reviewerNode(Int(flow.arcReviewer[arc]))
      let length = base + flow.arcCost[arc] - flow.potential[node]
      reach(node, at: length, from: proposal, by: arc, now: now, flow)
    }
    if expertStart < Int(flow.arcStart[proposal + 1]) {
      let node = flow.expertNode(proposal)
      let length = base + flow.expertCost(proposal) - flow.potential[node]
      reach(node, at: length, from: proposal, by: -1, now: now, flow)
    }
  }

  private mutating func leave(reviewer: Int, at now: Int64, _ flow: AssignmentFlow) {
    let from = flow.reviewerNode(reviewer)
    let base = now + flow.potential[from]
    let start = Int(flow.slotStart[reviewer])
    for slot in start..<start + Int(flow.load[reviewer]) {
      let arc = Int(flow.slotArc[slot])
      let proposal = Int(flow.arcProposal[arc])
      let node = flow.isExpert(arc) ? flow.expertNode(proposal) : proposal
      let length = base - flow.arcCost[arc] - flow.potential[node]
      reach(node, at: length, from: from, by: arc, now: now, flow)
    }
  }

  private mutating func leave(expertsOf proposal: Int, at now: Int64, _ flow: AssignmentFlow) {
    let from = flow.expertNode(proposal)
    let base = now + flow.potential[from]
    let arcs = Int(flow.expertStart[proposal])..<Int(flow.arcStart[proposal + 1])
    for arc in arcs where flow.arcSlot[arc] < 0 {
      let node = flow.reviewerNode(Int(flow.arcReviewer[arc]))
      let length = base + flow.arcCost[arc] - flow.potential[node]
      reach(node, at: length, from: from, by: arc, now: now, flow)
    }
    if flow.expertLoad[proposal] > 0 {
      let cost = flow.expertLoad[proposal] == 1 ? flow.weights.expert : 0
      let length = base + cost - flow.potential[proposal]
      reach(proposal, at: length, from: from, by: -1, now: now, flow)
    }
  }
}
