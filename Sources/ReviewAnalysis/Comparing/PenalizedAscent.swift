/// The search for the abilities of one group of joined items with the greatest posterior density.
///
/// What is maximised, `Σ w log s(l_i − l_j) − Σ precision (l − mean)² / 2`, is concave.
struct PenalizedAscent {
  let pairs: [PairTally]
  let priors: [BradleyTerry.Prior]

  /// What was found.
  struct Solution {
    var abilities: [Double]
    var variances: [Double]
    /// Nil for a group that is too large to be solved as one.
    var covariance: SymmetricMatrix?
  }

  init(_ pairs: [PairTally], priors: [BradleyTerry.Prior]) {
    (self.pairs, self.priors) = (pairs, priors)
  }

  /// The best abilities; nil where there are none.
  func solution() -> Solution? {
    priors.count > BradleyTerry.mostSolvedTogether ? coordinateSolution() : newtonSolution()
  }

  /// The logarithm of the posterior density at some abilities, but for a constant.
  func objective(at abilities: [Double]) -> Double {
    var sum = 0.0
    for pair in pairs {
      let difference = abilities[pair.first] - abilities[pair.second]
      if pair.firstWins > 0 { sum += pair.firstWins * Logistic.logProbability(difference) }
      if pair.secondWins > 0 { sum += pair.secondWins * Logistic.logProbability(-difference) }
    }
    for (ability, prior) in zip(abilities, priors) {
      sum -= prior.precision * (ability - prior.mean) * (ability - prior.mean) / 2
    }
    return sum
  }

  // MARK: All at once

  private static let mostSteps = 100
  /// Abilities that still move by less are found.
  private static let smallestStep = 1e-10
  /// The same where the numbers allow no better.
  private static let smallStep = 1e-6

  /// Newton's method, with steps halved until they go up. O(items³) a step.
  private func newtonSolution() -> Solution? {
    var abilities = priors.map(\.mean)
    var height = objective(at: abilities)
    for count in 1...Self.mostSteps {
      let (slope, curvature) = derivatives(at: abilities)
      guard let factor = curvature.cholesky() else { return nil }
      let step = factor.solve(slope)
      let size = step.reduce(0) { max($0, $1.magnitude) }
      let gain = zip(slope, step).reduce(0) { $0 + $1.0 * $1.1 }
      guard size.isFinite, gain.isFinite else { return nil }
      if size < Self.smallestStep || (count == Self.mostSteps && size < Self.smallStep) {
        let inverse = factor.inverse()
        return Solution(
          abilities: abilities, variances: abilities.indices.map { inverse[$0, $0] },
          covariance: inverse)
      }
      var share = 1.0
      var moved = abilities
      var reached = height
      // A step that gains less than the numbers of the objective can tell is taken whole.
      let isUntellable = gain < 1e-12 * (1 + height.magnitude)
      repeat {
        for place in moved.indices { moved[place] = abilities[place] + share * step[place] }
        reached = objective(at: moved)
        share /= 2
      } while !isUntellable && reached <= height && share > 1e-12
      (abilities, height) = (moved, reached)
    }
    return nil
  }

  /// The slope of the objective, and its curvature turned positive.
  private func derivatives(
    at abilities: [Double]
  ) -> (slope: [Double], curvature: SymmetricMatrix) {
    var curvature = SymmetricMatrix(count: priors.count)
    var slope: [Double] = []
    for (place, prior) in priors.enumerated() {
      slope.append(-prior.precision * (abilities[place] - prior.mean))
      curvature[place, place] = prior.precision
    }
    for pair in pairs {
      let difference = abilities[pair.first] - abilities[pair.second]
      let surprise = self.surprise(pair, difference)
      slope[pair.first] += surprise
      slope[pair.second] -= surprise
      let information = pair.count * Logistic.variance(difference)
      curvature[pair.first, pair.first] += information
      curvature[pair.second, pair.second] += information
      curvature[pair.first, pair.second] -= information
    }
    return (slope, curvature)
  }

  /// How many wins of the first there were beyond those expected.
  private func surprise(_ pair: PairTally, _ difference: Double) -> Double {
    pair.firstWins * Logistic.probability(-difference)
      - pair.secondWins * Logistic.probability(difference)
  }

  // MARK: One after the other

  private static let mostRounds = 400
  /// Statistics are rounded to a millionth.
  private static let smallestChange = 1e-9

  /// Takes the best value of one ability after the other, given the rest. O(pairs) a round, where
  /// `newtonSolution` would need the cube of the items.
  private func coordinateSolution() -> Solution? {
    var neighbors = [[(item: Int, pair: Int)]](repeating: [], count: priors.count)
    for (place, pair) in pairs.enumerated() {
      neighbors[pair.first].append((pair.second, place))
      neighbors[pair.second].append((pair.first, place))
    }
    var abilities = priors.map(\.mean)
    var information = [Double](repeating: 0, count: priors.count)
    for _ in 0..<Self.mostRounds {
      var largest = 0.0
      for item in priors.indices {
        var slope = -priors[item].precision * (abilities[item] - priors[item].mean)
        var curvature = priors[item].precision
        for (other, place) in neighbors[item] {
          let pair = pairs[place]
          let difference = abilities[item] - abilities[other]
          slope +=
            pair.first == item ? surprise(pair, difference) : -surprise(pair, -difference)
          curvature += pair.count * Logistic.variance(difference)
        }
        guard curvature > 0 else { return nil }
        // A bounded step cannot run away where the slope is steep and the curvature small.
        let step = max(-1, min(1, slope / curvature))
        abilities[item] += step
        information[item] = curvature
        largest = max(largest, step.magnitude)
      }
      if largest < Self.smallestChange { break }
    }
    return Solution(abilities: abilities, variances: information.map { 1 / $0 }, covariance: nil)
  }
}
