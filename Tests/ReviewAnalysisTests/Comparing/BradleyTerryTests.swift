import RealModule
import ReviewCore
import Testing

@testable import ReviewAnalysis

@Suite struct BradleyTerryTests {
  private typealias Games = PublishedComparisons.Games

  private func expect(
    _ values: [Double], _ wanted: [Double], within tolerance: Double = 1e-8,
    _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(values.count == wanted.count, sourceLocation: location)
    for (value, wanted) in zip(values, wanted) {
      #expect(abs(value - wanted) < tolerance, sourceLocation: location)
    }
  }

  /// The deviations of each item's distance to the first.
  private func relativeDeviations(_ fit: BradleyTerry) -> [Double] {
    fit.abilities.indices.map { fit.varianceOfDifference($0, 0).squareRoot() }
  }

  private func logLikelihood(_ games: Games, _ abilities: [Double]) -> Double {
    PenalizedAscent(
      games.tallies, priors: abilities.map { _ in BradleyTerry.Prior(mean: 0, precision: 0) }
    ).objective(at: abilities)
  }

  /// Twice how far the likelihood is below that of a model which fits each pair exactly.
  private func deviance(_ games: Games, _ abilities: [Double]) -> Double {
    games.tallies.reduce(0) { sum, pair in
      let difference = abilities[pair.first] - abilities[pair.second]
      func term(_ wins: Double, _ probability: Double) -> Double {
        wins == 0 ? 0 : 2 * wins * Double.log(wins / (pair.count * probability))
      }
      return sum + term(pair.firstWins, Logistic.probability(difference))
        + term(pair.secondWins, Logistic.probability(-difference))
    }
  }

  // MARK: - Published numbers

  @Test func citationsHaveThePublishedAbilities() throws {
    let fit = try #require(PublishedComparisons.citations.likeliest)
    expect(fit.abilities, [0, -2.9491, -0.4796, 0.2690], within: 1e-4)
    expect(fit.abilities, [0, -2.9490724968, -0.4795697698, 0.2689540558])
    expect(
      Array(relativeDeviations(fit).dropFirst()), [0.1025453354, 0.0605887292, 0.0708299651])
    let games = PublishedComparisons.citations
    #expect(abs(deviance(games, fit.abilities) - 4.2933839699) < 1e-8)
    #expect(abs(deviance(games, fit.abilities) - 4.293) < 1e-3)
    #expect(abs(deviance(games, [0, 0, 0, 0]) - 1925) < 1)
    #expect(abs(logLikelihood(games, fit.abilities) - -1622.8898088276) < 1e-8)
    let sum = fit.abilities.reduce(0) { $0 + Double.exp($1) }
    expect(
      fit.abilities.map { Double.exp($0) / sum },
      [0.3355667584, 0.0175797632, 0.2077324905, 0.439120988])
  }

  @Test func baseballHasThePublishedAbilities() throws {
    let fit = try #require(PublishedComparisons.baseball.likeliest)
    expect(
      fit.abilities, [0, 1.1077, 0.6839, 1.4364, 1.5814, 1.2476, 1.2945], within: 1e-4)
    expect(
      fit.abilities,
      [
        0, 1.1076977054, 0.6838527692, 1.4364084318, 1.5813558767, 1.2476178451, 1.2944851239,
      ])
    expect(
      relativeDeviations(fit), [0, 0.3339, 0.3319, 0.3396, 0.3433, 0.3359, 0.3367], within: 1e-4)
    expect(
      relativeDeviations(fit),
      [
        0, 0.3338781619, 0.3318766316, 0.3395684589, 0.3432559334, 0.3358608764, 0.3366693551,
      ], within: 1e-7)
    // Those were taken one step before the end; here is what the steps end at.
    expect(
      relativeDeviations(fit),
      [
        0, 0.3338782070, 0.3318766727, 0.3395685064, 0.3432559816, 0.3358609225, 0.3366694014,
      ], within: 1e-9)
    let likelihood = logLikelihood(PublishedComparisons.baseball, fit.abilities)
    #expect(abs(likelihood - -172.2481759947) < 1e-8)
  }

