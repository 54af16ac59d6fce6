import ReviewCore
import TerminalUI

extension State {
  /// Does what a key of the review screen is bound to.
  mutating func performReview(_ command: Command) -> [Effect] {
    switch command {
    case .digit(let digit): return type(digit: Character(String(digit)))
    case .decimalPoint: return typePoint()
    case .repeatScores: return typedNumber.isEmpty ? repeatScores() : typePoint()
    case .scoreUp: return stepScore(by: 1)
    case .scoreDown: return beginsBelowZero ? typeSign() : stepScore(by: -1)
    case .deleteDigit:
      _ = typedNumber.popLast()
      toast = nil
    case .confirmNumber: return confirmNumber()
    case .open where !typedNumber.isEmpty: return confirmNumber()
    case .nextCriterion where !typedNumber.isEmpty: return confirmNumber()
    case .nextCriterion: moveCriterion(by: 1)
    case .previousCriterion: moveCriterion(by: -1)
    case .abstain, .conflict, .skip: openPrompt(for: command)
    case .filter: openFilter()
    case .note: openNote()
    case .editNote: return editNote()
    case .clear: return clearJudgement()
    case .mark: markAndGoOn()
    case .markAll: markAll()
    case .decideMenu: openDecisionMenu()
    case .decide(let outcome): return decide(outcome, chosen)
    case .sort: openSortMenu()
    case .otherTalks: openOtherTalks()
    case .sameScore: showSameScore()
    case .changes: openChanges()
    case .jumps: openJumps()
    case .jumpBack: jumpBack()
    case .jumpForward: jumpForward()
    case .nextArea: changeArea(by: 1)
    case .previousArea: changeArea(by: -1)
    case .clearFilter: takeBack()
    default: move(command)
    }
    return []
  }

  /// What a key is about that can be about several proposals: those that are marked, in the order
  /// of the list; else the one that is looked at.
  var chosen: [ProposalID] {
    guard screen == .review, !list.marks.isEmpty else { return current.map { [$0.id] } ?? [] }
    let shown = list.rows.map { seen.proposals[$0].id }.filter(list.marks.contains)
    return shown + list.marks.subtracting(shown).sorted()
  }

  /// Takes back, one after the other: a number, marks, the search, the filter; then goes back to the
  /// screen from which one came to a proposal.
  private mutating func takeBack() {
    if !typedNumber.isEmpty {
      dropNumber()
    } else if !list.marks.isEmpty {
      list.marks = []
    } else if search != nil {
      search = nil
    } else if list.isFiltered {
      list.query = .everything
      list.area = nil
      refill()
    } else if let cameFrom {
      _ = show(cameFrom)
    }
  }

  // MARK: - Several

  private mutating func markAndGoOn() {
    guard let selected else { return }
    if list.marks.remove(selected.id) == nil { list.marks.insert(selected.id) }
    let row = list.window.selection
    list.select(row + 1)
    if list.window.selection != row { proposalChanged() }
  }

  private mutating func markAll() {
    let shown = Set(list.rows.map { seen.proposals[$0].id })
    if shown.isSubset(of: list.marks) {
      list.marks.subtract(shown)
    } else {
      list.marks.formUnion(shown)
    }
  }
}
