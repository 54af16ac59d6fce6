package import ReviewCore

/// How far the reviewers of a summit agree, as far as the viewer may see what they say.
///
/// Krippendorff's alpha of the composites and of each criterion, over finished reviews of proposals
/// that are not withdrawn. 0.3 to 0.4 is normal for independent review (science.md, section 2): it
/// says how much a single score can be relied on, not how good a committee is.
package struct Agreement: Hashable, Sendable {
  /// That of the composites.
  package let composite: Measure
  /// That of each criterion, in the order of the rubric.
  package let criteria: [CriterionMeasure]

  /// How far reviewers agree in one number that each gives.
  package struct Measure: Hashable, Sendable {
    /// Alpha by ranks; nil where it is undefined: no proposal has two scores, or all are equal.
    package let ordinal: Double?
    /// Its interval; nil of fewer than five proposals.
    package let ordinalInterval: AlphaInterval?
    /// Alpha by differences; nil where it is undefined.
    package let interval: Double?
    /// Its interval; nil of fewer than five proposals.
    package let intervalInterval: AlphaInterval?
    /// How many scores were compared: those of proposals with two or more.
    package let scoreCount: Int
    /// How many proposals those belong to.
    package let proposalCount: Int
  }

  /// How far reviewers agree in one criterion.
  package struct CriterionMeasure: Hashable, Sendable {
    /// The criterion.
    package let id: Identifier
    /// Its name.
    package let name: String
    /// How far they agree in it.
    package let measure: Measure
  }

  /// Measures a summit. O(1,000 · reviews) for each criterion: a quarter of a second for 10,000
  /// reviews.
  package init(of summit: SeenSummit) { self.init(of: summit, checkpoint: {}) }

  /// The same, with a look now and then whether it is still wanted.
  ///
  /// - Parameter checkpoint: is asked often; what it throws ends the work.
  package init(of summit: SeenSummit, checkpoint: () throws -> Void) rethrows {
    let rubric = summit.rubric
    var composites: [[Double]] = []
    var byCriterion = [[[Double]]](repeating: [], count: rubric.criteria.count)
    for seen in summit.proposals where !seen.proposal.isWithdrawn {
      let reviews = seen.reviews.map(\.review).filter { $0.status == .scored }
      if reviews.count < 2 { continue }
      // Rounded, so that what is the same is equal to the last digit.
      composites.append(reviews.compactMap { $0.composite(by: rubric) })
      for (place, criterion) in rubric.criteria.enumerated() {
        byCriterion[place].append(reviews.compactMap { $0.scores[criterion.id] })
      }
    }
    composite = try Measure(of: ReliabilityData(composites), checkpoint: checkpoint)
    var criteria: [CriterionMeasure] = []
    for (place, criterion) in rubric.criteria.enumerated() {
      let data = ReliabilityData(byCriterion[place])
      criteria.append(
        CriterionMeasure(
          id: criterion.id, name: criterion.name,
          measure: try Measure(of: data, checkpoint: checkpoint)))
    }
    self.criteria = criteria
  }
}

extension Agreement.Measure {
  /// With fewer proposals there is no interval.
  package static let fewestForInterval = 5

  init(of data: ReliabilityData, checkpoint: () throws -> Void) rethrows {
    ordinal = KrippendorffAlpha(of: data, by: .ordinal).value
    interval = KrippendorffAlpha(of: data, by: .interval).value
    // Drawing two or three proposals again and again would make them look surer than they are.
    let intervals =
      data.unitCount < Self.fewestForInterval
      ? [nil, nil]
      : try AlphaInterval.of(data, by: [.ordinal, .interval], checkpoint: checkpoint)
    ordinalInterval = ordinal == nil ? nil : intervals[0]
    intervalInterval = interval == nil ? nil : intervals[1]
    scoreCount = data.scoreCount
    proposalCount = data.unitCount
  }
}
