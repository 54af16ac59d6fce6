/// What a key can be made to do.
package enum Command: Hashable, Sendable {
  // Moving in the list
  case nextProposal, previousProposal, pageDown, pageUp, halfPageDown, halfPageUp, first, last
  case nextUnscored
  // Reading
  case open, back, textDown, textUp, textLineDown, textLineUp
  // Judging
  case digit(Int), decimalPoint, deleteDigit, confirmNumber
  case nextCriterion, previousCriterion
  case abstain, conflict, skip, clear, comment, undo, redo
  // Finding
  case filter, nextArea, previousArea, clearFilter
  // Everywhere
  case help, rubric, faults, reviewer, redraw, suspend, quit
  // In a prompt, a picker or a page of text
  case accept, cancel, itemDown, itemUp
}

/// Where a key is pressed. A key means the same wherever it means anything.
package enum KeyContext: String, CaseIterable, Hashable, Sendable {
  /// The list and the proposal side by side.
  case split
  /// The list alone, on a narrow screen.
  case list
  /// One proposal over the whole screen.
  case reading
  /// A line of text that is being typed.
  case prompt
  /// A list to choose from.
  case picker
  /// A page of text over the screen: help, rubric, faults.
  case page

  /// Its name for people.
  package var title: String {
    switch self {
    case .split: "List and proposal"
    case .list: "List"
    case .reading: "Reading"
    case .prompt: "Typing a line"
    case .picker: "Choosing"
    case .page: "Help and other pages"
    }
  }

  /// The three ways in which the review screen shows itself.
  package static let review: Set<KeyContext> = [.split, .list, .reading]
}
