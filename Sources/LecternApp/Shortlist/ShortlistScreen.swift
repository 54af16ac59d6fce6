package import ReviewAnalysis
package import ReviewCore
package import TerminalUI

/// What is taken into the programme, and how full it is.
package struct ShortlistScreen: Equatable, Sendable {
  /// The rows on the screen; their order is that of the ranking, whatever is decided, so that no row
  /// jumps away under the cursor.
  package var rows = RankedRows()
  /// How full the programme is; nil until the screen was shown.
  package internal(set) var use: ProgrammeUse?
  /// The gauges beside the list; empty where there is no room for them.
  var gauges: [StyledLine] = []
  /// What wants attention, the worst first: beside the list or under it.
  var attention: [StyledLine] = []
  /// What the optimiser proposed last; nil for nothing.
  package internal(set) var filling: Filling?
  /// What the lines were made of.
  private var made: Made?

  private struct Made: Equatable, Sendable {
    var version: Int
    var size: Size
  }

  /// The selected row and the rows on the screen.
  package var window: ScrollWindow { rows.window }
  /// The selected proposal; nil where there is none.
  package var selectedProposal: ProposalID? { rows.selectedProposal }

  /// Counts anew where something changed. O(1) where nothing did, else O(proposals).
  mutating func refresh(_ seen: SeenSummit, version: Int, size: Size, theme: Theme, glyphs: Glyphs)
  {
    let new = Made(version: version, size: size)
    guard made != new else { return }
    if made?.version != version { use = ProgrammeUse(of: seen) }
    made = new
    guard let use else { return }
    let layout = ShortlistLayout(size)
    let columns = layout.panel.columns > 0 ? layout.panel.columns : layout.summary.columns
    let text = ProgrammeText(
      use: use, event: seen.event, theme: theme, glyphs: glyphs, columns: columns - 2)
    gauges = layout.panel.columns > 0 ? text.gauges : []
    attention = layout.panel.columns > 0 ? text.broken : text.attention
  }
}

extension State {
  mutating func performShortlist(_ command: Command) -> [Effect] {
    switch command {
    case .decide(let outcome): return decideAndGoOn(outcome)
    case .fill: return proposeFilling()
    default: return performRanked(command)
    }
  }

  mutating func fitShortlist() {
    fitRanking()
    shortlist.refresh(seen, version: version, size: size, theme: theme, glyphs: glyphs)
    if let table = rank.table {
      shortlist.rows.fit(table, lines: ShortlistLayout(size).rows.rows)
    }
  }

  mutating func moveShortlist(_ move: (inout ScrollWindow) -> Void) {
    guard let table = rank.table else { return }
    if shortlist.rows.move(in: table, move) { toast = nil }
  }

  /// Decides of the selected proposal and goes to the next row, so that a chair goes down the list
  /// with one key a proposal. Where it was so already, one goes on too; where nothing could be
  /// decided, one stays. Undoing comes back to the proposal.
  private mutating func decideAndGoOn(_ outcome: Decision.Outcome) -> [Effect] {
    guard let id = shortlist.selectedProposal, let table = rank.table else { return [] }
    let effects = decide(outcome, [id])
    let isSo =
      seen.viewer?.isChair == true
      && (seen.proposal(id)?.decision?.outcome ?? .undecided) == outcome
    // What was said of the decision stays in sight.
    if isSo { _ = shortlist.rows.move(in: table) { $0.move(by: 1) } }
    return effects
  }

  /// How full the programme is, as lines of a page.
  func programmeLines(columns: Int) -> [StyledLine] {
    let use =
      screen == .shortlist ? shortlist.use ?? ProgrammeUse(of: seen) : ProgrammeUse(of: seen)
    return ProgrammeText(
      use: use, event: seen.event, theme: theme, glyphs: glyphs, columns: columns
    ).page
  }
}
