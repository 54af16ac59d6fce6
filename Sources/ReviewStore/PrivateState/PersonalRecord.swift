package import ReviewCore

/// What one person keeps of a summit for themselves.
package struct PersonalRecord: Hashable, Sendable {
  /// The proposals that they marked to come back to.
  package var bookmarks: Set<ProposalID> = []
  /// What they wrote for themselves.
  package var notes: [ProposalID: PrivateNote] = [:]
  /// Texts that they began and did not finish.
  package var drafts: [DraftPlace: PrivateNote] = [:]
  /// What they have read of the discussion.
  package var read: Set<ReadKey> = []
  /// What they filter the list by, by the names that they gave it.
  package var views: [String: ViewRecord] = [:]
  /// Where they were when they left; nil the first time.
  package var session: SessionRecord?
  /// What they set.
  package var settings = PersonalSettings()

  /// Makes the record of somebody who was never here.
  package init() {}
}

extension StateFolder {
  /// What a person keeps for themselves; nil is somebody who has not said who they are. O(bytes).
  ///
  /// What is broken reads as empty, and what cannot be read in a file is passed over.
  package func personal(of person: Identifier?) -> PersonalRecord {
    PersonalFolder(of: person, in: self).record
  }
}
