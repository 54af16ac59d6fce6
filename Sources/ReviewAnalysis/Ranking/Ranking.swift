package import ReviewCore

/// The proposals of a summit in the order of their scores.
///
/// A pure function of what its viewer may see: two people who may see the same get the same.
package struct Ranking: Hashable, Sendable {
  /// How the scores were made.
  package let method: RankingMethod
  /// Why the method is the mean although nobody asked for it; nil where somebody did, and where the
  /// data carry calibration.
  package let fallback: Fallback?
  /// What was found of reviewers and levels; nil for other methods than the calibrated one.
  package let calibration: Calibration?
  /// What the comparisons made of the scores; nil for other methods than that of comparison.
  package let comparisons: ComparisonOrder?
  /// How many proposals the programme takes; nil is no cut line.
  package let slots: Int?
  /// Whether the summit's slots take every proposal whose score the viewer can see: the line then
  /// tells nothing, neither how probably one is above it nor by how much.
  package let fillsNoSlots: Bool
  /// The proposals that are not withdrawn, best first, those without a score last.
  package private(set) var entries: [Entry]
  /// The members with visible finished reviews, by id.
  package let reviewers: [Reviewer]

  /// One proposal in a ranking.
  package struct Entry: Hashable, Sendable {
    /// Its place, from 1; nil without a score.
    package let rank: Int?
    /// Its id.
    package let id: ProposalID
    /// Its title.
    package let title: String
    /// What it is ordered by; nil without a visible finished review.
    package let score: Double?
    /// The posterior deviation of a calibrated score; nil for other methods, which claim none.
    package let standardError: Double?
    /// How probably a calibrated proposal is among the slots; nil for other methods, without a cut
    /// line, where that was not asked for, and where `Ranking.fillsNoSlots`.
    package let probabilityIn: Double?
    /// Number, mean, median and spread of its visible finished reviews.
    package let summary: ScoreSummary
    /// What was decided.
    package internal(set) var decision: Decision.Outcome
    /// What placed it below the one before it; nil for the first and for those without a score.
    package let placedBy: TieBreak?

    /// Whether nobody can tell if it is among the slots: neither nine times of ten, nor nine times of
    /// ten not.
    package var isInGreyZone: Bool { probabilityIn.map { $0 > 0.1 && $0 < 0.9 } ?? false }
  }

  /// A member whose reviews were counted.
  package struct Reviewer: Hashable, Sendable {
    /// Their id.
    package let id: Identifier
    /// How many of their reviews were counted.
    package let count: Int
    /// How far they score above the committee; nil for other methods than the calibrated one.
    package let severity: Double?
  }

  /// Why a ranking that nobody asked a method of is by the mean.
  package enum Fallback: Hashable, Sendable {
    /// Calibration needs more: so many reviewers, scores, and scores behind the first of their
    /// proposal are there.
    case tooFew(reviewers: Int, scores: Int, repeated: Int)
    /// All scores are equal.
    case allEqual
  }

  /// The chain that orders two proposals: each is asked only where all before it are equal.
  package enum TieBreak: String, CaseIterable, Hashable, Sendable {
    case score
    case balance
    case moreReviews
    case higherMedian
    case lowerSpread
    case id

    /// The reason in words.
    package var reason: String {
      switch self {
      case .score: "score"
      case .balance: "same grade, smaller share above it less the share below"
      case .moreReviews: "same score, fewer reviews"
      case .higherMedian: "same score and number of reviews, lower median"
      case .lowerSpread: "same score, number of reviews and median, larger spread"
      case .id: "equal in all; by id"
      }
    }
  }

  /// Ranks the proposals of a summit. O(n log n) in proposals; calibrated O(reviews × reviews of a
  /// proposal + reviewers³), and the draws of `Calibration.probabilitiesIn(slots:)`.
  ///
  /// - Parameters:
  ///   - method: how the scores are made; nil is calibrated where the scores carry an estimate of
  ///     severity (`Calibration.Basis.estimated`), else the mean, with `fallback` saying why.
  ///   - slots: how many proposals are taken, where another number than the summit's is wanted.
  ///   - drawsProbabilities: whether entries say how probably they are among the slots.
  package init(
    of summit: SeenSummit, by asked: RankingMethod? = nil, slots: Int? = nil,
    drawsProbabilities: Bool = true
  ) {
    let isModelled = asked == nil || asked == .calibrated || asked == .comparison
    let found = isModelled ? Calibration(of: summit) : nil
    let method = asked ?? (found?.basis == .estimated ? .calibrated : .mean)
    let isSlotsAsked = slots != nil
    let slots = slots ?? summit.event.slots
    self.method = method
    self.slots = slots
    let calibration = method == .calibrated ? found : nil
    self.calibration = calibration
    fallback = asked == nil && method == .mean ? Fallback(found) : nil
    let comparisons =
      method == .comparison
      ? ComparisonOrder(
        of: summit, prior: ComparisonPrior(found, on: summit.rubric.scale)) : nil
    self.comparisons = comparisons
    var probabilities: [ProposalID: Double] = [:]
    // Who sees a part of the scores, or comes before the others have scored, would read a certainty
    // that is none. Slots that were asked for are taken at their word.
    let places = slots ?? 0
    fillsNoSlots = slots != nil && !isSlotsAsked && summit.scoredCount(upTo: places + 1) <= places
    if drawsProbabilities, !fillsNoSlots, let calibration, let slots,
      let found = calibration.probabilitiesIn(slots: slots)
    {
      probabilities = Dictionary(
        zip(calibration.proposals, found), uniquingKeysWith: { first, _ in first })
    }
    let rubric = summit.rubric
    var counts: [Identifier: Int] = [:]
    var scored: [Candidate] = []
    var unscored: [Candidate] = []
    // A pointer, since the array would copy every proposal that is looked at.
    summit.proposals.withUnsafeBufferPointer { proposals in
      for place in proposals.indices where !proposals[place].proposal.isWithdrawn {
        let candidate = Candidate(
          proposals[place], by: method, calibration, comparisons, rubric, counting: &counts)
        if candidate.score == nil { unscored.append(candidate) } else { scored.append(candidate) }
      }
    }
    scored.sort { $0.standing.comparison(to: $1.standing)?.isBefore ?? false }
    var entries: [Entry] = []
    entries.reserveCapacity(scored.count + unscored.count)
    for (place, candidate) in scored.enumerated() {
      let placedBy =
        place == 0 ? nil : scored[place - 1].standing.comparison(to: candidate.standing)?.by
      entries.append(
        candidate.entry(
          rank: place + 1, placedBy: placedBy, probabilityIn: probabilities[candidate.id]))
    }
    // Without a score only the id gives an order, which is the order of the summit.
    entries += unscored.map { $0.entry(rank: nil, placedBy: nil, probabilityIn: nil) }
    self.entries = entries
    reviewers = counts.sorted { $0.key < $1.key }.map {
      Reviewer(
        id: $0.key, count: $0.value, severity: calibration?.severity(of: $0.key)?.offset)
    }
  }

  /// `sha256:` of the canonical JSON of exactly what was read: method, options, rubric, scores.
  /// O(reviews), which is why no ranking carries it along.
  ///
  /// - Parameter summit: the summit that was ranked.
  package func inputs(of summit: SeenSummit) -> String {
    RankingInputs.digest(of: summit, method: method, slots: slots)
  }

  /// Takes in what was decided, where nothing else changed: scores and order stay. O(proposals).
  package mutating func refreshDecisions(from summit: SeenSummit) {
    for place in entries.indices {
      let outcome = summit.outcome(of: entries[place].id)
      if entries[place].decision != outcome { entries[place].decision = outcome }
    }
  }

  /// How many comparisons moved the scores; nil for other methods than that of comparison.
  package var comparisonCount: Int? { comparisons?.count }

  /// Whether entries say how uncertain their scores are.
  package var hasDeviations: Bool { entries.first?.standardError != nil }

  /// Whether entries say how probably they are among the slots.
  package var hasProbabilities: Bool { entries.first?.probabilityIn != nil }

  /// How many entries have a score.
  package var rankedCount: Int { entries.partitioningIndex { $0.rank == nil } }
}

