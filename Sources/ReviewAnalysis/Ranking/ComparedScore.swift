package import ReviewCore

/// What comparisons made of the score of one proposal: what `rank --method comparison --explain`
/// names.
package struct ComparedScore: Hashable, Sendable {
  /// Its score before any comparison; nil where nobody scored it.
  package let calibrated: Double?
  /// Its score after all.
  package let score: Double
  /// The comparisons that it was in, by the other proposal and who made it.
  package let games: [Game]

  /// A comparison, as seen from the proposal.
  package struct Game: Hashable, Sendable {
    /// Who made it.
    package let reviewer: Identifier
    /// Their name.
    package let name: String
    /// The other proposal.
    package let other: ProposalID
    /// Its title.
    package let title: String
    /// The other's score after all comparisons.
    package let score: Double
    /// What was said.
    package let outcome: Outcome
  }

  /// What a comparison says of the proposal.
  package enum Outcome: String, Hashable, Sendable {
    case better, worse, tied
  }

  /// Finds the comparisons of a proposal; nil where there is none. O(comparisons).
  init?(of id: ProposalID, in order: ComparisonOrder, _ summit: SeenSummit) {
    guard let entry = order.entry(of: id) else { return nil }
    (calibrated, score) = (entry.calibrated, entry.score)
    games = summit.comparisons.compactMap { seen in
      let isFirst = seen.pair.first == id
      guard seen.isJudgement, isFirst || seen.pair.second == id else { return nil }
      let other = isFirst ? seen.pair.second : seen.pair.first
      let won: Comparison.Outcome = isFirst ? .first : .second
      return Game(
        reviewer: seen.reviewer,
        name: summit.event.member(seen.reviewer)?.name ?? seen.reviewer.text, other: other,
        title: summit.proposal(other)?.proposal.title ?? other.text,
        score: order.entry(of: other)?.score ?? 0,
        outcome: seen.outcome == .tied ? .tied : seen.outcome == won ? .better : .worse)
    }
    if games.isEmpty { return nil }
  }

  /// What the comparisons did, and each of them, sentence by sentence.
  package var lines: [String] {
    let after = score.formatted(decimals: 2)
    let count = games.count == 1 ? "1 comparison" : "\(games.count) comparisons"
    let moved = games.count == 1 ? "makes" : "make"
    let before = calibrated.map { "The reviews alone come to \($0.formatted(decimals: 2))" }
    return [
      "\(before ?? "Nobody scored it"); \(count) \(moved) that \(after)"
    ]
      + games.map { game in
        "\(game.name): \(game.outcome.words) \(game.other) (\(game.score.formatted(decimals: 2))), "
          + game.title
      }
  }

  /// As `rank --explain --format json` prints it.
  package var json: JSONValue {
    [
      "calibrated": .optional(calibrated),
      "pairs": .array(
        games.map {
          [
            "reviewer": .string($0.reviewer.text), "other": .string($0.other.text),
            "outcome": .string($0.outcome.rawValue), "score": .double($0.score),
          ]
        }),
    ]
  }
}

extension ComparedScore.Outcome {
  fileprivate var words: String {
    switch self {
    case .better: "better than"
    case .worse: "not as good as"
    case .tied: "as good as"
    }
  }
}
