package import TerminalUI

/// Who reviews, how far they are, and the rules.
package struct CommitteeScreen: Equatable, Sendable {
  /// The selected row and the rows on the screen.
  package var window = ScrollWindow()
}

extension State {
  mutating func performCommittee(_ command: Command) -> [Effect] { [] }
  mutating func fitCommittee() {}
}
