package import ReviewCore
package import TerminalUI

/// What happened. Messages are facts; time comes in with them.
package enum Message: Sendable {
  /// A key was pressed, a text pasted, the mouse used.
  case input(InputEvent)
  /// The terminal has another size.
  case resized(Size)
  /// Something that the person should know of the terminal.
  case notice(String)
  /// Time passed.
  case ticked
  /// All changes up to a number stand on the disk. `news` is what the file says otherwise than we
  /// do, because somebody else wrote it; `lostTexts` names where texts that lost a merge are kept.
  case saved(revision: Int, news: [ProposalID: Review], notice: String?)
  /// A save failed; it will be tried again.
  case saveFailed(problem: String)
  /// The folder was read again, since somebody changed it.
  case folderChanged(Summit, faults: [Fault])
  /// The folder cannot be read any more.
  case folderFailed(problem: String)
}

/// What the program is to do. Effects are orders, carried out by the executable.
package enum Effect: Hashable, Sendable {
  /// Write a review. `replacing` is what its writer saw in its place: its texts are not lost.
  case save(
    reviewer: Identifier, proposal: ProposalID, review: Review, replacing: Review?, revision: Int)
  /// Remember who the reviewer of this summit is.
  case remember(Identifier)
  /// Draw every cell anew.
  case redraw
  /// Give the terminal back to the shell until it returns.
  case suspend
  /// Leave, once all is saved.
  case quit
}