  @Test func aCircleIsLevelAndAnExtraWinIsNot() throws {
    func centered(_ games: [(Int, Int)]) throws -> [Double] {
      let abilities = try #require(Games(games, items: 3).likeliest).abilities
      let mean = abilities.reduce(0, +) / 3
      return abilities.map { $0 - mean }
    }
    expect(try centered([(0, 1), (1, 2), (2, 0)]), [0, 0, 0])
    expect(
      try centered([(0, 1), (0, 1), (1, 2), (2, 0)]), [0.419617624, -0.419617624, 0])
  }

  @Test func aPriorGivesTheRegularisedAbilities() throws {
    let fit = try #require(PublishedComparisons.choix.likeliest(variance: 1))
    expect(
      fit.abilities,
      [
        -0.519740386, -0.4628087793, -0.3137686227, -0.0685469388, -0.3185146033, -0.0034610676,
        0.6303278314, 1.0565125663,
      ])
    expect(
      fit.variances.map { $0.squareRoot() },
      [
        0.7621531396, 0.9044217728, 0.656601345, 0.6732953388, 0.6637414101, 0.69370807,
        0.7573656063, 0.7828434081,
      ])
  }

  @Test func oneThatNeverLostHasAFiniteAbilityWithAPrior() throws {
    let games = PublishedComparisons.undefeated
    #expect(games.likeliest == nil)
    let fit = try #require(games.likeliest(variance: 1))
    expect(fit.abilities, [0.8968567294, 0.2534737463, -0.4408204519, -0.7095100238])
    let covariance = [
      [0.6779034409, 0.1728146775, 0.1071720083, 0.0421098733],
      [0.1728146775, 0.5589806072, 0.1631662452, 0.1050384702],
      [0.1071720083, 0.1631662452, 0.6044203233, 0.1252414233],
      [0.0421098733, 0.1050384702, 0.1252414233, 0.7276102332],
    ]
    for row in 0..<4 {
      expect((0..<4).map { fit.covariance(row, $0) }, covariance[row])
    }
    expect(
      fit.variances.map { $0.squareRoot() },
      [0.8233489181, 0.7476500566, 0.7774447397, 0.8530007229])
  }

  // MARK: - Properties

  private func randomGames(
    _ random: inout SplitMix64, items: Int, games: Int
  ) -> (tallies: [PairTally], priors: [BradleyTerry.Prior]) {
    var tallies: [PairTally] = []
    for _ in 0..<games {
      let first = random.below(items)
      let second = (first + 1 + random.below(items - 1)) % items
      let wins = Double(random.below(3)) / 2
      tallies.append(
        PairTally(first: first, second: second, firstWins: wins, secondWins: 1 - wins))
    }
    let priors = (0..<items).map { _ in
      BradleyTerry.Prior(
        mean: Double(random.below(400)) / 100 - 2,
        precision: [0.05, 0.5, 2, 40][random.below(4)])
    }
    return (tallies, priors)
  }

  @Test(arguments: 1...40)
  func noNeighborIsBetter(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let items = 2 + random.below(7)
    let (tallies, priors) = randomGames(&random, items: items, games: random.below(30))
    let fit = try #require(BradleyTerry(of: tallies, priors: priors))
    let ascent = PenalizedAscent(tallies, priors: priors)
    let best = ascent.objective(at: fit.abilities)
    for item in 0..<items {
      for step in [-1e-3, 1e-3] {
        var moved = fit.abilities
        moved[item] += step
        #expect(ascent.objective(at: moved) < best, "seed \(seed), item \(item)")
      }
    }
    // The curvature by differences is the inverse of the covariance.
    let width = 1e-4
    for row in 0..<items {
      var product = [Double](repeating: 0, count: items)
      for middle in 0..<items {
        var values: [Double] = []
        for (one, other) in [(1.0, 1.0), (1, -1), (-1, 1), (-1, -1)] {
          var moved = fit.abilities
          moved[row] += one * width
          moved[middle] += other * width
          values.append(ascent.objective(at: moved))
        }
        let curvature = -(values[0] - values[1] - values[2] + values[3]) / (4 * width * width)
        for column in 0..<items { product[column] += curvature * fit.covariance(middle, column) }
      }
      for column in 0..<items {
        #expect(abs(product[column] - (row == column ? 1 : 0)) < 1e-3, "seed \(seed)")
      }
    }
  }

