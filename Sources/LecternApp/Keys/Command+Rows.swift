import TerminalUI

extension Command {
  /// Whether it moves the cursor in a list of rows, and does nothing else.
  var movesInRows: Bool {
    switch self {
    case .nextProposal, .itemDown, .previousProposal, .itemUp, .pageDown, .pageUp, .halfPageDown,
      .halfPageUp, .first, .last:
      true
    default: false
    }
  }
}

extension ScrollWindow {
  /// Moves as a command asks; stays where it is for one that does not move in rows.
  mutating func move(_ command: Command) {
    switch command {
    case .nextProposal, .itemDown: move(by: 1)
    case .previousProposal, .itemUp: move(by: -1)
    case .pageDown: page(by: 1)
    case .pageUp: page(by: -1)
    case .halfPageDown: halfPage(by: 1)
    case .halfPageUp: halfPage(by: -1)
    case .first: select(0)
    case .last: select(.max)
    default: break
    }
  }
}
