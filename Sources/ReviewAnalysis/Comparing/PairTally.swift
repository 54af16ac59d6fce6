/// How often each of two items was found the better one.
struct PairTally: Hashable, Sendable {
  /// The item that stands first.
  let first: Int
  /// The other one.
  let second: Int
  /// How often the first one won; a tie is half a win for each.
  var firstWins: Double
  /// How often the second one won.
  var secondWins: Double

  /// How many comparisons there were.
  var count: Double { firstWins + secondWins }
}

extension [PairTally] {
  /// The groups of items that are joined by comparisons, not even through others with the rest:
  /// each ascending, by their first item; items without a comparison are in none. O(items + pairs).
  func groups(ofItems count: Int) -> [[Int]] {
    var parents = Array<Int>(0..<count)
    var isCompared = [Bool](repeating: false, count: count)
    func root(of item: Int) -> Int {
      var item = item
      while parents[item] != item {
        parents[item] = parents[parents[item]]
        item = parents[item]
      }
      return item
    }
    for pair in self {
      let (one, other) = (root(of: pair.first), root(of: pair.second))
      parents[Swift.max(one, other)] = Swift.min(one, other)
      (isCompared[pair.first], isCompared[pair.second]) = (true, true)
    }
    var members = [[Int]](repeating: [], count: count)
    for item in 0..<count where isCompared[item] { members[root(of: item)].append(item) }
    return members.filter { !$0.isEmpty }
  }
}
