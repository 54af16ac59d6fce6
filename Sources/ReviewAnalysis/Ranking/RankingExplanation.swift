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
  /// Whether the others' reviews of it are hidden from the viewer.
  package let areOthersHidden: Bool
  private let method: RankingMethod
  private let slots: Int?
  private let rankedCount: Int
  private let fewest: Int

  /// One review that is counted.
  package struct CountedReview: Hashable, Sendable {
    /// Who wrote it.
    package let reviewer: Identifier
    /// Its scores.
    package let scores: Scores
    /// Its overall score, which goes before the scores.
    package let overall: Double?
    /// What it counts as.
    package let composite: Double
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
        reviewer: visible.reviewer, scores: visible.review.scores,
        overall: visible.review.overall, composite: score)
    }
    criteria = rubric.criteria
    cut = CutDistance(ofPlace: place, in: ranking)
    areOthersHidden = !seen.areOtherReviewsVisible
    method = ranking.method
    slots = ranking.slots
    rankedCount = ranking.rankedCount
    fewest = summit.event.rules.reviewsPerProposal ?? 0
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

// MARK: In words

extension RankingExplanation {
  /// What stands above the table of reviews.
  package var heading: [String] {
    var lines = ["\(entry.id)  \(entry.title)", rankLine]
    if let placed { lines.append(placed) }
    lines.append("Score: \(method.summary)")
    if areOthersHidden { lines.append("The others' reviews of it are hidden from you.") }
    return lines
  }

  /// The titles of the table of reviews: the reviewer, the composite, and each criterion's id.
  package var columns: [String] { ["reviewer", "composite"] + criteria.map(\.id.text) }

  /// The rows of the table of reviews, a cell for each column; empty where none is counted.
  package var rows: [[String]] {
    reviews.map { review in
      [
        review.reviewer.text,
        review.composite.formatted(decimals: 2) + (review.overall == nil ? "" : " overall"),
      ] + criteria.map { review.scores[$0.id].map { JSONNumber($0).text } ?? "-" }
    }
  }

  /// What stands below the table of reviews.
  package var footing: [String] {
    let few = entry.summary.count < fewest ? " (fewer than the \(fewest) asked for)" : ""
    var lines = ["Reviews: \(entry.summary.words)\(few)"]
    let weights = criteria.map { "\($0.id) \(JSONNumber($0.weight).text)" }
    if !weights.isEmpty { lines.append("Weights: \(weights.joined(separator: ", "))") }
    return lines
  }

  /// How far it is from the cut line; nil without a line, and without a rank.
  package var cutLine: String? {
    guard let cut, let slots else { return nil }
    func places(_ count: Int) -> String { "\(count) \(count == 1 ? "place" : "places")" }
    let gap = cut.score.map { score in
      score == 0
        ? ", with the same score as the \(cut.isAbove ? "first below" : "last above")"
        : ", \(score.formatted(decimals: 2)) \(cut.isAbove ? "over the first below" : "under the last above")"
    }
    let distance =
      switch cut.places {
      case 0: "The last above the cut line of \(slots)"
      case 1...: "\(places(cut.places)) to spare above the cut line of \(slots)"
      default: "\(places(-cut.places)) below the cut line of \(slots)"
      }
    return distance + (gap ?? "")
  }

  /// Which place it has of how many.
  package var placeLine: String {
    guard let rank = entry.rank else { return "No rank: no finished review can be seen" }
    return "Rank \(rank) of \(rankedCount)"
  }

  private var rankLine: String {
    guard let rank = entry.rank, let slots else { return placeLine }
    return "\(placeLine), \(rank <= slots ? "above" : "below") the cut line of \(slots)"
  }

  /// What placed it below the one before it, in words; nil for the first and without a score.
  package var reason: String? {
    entry.placedBy.map { $0 == .score ? "lower score" : $0.reason }
  }

  private var placed: String? {
    guard let ahead, let reason, let score = ahead.score else { return nil }
    return "Below \(ahead.id) (\(score.formatted(decimals: 2))): \(reason)"
  }

  /// The entry as `rank` prints it, with the reviews and what placed it.
  package var json: JSONValue {
    var object = entry.json.object ?? JSONObject()
    object["method"] = .string(method.rawValue)
    object["placedBy"] = .optional(entry.placedBy?.rawValue)
    object["behind"] = .optional(entry.placedBy == nil ? nil : ahead?.id.text)
    object["reviews"] = .array(
      reviews.map {
        [
          "reviewer": .string($0.reviewer.text), "scores": $0.scores.json,
          "overall": .optional($0.overall), "composite": .double($0.composite),
        ]
      })
    return .object(object)
  }
}
