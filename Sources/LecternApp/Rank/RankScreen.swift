package import ReviewCore
package import TerminalUI

/// The proposals in the order of their scores.
package struct RankScreen: Equatable, Sendable {
  /// The selected row and the rows on the screen.
  package var window = ScrollWindow()
  /// The selected proposal; nil where there is none.
  package var selectedProposal: ProposalID?
}

extension State {
  mutating func performRank(_ command: Command) -> [Effect] { [] }
  mutating func fitRank() {}
  mutating func moveRank(_ move: (inout ScrollWindow) -> Void) {}
  mutating func chooseMethod(_ place: Int) -> [Effect] { [] }
  func explanationLines(of id: ProposalID, columns: Int) -> [StyledLine] { [] }
}
