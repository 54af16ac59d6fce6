package import ReviewCore

/// Scores with the severity of those who gave them taken out, and what remains uncertain.
///
/// A mixed model (`SeverityModel`), fitted by restricted maximum likelihood to the composites of the
/// finished reviews that the viewer may see: Platt & Burges 2012; Ge, Welling & Ghahramani 2013;
/// science.md §1. A pure function of what its viewer may see.
package struct Calibration: Hashable, Sendable {
  /// The proposals with a score, in the order of their ids.
  package let proposals: [ProposalID]
  /// The level of each of them, in the same order.
  package let levels: [Level]
  /// The reviewers with a score, by id.
  package let reviewers: [Severity]
  /// Where the variances come from.
  package let basis: Basis
  /// How the variance of scores divides.
  package let variances: Variances
  /// The groups of reviewers who have no proposal in common, not even through others, the largest
  /// first; one group where all are joined.
  package let groups: [[Identifier]]
  private let index: [ProposalID: Int]
  private let reviewerIndex: [Identifier: Int]
  private let posterior: Posterior
  /// The primary focus area of each of `proposals`.
  private let areas: [Identifier?]
  /// The place of the mean that areas with few scored proposals share.
  private let sharedMean: Int?

  /// What is known of a proposal's quality.
  package struct Level: Hashable, Sendable {
    /// The calibrated score, on the rubric's scale, rounded to a millionth.
    package let value: Double
    /// Its posterior deviation, rounded; nil where all scores are equal, which tell nothing of it.
    package let deviation: Double?

    /// Between which values it is with 95 %; nil without a deviation.
    package var interval: ClosedRange<Double>? {
      guard let deviation else { return nil }
      // The 97.5 % point of the normal distribution.
      let half = 1.959964 * deviation
      return (value - half).roundedToMillionth...(value + half).roundedToMillionth
    }
  }

  /// How strict a reviewer is.
  package struct Severity: Hashable, Sendable {
    /// Who.
    package let id: Identifier
    /// How many of their scores were counted.
    package let count: Int
    /// How far they score above the committee (negative: harsh), rounded to a millionth.
    package let offset: Double
    /// Its posterior deviation, rounded; nil where all scores are equal.
    package let deviation: Double?
  }

  /// How a level comes about: `share × corrected + (1 − share) × mean`.
  package struct Account: Hashable, Sendable {
    /// The mean of the proposal's scores, each less its reviewer's severity.
    package let corrected: Double
    /// The weight of that mean, n / (n + noise / quality): few reviews count for less.
    package let share: Double
    /// The mean of the proposals of the area, or of the committee's.
    package let mean: Double
    /// The area whose mean it is; nil for the one mean of the areas with few scored proposals.
    package let area: Identifier?
  }

  /// Where the variances come from.
  package enum Basis: Hashable, Sendable {
    /// From the scores.
    case estimated
    /// From a large panel, since the scores are too few: see `fixedShares`.
    case fixedShares
    /// From nowhere: all scores are equal.
    case allEqual
  }

  /// How the variance of scores divides, rounded.
  package struct Variances: Hashable, Sendable {
    /// That of the proposals' quality.
    package let quality: Double
    /// That of the reviewers' severity.
    package let severity: Double
    /// That of what neither explains.
    package let noise: Double

    /// Whether the scores tell reviewers apart.
    package var hasSeverity: Bool { severity > 0 }
    /// Whether the scores tell proposals apart.
    package var hasQuality: Bool { quality > 0 }
  }

  /// The shares of quality, severity and noise in the variance of scores at NIPS 2014 (Lawrence &
  /// Cortes), which stand where the scores are too few to estimate them.
  package static let fixedShares = (quality: 0.46, severity: 0.09, noise: 0.45)

  /// With fewer reviewers the variances are not estimated.
  package static let fewestReviewers = 3
  /// With fewer scores the variances are not estimated.
  package static let fewestScores = 20
  /// With fewer scores behind the first of their proposal quality cannot be told from noise.
  package static let fewestRepeated = 10

  /// Calibrates the scores of a summit; nil where the viewer sees none.
  /// O(reviews × reviews of a proposal + reviewers³).
  package init?(of summit: SeenSummit) {
    let scores = CalibratedScores(of: summit)
    guard !scores.design.scores.isEmpty else { return nil }
    let design = scores.design
    let (model, basis) = Self.model(of: design)
    guard let model else { return nil }
    posterior = Posterior(of: model)
    self.basis = basis
    proposals = scores.proposals
    areas = scores.areas
    sharedMean = scores.sharedMean
    index = Dictionary(
      zip(proposals, proposals.indices), uniquingKeysWith: { first, _ in first })
    reviewerIndex = Dictionary(
      zip(scores.reviewers, scores.reviewers.indices), uniquingKeysWith: { first, _ in first })
    let posterior = posterior
    let isKnown = basis != .allEqual
    func deviation(_ variance: Double) -> Double? {
      isKnown ? max(variance, 0).squareRoot().roundedToMillionth : nil
    }
    levels = proposals.indices.map {
      Level(
        value: model.level(of: $0).roundedToMillionth,
        deviation: deviation(posterior.levelVariance($0)))
    }
    var counts = [Int](repeating: 0, count: design.reviewerCount)
    for reviewer in design.reviewers { counts[reviewer] += 1 }
    let isNegligible = model.ratios.severity < SeverityModel.negligibleRatio
    reviewers = scores.reviewers.indices.map {
      Severity(
        id: scores.reviewers[$0], count: counts[$0],
        offset: isNegligible ? 0 : model.unknowns[$0].roundedToMillionth,
        deviation: isNegligible ? 0 : deviation(posterior.severityVariance($0)))
    }
    variances = Variances(
      quality: model.ratios.quality < SeverityModel.negligibleRatio
        ? 0 : model.qualityVariance.roundedToMillionth,
      severity: isNegligible ? 0 : model.severityVariance.roundedToMillionth,
      noise: model.noise.roundedToMillionth)
    groups = ReviewGroups(of: design).groups.map { $0.map { scores.reviewers[$0] } }
  }

  /// Whether so many scores carry an estimate of the variances.
  static func canEstimate(_ design: ScoreDesign) -> Bool {
    design.reviewerCount >= fewestReviewers && design.scoreCount >= fewestScores
      && design.repeatedCount >= fewestRepeated
  }

  private static func model(of design: ScoreDesign) -> (SeverityModel?, Basis) {
    let shares = SeverityModel.Ratios(
      quality: fixedShares.quality / fixedShares.noise,
      severity: fixedShares.severity / fixedShares.noise)
    let variance = design.variance
    // Not 0: means of equal decimal fractions differ in their last digits.
    guard variance > 1e-12 else {
      return (SeverityModel(of: design, shares, noise: 0), .allEqual)
    }
    if canEstimate(design), let fitted = SeverityModel.fitted(to: design) {
      return (fitted, .estimated)
    }
    return (
      SeverityModel(of: design, shares, noise: fixedShares.noise * variance), .fixedShares
    )
  }
}

