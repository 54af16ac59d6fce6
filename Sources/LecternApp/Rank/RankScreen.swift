package import ReviewAnalysis
package import ReviewCore
package import TerminalUI

/// The proposals in the order of their scores.
package struct RankScreen: Equatable, Sendable {
  /// How scores are made; the shortlist has the same order.
  package var method = RankingMethod.mean
  /// The ranking, which the shortlist shows too; nil until one of the two screens was shown.
  package internal(set) var table: RankingTable?
  /// The rows on the screen.
  package var rows = RankedRows()
  /// What the ranking was made of.
  var made: Made?
  /// The version of which it has the decisions.
  var decisionsVersion = 0

  /// What the order of a ranking depends on.
  struct Made: Equatable, Sendable {
    var scoresVersion: Int
    var method: RankingMethod
    /// The places of the proposals that the filter of the list lets through; nil for all.
    var shown: [Int]?
  }

  /// The selected row and the rows on the screen.
  package var window: ScrollWindow { rows.window }
  /// The selected proposal; nil where there is none.
  package var selectedProposal: ProposalID? { rows.selectedProposal }
}

extension State {
  mutating func performRank(_ command: Command) -> [Effect] {
    switch command {
    case .decide(let outcome): return decide(outcome, chosen)
    default: return performRanked(command)
    }
  }

  mutating func fitRank() {
    fitRanking()
    if let table = rank.table { rank.rows.fit(table, lines: RankView.rows(in: size).rows) }
  }

  mutating func moveRank(_ move: (inout ScrollWindow) -> Void) {
    guard let table = rank.table else { return }
    if rank.rows.move(in: table, move) { toast = nil }
  }
}
