package import ReviewCore
package import TerminalUI

/// A line of text that is being typed.
package struct Prompt: Equatable, Sendable {
  /// What the line is for.
  package let purpose: Purpose
  /// The line.
  package var field: TextField
  /// What is wrong with the line; nil while nothing is known to be.
  package var problem: String?

  /// What is wrong where more is put into a line than it holds.
  static let isFull = "A line holds \(TextField.limit) characters; what is beyond was left out"

  /// What a line is for.
  package enum Purpose: Hashable, Sendable {
    case abstain([ProposalID]), conflict([ProposalID]), skip([ProposalID])
    /// The name under which the list is kept as it is now.
    case saveView
    /// Another name for a list that has one.
    case renameView(String)

    /// The proposals that it is about; empty for none.
    package var proposals: [ProposalID] {
      switch self {
      case .abstain(let ids), .conflict(let ids), .skip(let ids): ids
      case .saveView, .renameView: []
      }
    }

    /// What stands before the line.
    package var label: String {
      switch self {
      case .abstain: "Abstain, because"
      case .conflict: "In conflict, because"
      case .skip: "Skip for now, because"
      case .saveView: "Keep this view as"
      case .renameView: "Call it"
      }
    }
  }
}
