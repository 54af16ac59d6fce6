/// Why some reviews cannot be given: these proposals, and all who may read them.
package struct AssignmentShortage: Hashable, Sendable {
  /// Proposals, in order; of too low a load those of which the reviewers might read more if more
  /// reviews were wanted.
  package let proposals: [Int]
  /// Reviewers, in order; of missing reviews those who could take more of these proposals if they
  /// had room.
  package let reviewers: [Int]
  /// How many new reviews are wanted: what the proposals still need, or the reviewers should have.
  package let wanted: Int
  /// How many there can be.
  package let possible: Int

  /// Makes a shortage.
  package init(proposals: [Int], reviewers: [Int], wanted: Int, possible: Int) {
    self.proposals = proposals
    self.reviewers = reviewers
    self.wanted = wanted
    self.possible = possible
  }

  /// By how many it is short.
  package var short: Int { wanted - possible }
}

// Hall's theorem, as the residual network shows it: what cannot be mended reaches nothing with room,
// and what it reaches is the proof. Ahuja, Magnanti & Orlin 1993, 6.5.
extension AssignmentFlow {
  /// Why reviews are missing, a group for each cause. O(pairs).
  func shortages() -> [AssignmentShortage] {
    var groups = ReachedGroups(nodes: proposalCount + reviewerCount)
    for start in 0..<proposalCount where missing[start] > 0 {
      groups.gather(from: start) { node, visit in
        if node < proposalCount {
          for arc in arcs(ofProposal: node) where arcSlot[arc] < 0 {
            visit(reviewerNode(Int(arcReviewer[arc])))
          }
        } else {
          for arc in givenArcs(ofReviewer: node - proposalCount) { visit(Int(arcProposal[arc])) }
        }
      }
    }
    return groups.groups(proposalCount: proposalCount).map { proposals, reviewers in
      let inside = Set(reviewers)
      // Whoever is not reached reads what they may read of these already.
      let beside = proposals.reduce(0) { sum, proposal in
        sum
          + arcs(ofProposal: proposal).count { arc in
            arcSlot[arc] >= 0 && !inside.contains(Int(arcReviewer[arc]))
          }
      }
      return AssignmentShortage(
        proposals: proposals, reviewers: reviewers,
        wanted: proposals.reduce(0) { $0 + open($1) },
        possible: reviewers.reduce(beside) { $0 + room($1) })
    }
  }

  /// Why reviewers have less than their minimum, a group for each cause. O(pairs).
  func underloads() -> [AssignmentShortage] {
    var arcsByReviewer = [[Int]](repeating: [], count: reviewerCount)
    for arc in arcReviewer.indices { arcsByReviewer[Int(arcReviewer[arc])].append(arc) }
    var groups = ReachedGroups(nodes: proposalCount + reviewerCount)
    for start in 0..<reviewerCount where lacking(start) > Int(load[start]) {
      groups.gather(from: reviewerNode(start)) { node, visit in
        if node < proposalCount {
          for arc in arcs(ofProposal: node) where arcSlot[arc] >= 0 {
            visit(reviewerNode(Int(arcReviewer[arc])))
          }
        } else {
          for arc in arcsByReviewer[node - proposalCount] where arcSlot[arc] < 0 {
            if open(Int(arcProposal[arc])) > 0 { visit(Int(arcProposal[arc])) }
          }
        }
      }
    }
    return groups.groups(proposalCount: proposalCount).map { proposals, reviewers in
      let inside = Set(proposals)
      let beside = reviewers.reduce(0) { sum, reviewer in
        sum
          + givenArcs(ofReviewer: reviewer).count { !inside.contains(Int(arcProposal[$0])) }
      }
      return AssignmentShortage(
        proposals: proposals, reviewers: reviewers,
        wanted: reviewers.reduce(0) { $0 + lacking($1) },
        possible: proposals.reduce(beside) { $0 + open($1) - Int(missing[$1]) })
    }
  }

  /// How many new reviews a reviewer should have.
  private func lacking(_ reviewer: Int) -> Int {
    max(0, problem.loads[reviewer].minimum - Int(keptLoad[reviewer]))
  }

  private func arcs(ofProposal proposal: Int) -> Range<Int> {
    Int(arcStart[proposal])..<Int(arcStart[proposal + 1])
  }

  private func givenArcs(ofReviewer reviewer: Int) -> [Int] {
    let start = Int(slotStart[reviewer])
    return (start..<start + Int(load[reviewer])).map { Int(slotArc[$0]) }
  }
}

/// What is reached from several starts, those that reach the same in one group.
private struct ReachedGroups {
  /// The group of each node; -1 for one that was not reached.
  private var group: [Int]
  /// Into which group each went.
  private var mergedInto: [Int] = []

  init(nodes: Int) { group = [Int](repeating: -1, count: nodes) }

  private func root(_ group: Int) -> Int {
    var group = group
    while mergedInto[group] != group { group = mergedInto[group] }
    return group
  }

  /// Gathers what a start reaches; what was reached before is not gone through again.
  mutating func gather(from start: Int, _ neighbours: (Int, (Int) -> Void) -> Void) {
    guard group[start] < 0 else { return }
    let new = mergedInto.count
    mergedInto.append(new)
    group[start] = new
    var waiting = [start]
    while let node = waiting.popLast() {
      neighbours(node) { next in
        if group[next] < 0 {
          group[next] = new
          waiting.append(next)
        } else {
          mergedInto[root(group[next])] = root(new)
        }
      }
    }
  }

  /// The groups, each with its proposals and its reviewers, in the order of their first node.
  func groups(proposalCount: Int) -> [(proposals: [Int], reviewers: [Int])] {
    var places = [Int?](repeating: nil, count: mergedInto.count)
    var result: [(proposals: [Int], reviewers: [Int])] = []
    for node in group.indices where group[node] >= 0 {
      let root = root(group[node])
      let place = places[root] ?? result.count
      if place == result.count {
        places[root] = place
        result.append(([], []))
      }
      if node < proposalCount {
        result[place].proposals.append(node)
      } else {
        result[place].reviewers.append(node - proposalCount)
      }
    }
    return result
  }
}
