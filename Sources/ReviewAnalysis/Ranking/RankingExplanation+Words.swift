package import ReviewCore

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
  package var columns: [String] {
    ["reviewer", "composite"] + (calibrated == nil ? [] : ["severity", "counts as"])
      + criteria.map(\.id.text)
  }

  /// The rows of the table of reviews, a cell for each column; empty where none is counted.
  package var rows: [[String]] {
    reviews.map { review in
      [
        review.reviewer.text,
        review.composite.formatted(decimals: 2) + (review.overall == nil ? "" : " overall"),
      ]
        + (calibrated == nil
          ? []
          : [
            (review.severity?.offset ?? 0).signed(decimals: 2),
            review.counted.formatted(decimals: 2),
          ]) + criteria.map { review.scores[$0.id].map { JSONNumber($0).text } ?? "-" }
    }
  }

  /// What stands below the table of reviews.
  package var footing: [String] {
    let few = entry.summary.count < fewest ? " (fewer than the \(fewest) asked for)" : ""
    var lines = ["Reviews: \(entry.summary.words)\(few)"]
    let weights = criteria.map { "\($0.id) \(JSONNumber($0.weight).text)" }
    if !weights.isEmpty { lines.append("Weights: \(weights.joined(separator: ", "))") }
    lines += calibrationLines + (compared?.lines ?? [])
    if ranks.count > 1 { lines.append("Ranks: \(ranksInWords)") }
    return lines
  }

  /// Its rank by each method: `calibrated 2, mean 5, median 4`.
  package var ranksInWords: String {
    ranks.map { "\($0.method.rawValue) \($0.rank)" }.joined(separator: ", ")
  }

  /// How the calibrated score came about, sentence by sentence; empty for other methods.
  package var calibrationLines: [String] {
    guard let calibrated else { return [] }
    let (level, account) = (calibrated.level, calibrated.account)
    let score = level.value.formatted(decimals: 2)
    let corrected = account.corrected.formatted(decimals: 2)
    let mean = account.mean.formatted(decimals: 2)
    let share = account.share.formatted(decimals: 2)
    let rest = (1 - account.share).formatted(decimals: 2)
    let count = reviews.count
    var lines = strictest.map { [$0] } ?? []
    lines.append(
      "Corrected for severity the \(count == 1 ? "one review" : "\(count) reviews") "
        + "\(count == 1 ? "comes" : "come") to \(corrected); the mean of \(calibrated.meanName) is \(mean)"
    )
    lines.append(
      "\(share) x \(corrected) + \(rest) x \(mean) = \(score): few reviews count for less")
    if let deviation = level.deviation, let interval = level.interval {
      lines.append(
        "Uncertain by \(deviation.formatted(decimals: 2)): with 95 % between "
          + "\(interval.lowerBound.formatted(decimals: 2)) and "
          + interval.upperBound.formatted(decimals: 2))
    }
    lines.append("Expected rank \(calibrated.expectedRank.formatted(decimals: 1))" + better)
    if let probability = entry.probabilityIn {
      lines.append("Within the slots with \(probability.percent)")
    }
    return lines
  }

  private var better: String {
    calibrated?.isBetterThanNext.map { "; better than the next one with \($0.percent)" } ?? ""
  }

  /// The reviewer whose severity changes their score most, in words; nil where none does by as much
  /// as can be seen.
  private var strictest: String? {
    let found = reviews.max {
      ($0.severity?.offset ?? 0).magnitude < ($1.severity?.offset ?? 0).magnitude
    }
    guard let found, let severity = found.severity, severity.offset.magnitude >= 0.005 else {
      return nil
    }
    let side = severity.offset < 0 ? "below" : "above"
    let deviation = severity.deviation.map { " (give or take \($0.formatted(decimals: 2)))" } ?? ""
    return "\(found.name) scores \(severity.offset.magnitude.formatted(decimals: 2)) "
      + "\(side) the committee\(deviation): a \(found.composite.formatted(decimals: 2)) "
      + "counts as \(found.counted.formatted(decimals: 2))"
  }

  /// How far it is from the cut line; nil without a line, and without a rank.
  package var cutLine: String? {
    guard let cut, let slots else { return nil }
    if let openCut { return openCut }
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
    guard let rank = entry.rank, let slots, openCut == nil else { return placeLine }
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
    if let compared { object["compared"] = compared.json }
    object["reviews"] = .array(
      reviews.map {
        [
          "reviewer": .string($0.reviewer.text), "scores": $0.scores.json,
          "overall": .optional($0.overall), "composite": .double($0.composite),
          "severity": .optional($0.severity?.offset),
          "counted": .double($0.counted),
        ]
      })
    return .object(object)
  }
}
