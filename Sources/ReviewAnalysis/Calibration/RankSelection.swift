/// Finds the value of a rank among numbers, again and again.
///
/// The value of one time is near that of the next, so most numbers are only compared with two bounds
/// around it, and what is between them is selected from; where the bounds fail, all numbers are
/// (Hoare's selection; the bounds are the idea of Floyd & Rivest 1975).
struct RankSelection {
  private var scratch: [Double]
  /// Bounds around a value of before; nil at first.
  private var bounds: ClosedRange<Double>?

  /// - Parameter count: how many numbers there are each time.
  init(count: Int) { scratch = [Double](repeating: 0, count: count) }

  /// The value that stands at a rank, from 1, the largest first. O(n) as a rule.
  ///
  /// - Parameters:
  ///   - rank: from 1 to the number of values.
  ///   - values: as many numbers as were announced.
  mutating func value(ofRank rank: Int, in values: UnsafeBufferPointer<Double>) -> Double {
    scratch.withUnsafeMutableBufferPointer { scratch in
      if let bounds {
        let (lower, upper) = (bounds.lowerBound, bounds.upperBound)
        var (above, between) = (0, 0)
        for place in 0..<values.count {
          let value = values[place]
          scratch[between] = value
          above += value > upper ? 1 : 0
          between += value >= lower && value <= upper ? 1 : 0
        }
        if rank > above, rank <= above + between {
          return Self.select(rank - above - 1, scratch, 0, between - 1)
        }
      }
      _ = scratch.update(from: values)
      let last = values.count - 1
      let place = rank - 1
      let value = Self.select(place, scratch, 0, last)
      // The numbers are parted by it now: bounds a sixteenth of them away are soon found.
      let margin = values.count / 16
      let upper = Self.select(max(0, place - margin), scratch, 0, place)
      let lower = Self.select(min(last, place + margin), scratch, place, last)
      bounds = lower...max(lower, upper)
      return value
    }
  }

  /// The value at a place, were the run from `low` to `high` sorted, the largest first; parts the
  /// run by it.
  private static func select(
    _ wanted: Int, _ values: UnsafeMutableBufferPointer<Double>, _ low: Int, _ high: Int
  ) -> Double {
    var (low, high) = (low, high)
    while low < high {
      // The middle of three: no order of the input but a contrived one makes it slow.
      let (a, b, c) = (values[low], values[(low + high) / 2], values[high])
      let pivot = max(min(a, b), min(max(a, b), c))
      var (left, right) = (low, high)
      while left <= right {
        while values[left] > pivot { left += 1 }
        while values[right] < pivot { right -= 1 }
        if left <= right {
          values.swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if wanted <= right {
        high = right
      } else if wanted >= left {
        low = left
      } else {
        return values[wanted]
      }
    }
    return values[wanted]
  }
}
