extension Posterior {
  /// Draws the levels of all proposals from the posterior, the unknowns first and then the qualities
  /// given them, which are independent. O(count × (scores + unknowns²)).
  ///
  /// - Parameters:
  ///   - count: how many times.
  ///   - seed: the same seed gives the same draws.
  ///   - body: takes in the levels of one draw; false ends the drawing.
  func drawLevels(
    _ count: Int, seed: UInt64, _ body: (UnsafeBufferPointer<Double>) -> Bool
  ) {
    let design = model.design
    var normals = NormalSource(seed: seed)
    let scale = model.noise.squareRoot()
    let plan = DrawPlan(of: model)
    var unknowns = [Double](repeating: 0, count: design.unknownCount)
    var levels = [Double](repeating: 0, count: design.proposalCount)
    for _ in 0..<count {
      let goesOn = unknowns.withUnsafeMutableBufferPointer { unknowns in
        normals.fill(unknowns)
        model.factor.solveUpper(unknowns)
        for place in 0..<unknowns.count {
          unknowns[place] = model.unknowns[place] + scale * unknowns[place]
        }
        return levels.withUnsafeMutableBufferPointer { levels in
          normals.fill(levels)
          plan.level(levels, by: UnsafeBufferPointer(unknowns), design)
          return body(UnsafeBufferPointer(levels))
        }
      }
      guard goesOn else { return }
    }
  }

  /// In which share of the draws each proposal is among the best so many. Where several stand
  /// equal at the line, the places left are shared among them. O(draws × proposals).
  func probabilitiesIn(slots: Int, draws: Int, seed: UInt64) -> [Double] {
    let number = model.design.proposalCount
    guard slots > 0 else { return [Double](repeating: 0, count: number) }
    guard slots < number else { return [Double](repeating: 1, count: number) }
    var sums = [Double](repeating: 0, count: number)
    var selection = RankSelection(count: number)
    drawLevels(draws, seed: seed) { levels in
      let line = selection.value(ofRank: slots, in: levels)
      sums.withUnsafeMutableBufferPointer { sums in
        var (above, equal) = (0, 0)
        for place in 0..<number {
          let isAbove = levels[place] > line
          sums[place] += isAbove ? 1 : 0
          above += isAbove ? 1 : 0
          equal += levels[place] == line ? 1 : 0
        }
        let share = Double(slots - above) / Double(equal)
        for place in 0..<number where levels[place] == line { sums[place] += share }
      }
      return true
    }
    return sums.map { $0 / Double(draws) }
  }
}

/// What is the same in every draw: a level is `base + weight × severities + share × mean +
/// deviation × normal`.
private struct DrawPlan {
  /// What a level is where the severities and the mean are 0.
  private let bases: [Double]
  /// What the sum of the severities of a proposal's reviewers counts, negative.
  private let weights: [Double]
  /// What the mean counts.
  private let shares: [Double]
  /// The deviation of a level once severities and means are known.
  private let deviations: [Double]

  init(of model: SeverityModel) {
    let design = model.design
    let scale = model.noise.squareRoot()
    let proposals = 0..<design.proposalCount
    let weights = proposals.map { model.weight(of: $0) }
    self.weights = weights.map { -$0 }
    deviations = weights.map { scale * $0.squareRoot() }
    bases = proposals.map { proposal in
      design.center + weights[proposal] * design.scores[design.scores(of: proposal)].reduce(0, +)
    }
    shares = proposals.map { 1 - weights[$0] * Double(design.scores(of: $0).count) }
  }

  /// Turns normal numbers into levels. O(scores).
  func level(
    _ levels: UnsafeMutableBufferPointer<Double>, by unknowns: UnsafeBufferPointer<Double>,
    _ design: ScoreDesign
  ) {
    // Pointers, since this loop is run 20,000 times.
    design.offsets.withUnsafeBufferPointer { offsets in
      design.reviewers.withUnsafeBufferPointer { reviewers in
        design.means.withUnsafeBufferPointer { means in
          for proposal in 0..<levels.count {
            var severities = 0.0
            for place in offsets[proposal]..<offsets[proposal + 1] {
              severities += unknowns[reviewers[place]]
            }
            let mean = unknowns[design.reviewerCount + means[proposal]]
            levels[proposal] =
              bases[proposal] + weights[proposal] * severities + shares[proposal] * mean
              + deviations[proposal] * levels[proposal]
          }
        }
      }
    }
  }
}
