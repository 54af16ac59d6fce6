import RealModule

extension SeverityModel {
  /// The smallest and largest multiple of the noise that a variance may be: 0 and infinity, as far
  /// as numbers can tell.
  static let ratioBounds = 1e-8...1e6

  /// Below this multiple of the noise a variance is as good as 0.
  static let negligibleRatio = 1e-6

  /// Fits the shares of variance by restricted maximum likelihood; nil where no equations can be solved.
  ///
  /// A quasi-Newton search (BFGS; Nocedal & Wright, Numerical Optimization, §6.1) over the
  /// logarithms of the two ratios, with the exact gradient
  /// `d(−2 log l) / d log s2q = n_q − (q'q + tr Var(q)) / s2q`, and likewise for the severities.
  /// It stops after a fixed number of steps at the latest. O(steps × (scores + unknowns³)).
  static func fitted(to design: ScoreDesign) -> SeverityModel? {
    let bounds = Double.log(ratioBounds.lowerBound)...Double.log(ratioBounds.upperBound)
    func model(_ point: SIMD2<Double>) -> SeverityModel? {
      SeverityModel(of: design, Ratios(quality: .exp(point.x), severity: .exp(point.y)))
    }
    // Begins at the shares that a large panel had (see `Calibration.fixedShares`).
    var point = SIMD2<Double>(0, .log(0.2))
    guard var best = model(point) else { return nil }
    var slope = best.gradient()
    // The inverse of the curvature, as far as it is known.
    var (a, b, c) = (1.0, 0.0, 1.0)
    for _ in 0..<mostSteps {
      var step = -SIMD2(a * slope.x + b * slope.y, b * slope.x + c * slope.y)
      if (step * slope).sum() >= 0 {
        (a, b, c) = (1, 0, 1)
        step = -slope
      }
      let length = (step * step).sum().squareRoot()
      if length > longestStep { step *= longestStep / length }
      guard let next = descent(from: point, best, slope, step, bounds, model) else { break }
      let moved = next.point - point
      let nextSlope = next.model.gradient()
      let turned = nextSlope - slope
      let curvature = (moved * turned).sum()
      if curvature > 1e-12 {
        let h = SIMD2(a * turned.x + b * turned.y, b * turned.x + c * turned.y)
        let scale = (1 + (turned * h).sum() / curvature) / curvature
        a += scale * moved.x * moved.x - 2 * h.x * moved.x / curvature
        b += scale * moved.x * moved.y - (h.x * moved.y + h.y * moved.x) / curvature
        c += scale * moved.y * moved.y - 2 * h.y * moved.y / curvature
      }
      (point, best, slope) = (next.point, next.model, nextSlope)
      if (moved * moved).sum() < 1e-18 { break }
    }
    return best
  }

  private static let mostSteps = 60
  private static let longestStep = 3.0

  /// The first point along a step at which the criterion is lower, halving the step; nil where
  /// there is none.
  private static func descent(
    from point: SIMD2<Double>, _ here: SeverityModel, _ slope: SIMD2<Double>,
    _ step: SIMD2<Double>, _ bounds: ClosedRange<Double>,
    _ model: (SIMD2<Double>) -> SeverityModel?
  ) -> (point: SIMD2<Double>, model: SeverityModel)? {
    var share = 1.0
    for _ in 0..<40 {
      var next = point + share * step
      next = next.clamped(
        lowerBound: SIMD2(repeating: bounds.lowerBound),
        upperBound: SIMD2(repeating: bounds.upperBound))
      let promised = ((next - point) * slope).sum()
      if let found = model(next), found.criterion < here.criterion + 1e-4 * promised {
        return (next, found)
      }
      share /= 2
    }
    return nil
  }

  /// The slope of the criterion along the logarithms of the two ratios.
  private func gradient() -> SIMD2<Double> {
    guard noise > 0 else { return .zero }
    let inverse = factor.inverse()
    var traces = SIMD2<Double>.zero
    for proposal in 0..<design.proposalCount {
      let weight = weight(of: proposal)
      traces.x += weight + weight * weight * spread(of: proposal, inverse)
    }
    for reviewer in 0..<design.reviewerCount { traces.y += inverse[reviewer, reviewer] }
    let squares = SIMD2(
      qualities.reduce(0) { $0 + $1 * $1 },
      unknowns.prefix(design.reviewerCount).reduce(0) { $0 + $1 * $1 })
    let ratios = SIMD2(self.ratios.quality, self.ratios.severity)
    return SIMD2(Double(design.proposalCount), Double(design.reviewerCount))
      - (squares / noise + traces) / ratios
  }

  /// The quadratic form of a proposal's row (its mean as often as it has scores, each of its
  /// reviewers once) with the inverse of the matrix of the unknowns.
  private func spread(of proposal: Int, _ inverse: SymmetricMatrix) -> Double {
    let places = design.scores(of: proposal)
    let number = Double(places.count)
    let mean = design.meanPlace(of: proposal)
    var sum = number * number * inverse[mean, mean]
    for place in places {
      sum += 2 * number * inverse[mean, design.reviewers[place]]
      for other in places { sum += inverse[design.reviewers[place], design.reviewers[other]] }
    }
    return sum
  }
}