  @Test func theOrderOfTheGamesDoesNotMatter() throws {
    var random = SplitMix64(seed: 5)
    let (tallies, priors) = randomGames(&random, items: 9, games: 40)
    let fit = try #require(BradleyTerry(of: tallies, priors: priors))
    for _ in 0..<5 {
      let other = try #require(BradleyTerry(of: random.shuffled(tallies), priors: priors))
      expect(other.abilities, fit.abilities)
      expect(other.variances, fit.variances)
    }
  }

  @Test func anItemThatWasNotComparedKeepsItsPrior() throws {
    let priors = [1.0, 2, 3].map { BradleyTerry.Prior(mean: $0, precision: 4) }
    let tally = PairTally(first: 0, second: 2, firstWins: 1, secondWins: 0)
    let fit = try #require(BradleyTerry(of: [tally], priors: priors))
    #expect(fit.abilities[1] == 2)
    #expect(fit.variances[1] == 0.25)
    #expect(fit.covariance(1, 0) == 0)
    #expect(fit.abilities[0] > 1 && fit.abilities[2] < 3)
    #expect(fit.variances[0] < 0.25)
    let alone = try #require(BradleyTerry(of: [], priors: priors))
    #expect(alone.abilities == [1, 2, 3])
    #expect(try #require(BradleyTerry(of: [], priors: [])).abilities.isEmpty)
  }

  @Test func aTieDrawsTwoTogether() throws {
    let priors = [0.0, 2].map { BradleyTerry.Prior(mean: $0, precision: 1) }
    let tie = PairTally(first: 0, second: 1, firstWins: 0.5, secondWins: 0.5)
    let fit = try #require(BradleyTerry(of: [tie], priors: priors))
    expect([fit.abilities[0] + fit.abilities[1]], [2])
    #expect(fit.abilities[1] - fit.abilities[0] < 2)
    #expect(fit.abilities[1] > fit.abilities[0])
  }

  /// Above the limit another method finds the same abilities.
  @Test func manyItemsAreSolvedOneAfterTheOther() throws {
    var random = SplitMix64(seed: 11)
    let items = BradleyTerry.mostSolvedTogether + 1
    var (tallies, priors) = randomGames(&random, items: items, games: 3 * items)
    for item in 1..<items {
      tallies.append(PairTally(first: item - 1, second: item, firstWins: 1, secondWins: 0))
    }
    let fit = try #require(BradleyTerry(of: tallies, priors: priors))
    let ascent = PenalizedAscent(tallies, priors: priors)
    let best = ascent.objective(at: fit.abilities)
    for item in stride(from: 0, to: items, by: 7) {
      for step in [-1e-4, 1e-4] {
        var moved = fit.abilities
        moved[item] += step
        #expect(ascent.objective(at: moved) < best)
      }
      #expect(fit.variances[item] > 0 && fit.variances[item] <= 1 / priors[item].precision)
    }
    priors[0].mean = .nan
    #expect(BradleyTerry(of: [], priors: priors) != nil)
  }

  @Test func absurdNumbersOfGamesAreSolvedToo() throws {
    let priors = [-1e6, 0, 1e6].map { BradleyTerry.Prior(mean: $0, precision: 1) }
    let tallies = [
      PairTally(first: 0, second: 1, firstWins: 1e9, secondWins: 0),
      PairTally(first: 1, second: 2, firstWins: 1, secondWins: 1e-9),
    ]
    let fit = BradleyTerry(of: tallies, priors: priors)
    for ability in fit?.abilities ?? [] { #expect(ability.isFinite) }
  }
}
