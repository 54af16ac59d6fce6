@testable import ReviewAnalysis

/// Comparisons with published results, and results that several programs agree on.
enum PublishedComparisons {
  /// How often each row won over each column.
  struct Games {
    let wins: [[Double]]

    init(_ wins: [[Double]]) { self.wins = wins }

    /// From single games, winner first.
    init(_ games: [(Int, Int)], items: Int) {
      var wins = [[Double]](repeating: [Double](repeating: 0, count: items), count: items)
      for (winner, loser) in games { wins[winner][loser] += 1 }
      self.wins = wins
    }

    var count: Int { wins.count }

    var tallies: [PairTally] {
      wins.indices.flatMap { first in
        wins.indices.dropFirst(first + 1).compactMap { second in
          let tally = PairTally(
            first: first, second: second, firstWins: wins[first][second],
            secondWins: wins[second][first])
          return tally.count > 0 ? tally : nil
        }
      }
    }

    /// The abilities of maximum likelihood, relative to the first item.
    var likeliest: BradleyTerry? {
      BradleyTerry(
        of: tallies,
        priors: (0..<count).map { BradleyTerry.Prior(mean: 0, precision: $0 == 0 ? 1 : 0) })
    }

    /// The abilities with the same prior for all.
    func likeliest(variance: Double) -> BradleyTerry? {
      BradleyTerry(
        of: tallies,
        priors: (0..<count).map { _ in BradleyTerry.Prior(mean: 0, precision: 1 / variance) })
    }
  }

  /// Citations between journals of statistics (Stigler 1994; BradleyTerry2's `citations`).
  static let citations = Games([
    [0, 730, 498, 221], [33, 0, 68, 17], [320, 813, 0, 142], [284, 276, 325, 0],
  ])

  /// Baseball in 1987 (Agresti 2002, p. 438; BradleyTerry2's `baseball`).
  static let baseball = Games([
    [0, 1, 7, 4, 2, 3, 1], [12, 0, 7, 2, 6, 7, 6], [6, 6, 0, 4, 4, 6, 5], [9, 11, 9, 0, 6, 5, 7],
    [11, 7, 9, 7, 0, 7, 9], [10, 6, 7, 8, 6, 0, 6], [12, 7, 8, 6, 4, 7, 0],
  ])

  /// The regularised test of the library choix.
  static let choix = Games(
    [
      (7, 3), (2, 0), (5, 2), (4, 2), (2, 1), (4, 5), (6, 3), (5, 4), (7, 0), (2, 3), (4, 0),
      (0, 4), (6, 5), (3, 2), (3, 4), (3, 4), (5, 2), (7, 3), (7, 6), (6, 5),
    ], items: 8)

  /// The first item never lost, the last never won.
  static let undefeated = Games([[0, 2, 1, 0], [0, 0, 2, 1], [0, 0, 0, 1], [0, 0, 0, 0]])
}
