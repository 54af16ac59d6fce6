import ReviewCore
import Testing

@testable import ReviewAnalysis

/// Henderson's equations against exact fractions, and REML against published fits.
@Suite struct SeverityModelTests {
  /// A case that was solved in fractions.
  struct Toy: Sendable, CustomTestStringConvertible {
    let name: String
    let scores: [(Int, Int, Double)]
    let reviewers: Int
    let severityVariance: Double
    let mean: Double
    let qualities: [Double]
    let severities: [Double]
    let levels: [Double]
    let levelVariances: [Double]
    let severityVariances: [Double]
    var testDescription: String { name }
  }

  static let toys = [
    Toy(
      name: "toy-a, cyclic",
      scores: [(0, 0, 5), (0, 1, 3), (1, 1, 2), (1, 2, 3), (2, 2, 4), (2, 0, 4)], reviewers: 3,
      severityVariance: 0.5, mean: 7.0 / 2, qualities: [6.0 / 13, -8.0 / 13, 2.0 / 13],
      severities: [6.0 / 13, -8.0 / 13, 2.0 / 13],
      levels: [3.9615384615, 2.8846153846, 3.6538461538],
      levelVariances: [21.0 / 52, 21.0 / 52, 21.0 / 52],
      severityVariances: [23.0 / 78, 23.0 / 78, 23.0 / 78]),
    Toy(
      name: "toy-b, one bridge",
      scores: [(0, 0, 4), (1, 0, 4), (2, 0, 5), (2, 1, 3), (3, 1, 3), (4, 1, 4)], reviewers: 2,
      severityVariance: 1, mean: 99.0 / 26,
      qualities: [-3.0 / 13, -3.0 / 13, 2.0 / 13, -7.0 / 39, 19.0 / 39],
      severities: [7.0 / 13, -7.0 / 13],
      levels: [3.5769230769, 3.5769230769, 3.9615384615, 3.6282051282, 4.2948717949],
      levelVariances: [11.0 / 12, 11.0 / 12, 37.0 / 52, 11.0 / 12, 11.0 / 12],
      severityVariances: [8.0 / 13, 8.0 / 13]),
    Toy(
      name: "toy-c, two groups", scores: [(0, 0, 5), (1, 0, 4), (2, 1, 3), (3, 1, 2)],
      reviewers: 2, severityVariance: 0.5, mean: 7.0 / 2,
      qualities: [11.0 / 15, 1.0 / 15, -1.0 / 15, -11.0 / 15], severities: [2.0 / 5, -2.0 / 5],
      levels: [4.2333333333, 3.5666666667, 3.4333333333, 2.7666666667],
      levelVariances: [83.0 / 120, 83.0 / 120, 83.0 / 120, 83.0 / 120],
      severityVariances: [2.0 / 5, 2.0 / 5]),
    Toy(
      name: "toy-d, without those who have no score",
      scores: [(0, 0, 5), (1, 0, 3), (1, 1, 4), (2, 1, 2)], reviewers: 2, severityVariance: 0.5,
      mean: 7.0 / 2, qualities: [1, 0, -1], severities: [0, 0], levels: [4.5, 3.5, 2.5],
      levelVariances: [153.0 / 224, 15.0 / 32, 153.0 / 224],
      severityVariances: [5.0 / 14, 5.0 / 14]),
    Toy(
      name: "toy-e, one reviewer", scores: [(0, 0, 5), (1, 0, 3), (2, 0, 4)], reviewers: 1,
      severityVariance: 0.5, mean: 4, qualities: [2.0 / 3, -2.0 / 3, 0], severities: [0],
      levels: [4.6666666667, 3.3333333333, 4], levelVariances: [8.0 / 9, 8.0 / 9, 8.0 / 9],
      severityVariances: [1.0 / 2]),
  ]

