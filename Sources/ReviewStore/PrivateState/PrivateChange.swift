package import ReviewCore

/// What somebody wants to keep for themselves.
package struct PrivateChange: QueuedChange {
  package typealias Outcome = PrivateOutcome
  package typealias Context = Void

  /// Who; nil is somebody who has not said who they are.
  package let person: Identifier?
  private(set) var bookmarks: [ProposalID: Bool] = [:]
  private(set) var notes: [ProposalID: NoteEdit] = [:]
  private(set) var drafts: [DraftPlace: PrivateNote?] = [:]
  private(set) var read: Set<ReadKey> = []
  private(set) var views: [String: ViewRecord?] = [:]
  private(set) var session: SessionRecord?
  private(set) var settings: PersonalSettings?

  /// A note as it is to be, and the texts that its writer had before their eyes.
  struct NoteEdit: Hashable, Sendable {
    var note: PrivateNote
    var replaced: Set<String>
  }

  private init(_ person: Identifier?) { self.person = person }

  /// Sets or takes away a bookmark.
  package static func bookmark(
    _ proposal: ProposalID, _ isSet: Bool, of person: Identifier?
  ) -> PrivateChange {
    .bookmarks([proposal: isSet], of: person)
  }

  /// Sets (true) and takes away (false) bookmarks.
  package static func bookmarks(
    _ changes: [ProposalID: Bool], of person: Identifier?
  ) -> PrivateChange {
    var change = PrivateChange(person)
    change.bookmarks = changes
    return change
  }

  /// Writes a private note.
  ///
  /// - Parameters:
  ///   - text: the note; empty takes it away.
  ///   - replacing: the text that was there before their eyes: it is not lost.
  package static func note(
    _ text: String, on proposal: ProposalID, replacing old: String?, at now: Timestamp,
    of person: Identifier?
  ) -> PrivateChange {
    var change = PrivateChange(person)
    change.notes[proposal] = NoteEdit(
      note: PrivateNote(text, at: now), replaced: old.map { [$0] } ?? [])
    return change
  }

  /// Keeps what is typed so far; nil takes it away, once it is saved or discarded.
  package static func draft(
    _ text: String?, at place: DraftPlace, written now: Timestamp, of person: Identifier?
  ) -> PrivateChange {
    var change = PrivateChange(person)
    change.drafts[place] = .some(text.map { PrivateNote($0, at: now) })
    return change
  }

  /// Notes what they have read of the discussion.
  package static func read(_ keys: Set<ReadKey>, of person: Identifier?) -> PrivateChange {
    var change = PrivateChange(person)
    change.read = keys
    return change
  }

  /// Keeps a view under a name; nil takes it away.
  package static func view(
    _ view: ViewRecord?, named name: String, of person: Identifier?
  ) -> PrivateChange {
    var change = PrivateChange(person)
    change.views[name] = .some(view)
    return change
  }

  /// Keeps where they are.
  package static func session(_ session: SessionRecord, of person: Identifier?) -> PrivateChange {
    var change = PrivateChange(person)
    change.session = session
    return change
  }

  /// Keeps what they set.
  package static func settings(
    _ settings: PersonalSettings, of person: Identifier?
  ) -> PrivateChange {
    var change = PrivateChange(person)
    change.settings = settings
    return change
  }

  // MARK: - Waiting

  package var writer: Identifier? { person }

  package var isEmpty: Bool {
    bookmarks.isEmpty && notes.isEmpty && drafts.isEmpty && read.isEmpty && views.isEmpty
      && session == nil && settings == nil
  }

  /// Whether it may wait a little for more of its kind: where one is, and what is being typed,
  /// change with every key. A draft that is taken away goes with the note that it became.
  var mayWait: Bool {
    bookmarks.isEmpty && notes.isEmpty && views.isEmpty && settings == nil
  }

  package func followed(by later: PrivateChange) -> PrivateChange {
    var both = self
    both.bookmarks.merge(later.bookmarks) { $1 }
    both.drafts.merge(later.drafts) { $1 }
    both.read.formUnion(later.read)
    both.views.merge(later.views) { $1 }
    both.notes.merge(later.notes) { old, new in
      NoteEdit(
        note: new.note, replaced: old.replaced.union(new.replaced).union([old.note.text]))
    }
    both.session = later.session ?? session
    both.settings = later.settings.map { $0.over(settings ?? PersonalSettings()) } ?? settings
    return both
  }

  /// No entry of what is private stands in the way of another.
  package func split(
    _ entries: RefusedEntries
  ) -> (those: PrivateChange, rest: PrivateChange) {
    (self, PrivateChange(person))
  }

  /// Its texts; nil where it has none.
  package var rescueFile: JSONObject? {
    var file = JSONObject(members: [("format", .int(FileHeader.currentFormat))])
    if let person { file.append("reviewer", .string(person.text)) }
    let texts = notes.filter { !$0.value.note.text.isEmpty }
    let unfinished = drafts.compactMapValues { $0 }.filter { !$0.value.text.isEmpty }
    if texts.isEmpty && unfinished.isEmpty { return nil }
    var (written, begun) = (JSONObject(), JSONObject())
    for (id, edit) in texts { written[id.text] = edit.note.written(over: nil) }
    for (place, draft) in unfinished {
      var kinds = begun[place.proposal.text]?.object ?? JSONObject()
      kinds[place.kind] = draft.written(over: nil)
      begun[place.proposal.text] = .object(kinds)
    }
    file.append("notes", .object(written))
    file.append("drafts", .object(begun))
    return file
  }
}
