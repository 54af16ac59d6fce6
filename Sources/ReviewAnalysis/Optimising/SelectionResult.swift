package import ReviewCore

/// The best selection under some rules, or why there is none.
package struct SelectionResult: Hashable, Sendable {
  /// What can be said of it.
  package var status: Status
  /// What is chosen, by score, then id; empty where nothing was found.
  package var selected: [ProposalID]
  /// The sum of the scores of what is chosen, in thousandths.
  package var objective: Int
  /// No selection has a larger sum; the same as `objective` where that is proven.
  package var bound: Int
  /// How many parts of the search were looked at.
  package var nodes: Int
  /// How many steps the simplex method made.
  package var pivots: Int

  /// What is known.
  package enum Status: Hashable, Sendable {
    /// There is a selection, and none is better.
    case optimal
    /// There is a selection; the limit of steps came before the proof that none is better.
    case feasible
    /// No selection keeps all rules.
    case infeasible
    /// The limit of steps came before a selection, or the proof that there is none.
    case unknown
    /// Somebody stopped it.
    case cancelled
  }

  /// Whether there is a selection.
  package var isFeasible: Bool { status == .optimal || status == .feasible }

  /// How much larger the sum might be, in thousandths; 0 where it is proven that it cannot be.
  package var gap: Int { max(0, bound - objective) }
}

/// How much work is done before the best that was found is taken: counted in steps, never in time,
/// so that every machine comes to the same.
package struct SelectionEffort: Hashable, Sendable {
  /// How many parts of the search are looked at.
  package var nodes: Int
  /// How many steps the simplex method makes.
  package var pivots: Int
  /// How many parts are looked at for the sake of ties alone.
  package var tieNodes: Int

  /// Makes a limit.
  package init(nodes: Int = 5_000, pivots: Int = 200_000, tieNodes: Int = 400) {
    self.nodes = nodes
    self.pivots = pivots
    self.tieNodes = tieNodes
  }
}
