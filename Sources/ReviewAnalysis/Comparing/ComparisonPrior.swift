import RealModule
package import ReviewCore

/// What is known of the proposals before any two of them are compared: their calibrated levels.
///
/// Levels are in points of the rubric's scale, log-abilities have no unit. Who compares two
/// proposals judges each with the noise of one review, and their own severity falls out of the
/// difference: that has a deviation of `√2 · noise` (Thurstone 1927, case V). The logistic
/// distribution of the same deviation has the scale `√2 · noise · √3 / π`; so one point of the scale
/// is `π / (√6 · noise)` of log-ability, and a comparison is worth what two scores by the same
/// reviewer would be.
package struct ComparisonPrior: Hashable, Sendable {
  /// The proposals that have a level, in the order of their ids.
  package let proposals: [ProposalID]
  /// The level of each.
  package let levels: [Level]
  /// What is known of a proposal without a score.
  package let unscored: Level
  /// The deviation of a single judgement, in points; above 0.
  package let noise: Double

  /// What is known of one proposal.
  package struct Level: Hashable, Sendable {
    /// The level, in points.
    package var value: Double
    /// Its deviation, in points; above 0.
    package var deviation: Double

    /// A level with its deviation.
    package init(value: Double, deviation: Double) {
      (self.value, self.deviation) = (value, deviation)
    }
  }

  /// Takes over a calibration. O(proposals).
  ///
  /// - Parameters:
  ///   - calibration: that of what the viewer may see; nil where that is no score.
  ///   - scale: the rubric's scale, whose length says how large deviations are where the scores do
  ///     not: a quarter of it.
  package init(_ calibration: Calibration?, on scale: ScoreScale) {
    let length = scale.high - scale.low
    // Where all scores agree, their deviations are 0, and nothing could be learnt any more.
    let smallest = length / 1_000
    guard let calibration, !calibration.proposals.isEmpty else {
      self.init(
        [], noise: length / 4,
        unscored: Level(value: (scale.low + scale.high) / 2, deviation: length / 4))
      return
    }
    let isKnown = calibration.basis != .allEqual
    func root(_ variance: Double) -> Double {
      isKnown && variance.isFinite ? max(variance.squareRoot(), length / 20) : length / 4
    }
    let levels = calibration.levels.map { level in
      let deviation = level.deviation.map { $0.isFinite ? max($0, smallest) : length / 4 }
      return Level(
        value: level.value.isFinite ? level.value : scale.low, deviation: deviation ?? length / 4)
    }
    let mean = levels.reduce(0) { $0 + $1.value } / Double(levels.count)
    self.init(
      Array(zip(calibration.proposals, levels)), noise: root(calibration.variances.noise),
      unscored: Level(value: mean, deviation: root(calibration.variances.quality)))
  }

  /// Levels that are known. O(n log n).
  init(_ known: [(id: ProposalID, level: Level)], noise: Double, unscored: Level) {
    let known = known.sorted { $0.id < $1.id }
    proposals = known.map(\.id)
    levels = known.map(\.level)
    self.noise = noise
    self.unscored = unscored
  }

  /// How much log-ability one point of the scale is.
  package var abilityPerPoint: Double { Double.pi / (6.0.squareRoot() * noise) }

  /// A level as the prior of a log-ability.
  func ability(_ level: Level) -> BradleyTerry.Prior {
    let width = level.deviation * abilityPerPoint
    return BradleyTerry.Prior(mean: level.value * abilityPerPoint, precision: 1 / (width * width))
  }
}