  @Test(arguments: toys) func givenVariancesAreSolvedExactly(_ toy: Toy) throws {
    let design = ScoreDesign(triples: toy.scores, reviewers: toy.reviewers)
    let model = try #require(
      SeverityModel(
        of: design, .init(quality: 1 / 0.5, severity: toy.severityVariance / 0.5), noise: 0.5))
    let posterior = Posterior(of: model)
    let proposals = 0..<design.proposalCount
    #expect((design.center + model.unknowns[toy.reviewers] - toy.mean).magnitude < 1e-9)
    #expect(areEqual(model.qualities, toy.qualities, within: 1e-9))
    #expect(areEqual(Array(model.unknowns.prefix(toy.reviewers)), toy.severities, within: 1e-9))
    #expect(areEqual(proposals.map(model.level(of:)), toy.levels, within: 1e-9))
    #expect(areEqual(proposals.map(posterior.levelVariance), toy.levelVariances, within: 1e-9))
    #expect(
      areEqual(
        (0..<toy.reviewers).map(posterior.severityVariance), toy.severityVariances, within: 1e-9))
  }

  @Test func penicillinIsFittedAsLme4FitsIt() throws {
    let design = ScoreDesign(complete: PublishedScores.penicillin)
    let model = try #require(SeverityModel.fitted(to: design))
    #expect((model.criterion - 330.8606).magnitude < 1e-4)
    #expect((model.qualityVariance.squareRoot() - 0.8467).magnitude < 1e-4)
    #expect((model.severityVariance.squareRoot() - 1.9316).magnitude < 1e-4)
    #expect((model.noise.squareRoot() - 0.5499).magnitude < 1e-4)
    #expect(areEqual(model.qualities, PublishedScores.penicillinPlates, within: 1e-5))
    #expect(
      areEqual(Array(model.unknowns.prefix(6)), PublishedScores.penicillinSamples, within: 1e-5))
    let posterior = Posterior(of: model)
    #expect((posterior.levelVariance(0).squareRoot() - 0.817954394).magnitude < 1e-5)
    #expect((posterior.severityVariance(0).squareRoot() - 0.7951634205).magnitude < 1e-5)
    #expect((posterior.expectedRank(0) - 5.4681498742).magnitude < 1e-4)
  }

  @Test func theFullLikelihoodIsThatOfMixedModels() throws {
    let design = ScoreDesign(complete: PublishedScores.penicillin)
    let noise = 0.3024251023
    let model = try #require(
      SeverityModel(
        of: design,
        .init(
          quality: 0.8455719481 * 0.8455719481 / noise,
          severity: 1.7706664608 * 1.7706664608 / noise),
        by: .full))
    #expect((model.criterion - 332.18834867).magnitude < 1e-6)
    #expect((model.noise - noise).magnitude < 1e-6)
    #expect((model.unknowns[5] + 3.0018241391).magnitude < 1e-6)
  }

  @Test func wineIsFittedAsFourProgramsFitIt() throws {
    let design = ScoreDesign(complete: PublishedScores.wine)
    let model = try #require(SeverityModel.fitted(to: design))
    #expect((model.qualityVariance - 0.4742063864).magnitude < 1e-5)
    #expect((model.severityVariance - 0.1969246101).magnitude < 1e-5)
    #expect((model.noise - 0.5496031669).magnitude < 1e-5)
    #expect((model.criterion - 189.2825497763).magnitude < 1e-8)
    #expect(areEqual((0..<8).map(model.level(of:)), PublishedScores.wineLevels, within: 1e-5))
    #expect(
      areEqual(Array(model.unknowns.prefix(9)), PublishedScores.wineSeverities, within: 1e-5))
    let posterior = Posterior(of: model)
    #expect(
      areEqual(
        (0..<8).map(posterior.expectedRank), PublishedScores.wineExpectedRanks, within: 1e-4))
    #expect(
      areEqual(
        (1..<8).map { posterior.probability(0, isAbove: $0) },
        Array(PublishedScores.wineFirstIsBetter.dropFirst()), within: 1e-4))
    #expect(
      areEqual(
        posterior.probabilitiesIn(slots: 3, draws: 20_000, seed: 7),
        PublishedScores.wineAmongThree, within: 0.012))
  }

  @Test func whereReviewersDoNotDifferTheVarianceOfSeverityIsNothing() throws {
    // Each reviewer gives the same three scores, on different proposals.
    let rows: [[Double]] = (0..<9).map { proposal in
      (0..<3).map { reviewer in Double((proposal + reviewer) % 3) + 2 }
    }
    let model = try #require(SeverityModel.fitted(to: ScoreDesign(complete: rows)))
    #expect(model.ratios.severity < SeverityModel.negligibleRatio)
    #expect(model.ratios.quality < SeverityModel.negligibleRatio)
  }

  @Test(arguments: 1...40) func aFitIsAPlaceWhereTheCriterionIsLowest(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let reviewers = 3 + random.below(6)
    var triples: [(Int, Int, Double)] = []
    for proposal in 0..<(8 + random.below(20)) {
      let harshness = random.shuffled(Array(0..<reviewers)).prefix(1 + random.below(4))
      for reviewer in harshness {
        triples.append((proposal, reviewer, Double(1 + random.below(5)) - Double(reviewer) / 3))
      }
    }
    let design = ScoreDesign(triples: triples, reviewers: reviewers)
    guard Calibration.canEstimate(design) else { return }
    let model = try #require(SeverityModel.fitted(to: design))
    let bounds = SeverityModel.ratioBounds
    for (quality, severity) in [(1.02, 1), (0.98, 1), (1, 1.02), (1, 0.98), (3, 1), (1, 0.2)] {
      let ratios = SeverityModel.Ratios(
        quality: model.ratios.quality * quality, severity: model.ratios.severity * severity)
      guard bounds.contains(ratios.quality), bounds.contains(ratios.severity) else { continue }
      let other = try #require(SeverityModel(of: design, ratios))
      #expect(other.criterion > model.criterion - 1e-7, "\(seed): \(quality), \(severity)")
    }
  }
}
