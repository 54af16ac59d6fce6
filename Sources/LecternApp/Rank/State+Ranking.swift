import ReviewAnalysis
import ReviewCore
import TerminalUI

/// What the screens Rank and Shortlist share: one ranking, and the keys that are about its rows.
extension State {
  /// Makes the rows anew where the ranking or the filter changed; takes in decisions where only those
  /// did. O(1) where nothing changed, O(proposals) for decisions, else O(n log n).
  mutating func fitRanking() {
    guard let ranking = rank.ranking else { return }
    let made = RankScreen.Made(order: rank.ranked, shown: list.isFiltered ? list.rows : nil)
    if rank.made != made {
      let (shown, index) = (made.shown.map(Set.init), seen.index)
      rank.table = RankingTable(of: seen, ranking: ranking) { proposal in
        guard let shown else { return true }
        return index[proposal.id].map(shown.contains) ?? false
      }
      rank.table?.refreshDecisions(from: seen)
      rank.made = made
    } else if rank.decisionsVersion != version {
      rank.table?.refreshDecisions(from: seen)
    }
    rank.decisionsVersion = version
  }

  /// Does what a key of either screen is bound to.
  mutating func performRanked(_ command: Command) -> [Effect] {
    switch command {
    case .explain: openExplanation()
    case .programme: openProgramme()
    case .method: openMethodMenu()
    case .open: if let current { goTo(current.id) }
    case .back: return show(.review)
    case .clearFilter where !list.isFiltered: return show(.review)
    case .filter, .nextArea, .previousArea, .clearFilter: return performReview(command)
    case _ where command.movesInRows: moveRows { $0.move(command) }
    default: break
    }
    return []
  }

  /// Selects a proposal on the screen Rank or Shortlist; where the filter of the list leaves it out,
  /// all are shown.
  mutating func showRanked(_ id: ProposalID) {
    if list.isFiltered, list.row(of: id, in: seen) == nil {
      list.query = .everything
      list.area = nil
      refill()
    }
    if screen == .shortlist { shortlist.rows.select(id) } else { rank.rows.select(id) }
  }

  // MARK: - The method

  private mutating func openMethodMenu() {
    let items = RankingMethod.allCases.map { method in
      Menu.Item(
        label: method.choice, isOn: method == rank.ranking?.method, action: .method(method))
    }
    overlays.append(
      .menu(
        Menu(
          .method, title: "Rank by",
          note: "Of the reviews that you may see; for you alone.", items: items)))
  }

  /// Ranks by another method; the cursor stays on its proposal.
  mutating func chooseMethod(_ method: RankingMethod) -> [Effect] {
    toast = nil
    rank.method = method
    return []
  }

  // MARK: - Pages

  private mutating func openExplanation() {
    guard let current, let row = rank.table?.row(of: current.id) else { return }
    let title = row.entry.rank.map { "Why rank \($0)" } ?? "Why it has no rank"
    overlays.append(.page(Page(kind: .explanation(current.id), title: title)))
  }

  private mutating func openProgramme() {
    overlays.append(.page(Page(kind: .programme, title: "Programme")))
  }

  /// What placed a proposal in the ranking, as lines. O(proposals).
  func explanationLines(of id: ProposalID, columns: Int) -> [StyledLine] {
    guard let table = rank.table, let proposal = seen.proposal(id),
      let explanation = RankingExplanation(of: proposal, in: table.ranking, summit: seen)
    else { return [StyledLine("The proposal is not in the ranking any more.", theme.faint)] }
    return ExplanationText(
      explanation: explanation, row: table.row(of: id), proposal: proposal, summit: seen,
      method: table.ranking.method, theme: theme, glyphs: glyphs, columns: columns
    ).lines
  }
}

extension RankingMethod {
  /// What it is called where one chooses it.
  var choice: String {
    switch self {
    case .calibrated: "Calibrated: harsh and kind made equal"
    case .mean: "Mean: every review counts the same"
    case .median: "Median: one extreme score moves little"
    case .majority: "Majority: what most give at least"
    case .comparison: "Comparison: moved by pairs compared"
    }
  }
}
