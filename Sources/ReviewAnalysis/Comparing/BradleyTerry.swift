/// The log-abilities of items that were compared in pairs, and how sure they are.
///
/// The model of Bradley & Terry (1952): i wins over j with the probability `s(l_i − l_j)`, where `s`
/// is the logistic function and `l` the log-ability; a tie is half a win for each. Each item has a
/// normal prior, without which one that never lost would run to infinity (Hunter 2004). The
/// abilities are those of the greatest posterior density, found by Newton's method; the covariance
/// is Laplace's: the inverse of the curvature there.
///
/// Without a prior (precision 0) but for one item of mean 0 and any other precision, the abilities
/// are those of maximum likelihood relative to that item, since the likelihood knows differences
/// only.
struct BradleyTerry: Hashable, Sendable {
  /// What is known of an item before it is compared.
  struct Prior: Hashable, Sendable {
    /// The mean of its log-ability.
    var mean: Double
    /// One over the variance of it.
    var precision: Double
  }

  /// The log-ability of each item.
  let abilities: [Double]
  /// The variance of each; infinite for an item without a prior and without a comparison.
  let variances: [Double]
  /// The covariance of the items of each group, in the order of the group.
  private let covariances: [SymmetricMatrix?]
  /// The group of each item, and its place there; nil for one that was not compared.
  private let places: [Place?]

  private struct Place: Hashable, Sendable {
    var group: Int
    var row: Int
  }

  /// Groups of more joined items than this are not solved as one: their abilities are, but the
  /// variance of each is that given the abilities of the others, and covariances count as 0.
  static let mostSolvedTogether = 300

  /// Finds the abilities. O(pairs + items of each group³), of groups up to `mostSolvedTogether`.
  ///
  /// Nil where there is no best answer: without a prior some of the items never lost to any of the
  /// rest. With a prior there always is one.
  init?(of tallies: [PairTally], priors: [Prior]) {
    var abilities = priors.map(\.mean)
    var variances = priors.map { $0.precision > 0 ? 1 / $0.precision : .infinity }
    var covariances: [SymmetricMatrix?] = []
    var places = [Place?](repeating: nil, count: priors.count)
    let groups = tallies.groups(ofItems: priors.count)
    for (group, items) in groups.enumerated() {
      for (row, item) in items.enumerated() { places[item] = Place(group: group, row: row) }
    }
    var pairs = [[PairTally]](repeating: [], count: groups.count)
    for tally in tallies {
      guard let first = places[tally.first], let second = places[tally.second] else { continue }
      pairs[first.group].append(
        PairTally(
          first: first.row, second: second.row, firstWins: tally.firstWins,
          secondWins: tally.secondWins))
    }
    for (items, pairs) in zip(groups, pairs) {
      let ascent = PenalizedAscent(pairs, priors: items.map { priors[$0] })
      guard let solution = ascent.solution() else { return nil }
      for (row, item) in items.enumerated() {
        abilities[item] = solution.abilities[row]
        variances[item] = solution.variances[row]
      }
      covariances.append(solution.covariance)
    }
    self.abilities = abilities
    self.variances = variances
    self.covariances = covariances
    self.places = places
  }

  /// What is known where nothing was compared.
  init(unchanged priors: [Prior]) {
    abilities = priors.map(\.mean)
    variances = priors.map { $0.precision > 0 ? 1 / $0.precision : .infinity }
    covariances = []
    places = [Place?](repeating: nil, count: priors.count)
  }

  /// Whether an item was compared with any other.
  func isCompared(_ item: Int) -> Bool { places[item] != nil }

  /// The covariance of two items: 0 where no comparison joins them. O(1).
  func covariance(_ one: Int, _ other: Int) -> Double {
    if one == other { return variances[one] }
    guard let first = places[one], let second = places[other], first.group == second.group else {
      return 0
    }
    return covariances[first.group]?[first.row, second.row] ?? 0
  }

  /// The variance of the difference of two items. O(1).
  func varianceOfDifference(_ one: Int, _ other: Int) -> Double {
    max(variances[one] + variances[other] - 2 * covariance(one, other), 0)
  }

  /// What a comparison of two items is expected to tell.
  func gain(_ one: Int, _ other: Int) -> InformationGain {
    InformationGain(
      mean: abilities[one] - abilities[other], variance: varianceOfDifference(one, other))
  }
}