// MARK: What it says

extension Calibration {
  /// The level of a proposal; nil without a score.
  package func level(of id: ProposalID) -> Level? { index[id].map { levels[$0] } }

  /// The severity of a reviewer; nil without a score.
  package func severity(of id: Identifier) -> Severity? {
    reviewerIndex[id].map { reviewers[$0] }
  }

  /// What a score of a reviewer counts as: less their severity; the score itself where nothing is
  /// known of it. Rounded.
  package func corrected(_ score: Double, of reviewer: Identifier) -> Double {
    (score - (severity(of: reviewer)?.offset ?? 0)).roundedToMillionth
  }

  /// What neither the level of a proposal nor the severity of a reviewer explains of a score,
  /// rounded; nil without a level.
  package func residual(_ score: Double, of id: ProposalID, by reviewer: Identifier) -> Double? {
    level(of: id).map { (corrected(score, of: reviewer) - $0.value).roundedToMillionth }
  }

  /// How the level of a proposal comes about; nil without a score.
  package func account(of id: ProposalID) -> Account? {
    guard let place = index[id] else { return nil }
    let (model, design) = (posterior.model, posterior.model.design)
    let places = design.scores(of: place)
    var sum = 0.0
    for score in places {
      sum += design.center + design.scores[score] - model.unknowns[design.reviewers[score]]
    }
    return Account(
      corrected: (sum / Double(places.count)).roundedToMillionth,
      share: (Double(places.count) * model.weight(of: place)).roundedToMillionth,
      mean: (design.center + model.unknowns[design.meanPlace(of: place)]).roundedToMillionth,
      area: design.means[place] == sharedMean ? nil : areas[place])
  }

  /// The probability that one proposal is better than another, rounded; nil where one has no score.
  package func probability(_ one: ProposalID, isBetterThan other: ProposalID) -> Double? {
    guard let first = index[one], let second = index[other] else { return nil }
    return posterior.probability(first, isAbove: second).roundedToMillionth
  }

  /// The rank that a proposal is expected to have, rounded; nil without a score. O(proposals).
  package func expectedRank(of id: ProposalID) -> Double? {
    index[id].map { posterior.expectedRank($0).roundedToMillionth }
  }

  /// Draws the levels of all `proposals`, in their order, from what is known of them.
  /// O(count × (scores + reviewers²)).
  ///
  /// - Parameters:
  ///   - count: how many times.
  ///   - seed: the same seed gives the same draws.
  ///   - body: takes in the levels of one draw; false ends the drawing.
  package func drawLevels(
    _ count: Int, seed: UInt64 = Calibration.seed, _ body: (UnsafeBufferPointer<Double>) -> Bool
  ) {
    posterior.drawLevels(count, seed: seed, body)
  }

  /// The seed of the draws that anybody shall be able to repeat.
  package static let seed: UInt64 = 2026

  /// How many draws give the probabilities of so many proposals: 20,000, and of more than 3,000
  /// proposals fewer, so that the work stays bounded, but at least 1,000 (a deviation of 1.6 %).
  package static func drawCount(for proposals: Int) -> Int {
    min(20_000, max(1_000, 60_000_000 / max(proposals, 1)))
  }

  /// The probability that each of `proposals` is among the best so many, in their order, rounded;
  /// nil where all scores are equal. O(draws × (scores + reviewers²)).
  package func probabilitiesIn(slots: Int) -> [Double]? {
    guard basis != .allEqual else { return nil }
    return posterior.probabilitiesIn(
      slots: slots, draws: Self.drawCount(for: proposals.count), seed: Self.seed
    ).map(\.roundedToMillionth)
  }
}
