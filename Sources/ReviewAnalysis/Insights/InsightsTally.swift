import ReviewCore

/// Counts what the viewer may see of each proposal.
struct InsightsTally {
  private(set) var counts = Insights.Counts()
  private(set) var disputes: [Dispute] = []
  private(set) var few: [Insights.FewReviews] = []
  private(set) var areas: [AreaCoverage]
  private var composites: [Identifier: [Double]] = [:]
  private let summit: SeenSummit
  private let bins: ScoreBins
  private let calibration: Calibration?
  private let needed: Int
  private let placesOfAreas: [Identifier: Int]

  init(_ summit: SeenSummit, _ calibration: Calibration?, needed: Int) {
    self.summit = summit
    self.calibration = calibration
    self.needed = needed
    bins = ScoreBins(of: summit.rubric.scale)
    let areas = summit.event.focusAreas
    self.areas = areas.map { AreaCoverage(id: $0.id) }
    placesOfAreas = Dictionary(
      areas.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func add(_ seen: SeenProposal) {
    var scores: [(reviewer: Identifier, score: Double)] = []
    for visible in seen.reviews where visible.review.status == .scored {
      guard let score = visible.review.exactComposite(by: summit.rubric) else { continue }
      scores.append((visible.reviewer, score))
      composites[visible.reviewer, default: []].append(score)
    }
    let isHidden = !seen.areOtherReviewsVisible
    let isFew = !isHidden && scores.count < needed
    counts.total += 1
    counts.reviews += scores.count
    if !scores.isEmpty { counts.reviewed += 1 }
    if isHidden { counts.hidden += 1 }
    if isFew {
      few.append(
        Insights.FewReviews(id: seen.id, title: seen.proposal.title, count: scores.count))
    }
    if let place = seen.proposal.focusAreas.first.flatMap({ placesOfAreas[$0] }) {
      areas[place].proposals += 1
      areas[place].reviews += scores.count
      if !scores.isEmpty { areas[place].reviewed += 1 }
      if isHidden { areas[place].hidden += 1 }
      if isFew { areas[place].underReviewed += 1 }
    }
    addDispute(seen, scores)
  }

  private mutating func addDispute(
    _ seen: SeenProposal, _ scores: [(reviewer: Identifier, score: Double)]
  ) {
    let plain = scores.map(\.score)
    let corrected = scores.map { entry in
      entry.score - (calibration?.severity(of: entry.reviewer)?.offset ?? 0)
    }
    guard let spread = ScoreSummary(plain).spread,
      let deviation = ScoreSummary(corrected).spread,
      let leik = LeikDispersion.of(plain, on: summit.rubric.scale),
      // All the same score: nobody disputes it, though their severities differ.
      spread > 0
    else { return }
    disputes.append(
      Dispute(
        id: seen.id, title: seen.proposal.title, count: plain.count, deviation: deviation,
        spread: spread, leik: leik, histogram: bins.counts(of: plain)))
  }

  /// How each member scores.
  func reviewers(_ bins: ScoreBins, _ progress: CommitteeProgress) -> [ReviewerInsight] {
    // Of one reviewer alone nobody knows whether they are strict.
    let isComparable = calibration.map { $0.reviewers.count > 1 } ?? false
    return progress.members.map { row in
      let scores = composites[row.member.id] ?? []
      let summary = ScoreSummary(scores)
      return ReviewerInsight(
        member: row.member, numbers: row.numbers, assigned: assigned(to: row.member.id),
        count: summary.count, mean: summary.mean, histogram: bins.counts(of: scores),
        severity: isComparable ? calibration?.severity(of: row.member.id) : nil)
    }
  }

  private func assigned(to member: Identifier) -> Int {
    Set(summit.assignments[member] ?? []).count {
      summit.proposal($0).map { !$0.proposal.isWithdrawn } ?? false
    }
  }
}
