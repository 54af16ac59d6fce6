package import ReviewCore

/// Proposals that are the same talk in several versions: the connected groups of confirmed
/// duplicates.
///
/// Two proposals are joined where the cosine is at least 0.5 and the Jaccard index of their phrases
/// at least 0.1. Withdrawn proposals are in no group.
package struct SimilarityGroups: Hashable, Sendable {
  /// The groups, each of two or more in the order of the ids, by their first id.
  package let groups: [[ProposalID]]

  /// Finds the groups. O(all pairs), as `SimilarityIndex.pairs`.
  package init(in index: SimilarityIndex) { self.init(in: index, checkpoint: {}) }

  /// The same, with a look now and then whether it is still wanted.
  ///
  /// - Parameter checkpoint: is asked every few dozen proposals; what it throws ends the work.
  package init(in index: SimilarityIndex, checkpoint: () throws -> Void) rethrows {
    var shingles = [Shingles?](repeating: nil, count: index.count)
    // A place of the same group for each; the least one of a group is its own.
    var parents = Array(0..<index.count)
    try index.forEachPair(atLeast: Likeness.duplicate, checkpoint: checkpoint) { pair in
      let (one, other) = (Self.root(of: pair.first, &parents), Self.root(of: pair.second, &parents))
      if one == other { return }
      let first = shingles[pair.first] ?? index.shingles(of: pair.first)
      let second = shingles[pair.second] ?? index.shingles(of: pair.second)
      (shingles[pair.first], shingles[pair.second]) = (first, second)
      if first.jaccard(second).roundedToMillionth >= Likeness.confirming {
        parents[max(one, other)] = min(one, other)
      }
    }
    var members: [Int: [ProposalID]] = [:]
    for place in parents.indices {
      members[Self.root(of: place, &parents), default: []].append(index.proposals[place].id)
    }
    groups = parents.indices.compactMap { place in
      members[place].flatMap { $0.count > 1 ? $0 : nil }
    }
  }

  private static func root(of place: Int, _ parents: inout [Int]) -> Int {
    var place = place
    while parents[place] != place {
      parents[place] = parents[parents[place]]
      place = parents[place]
    }
    return place
  }
}
