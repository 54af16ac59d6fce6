package import ReviewCore

/// How firmly each candidate stands in the selection: in what share of possible worlds it is chosen.
///
/// The selection is solved again with scores drawn from what is known of them; what is chosen nearly
/// always is safe, what is chosen hardly ever a long shot, and the rest depends on how the dice of
/// reviewing fell.
package struct SelectionDraws: Sendable {
  /// How many draws were taken in.
  package private(set) var count = 0
  private var solver: SelectionSolver
  private var last: SelectionResult?
  private var chosen: [ProposalID: Int] = [:]
  private let effort: SelectionEffort

  /// How firmly a candidate stands.
  package enum Standing: String, CaseIterable, Hashable, Sendable {
    case safe
    case depends
    case longShot

    /// Of a share of the draws.
    package init(share: Double) {
      self = share >= 0.9 ? .safe : share <= 0.1 ? .longShot : .depends
    }

    /// In words.
    package var words: String { self == .longShot ? "long shot" : rawValue }
  }

  /// How many draws the shares are usually made of.
  package static let usualCount = 200

  /// How many draws say how firm the choice among so many proposals is: 200, of more than 5,000
  /// proposals fewer, so that the work stays bounded, but at least 20.
  static func count(for candidates: Int) -> Int {
    min(usualCount, max(20, 1_000_000 / max(candidates, 1)))
  }

  /// Begins with a solved problem.
  package init(
    _ solver: SelectionSolver, _ selection: SelectionResult,
    effort: SelectionEffort = .init(nodes: 200, pivots: 20_000)
  ) {
    self.solver = solver
    self.effort = effort
    last = selection.isFeasible ? selection : nil
  }

  /// Takes in a draw: solves the selection with its scores.
  ///
  /// - Parameter scores: in thousandths, one for each candidate of the problem.
  /// - Returns: false where it was stopped, and the draw does not count.
  package mutating func take(_ scores: [Int], goesOn: () -> Bool = { true }) -> Bool {
    let selection = solver.solve(scores: scores, from: last, effort, goesOn: goesOn)
    guard selection.isFeasible else { return false }
    for id in selection.selected { chosen[id, default: 0] += 1 }
    last = selection
    count += 1
    return true
  }

  /// In what share of the draws a candidate was chosen, rounded to a millionth; nil without a draw.
  package func share(of id: ProposalID) -> Double? {
    count == 0 ? nil : (Double(chosen[id] ?? 0) / Double(count)).roundedToMillionth
  }
}
