import ReviewCore

/// What a proposal is ordered by: its score, then the chain of `Ranking.TieBreak`.
struct Standing {
  let score: Double?
  /// Of a majority grade, the share above less the share below; 0 for other methods.
  var balance = 0.0
  let summary: ScoreSummary
  let id: ProposalID

  /// Whether this one stands before another, and what decides it; nil for two that are the same.
  func comparison(to other: Standing) -> (isBefore: Bool, by: Ranking.TieBreak)? {
    let (score, otherScore) = (score ?? -.infinity, other.score ?? -.infinity)
    if score != otherScore { return (score > otherScore, .score) }
    if balance != other.balance { return (balance > other.balance, .balance) }
    if summary.count != other.summary.count {
      return (summary.count > other.summary.count, .moreReviews)
    }
    let (median, otherMedian) = (summary.median ?? 0, other.summary.median ?? 0)
    if median != otherMedian { return (median > otherMedian, .higherMedian) }
    let (spread, otherSpread) = (summary.spread ?? 0, other.summary.spread ?? 0)
    if spread != otherSpread { return (spread < otherSpread, .lowerSpread) }
    if id == other.id { return nil }
    return (id < other.id, .id)
  }
}
