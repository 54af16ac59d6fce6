package import ReviewCore

extension SimilarityIndex {
  /// The proposals that are at least related to one, the most alike first, equals by id.
  ///
  /// O(the texts of each of its words): 3 ms for 30,000 proposals.
  ///
  /// - Parameters:
  ///   - summit: the summit as it is seen now, which says whose the proposals are.
  ///   - limit: how many are wanted, the most alike ones; nil is all.
  /// - Returns: nil where the proposal is not compared: it was withdrawn, or there is none.
  package func similar(
    to id: ProposalID, in summit: SeenSummit, limit: Int? = nil
  ) -> [SimilarProposal]? {
    guard let place = places[id] else { return nil }
    let cosines = cosines(of: place)
    var found: [(place: Int, cosine: Double)] = []
    for other in cosines.indices where other != place {
      // Rounding comes first, so that the bound means the same here and in what is printed.
      let cosine = cosines[other].roundedToMillionth
      if cosine >= Likeness.related { found.append((other, cosine)) }
    }
    found.sort { ($1.cosine, $0.place) < ($0.cosine, $1.place) }
    if let limit { found.removeLast(max(0, found.count - max(0, limit))) }
    let shingles = found.isEmpty ? nil : shingles(of: place)
    return found.map { other, cosine in
      similar(
        other,
        likeness(
          of: place, other, in: summit, cosine: cosine,
          jaccard: shingles?.jaccard(self.shingles(of: other)) ?? 0))
    }
  }

  /// The cosine of two proposals, rounded to a millionth; nil where one is not compared.
  package func cosine(of first: ProposalID, _ second: ProposalID) -> Double? {
    exactCosine(of: first, second)?.roundedToMillionth
  }

  /// The cosine before it is rounded, for comparison with other programs.
  package func exactCosine(of first: ProposalID, _ second: ProposalID) -> Double? {
    guard let one = places[first], let other = places[second] else { return nil }
    return cosine(one, other)
  }

  /// Which part of the phrases of two proposals is in both, not rounded; nil where one is not
  /// compared.
  package func exactJaccard(of first: ProposalID, _ second: ProposalID) -> Double? {
    guard let one = places[first], let other = places[second] else { return nil }
    return shingles(of: one).jaccard(shingles(of: other))
  }

  /// The cosine of one text with each.
  private func cosines(of place: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    sums.withUnsafeMutableBufferPointer { sums in
      postings.numbers.withUnsafeBufferPointer { texts in
        postings.counts.withUnsafeBufferPointer { counts in
          for entry in vectors.range(of: place) {
            let term = Int(vectors.numbers[entry])
            let (mine, weight) = (Int(vectors.counts[entry]), weights[term])
            let square = weight * weight
            for posting in postings.range(of: term) {
              // Of whole numbers first, so that it is the same from either side.
              sums[Int(texts[posting])] += square * Double(mine * Int(counts[posting]))
            }
          }
        }
      }
      for other in sums.indices { sums[other] *= scales[place] * scales[other] }
    }
    return sums
  }

  /// The cosine of two texts, the same to the last digit as in `cosines(of:)`.
  func cosine(_ first: Int, _ second: Int) -> Double {
    var sum = 0.0
    forEachShared(first, second) { _, product in sum += product }
    return sum * (scales[first] * scales[second])
  }

  /// Each term that stands in both texts, rising by number, with its part of the product.
  private func forEachShared(_ first: Int, _ second: Int, _ take: (Int32, Double) -> Void) {
    let (mine, other) = (vectors.range(of: first), vectors.range(of: second))
    vectors.numbers.withUnsafeBufferPointer { terms in
      vectors.counts.withUnsafeBufferPointer { counts in
        var (one, two) = (mine.lowerBound, other.lowerBound)
        while one < mine.upperBound, two < other.upperBound {
          let (left, right) = (terms[one], terms[two])
          if left == right {
            let weight = weights[Int(left)]
            take(left, weight * weight * Double(Int(counts[one]) * Int(counts[two])))
          }
          if left <= right { one += 1 }
          if right <= left { two += 1 }
        }
      }
    }
  }

  /// All that is said of two texts whose cosine is known.
  func likeness(
    of first: Int, _ second: Int, in summit: SeenSummit, cosine: Double, jaccard: Double
  ) -> Likeness {
    Likeness(
      cosine: cosine, jaccard: jaccard.roundedToMillionth,
      sameSpeaker: summit.haveSameSpeaker(proposals[first].id, proposals[second].id),
      sharedTerms: sharedTerms(of: first, second))
  }

  /// The rare words with the largest parts of the product, at most five. A word is rare that stands
  /// in no more than a quarter of the texts, or in three.
  private func sharedTerms(of first: Int, _ second: Int) -> [String] {
    var shared: [(part: Double, term: Int)] = []
    forEachShared(first, second) { term, product in
      let frequency = Int(frequencies[Int(term)])
      guard frequency <= 3 || 4 * frequency <= count else { return }
      let part = product * (scales[first] * scales[second])
      shared.append((part.roundedToMillionth, Int(term)))
    }
    shared.sort { $0.part > $1.part }
    // Of equal parts the longer word says more.
    var words: [String] = []
    var place = 0
    while place < shared.count, words.count < 5 {
      let end = shared[place...].firstIndex { $0.part < shared[place].part } ?? shared.count
      words += shared[place..<end].map { terms[$0.term] }
        .sorted {
          $0.utf8.count == $1.utf8.count
            ? $0.utf8.lexicographicallyPrecedes($1.utf8) : $0.utf8.count > $1.utf8.count
        }
      place = end
    }
    return Array(words.prefix(5))
  }
}

extension SeenSummit {
  /// Whether two proposals have a speaker in common; nil where the viewer may not see whose they are.
  fileprivate func haveSameSpeaker(_ first: ProposalID, _ second: ProposalID) -> Bool? {
    guard let one = proposal(first)?.speakerKeys, let other = proposal(second)?.speakerKeys else {
      return nil
    }
    return !one.isDisjoint(with: other)
  }
}
