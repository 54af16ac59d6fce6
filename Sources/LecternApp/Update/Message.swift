package import ReviewAnalysis
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
  /// All changes up to a number stand on the disk. `news`, `comparisons` and `remarks` are what the file says
  /// otherwise than we do, because somebody else wrote it; `notice` names where texts that lost a
  /// merge are kept.
  case saved(
    revision: Int, news: [ProposalID: Review], comparisons: [ProposalPair: Comparison] = [:],
    remarks: [String: Remark] = [:], notice: String?)
  /// A save failed; it will be tried again.
  case saveFailed(problem: String)
  /// All decisions up to a number stand on the disk, or cannot ever; `decisions` is what the file of
  /// the chair says now.
  case decided(
    revision: Int, chair: Identifier?, decisions: [ProposalID: Decision], notice: String?)
  /// Decisions could not be written; it will be tried again.
  case decideFailed(problem: String)
  /// What belongs to a person, who is at this terminal from now on.
  case personal(Personal, of: Identifier)
  /// The proposals were ranked.
  case ranked(Ranking, RankOrder)
  /// What is known of the proposals before they are compared was worked out.
  case leveled(ComparisonPrior, LevelOrder)
  /// How the review goes was worked out.
  case insightsWorkedOut(Insights, InsightsOrder)
  /// The texts of the proposals were compared.
  case textsCompared(SimilarityIndex, TextsOrder)
  /// The first lines of an export.
  case previewed(ExportOrder, ExportPreview)
  /// An export was written.
  case exported(ExportOrder, rows: String)
  /// An export was not written; `isThere` is that a file of this name is in the way.
  case exportFailed(ExportOrder, problem: String, isThere: Bool)
  /// Files were read, and what is in them taken over unless it was a dry run: what came of it, line
  /// by line, and proposal by proposal.
  case imported(ImportOrder, report: [String], preview: ImportPreview)
  /// Files could not be taken over: why, line by line. Nothing was changed.
  case importFailed(ImportOrder, report: [String])
  /// The folder and the server's branch are together: what was done, as sentences.
  case synced([String])
  /// They are not: why and what to do, line by line.
  case syncFailed([String])
  /// The optimiser proposes a programme, by the scores of a ranking.
  case shortlistProposed(ShortlistProposal, RankOrder)
  /// The optimiser proposes nothing, and why.
  case shortlistFailed(problem: String)
  /// The event was changed; `inverse` takes that back.
  case eventChanged(EventEdit, inverse: EventEdit, name: String)
  /// The event was not changed, and why.
  case eventRefused(problem: String)
  /// How far the work beside the interface is; nil where it has ended.
  case worked(Work?)
  /// The person's own editor was left.
  case edited(NoteKey, EditedNote)
  /// The folder was read again, since somebody changed it.
  case folderChanged(Summit, faults: [Fault])
  /// What was rescued at an earlier time and can be taken back in, whoever said it.
  case rescuedFound([RescuedFile])
  /// The folder cannot be read any more.
  case folderFailed(problem: String)
}
