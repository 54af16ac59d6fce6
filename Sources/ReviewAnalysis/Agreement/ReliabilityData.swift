/// The scores that several reviewers gave to the same proposals, for measures of agreement.
///
/// Reviewers are interchangeable, and any of them may have left a proposal out. A proposal with
/// fewer than two scores says nothing of agreement, and is not in it.
package struct ReliabilityData: Hashable, Sendable {
  /// The different scores, rising.
  let values: ContiguousArray<Double>
  /// Each score as its place in `values`, one proposal behind the other.
  private(set) var scores: ContiguousArray<Int32> = []
  /// Where the scores of each proposal begin; one more at the end.
  private(set) var starts: ContiguousArray<Int> = [0]

  /// How many proposals have two or more scores.
  package var unitCount: Int { starts.count - 1 }
  /// How many scores those have.
  package var scoreCount: Int { scores.count }

  /// Takes the scores of each proposal, in any order. What is no finite number is left out.
  /// O(n log n).
  package init(_ units: some Sequence<[Double]>) {
    let pairable = units.map { $0.filter(\.isFinite) }.filter { $0.count > 1 }
    var distinct: ContiguousArray<Double> = []
    for value in pairable.joined().sorted() where distinct.last != value { distinct.append(value) }
    values = distinct
    for unit in pairable {
      for value in unit.sorted() { scores.append(Int32(Self.place(of: value, in: distinct))) }
      starts.append(scores.count)
    }
  }

  private static func place(of value: Double, in values: ContiguousArray<Double>) -> Int {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
