package import ReviewCore

/// The proposals of a summit in the order of their scores.
///
/// A pure function of what its viewer may see: two people who may see the same get the same.
package struct Ranking: Hashable, Sendable {
  /// How the scores were made.
  package let method: RankingMethod
  /// How many proposals the programme takes; nil is no cut line.
  package let slots: Int?
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
    /// Number, mean, median and spread of its visible finished reviews.
    package let summary: ScoreSummary
    /// What was decided.
    package internal(set) var decision: Decision.Outcome
    /// What placed it below the one before it; nil for the first and for those without a score.
    package let placedBy: TieBreak?
  }

  /// A member whose reviews were counted.
  package struct Reviewer: Hashable, Sendable {
    /// Their id.
    package let id: Identifier
    /// How many of their reviews were counted.
    package let count: Int
  }

  /// The chain that orders two proposals: each is asked only where all before it are equal.
  package enum TieBreak: String, CaseIterable, Hashable, Sendable {
    case score
    case moreReviews
    case higherMedian
    case lowerSpread
    case id

    /// The reason in words.
    package var reason: String {
      switch self {
      case .score: "score"
      case .moreReviews: "same score, fewer reviews"
      case .higherMedian: "same score and number of reviews, lower median"
      case .lowerSpread: "same score, number of reviews and median, larger spread"
      case .id: "equal in all; by id"
      }
    }
  }

  /// Ranks the proposals of a summit. O(n log n).
  ///
  /// - Parameters:
  ///   - method: how the scores are made.
  ///   - slots: how many proposals are taken, where another number than the summit's is wanted.
  package init(of summit: SeenSummit, by method: RankingMethod, slots: Int? = nil) {
    self.method = method
    self.slots = slots ?? summit.event.slots
    let rubric = summit.rubric
    var counts: [Identifier: Int] = [:]
    var scored: [Candidate] = []
    var unscored: [Candidate] = []
    // A pointer, since the array would copy every proposal that is looked at.
    summit.proposals.withUnsafeBufferPointer { proposals in
      for place in proposals.indices where !proposals[place].proposal.isWithdrawn {
        let candidate = Candidate(proposals[place], by: method, rubric, counting: &counts)
        if candidate.score == nil { unscored.append(candidate) } else { scored.append(candidate) }
      }
    }
    scored.sort { $0.standing.comparison(to: $1.standing)?.isBefore ?? false }
    var entries: [Entry] = []
    entries.reserveCapacity(scored.count + unscored.count)
    for (place, candidate) in scored.enumerated() {
      let placedBy =
        place == 0 ? nil : scored[place - 1].standing.comparison(to: candidate.standing)?.by
      entries.append(candidate.entry(rank: place + 1, placedBy: placedBy))
    }
    // Without a score only the id gives an order, which is the order of the summit.
    entries += unscored.map { $0.entry(rank: nil, placedBy: nil) }
    self.entries = entries
    reviewers = counts.sorted { $0.key < $1.key }.map { Reviewer(id: $0.key, count: $0.value) }
  }

  /// `sha256:` of the canonical JSON of exactly what was read: method, options, rubric, scores.
  /// O(reviews), which is why no ranking carries it along.
  ///
  /// - Parameter summit: the summit that was ranked.
  package func inputs(of summit: SeenSummit) -> String {
    RankingInputs.digest(
      of: summit.proposals.filter { !$0.proposal.isWithdrawn }, method: method, slots: slots,
      rubric: summit.rubric)
  }

  /// Takes in what was decided, where nothing else changed: scores and order stay. O(proposals).
  package mutating func refreshDecisions(from summit: SeenSummit) {
    for place in entries.indices {
      let outcome = summit.outcome(of: entries[place].id)
      if entries[place].decision != outcome { entries[place].decision = outcome }
    }
  }

  /// How many entries have a score.
  package var rankedCount: Int { entries.partitioningIndex { $0.rank == nil } }
}

/// What a proposal is ordered by, and what an entry says of it.
private struct Candidate {
  let id: ProposalID
  let title: String
  let decision: Decision.Outcome
  let summary: ScoreSummary
  let score: Double?

  /// Reads a proposal, and counts whose reviews of it are finished.
  init(
    _ seen: SeenProposal, by method: RankingMethod, _ rubric: Rubric,
    counting counts: inout [Identifier: Int]
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
    summary = ScoreSummary(composites)
    score =
      switch method {
      case .mean: summary.mean
      case .median: summary.median
      }
  }

  var standing: Standing { Standing(score: score, summary: summary, id: id) }

  func entry(rank: Int?, placedBy: Ranking.TieBreak?) -> Ranking.Entry {
    Ranking.Entry(
      rank: rank, id: id, title: title, score: score, summary: summary, decision: decision,
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
        reviewers.map { ["id": .string($0.id.text), "n": .int($0.count), "severity": .null] }),
    ]
  }
}

extension Ranking.Entry {
  /// The entry as `rank --format json` prints it.
  ///
  /// `standardError` and `probabilityIn` are null: mean and median claim no uncertainty.
  package var json: JSONValue {
    [
      "rank": .optional(rank), "id": .string(id.text), "title": .string(title),
      "score": .optional(score), "standardError": .null, "n": .int(summary.count),
      "mean": .optional(summary.mean), "median": .optional(summary.median),
      "spread": .optional(summary.spread), "probabilityIn": .null,
      "decision": .string(decision.rawValue),
    ]
  }
}

extension SeenSummit {
  /// What was decided of a proposal; undecided where nothing was.
  func outcome(of id: ProposalID) -> Decision.Outcome {
    guard let place = index[id] else { return .undecided }
    // A pointer, since the array would copy the whole proposal.
    return proposals.withUnsafeBufferPointer { $0[place].decision?.outcome } ?? .undecided
  }
}
