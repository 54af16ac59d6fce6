package import ReviewAnalysis
package import ReviewCore
package import TerminalUI

/// The proposals in the order of their scores.
package struct RankScreen: Equatable, Sendable {
  /// How scores are made; the shortlist has the same order. nil is by what the scores carry.
  package var method: RankingMethod?
  /// The ranking that came last; nil until one was asked for.
  package internal(set) var ranking: Ranking?
  /// The rows of it, which the shortlist shows too; nil until one of the two screens was shown.
  package internal(set) var table: RankingTable?
  /// The rows on the screen.
  package var rows = RankedRows()
  /// What was asked for last.
  var asked: RankOrder?
  /// What the ranking was made of.
  var ranked: RankOrder?
  /// What the rows were made of.
  var made: Made?
  /// The version of which it has the decisions.
  var decisionsVersion = 0

  /// Whether a newer ranking is being made.
  var isPending: Bool { asked != ranked }

  /// What the rows depend on.
  struct Made: Equatable, Sendable {
    var order: RankOrder?
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
