import ReviewAnalysis
import ReviewCore

extension RankingTable {
  /// Ranks a summit and puts beside each row what the screen shows.
  init(
    of summit: SeenSummit, by method: RankingMethod? = nil, slots: Int? = nil,
    keeping keeps: (SeenProposal) -> Bool = { _ in true }
  ) {
    self.init(
      of: summit, ranking: Ranking(of: summit, by: method, slots: slots), keeping: keeps)
  }
}
