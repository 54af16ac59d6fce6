package import ReviewCore

/// The pairs of proposals that are at least related.
package struct SimilarPairs: Hashable, Sendable {
  /// The most alike first, equals by their ids.
  package let pairs: [SimilarPair]
  /// How many there are in all, with those that were left out.
  package let total: Int
}

extension SimilarityIndex {
  /// All pairs of proposals that are at least related.
  ///
  /// Exact. Pairs that cannot reach the bound are passed over by what is known of their lengths:
  /// half a second for 2,000 proposals.
  ///
  /// - Parameters:
  ///   - summit: the summit as it is seen now, which says whose the proposals are.
  ///   - limit: how many pairs are wanted, the most alike ones; nil is all.
  package func pairs(in summit: SeenSummit, limit: Int? = nil) -> SimilarPairs {
    pairs(in: summit, limit: limit, checkpoint: {})
  }

  /// The same, with a look now and then whether it is still wanted.
  ///
  /// - Parameters:
  ///   - summit: the summit as it is seen now, which says whose the proposals are.
  ///   - limit: how many pairs are wanted, the most alike ones; nil is all.
  ///   - checkpoint: is asked every few dozen proposals; what it throws ends the work.
  package func pairs(
    in summit: SeenSummit, limit: Int?, checkpoint: () throws -> Void
  ) rethrows -> SimilarPairs {
    var found: [PlacePair] = []
    var total = 0
    try forEachPair(atLeast: Likeness.related, checkpoint: checkpoint) { pair in
      total += 1
      found.append(pair)
      // Now and then only, so that it costs next to nothing for each.
      if let limit, found.count >= 2 * limit + 1_000 { found.keepMostAlike(limit) }
    }
    found.keepMostAlike(limit ?? .max)
    var shingles: [Int: Shingles] = [:]
    let pairs = try found.enumerated().map { number, pair in
      if number % 64 == 0 { try checkpoint() }
      let first = shingles[pair.first] ?? self.shingles(of: pair.first)
      let second = shingles[pair.second] ?? self.shingles(of: pair.second)
      (shingles[pair.first], shingles[pair.second]) = (first, second)
      let likeness = likeness(
        of: pair.first, pair.second, in: summit, cosine: pair.cosine,
        jaccard: first.jaccard(second))
      return SimilarPair(
        first: similar(pair.first, likeness), second: similar(pair.second, likeness))
    }
    return SimilarPairs(pairs: pairs, total: total)
  }

  /// Two texts by their places, the first before the second, and their cosine, which is rounded.
  struct PlacePair: Hashable {
    let first: Int
    let second: Int
    let cosine: Double
  }

  /// Every pair of at least a cosine, in the order of the second place.
  func forEachPair(
    atLeast bound: Double, checkpoint: () throws -> Void, _ take: (PlacePair) throws -> Void
  ) rethrows {
    var join = SimilarityJoin(of: self, atLeast: bound)
    for place in proposals.indices {
      if place % 64 == 0 { try checkpoint() }
      for other in join.candidates(for: place) {
        let cosine = cosine(other, place).roundedToMillionth
        if cosine >= bound { try take(PlacePair(first: other, second: place, cosine: cosine)) }
      }
    }
  }

  func similar(_ place: Int, _ likeness: Likeness) -> SimilarProposal {
    SimilarProposal(
      id: proposals[place].id, title: proposals[place].title, likeness: likeness)
  }
}

extension [SimilarityIndex.PlacePair] {
  /// Keeps so many, the most alike first, equals in the order of the ids.
  fileprivate mutating func keepMostAlike(_ limit: Int) {
    sort { ($1.cosine, $0.first, $0.second) < ($0.cosine, $1.first, $1.second) }
    if count > limit { removeLast(count - limit) }
  }
}
