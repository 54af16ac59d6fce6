import ReviewCore

/// The scores that a viewer may see, as a design, with the names of its places.
struct CalibratedScores {
  /// The proposals with a score that are not withdrawn, in the order of the summit.
  let proposals: [ProposalID]
  /// The primary focus area of each of them.
  let areas: [Identifier?]
  /// The place of the mean that areas with few scored proposals share; nil where each has its own.
  let sharedMean: Int?
  /// The reviewers with a score, by id.
  let reviewers: [Identifier]
  /// The scores.
  let design: ScoreDesign

  /// An area with fewer scored proposals has no mean of its own.
  static let fewestOfArea = 5

  /// Gathers the scores of a summit. O(reviews).
  init(of summit: SeenSummit) {
    let rubric = summit.rubric
    var proposals: [ProposalID] = []
    var found: [(area: Identifier?, scores: [(reviewer: Identifier, score: Double)])] = []
    var names: Set<Identifier> = []
    // A pointer, since the array would copy every proposal that is looked at.
    summit.proposals.withUnsafeBufferPointer { seen in
      for place in seen.indices where !seen[place].proposal.isWithdrawn {
        var scores: [(reviewer: Identifier, score: Double)] = []
        for visible in seen[place].reviews where visible.review.status == .scored {
          guard let score = visible.review.exactComposite(by: rubric) else { continue }
          scores.append((visible.reviewer, score))
          names.insert(visible.reviewer)
        }
        guard !scores.isEmpty else { continue }
        proposals.append(seen[place].id)
        found.append((seen[place].proposal.focusAreas.first, scores))
      }
    }
    self.proposals = proposals
    let reviewers = names.sorted()
    self.reviewers = reviewers
    var places: [Identifier: Int] = [:]
    for (place, name) in reviewers.enumerated() { places[name] = place }
    areas = found.map(\.area)
    let means = AreaMeans(areas)
    sharedMean = means.isShared ? 0 : nil
    let rows: [ScoreDesign.Row] = found.map { entry in
      (
        means.place(of: entry.area),
        entry.scores.compactMap { score in places[score.reviewer].map { ($0, score.score) } }
      )
    }
    design = ScoreDesign(rows, reviewerCount: reviewers.count, meanCount: means.count)
  }
}

/// Which areas have a mean of their own.
///
/// Those with at least 5 scored proposals; the others share one. Where that one would rest on fewer
/// than 5, the smallest of the areas join it, so that no mean follows a proposal or two.
private struct AreaMeans {
  private var places: [Identifier: Int] = [:]
  let count: Int
  /// Whether place 0 is that of the shared mean.
  let isShared: Bool

  init(_ areas: [Identifier?]) {
    var counts: [Identifier: Int] = [:]
    for case let area? in areas { counts[area, default: 0] += 1 }
    var own = counts.filter { $0.value >= CalibratedScores.fewestOfArea }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var shared = areas.count - own.reduce(0) { $0 + $1.value }
    while shared > 0, shared < CalibratedScores.fewestOfArea, let smallest = own.popLast() {
      shared += smallest.value
    }
    isShared = shared > 0 || own.isEmpty
    for (place, area) in own.enumerated() { places[area.key] = place + (isShared ? 1 : 0) }
    count = max(own.count + (isShared ? 1 : 0), 1)
  }

  /// The place of an area's mean; 0 is the shared one, where there is one.
  func place(of area: Identifier?) -> Int { area.flatMap { places[$0] } ?? 0 }
}
