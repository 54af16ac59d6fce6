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
  /// All decisions up to a number stand on the disk; `decisions` is what the chair's file says now.
  case decided(
    revision: Int, chair: Identifier, decisions: [ProposalID: Decision], notice: String?)
  /// Decisions could not be written; it will be tried again.
  case decideFailed(problem: String)
  /// What belongs to a person, who is at this terminal from now on.
  case personal(Personal, of: Identifier)
  /// The person's own editor was left; nil is that nothing changed, and `problem` says why.
  case edited(NoteKey, text: String?, problem: String?)
  /// The folder was read again, since somebody changed it.
  case folderChanged(Summit, faults: [Fault])
  /// The folder cannot be read any more.
  case folderFailed(problem: String)
}
