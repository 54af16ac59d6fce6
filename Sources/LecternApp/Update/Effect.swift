package import ReviewCore

/// What the program is to do. Effects are orders, carried out by the executable.
package enum Effect: Hashable, Sendable {
  /// Write a review. `replacing` is what its writer saw in its place: its texts are not lost.
  case save(
    reviewer: Identifier, proposal: ProposalID, review: Review, replacing: Review?, revision: Int)
  /// Write a comparison.
  case saveComparison(
    reviewer: Identifier, pair: ProposalPair, comparison: Comparison, revision: Int)
  /// Write a remark. `replacing` is what its writer saw in its place: its text is not lost.
  case saveRemark(
    reviewer: Identifier, id: String, remark: Remark, replacing: Remark?, revision: Int)
  /// Write decisions of one chair. `replacing` is what they saw in their place: its reasons are not
  /// lost.
  case decide(
    chair: Identifier, decisions: [ProposalID: Decision], replacing: [ProposalID: Decision],
    revision: Int)
  /// Keep something that belongs to a person; nobody's is kept for whoever is at this terminal.
  case keep(PersonalChange, of: Identifier?)
  /// Remember who the reviewer of this summit is, and say what belongs to them.
  case remember(Identifier)
  /// Let a person write a note in their own editor, beginning with a text.
  case openEditor(NoteKey, text: String)
  /// Put a text on the clipboard of the terminal.
  case copy(String, name: String)
  /// Rank the proposals.
  case rank(RankOrder)
  /// Work out what is known of the proposals before they are compared.
  case level(LevelOrder)
  /// Work out how the review goes.
  case workOutInsights(InsightsOrder)
  /// Compare the texts of the proposals, where they are not compared already.
  case compareTexts(TextsOrder)
  /// Make an export and show its first lines.
  case previewExport(ExportOrder)
  /// Write an export into a file.
  case export(ExportOrder)
  /// Bring in the proposals of files; a dry run only says what it would do.
  case importFiles(ImportOrder)
  /// Share what a person says and take in what the others say, by git.
  case sync(Member)
  /// Change the event, as a chair. An edit that takes another one back is only made while that one
  /// still stands.
  case change(EventEdit, takingBack: EventEdit?)
  /// Merge copies of somebody's own files, and conflicts in them.
  case mend(Identifier)
  /// Work out the best programme under all rules, by the scores of a ranking.
  case proposeShortlist(RankOrder)
  /// Move rescue files away, by their names, once what is to be kept for oneself is kept.
  case putAway([String])
  /// Stop the work beside the interface.
  case stopWork
  /// Listen to the mouse, or do not.
  case listenToMouse(Bool)
  /// Draw every cell anew.
  case redraw
  /// Give the terminal back to the shell until it returns.
  case suspend
  /// Leave, once all is saved.
  case quit
}
