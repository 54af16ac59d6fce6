import ReviewAnalysis
import ReviewCore

/// Why a proposal stands where it does in a ranking.
struct RankExplanation {
  private let entry: Ranking.Entry
  private let ahead: Ranking.Entry?
  private let seen: SeenProposal
  private let ranking: Ranking
  private let rubric: Rubric
  private let fewest: Int

  /// Explains a proposal; nil where it is not in the ranking.
  init?(of seen: SeenProposal, in ranking: Ranking, summit: SeenSummit) {
    guard let place = ranking.entries.firstIndex(where: { $0.id == seen.id }) else { return nil }
    entry = ranking.entries[place]
    ahead = place > 0 ? ranking.entries[place - 1] : nil
    self.seen = seen
    self.ranking = ranking
    rubric = summit.rubric
    fewest = summit.event.rules.reviewsPerProposal ?? 0
  }

  /// The finished reviews that are counted, each with its composite.
  private var counted: [(reviewer: Identifier, review: Review, composite: Double)] {
    seen.reviews.compactMap { visible in
      guard visible.review.status == .scored, let score = visible.review.composite(by: rubric)
      else { return nil }
      return (visible.reviewer, visible.review, score)
    }
  }

  /// The lines for people.
  var lines: [String] {
    var lines = ["\(entry.id)  \(entry.title)", rankLine]
    if let placed { lines.append(placed) }
    lines.append("Score: \(ranking.method.summary)")
    if !seen.areOtherReviewsVisible {
      lines.append("The others' reviews of it are hidden from you.")
    }
    var table = TextTable(
      [.text("REVIEWER"), .number("COMPOSITE")]
        + rubric.criteria.map { .number($0.id.text.uppercased()) })
    for (reviewer, review, composite) in counted {
      table.append(
        [
          reviewer.text,
          composite.formatted(decimals: 2) + (review.overall == nil ? "" : " overall"),
        ]
          + rubric.criteria.map { review.scores[$0.id].map { JSONNumber($0).text } ?? "-" })
    }
    if !counted.isEmpty { lines += [""] + table.lines(limit: nil) + [""] }
    let few = entry.summary.count < fewest ? " (fewer than the \(fewest) asked for)" : ""
    lines.append("Reviews: \(entry.summary.words)\(few)")
    let weights = rubric.criteria.map { "\($0.id) \(JSONNumber($0.weight).text)" }
    if !weights.isEmpty { lines.append("Weights: \(weights.joined(separator: ", "))") }
    return lines
  }

  private var rankLine: String {
    guard let rank = entry.rank else { return "No rank: no finished review can be seen" }
    guard let slots = ranking.slots else { return "Rank \(rank) of \(ranking.rankedCount)" }
    let side = rank <= slots ? "above" : "below"
    return "Rank \(rank) of \(ranking.rankedCount), \(side) the cut line of \(slots)"
  }

  private var placed: String? {
    guard let ahead, let reason = entry.placedBy, let score = ahead.score else { return nil }
    let why = reason == .score ? "lower score" : reason.reason
    return "Below \(ahead.id) (\(score.formatted(decimals: 2))): \(why)"
  }

  /// The entry as `rank` prints it, with the reviews and what placed it.
  var json: JSONValue {
    var object = entry.json.object ?? JSONObject()
    object["method"] = .string(ranking.method.rawValue)
    object["placedBy"] = .optional(entry.placedBy?.rawValue)
    object["behind"] = .optional(entry.placedBy == nil ? nil : ahead?.id.text)
    object["reviews"] = .array(
      counted.map { reviewer, review, composite in
        [
          "reviewer": .string(reviewer.text), "scores": review.scores.json,
          "overall": .optional(review.overall), "composite": .double(composite),
        ]
      })
    return .object(object)
  }
}
