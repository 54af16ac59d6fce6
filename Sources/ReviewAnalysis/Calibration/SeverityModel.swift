import RealModule

/// The mixed model of scores for given shares of variance, solved.
///
/// A score is the mean of its focus area, the quality of its proposal, the severity of its reviewer
/// and noise: `y = m[a(p)] + q[p] + b[r] + e`, with `q ~ N(0, s2q)`, `b ~ N(0, s2b)`,
/// `e ~ N(0, s2)`. Henderson's equations, with the diagonal block of the proposals eliminated
/// (Henderson 1975; science.md §1). The unknowns that remain stand in the order reviewers, means:
/// then the leading block of the factor gives the criterion of maximum likelihood too.
struct SeverityModel: Hashable, Sendable {
  /// What was scored.
  let design: ScoreDesign
  /// The variances of quality and of severity, as multiples of that of noise; both above 0.
  let ratios: Ratios
  /// The variance of noise.
  let noise: Double
  /// Severities of the reviewers, then means of the areas (without the design's centre).
  let unknowns: [Double]
  /// Quality of each proposal.
  let qualities: [Double]
  /// The factor of the matrix of the unknowns.
  let factor: CholeskyFactor
  /// −2 times the logarithm of the likelihood, at the best noise for these ratios.
  let criterion: Double

  /// Variances as multiples of that of noise.
  struct Ratios: Hashable, Sendable {
    var quality: Double
    var severity: Double
  }

  /// What is maximised: the restricted likelihood (REML) takes account of the means having been
  /// estimated; the full one (ML) is here for comparison with published figures.
  enum Likelihood: Hashable, Sendable {
    case restricted, full
  }

  /// Solves the model; nil where its equations cannot be solved in these numbers.
  /// O(scores × scores of a proposal + unknowns³).
  ///
  /// - Parameters:
  ///   - noise: the variance of noise where it is known; else the best one is taken.
  init?(
    of design: ScoreDesign, _ ratios: Ratios, by likelihood: Likelihood = .restricted,
    noise known: Double? = nil
  ) {
    let equations = Equations(of: design, ratios)
    guard let factor = equations.matrix.cholesky() else { return nil }
    let unknowns = factor.solve(equations.right)
    var qualities: [Double] = []
    qualities.reserveCapacity(design.proposalCount)
    // What the means, the severities and the qualities explain of the sum of squares.
    var explained = 0.0
    for proposal in 0..<design.proposalCount {
      var rest = 0.0
      var sum = 0.0
      for place in design.scores(of: proposal) {
        sum += design.scores[place]
        rest += design.scores[place] - unknowns[design.reviewers[place]]
      }
      let count = Double(design.scores(of: proposal).count)
      rest -= count * unknowns[design.meanPlace(of: proposal)]
      let quality = equations.weights[proposal] * rest
      qualities.append(quality)
      explained += quality * sum
    }
    for (place, sum) in equations.sums.enumerated() { explained += unknowns[place] * sum }
    let squares = design.scores.reduce(0) { $0 + $1 * $1 }
    let residual = max(squares - explained, 0)
    let freedom =
      Double(design.scoreCount) - (likelihood == .restricted ? Double(design.meanCount) : 0)
    let noise = known ?? (freedom > 0 ? residual / freedom : 0)
    self.design = design
    self.ratios = ratios
    self.noise = noise
    self.unknowns = unknowns
    self.qualities = qualities
    self.factor = factor
    let counted = likelihood == .restricted ? design.unknownCount : design.reviewerCount
    guard noise > 0 else {
      criterion = -.infinity
      return
    }
    var criterion = freedom * .log(2 * .pi * noise) + residual / noise
    for weight in equations.weights { criterion -= .log(weight) }
    criterion += factor.logDeterminant(rows: counted) { .log($0) }
    criterion += Double(design.proposalCount) * .log(ratios.quality)
    criterion += Double(design.reviewerCount) * .log(ratios.severity)
    self.criterion = criterion
  }

  /// The variance of quality.
  var qualityVariance: Double { ratios.quality * noise }
  /// The variance of severity.
  var severityVariance: Double { ratios.severity * noise }

  /// The weight of a proposal's scores: 1 / (n + noise / quality).
  func weight(of proposal: Int) -> Double {
    1 / (Double(design.scores(of: proposal).count) + 1 / ratios.quality)
  }

  /// The level of a proposal: the mean of its area and its quality, on the rubric's scale.
  func level(of proposal: Int) -> Double {
    design.center + unknowns[design.meanPlace(of: proposal)] + qualities[proposal]
  }
}

/// Henderson's equations of the unknowns.
private struct Equations {
  var matrix: SymmetricMatrix
  /// The right side.
  var right: [Double]
  /// The sum of the scores of each reviewer, and of each mean.
  var sums: [Double]
  /// The weight of each proposal.
  var weights: [Double] = []

  init(of design: ScoreDesign, _ ratios: SeverityModel.Ratios) {
    let count = design.unknownCount
    matrix = SymmetricMatrix(count: count)
    sums = [Double](repeating: 0, count: count)
    right = sums
    weights.reserveCapacity(design.proposalCount)
    for reviewer in 0..<design.reviewerCount {
      matrix[reviewer, reviewer] = 1 / ratios.severity
    }
    for proposal in 0..<design.proposalCount {
      let places = design.scores(of: proposal)
      let number = Double(places.count)
      let weight = 1 / (number + 1 / ratios.quality)
      weights.append(weight)
      let mean = design.meanPlace(of: proposal)
      var sum = 0.0
      for place in places { sum += design.scores[place] }
      matrix[mean, mean] += number - weight * number * number
      sums[mean] += sum
      right[mean] += sum - weight * number * sum
      for place in places {
        let reviewer = design.reviewers[place]
        let score = design.scores[place]
        sums[reviewer] += score
        right[reviewer] += score - weight * sum
        matrix[mean, reviewer] += 1 - weight * number
        matrix[reviewer, reviewer] += 1
        for other in places where design.reviewers[other] <= reviewer {
          matrix[reviewer, design.reviewers[other]] -= weight
        }
      }
    }
  }
}
