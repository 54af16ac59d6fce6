package import ReviewCore
package import TerminalUI

/// A page of text over the screen.
package struct Page: Equatable, Sendable {
  /// What it shows.
  package let kind: Kind
  /// Its title.
  package let title: String
  /// Its lines, wrapped.
  package var lines: [StyledLine] = []
  /// The lines at which a part begins, for the key that goes on to the next.
  var parts: [Int] = []
  /// The first line on the screen.
  package var offset = 0
  /// What the lines were made of; nil before they were.
  var made: Made?

  /// What the lines of a page depend on.
  struct Made: Equatable, Sendable {
    var columns: Int
    var version: Int
  }

  /// What a page shows.
  package enum Kind: Hashable, Sendable {
    /// The rubric with its guide.
    case rubric
    /// What could not be read; whether something of it can be merged for the viewer.
    case faults(isOffered: Bool)
    /// What changed in a proposal since the viewer judged it.
    case changes(ProposalID)
    /// What placed a proposal in the ranking.
    case explanation(ProposalID)
    /// How full the programme is, and what is broken.
    case programme
    /// What the optimiser proposes; whether it can be taken over.
    case filling(isOffered: Bool)
    /// Why a sync failed, line by line.
    case syncFailure([String])
    /// What an import did, or would do.
    case imported(ImportOutcome)
  }

  /// Whether it offers a shortlist that can be taken over.
  var isOffered: Bool { kind == .filling(isOffered: true) }

  /// Whether it offers to merge what stands in the viewer's own files.
  var offersToMend: Bool { kind == .faults(isOffered: true) }

  /// Whether it asks whether what it shows is taken over.
  var asksToImport: Bool {
    if case .imported(let outcome) = kind { outcome.preview != nil } else { false }
  }
}

/// The help: what the keys do, as far as it holds what was typed.
package struct HelpPage: Equatable, Sendable {
  /// Where it was asked for.
  package let context: KeyContext
  /// What is typed to make it shorter.
  package var field = TextField()
  /// Whether the keys of all screens are shown.
  package var showsAll = false
  /// Its lines, wrapped.
  package var lines: [StyledLine] = []
  /// The first line on the screen.
  package var offset = 0
  /// What the lines were made of; nil before they were.
  var made: Made?

  /// What the lines depend on.
  struct Made: Equatable, Sendable {
    var columns: Int
    var text: String
    var showsAll: Bool
  }
}
