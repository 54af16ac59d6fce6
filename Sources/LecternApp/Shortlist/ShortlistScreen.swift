package import ReviewCore
package import TerminalUI

/// What is taken into the programme, and how full it is.
package struct ShortlistScreen: Equatable, Sendable {
  /// The selected row and the rows on the screen.
  package var window = ScrollWindow()
  /// The selected proposal; nil where there is none.
  package var selectedProposal: ProposalID?
}

extension State {
  mutating func performShortlist(_ command: Command) -> [Effect] { [] }
  mutating func fitShortlist() {}
  mutating func moveShortlist(_ move: (inout ScrollWindow) -> Void) {}
}
