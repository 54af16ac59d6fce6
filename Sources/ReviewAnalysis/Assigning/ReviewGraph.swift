/// Who reads what as a graph: reviewers and proposals, joined by reviews.
///
/// Severity can be told from quality only among reviewers who are joined, by proposals that both
/// read or by others between them: calibration needs the graph in one part.
package struct ReviewGraph: Hashable, Sendable {
  /// The part of each reviewer; -1 for one who reads nothing.
  package private(set) var partOfReviewer: [Int]
  /// The part of each proposal; -1 for one that nobody reads.
  package private(set) var partOfProposal: [Int]
  /// How many parts there are.
  package private(set) var partCount = 0
  /// Of each review of each proposal, whether its part falls in two without it.
  package private(set) var isBridge: [[Bool]]

  /// Looks at a graph; the readers of each proposal are places of reviewers, each once.
  /// O(reviewers + reviews).
  package init(reviewers: Int, readers: [[Int]]) {
    partOfReviewer = [Int](repeating: -1, count: reviewers)
    partOfProposal = [Int](repeating: -1, count: readers.count)
    isBridge = readers.map { [Bool](repeating: false, count: $0.count) }
    var walk = Walk(reviewers: reviewers, readers: readers)
    for proposal in readers.indices where partOfProposal[proposal] < 0 {
      guard !readers[proposal].isEmpty else { continue }
      for node in walk.visit(from: reviewers + proposal) {
        if node < reviewers {
          partOfReviewer[node] = partCount
        } else {
          partOfProposal[node - reviewers] = partCount
        }
      }
      partCount += 1
    }
    for bridge in walk.bridges {
      isBridge[bridge.proposal][bridge.place] = true
    }
  }
}

/// A walk through the graph, depth first, that finds bridges on its way: an edge is one where
/// nothing behind it leads around it (Tarjan 1974, "A note on finding the bridges of a graph").
private struct Walk {
  private(set) var bridges: [(proposal: Int, place: Int)] = []
  private var neighbours: [[(node: Int, edge: Int)]]
  private var edges: [(proposal: Int, place: Int)] = []
  /// When each node was reached; -1 for never.
  private var time: [Int]
  /// The earliest node that what lies behind each node leads to.
  private var low: [Int]
  private var clock = 0

  init(reviewers: Int, readers: [[Int]]) {
    neighbours = .init(repeating: [], count: reviewers + readers.count)
    time = .init(repeating: -1, count: neighbours.count)
    low = time
    for (proposal, list) in readers.enumerated() {
      for (place, reviewer) in list.enumerated() {
        neighbours[reviewer].append((reviewers + proposal, edges.count))
        neighbours[reviewers + proposal].append((reviewer, edges.count))
        edges.append((proposal, place))
      }
    }
  }

  /// The nodes of the part of a node.
  mutating func visit(from start: Int) -> [Int] {
    var visited = [start]
    var path = [(node: start, edge: -1, next: 0)]
    reach(start)
    while let (node, edge, next) = path.last {
      if next < neighbours[node].count {
        path[path.count - 1].next += 1
        let (other, way) = neighbours[node][next]
        if way == edge { continue }
        if time[other] >= 0 {
          low[node] = min(low[node], time[other])
        } else {
          reach(other)
          visited.append(other)
          path.append((other, way, 0))
        }
      } else {
        path.removeLast()
        guard let before = path.last?.node else { continue }
        low[before] = min(low[before], low[node])
        if low[node] > time[before] { bridges.append(edges[edge]) }
      }
    }
    return visited
  }

  private mutating func reach(_ node: Int) {
    time[node] = clock
    low[node] = clock
    clock += 1
  }
}
