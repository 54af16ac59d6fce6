/// The phrases of three words that stand in a text, each once.
///
/// Source: Broder 1997, "On the resemblance and containment of documents". A text of one or two
/// words has none.
struct Shingles: Sendable {
  /// A number for each phrase, rising.
  private let phrases: ContiguousArray<UInt64>

  /// The phrases of some words. O(words log words).
  ///
  /// - Parameter termCount: how many words there are in all texts. Up to 2.6 million of them each
  ///   phrase has a number of its own; beyond that two share one once in 10¹⁹.
  init(of words: [Int32], among termCount: Int) {
    let base = UInt64(max(1, termCount))
    var phrases: [UInt64] = []
    for place in words.indices.dropFirst(2) {
      let pair = UInt64(words[place - 2]) &* base &+ UInt64(words[place - 1])
      phrases.append(pair &* base &+ UInt64(words[place]))
    }
    phrases.sort()
    var distinct: ContiguousArray<UInt64> = []
    for phrase in phrases where distinct.last != phrase { distinct.append(phrase) }
    self.phrases = distinct
  }

  /// How many phrases both have of those that either has, 0 to 1; 0 where neither has any.
  /// O(phrases).
  func jaccard(_ other: Shingles) -> Double {
    phrases.withUnsafeBufferPointer { mine in
      other.phrases.withUnsafeBufferPointer { theirs in
        var (one, two, shared) = (0, 0, 0)
        while one < mine.count, two < theirs.count {
          let (left, right) = (mine[one], theirs[two])
          if left == right { shared += 1 }
          if left <= right { one += 1 }
          if right <= left { two += 1 }
        }
        let all = mine.count + theirs.count - shared
        return all == 0 ? 0 : Double(shared) / Double(all)
      }
    }
  }
}

extension SimilarityIndex {
  /// The phrases of the text at a place, as it is compared: without boilerplate. O(length).
  func shingles(of place: Int) -> Shingles {
    var words: [Int32] = []
    for text in [proposals[place].title, proposals[place].abstract] {
      WordReader.read(text) { word, _ in
        if let number = terms.find(word) { words.append(number) }
      }
    }
    for range in droppedRanges(of: place).reversed() { words.removeSubrange(range) }
    return Shingles(of: words, among: terms.count)
  }

  private func droppedRanges(of place: Int) -> [Range<Int>] {
    var (low, high) = (0, droppedWords.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(droppedWords[middle].text) < place { low = middle + 1 } else { high = middle }
    }
    return droppedWords[low...].prefix { Int($0.text) == place }.map(\.range)
  }
}
