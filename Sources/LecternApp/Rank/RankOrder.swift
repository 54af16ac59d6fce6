package import ReviewAnalysis

/// An order to rank the proposals beside the interface: what the order of a ranking depends on.
package struct RankOrder: Hashable, Sendable {
  /// The version of the scores that the viewer sees.
  package let scoresVersion: Int
  /// How scores are made; nil is by what they carry.
  package let method: RankingMethod?

  /// Makes an order.
  package init(scoresVersion: Int, method: RankingMethod?) {
    self.scoresVersion = scoresVersion
    self.method = method
  }
}

extension State {
  /// Orders a ranking where a screen shows one and what there is was made of something else. O(1).
  mutating func orderRanking() -> [Effect] {
    guard screen.showsRanking else { return [] }
    let order = RankOrder(scoresVersion: scoresVersion, method: rank.method)
    guard rank.asked != order else { return [] }
    rank.asked = order
    return [.rank(order)]
  }

  /// Takes in a ranking, unless another one was asked for since.
  mutating func ranked(_ ranking: Ranking, _ order: RankOrder) {
    guard order == rank.asked else { return }
    rank.ranking = ranking
    rank.ranked = order
  }
}

extension ScreenKind {
  /// Whether the screen shows a ranking.
  fileprivate var showsRanking: Bool {
    switch self {
    case .rank, .shortlist: true
    case .review, .compare, .insights, .committee: false
    }
  }
}
