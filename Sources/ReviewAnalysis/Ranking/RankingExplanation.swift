package import ReviewCore

/// Why a proposal stands where it does in a ranking: what `rank --explain` prints and the Rank
/// screen shows.
package struct RankingExplanation: Hashable, Sendable {
  /// The proposal's place, score and summary.
  package let entry: Ranking.Entry
  /// The one before it; nil for the first.
  package let ahead: Ranking.Entry?
  /// The finished reviews that are counted, by the reviewer's id.
  package let reviews: [CountedReview]
  /// The criteria of the rubric, in order: the columns of the reviews' scores.
  package let criteria: [Criterion]
  /// Where it stands to the cut line; nil without a line, and without a rank.
  package let cut: CutDistance?
  /// Why the cut line tells nothing yet, as a sentence without its full stop; nil where it does.
  package let openCut: String?
  /// Whether the others' reviews of it are hidden from the viewer.
  package let areOthersHidden: Bool
  /// How its calibrated score came about; nil for other methods, and without a score.
  package let calibrated: CalibratedScore?
  /// What comparisons made of its score; nil for other methods, and where nobody compared it.
  package let compared: ComparedScore?
  /// Its rank by each method that needs no more than scores; empty without a score.
  package let ranks: [RankByMethod]
  let method: RankingMethod
  let slots: Int?
  let rankedCount: Int
  let fewest: Int

  /// One review that is counted.
  package struct CountedReview: Hashable, Sendable {
    /// Who wrote it.
    package let reviewer: Identifier
    /// Their name.
    package let name: String
    /// Its scores.
    package let scores: Scores
    /// Its overall score, which goes before the scores.
    package let overall: Double?
    /// What its scores come to.
    package let composite: Double
    /// How strict the reviewer is; nil for other methods than the calibrated one.
    package let severity: Calibration.Severity?

    /// What it counts as: the composite, less the severity of its reviewer; rounded.
    package var counted: Double {
      (composite - (severity?.offset ?? 0)).roundedToMillionth
    }
  }

  /// The rank that a method gives.
  package struct RankByMethod: Hashable, Sendable {
    /// The method.
    package let method: RankingMethod
    /// The rank, from 1.
    package let rank: Int
  }

  /// How a calibrated score came about.
  package struct CalibratedScore: Hashable, Sendable {
    /// The level and its deviation.
    package let level: Calibration.Level
    /// What went into it.
    package let account: Calibration.Account
    /// What the mean is of that it is drawn toward: an area's short name, or the committee.
    package let meanName: String
    /// The rank that it is expected to have.
    package let expectedRank: Double
    /// The probability that it is better than the one behind it; nil for the last.
    package let isBetterThanNext: Double?
  }

  /// How far a proposal is from the cut line.
  package struct CutDistance: Hashable, Sendable {
    /// Above the line: how many places it may fall, from 0. Below it: how many it must rise, as a
    /// negative number.
    package let places: Int
    /// How far its score is from that of the nearest one on the other side, from 0; nil where there
    /// is none.
    package let score: Double?

    /// Whether it is within the slots.
    package var isAbove: Bool { places >= 0 }
  }

  /// Explains a proposal; nil where it is not in the ranking. O(proposals).
  package init?(of seen: SeenProposal, in ranking: Ranking, summit: SeenSummit) {
    guard let place = ranking.entries.firstIndex(where: { $0.id == seen.id }) else { return nil }
    entry = ranking.entries[place]
    ahead = place > 0 ? ranking.entries[place - 1] : nil
    let rubric = summit.rubric
    reviews = seen.reviews.compactMap { visible in
      guard visible.review.status == .scored, let score = visible.review.composite(by: rubric)
      else { return nil }
      return CountedReview(
        reviewer: visible.reviewer,
        name: summit.event.member(visible.reviewer)?.name ?? visible.reviewer.text,
        scores: visible.review.scores,
        overall: visible.review.overall, composite: score,
        severity: ranking.calibration?.severity(of: visible.reviewer))
    }
    criteria = rubric.criteria
    cut = CutDistance(ofPlace: place, in: ranking)
    let next = ranking.entries.indices.contains(place + 1) ? ranking.entries[place + 1].id : nil
    calibrated = ranking.calibration.flatMap {
      CalibratedScore(of: seen.id, before: next, in: $0, event: summit.event)
    }
    compared = ranking.comparisons.flatMap { ComparedScore(of: seen.id, in: $0, summit) }
    ranks = Self.ranks(of: entry, in: ranking, summit)
    areOthersHidden = !seen.areOtherReviewsVisible
    method = ranking.method
    slots = ranking.slots
    openCut = ranking.openCut
    rankedCount = ranking.rankedCount
    fewest = summit.event.rules.reviewsPerProposal ?? 0
  }
}

extension RankingExplanation {
  /// The rank of an entry by each method.
  private static func ranks(
    of entry: Ranking.Entry, in ranking: Ranking, _ summit: SeenSummit
  ) -> [RankByMethod] {
    guard entry.rank != nil else { return [] }
    return RankingMethod.allCases.compactMap { method in
      let other =
        method == ranking.method
        ? ranking : Ranking(of: summit, by: method, slots: ranking.slots, drawsProbabilities: false)
      // Without a comparison it says what the calibrated method says.
      guard other.comparisonCount != 0 else { return nil }
      return other.entries.first { $0.id == entry.id }?.rank.map {
        RankByMethod(method: method, rank: $0)
      }
    }
  }
}

extension RankingExplanation.CalibratedScore {
  fileprivate init?(
    of id: ProposalID, before next: ProposalID?, in calibration: Calibration, event: Event
  ) {
    guard let level = calibration.level(of: id), let account = calibration.account(of: id),
      let expected = calibration.expectedRank(of: id)
    else { return nil }
    self.level = level
    self.account = account
    meanName = account.area.flatMap { event.focusArea($0)?.short } ?? "the committee"
    expectedRank = expected
    isBetterThanNext = next.flatMap { calibration.probability(id, isBetterThan: $0) }
  }
}

extension RankingExplanation.CutDistance {
  fileprivate init?(ofPlace place: Int, in ranking: Ranking) {
    guard let rank = ranking.entries[place].rank, let score = ranking.entries[place].score,
      let slots = ranking.slots
    else { return nil }
    let isAbove = rank <= slots
    places = slots - rank
    // Above: the first one below the line. Below: the last one above it.
    let opposite = isAbove ? slots : slots - 1
    let other = ranking.entries.indices.contains(opposite) ? ranking.entries[opposite].score : nil
    self.score = other.map { ($0 - score).magnitude.roundedToMillionth }
  }
}
