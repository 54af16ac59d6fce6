/// Lists of numbers with a count each, in one piece of memory: the terms of each text, or the texts
/// of each term.
struct CountLists: Sendable {
  /// Where each list begins; one more at the end.
  private(set) var starts: ContiguousArray<Int> = [0]
  /// The numbers, rising within a list.
  private(set) var numbers: ContiguousArray<Int32> = []
  /// How often each stands there, from 1.
  private(set) var counts: ContiguousArray<Int32> = []

  /// How many lists there are.
  var count: Int { starts.count - 1 }

  /// Where a list stands in `numbers` and `counts`.
  func range(of list: Int) -> Range<Int> { starts[list]..<starts[list + 1] }

  /// The terms of each text, without dropped sentences. O(words log words of a text).
  init(of texts: ProposalTexts, dropping boilerplate: Boilerplate) {
    var dropped = boilerplate.dropped[...]
    var words: [Int32] = []
    for text in texts.proposals.indices {
      words.removeAll(keepingCapacity: true)
      var place = texts.starts[text]
      while let first = dropped.first, Int(texts.sentences[first].text) == text {
        let sentence = texts.sentences[first]
        words.append(contentsOf: texts.words[place..<sentence.start])
        place = sentence.end
        dropped.removeFirst()
      }
      words.append(contentsOf: texts.words[place..<texts.starts[text + 1]])
      words.sort()
      append(words)
    }
  }

  /// Adds a list of sorted numbers, equal ones as one.
  private mutating func append(_ sorted: [Int32]) {
    var place = 0
    while place < sorted.count {
      var end = place + 1
      while end < sorted.count, sorted[end] == sorted[place] { end += 1 }
      numbers.append(sorted[place])
      counts.append(Int32(truncatingIfNeeded: end - place))
      place = end
    }
    starts.append(numbers.count)
  }

  private init(
    starts: ContiguousArray<Int>, numbers: ContiguousArray<Int32>, counts: ContiguousArray<Int32>
  ) {
    (self.starts, self.numbers, self.counts) = (starts, numbers, counts)
  }

  /// For each of `size` numbers, the lists in which it stands. O(entries).
  func transposed(to size: Int) -> CountLists {
    var starts = ContiguousArray<Int>(repeating: 0, count: size + 1)
    for number in numbers { starts[Int(number) + 1] += 1 }
    for place in 0..<size { starts[place + 1] += starts[place] }
    var next = starts
    var (lists, listCounts) = (numbers, counts)
    for list in 0..<count {
      for place in range(of: list) {
        let number = Int(numbers[place])
        lists[next[number]] = Int32(truncatingIfNeeded: list)
        listCounts[next[number]] = counts[place]
        next[number] += 1
      }
    }
    return CountLists(starts: starts, numbers: lists, counts: listCounts)
  }

  /// One through the length of each list as a vector of count times weight; 0 for an empty one.
  func scales(by weights: ContiguousArray<Double>) -> ContiguousArray<Double> {
    ContiguousArray(
      (0..<count).map { list in
        var squares = 0.0
        for place in range(of: list) {
          let value = Double(counts[place]) * weights[Int(numbers[place])]
          squares += value * value
        }
        return squares > 0 ? 1 / squares.squareRoot() : 0
      })
  }
}
