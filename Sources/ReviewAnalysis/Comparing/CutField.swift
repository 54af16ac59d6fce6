import RealModule
import ReviewCore

/// How far each proposal is from the cut line.
struct CutField {
  /// The 90 % point of the normal distribution: nearer to the cut a proposal may as well be in as out.
  private static let greyWidth = 1.2815515655446004

  /// How many deviations each level is above the cut.
  let distances: [Double]
  /// Those near the cut, the nearest first.
  let near: [Int]
  /// The items in their order, and the place of each there.
  private let ranks: [Int]

  init(_ order: ComparisonOrder, places: Int) {
    let now = Self.distances(
      order.model.abilities, order.model.variances, order.entries, places)
    let before = Self.distances(
      order.priors.map(\.mean), order.priors.map { 1 / $0.precision }, order.entries, places)
    let distances = now.distances
    near = distances.indices.filter {
      distances[$0].magnitude < Self.greyWidth || before.distances[$0].magnitude < Self.greyWidth
    }.sorted { one, other in
      let (first, second) = (distances[one].magnitude, distances[other].magnitude)
      return first == second ? one < other : first < second
    }
    self.distances = distances
    ranks = now.ranks
  }

  private static func distances(
    _ levels: [Double], _ variances: [Double], _ entries: [ComparisonOrder.Entry], _ places: Int
  ) -> (distances: [Double], ranks: [Int]) {
    // Entries stand by their ids, so that the place is the last tie-break.
    let rounded = levels.map(\.roundedToMillionth)
    let sorted = levels.indices.sorted { one, other in
      rounded[one] == rounded[other] ? one < other : rounded[one] > rounded[other]
    }
    let cut = (levels[sorted[places - 1]] + levels[sorted[places]]) / 2
    var ranks = [Int](repeating: 0, count: levels.count)
    for (rank, item) in sorted.enumerated() { ranks[item] = rank + 1 }
    let distances = levels.indices.map {
      ((levels[$0] - cut) / variances[$0].squareRoot()).roundedToMillionth
    }
    return (distances, ranks)
  }

  func isOpen(_ item: Int) -> Bool { distances[item].magnitude < Self.greyWidth }

  /// `√(P (1 − P))` of the probability to be within the slots.
  func openness(_ item: Int) -> Double {
    let probability = distances[item].normalProbability
    return max(probability * (1 - probability), 0).squareRoot()
  }

  func rank(of item: Int) -> Int { ranks[item] }
}