/// What a proposal is ordered by, and what an entry says of it.
private struct Candidate {
  let id: ProposalID
  let title: String
  let decision: Decision.Outcome
  let standing: Standing
  let standardError: Double?

  /// Reads a proposal, and counts whose reviews of it are finished.
  init(
    _ seen: SeenProposal, by method: RankingMethod, _ calibration: Calibration?,
    _ comparisons: ComparisonOrder?, _ rubric: Rubric, counting counts: inout [Identifier: Int]
  ) {
    id = seen.id
    title = seen.proposal.title
    decision = seen.decision?.outcome ?? .undecided
    var composites: [Double] = []
    for visible in seen.reviews where visible.review.status == .scored {
      guard let composite = visible.review.exactComposite(by: rubric) else { continue }
      composites.append(composite)
      counts[visible.reviewer, default: 0] += 1
    }
    let summary = ScoreSummary(composites)
    let grade = method == .majority ? MajorityGrade(composites) : nil
    let level = calibration?.level(of: seen.id)
    let compared = comparisons?.entry(of: seen.id)
    standardError = level?.deviation ?? compared?.standardError
    let score: Double? =
      switch method {
      case .calibrated: level?.value
      case .mean: summary.mean
      case .median: summary.median
      case .majority: grade?.grade
      case .comparison: compared?.score
      }
    standing = Standing(
      score: score, balance: grade?.balance ?? 0, summary: summary, id: seen.id)
  }

