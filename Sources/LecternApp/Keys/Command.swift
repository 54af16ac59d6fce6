package import ReviewCore

/// What a key can be made to do.
package enum Command: Hashable, Sendable {
  // Moving in a list
  case nextProposal, previousProposal, pageDown, pageUp, halfPageDown, halfPageUp, first, last
  case nextUnscored
  // Reading
  case open, back, textDown, textUp, textLineDown, textLineUp
  // Judging
  case digit(Int), decimalPoint, deleteDigit, confirmNumber
  case repeatScores, scoreUp, scoreDown
  case nextCriterion, previousCriterion
  case abstain, conflict, skip, clear, note, editNote, undo, redo
  // Discussing
  case discuss, write
  // Several at once
  case mark, markAll, bookmark
  case decide(Decision.Outcome), decideMenu
  // Comparing two
  case answer(CompareScreen.Answer), otherSide
  // Finding
  case filter, nextArea, previousArea, clearFilter, sort
  case search, nextMatch, previousMatch
  case views, saveView, renameView, removeView
  case sameScore, otherTalks, changes, jumps, jumpBack, jumpForward
  // The other screens
  case explain, programme, method, export, fill
  case addMember, removeMember, editMember, editRule
  // Everywhere
  case screen(ScreenKind), nextScreen, previousScreen, prefix, palette
  case help, rubric, faults, reviewer, importFiles, withdrawMissing, sync, rescued
  case copyID, copyLink, mouse, theme, redraw, suspend, quit
  // In a line, a menu, a note or a page of text
  case nextValue, previousValue, overwrite
  case accept, cancel, itemDown, itemUp, complete, newLine, otherKind, external

  /// Whether it goes on through a list and says nothing of what is in it.
  var movesInList: Bool {
    switch self {
    case .nextProposal, .previousProposal, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .first,
      .last:
      true
    default: false
    }
  }
}
