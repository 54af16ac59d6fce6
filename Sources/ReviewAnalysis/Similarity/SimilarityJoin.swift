/// Finds the pairs of texts that may be as alike as wanted, text by text, without comparing all.
///
/// Common words come first in a text's vector; as long as the part that was seen is shorter than the
/// bound, it cannot make two texts alike by itself, and stays out of the lists of the words. What
/// it can add at most is known by its length (Cauchy and Schwarz), so that no pair is lost.
///
/// Source: Bayardo, Ma & Srikant 2007, "Scaling up all pairs similarity search"; Anastasiu & Karypis
/// 2014, "L2AP".
struct SimilarityJoin {
  private let index: SimilarityIndex
  /// The bound, with room for what single precision loses.
  private let bound: Float
  /// Terms by how common they are: 0 is the most common one.
  private let ranks: ContiguousArray<Int32>
  /// The texts so far of each term in the rare part of their vectors.
  private var texts: ContiguousArray<ContiguousArray<Int32>>
  /// The values that belong to them.
  private var values: ContiguousArray<ContiguousArray<Float>>
  /// The length of the common part of each text so far.
  private var commonLengths: ContiguousArray<Float> = []
  /// The rank of the last term of that part, -1 where it is empty.
  private var commonRanks: ContiguousArray<Int32> = []
  private var sums: ContiguousArray<Float>

  init(of index: SimilarityIndex, atLeast bound: Double) {
    self.index = index
    self.bound = Float(bound) - 1e-4
    let order = index.frequencies.indices.sorted {
      (index.frequencies[$1], $0) < (index.frequencies[$0], $1)
    }
    var ranks = ContiguousArray<Int32>(repeating: 0, count: order.count)
    for (rank, term) in order.enumerated() { ranks[term] = Int32(truncatingIfNeeded: rank) }
    self.ranks = ranks
    texts = ContiguousArray(repeating: [], count: order.count)
    values = ContiguousArray(repeating: [], count: order.count)
    sums = ContiguousArray(repeating: 0, count: index.count)
  }

  /// The texts before one that may be alike; takes the text in. To be called in order.
  mutating func candidates(for place: Int) -> [Int] {
    let vector = Vector(index, place, ranks)
    let touched = accumulate(vector)
    var candidates: [Int] = []
    for other in touched {
      let sum = sums[Int(other)]
      sums[Int(other)] = 0
      let rest =
        commonLengths[Int(other)] * vector.length(upTo: commonRanks[Int(other)])
      if sum + rest >= bound { candidates.append(Int(other)) }
    }
    take(vector, place)
    return candidates
  }

  /// Adds up what the rare parts give, the rarest word first. A text is first met only while the
  /// words to come can still reach the bound.
  private mutating func accumulate(_ vector: Vector) -> ContiguousArray<Int32> {
    var touched: ContiguousArray<Int32> = []
    sums.withUnsafeMutableBufferPointer { sums in
      for entry in vector.terms.indices.reversed() {
        let (term, value) = (Int(vector.terms[entry].term), vector.terms[entry].value)
        let isMeeting = vector.lengths[entry + 1] >= bound
        texts[term].withUnsafeBufferPointer { texts in
          values[term].withUnsafeBufferPointer { values in
            for posting in texts.indices {
              let text = Int(texts[posting])
              let sum = sums[text]
              if sum > 0 {
                sums[text] = sum + value * values[posting]
              } else if isMeeting {
                sums[text] = value * values[posting]
                touched.append(texts[posting])
              }
            }
          }
        }
      }
    }
    return touched
  }

  /// Puts the rare part of a text into the lists.
  private mutating func take(_ vector: Vector, _ place: Int) {
    var first = 0
    while first < vector.terms.count, vector.lengths[first + 1] < bound { first += 1 }
    commonLengths.append(vector.lengths[first])
    commonRanks.append(first == 0 ? -1 : vector.terms[first - 1].rank)
    for entry in vector.terms[first...] {
      texts[Int(entry.term)].append(Int32(truncatingIfNeeded: place))
      values[Int(entry.term)].append(entry.value)
    }
  }

  /// A text as a vector of length one, the most common words first.
  private struct Vector {
    var terms: ContiguousArray<Term> = []
    /// The length of the first 0, 1, … terms.
    var lengths: ContiguousArray<Float> = [0]

    struct Term {
      let rank: Int32
      let term: Int32
      let value: Float
    }

    init(_ index: SimilarityIndex, _ place: Int, _ ranks: ContiguousArray<Int32>) {
      let scale = index.scales[place]
      for entry in index.vectors.range(of: place) {
        let term = index.vectors.numbers[entry]
        let value = Double(index.vectors.counts[entry]) * index.weights[Int(term)] * scale
        terms.append(Term(rank: ranks[Int(term)], term: term, value: Float(value)))
      }
      terms.sort { $0.rank < $1.rank }
      var squares = 0.0
      for term in terms {
        squares += Double(term.value) * Double(term.value)
        lengths.append(Float(squares.squareRoot()))
      }
    }

    /// The length of the part whose terms have at most a rank. O(log terms).
    func length(upTo rank: Int32) -> Float {
      var (low, high) = (0, terms.count)
      while low < high {
        let middle = (low + high) / 2
        if terms[middle].rank <= rank { low = middle + 1 } else { high = middle }
      }
      return lengths[low]
    }
  }
}
