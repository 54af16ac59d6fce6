package import ReviewCore
package import SystemPackage

/// What a save that succeeded found and did.
package struct SaveOutcome: Sendable {
  /// The sheet as it stands on the disk now, with what others wrote into it meanwhile.
  package var sheet: ReviewSheet
  /// What in the file cannot be read, with its path in the folder; it was kept as it is.
  package var faults: [Fault]
  /// What the file is now.
  package var stamp: FileStamp?
  /// What of the change did not come to stand, since the file holds something newer.
  package var overtaken: [ProposalID: Set<ReviewPart>]
  /// Texts that lost against newer ones and that their writer did not mean to replace.
  package var lost: [LostText]
  /// Where those texts were put; nil where there is none, or where that failed.
  package var rescued: FilePath?
  /// Why they could not be put anywhere: show them to the person.
  package var rescueError: StoreError?

  /// Makes the outcome of a save that met nothing in its way.
  package init(
    sheet: ReviewSheet, faults: [Fault] = [], stamp: FileStamp? = nil,
    overtaken: [ProposalID: Set<ReviewPart>] = [:], lost: [LostText] = []
  ) {
    self.sheet = sheet
    self.faults = faults
    self.stamp = stamp
    self.overtaken = overtaken
    self.lost = lost
  }
}

/// A part of a review that stands or falls as one.
package enum ReviewPart: String, CaseIterable, Hashable, Sendable {
  /// All but the texts.
  case judgement
  /// The text for the committee.
  case comment
  /// The text for the speaker.
  case feedback
}
