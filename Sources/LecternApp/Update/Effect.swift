package import ReviewCore

/// What the program is to do. Effects are orders, carried out by the executable.
package enum Effect: Hashable, Sendable {
  /// Write a review. `replacing` is what its writer saw in its place: its texts are not lost.
  case save(
    reviewer: Identifier, proposal: ProposalID, review: Review, replacing: Review?, revision: Int)
  /// Write decisions of one chair.
  case decide(chair: Identifier, decisions: [ProposalID: Decision], revision: Int)
  /// Keep something that belongs to a person; nobody's is kept for whoever is at this terminal.
  case keep(PersonalChange, of: Identifier?)
  /// Remember who the reviewer of this summit is, and say what belongs to them.
  case remember(Identifier)
  /// Let a person write a note in their own editor, beginning with a text.
  case openEditor(NoteKey, text: String)
  /// Put a text on the clipboard of the terminal.
  case copy(String, name: String)
  /// Listen to the mouse, or do not.
  case listenToMouse(Bool)
  /// Draw every cell anew.
  case redraw
  /// Give the terminal back to the shell until it returns.
  case suspend
  /// Leave, once all is saved.
  case quit
}