  var score: Double? { standing.score }

  func entry(
    rank: Int?, placedBy: Ranking.TieBreak?, probabilityIn: Double?
  ) -> Ranking.Entry {
    Ranking.Entry(
      rank: rank, id: id, title: title, score: score, standardError: standardError,
      probabilityIn: probabilityIn, summary: standing.summary, decision: decision,
      placedBy: placedBy)
  }
}

extension Ranking {
  /// The ranking as `rank --format json` prints it, with the entries that `keep` lets through.
  ///
  /// - Parameter summit: the summit that was ranked.
  package func json(
    of summit: SeenSummit, keeping keep: (Entry) -> Bool = { _ in true }
  ) -> JSONValue {
    [
      "method": .string(method.rawValue),
      "inputs": .string(inputs(of: summit)),
      "slots": .optional(slots),
      "proposals": .array(entries.filter(keep).map(\.json)),
      "reviewers": .array(
        reviewers.map {
          ["id": .string($0.id.text), "n": .int($0.count), "severity": .optional($0.severity)]
        }),
    ]
  }
}

extension Ranking.Entry {
  /// The entry as `rank --format json` prints it.
  package var json: JSONValue {
    [
      "rank": .optional(rank), "id": .string(id.text), "title": .string(title),
      "score": .optional(score), "standardError": .optional(standardError),
      "n": .int(summary.count),
      "mean": .optional(summary.mean), "median": .optional(summary.median),
      "spread": .optional(summary.spread),
      "probabilityIn": .optional(probabilityIn),
      "decision": .string(decision.rawValue),
    ]
  }
}

extension SeenSummit {
  /// How many proposals have a score that the viewer can see, counted up to `most`. O(proposals).
  fileprivate func scoredCount(upTo most: Int) -> Int {
    var count = 0
    // A pointer, since the array would copy every proposal that is looked at.
    proposals.withUnsafeBufferPointer { proposals in
      for place in proposals.indices where count < most && !proposals[place].proposal.isWithdrawn {
        let isScored = proposals[place].reviews.contains {
          $0.review.status == .scored && $0.review.exactComposite(by: rubric) != nil
        }
        if isScored { count += 1 }
      }
    }
    return count
  }

  /// What was decided of a proposal; undecided where nothing was.
  func outcome(of id: ProposalID) -> Decision.Outcome {
    guard let place = index[id] else { return .undecided }
    // A pointer, since the array would copy the whole proposal.
    return proposals.withUnsafeBufferPointer { $0[place].decision?.outcome } ?? .undecided
  }
}
