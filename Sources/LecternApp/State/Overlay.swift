package import ReviewCore
package import TerminalUI

/// What lies over the screen. The top one sees an event first.
package enum Overlay: Equatable, Sendable {
  case prompt(Prompt)
  case picker(ReviewerPicker)
  case page(Page)

  /// Where its keys are looked up.
  package var context: KeyContext {
    switch self {
    case .prompt: .prompt
    case .picker: .picker
    case .page: .page
    }
  }
}

/// A line of text that is being typed.
package struct Prompt: Equatable, Sendable {
  /// What the line is for.
  package let purpose: Purpose
  /// The line.
  package var field: TextField
  /// What is wrong with the line, and where; nil while nothing is known to be.
  package var problem: String?
  /// The column of the line that is wrong, from 1.
  package var problemColumn: Int?

  /// What is wrong where more is put into a line than it holds.
  static let isFull = "A line holds \(TextField.limit) characters; what is beyond was left out"

  /// What a line is for.
  package enum Purpose: Hashable, Sendable {
    case abstain(ProposalID), conflict(ProposalID), skip(ProposalID), comment(ProposalID), filter

    /// The proposal that it is about; nil for none.
    package var proposal: ProposalID? {
      switch self {
      case .abstain(let id), .conflict(let id), .skip(let id), .comment(let id): id
      case .filter: nil
      }
    }

    /// What stands before the line.
    package var label: String {
      switch self {
      case .abstain: "Abstain, because"
      case .conflict: "In conflict, because"
      case .skip: "Skip for now, because"
      case .comment: "Comment for the committee"
      case .filter: "Filter"
      }
    }
  }
}

/// The committee, for somebody to say who they are.
package struct ReviewerPicker: Equatable, Sendable {
  /// The selected member and the rows on the screen.
  package var window = ScrollWindow()
}

/// A page of text over the screen.
package struct Page: Equatable, Sendable {
  /// What it shows.
  package let kind: Kind
  /// Its title.
  package let title: String
  /// Its lines, wrapped.
  package var lines: [StyledLine]
  /// The first line on the screen.
  package var offset = 0

  /// What a page shows.
  package enum Kind: Hashable, Sendable { case help(KeyContext), rubric, faults }
}
