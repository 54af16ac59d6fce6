import ReviewCore

/// The files of what one person keeps for themselves: `people/<id>` in the state folder, so that
/// who uses the same machine under another name does not come across it.
struct PersonalFolder: Sendable {
  let person: Identifier?
  let shared: StateFolder
  private let own: StateFolder

  /// Names the folder; it is made when something is written.
  init(of person: Identifier?, in shared: StateFolder) {
    self.person = person
    self.shared = shared
    own = shared.appending("people").appending(person?.text ?? Self.nobody)
  }

  /// The folder of somebody who has not said who they are: no id begins with this sign.
  static let nobody = "-nobody"

  private static let bookmarks = "bookmarks.json"
  private static let notes = "notes.json"
  private static let drafts = "drafts.json"
  private static let read = "read.json"
  private static let views = "views.json"
  private static let session = "session.json"
  private static let settings = "settings.json"

  // MARK: - Reading

  /// All of it.
  var record: PersonalRecord {
    var record = PersonalRecord()
    record.bookmarks = own.read(Self.bookmarks).bookmarks.union(
      shared.inheritedBookmarks(of: person))
    for (id, entry) in own.read(Self.notes).entries("notes") {
      record.notes[id] = PrivateNote(entry)
    }
    for (id, entry) in own.read(Self.drafts).entries("drafts") {
      for member in entry.object?.members ?? [] {
        record.drafts[DraftPlace(id, member.key)] = PrivateNote(member.value)
      }
    }
    record.read = Set(
      (own.read(Self.read)["read"]?.array ?? []).compactMap { $0.string.flatMap { ReadKey($0) } })
    for member in own.read(Self.views)["views"]?.object?.members ?? [] {
      if let view = member.value.object { record.views[member.key] = ViewRecord(view) }
    }
    let session = own.read(Self.session)
    if !session.isEmpty { record.session = SessionRecord(session) }
    record.settings = PersonalSettings(own.read(Self.settings))
    return record
  }

  // MARK: - Writing

  /// Adds (true) and removes (false) bookmarks, beside what another terminal does.
  func changeBookmarks(_ changes: [ProposalID: Bool]) throws(StoreError) {
    try own.update(Self.bookmarks) { object in
      let entries = object["bookmarks"]?.array ?? []
      var kept = entries.filter { entry in
        entry.string.flatMap { ProposalID($0) }.flatMap { changes[$0] } ?? true
      }
      for (id, isAdded) in changes.sorted(by: { $0.key < $1.key })
      where isAdded && !kept.contains(.string(id.text)) {
        kept.append(.string(id.text))
      }
      object["bookmarks"] = .array(kept)
    }
  }

  /// Changes notes; of two terminals the later one stands.
  ///
  /// - Returns: texts that the later one had not seen.
  func changeNotes(_ changes: [ProposalID: PrivateChange.NoteEdit]) throws(StoreError)
    -> [LostText]
  {
    var lost: [LostText] = []
    try own.update(Self.notes) { object in
      lost = []
      var notes = object["notes"]?.object ?? JSONObject()
      for (id, edit) in changes.sorted(by: { $0.key < $1.key }) {
        let stored = notes[id.text].flatMap { PrivateNote($0) }
        var (kept, dropped) = (edit.note, stored)
        if let stored, let at = stored.at, at > edit.note.at ?? at {
          (kept, dropped) = (stored, edit.note)
        }
        if let dropped, !dropped.text.isEmpty, dropped.text != kept.text,
          !edit.replaced.contains(dropped.text)
        {
          lost.append(
            LostText(
              about: id.text, kind: "note", text: dropped.text, at: dropped.at?.description))
        }
        notes[id.text] = kept.text.isEmpty ? nil : kept.written(over: notes[id.text])
      }
      object["notes"] = .object(notes)
    }
    return lost
  }

  /// Keeps and removes (nil) drafts.
  func changeDrafts(_ changes: [DraftPlace: PrivateNote?]) throws(StoreError) {
    try own.update(Self.drafts) { object in
      var drafts = object["drafts"]?.object ?? JSONObject()
      for (place, draft) in changes {
        var kinds = drafts[place.proposal.text]?.object ?? JSONObject()
        kinds[place.kind] = draft?.written(over: kinds[place.kind])
        drafts[place.proposal.text] = kinds.isEmpty ? nil : .object(kinds)
      }
      object["drafts"] = .object(drafts)
    }
  }

  /// Adds what was read, beside what another terminal adds.
  func addRead(_ keys: Set<ReadKey>) throws(StoreError) {
    try own.update(Self.read) { object in
      let known = (object["read"]?.array ?? []).compactMap(\.string)
      let all = Set(known).union(keys.map(\.text))
      object["read"] = .array(all.sorted().map { .string($0) })
    }
  }

  /// Keeps and removes (nil) views by their names.
  func changeViews(_ changes: [String: ViewRecord?]) throws(StoreError) {
    try own.update(Self.views) { object in
      var views = object["views"]?.object ?? JSONObject()
      for (name, view) in changes.sorted(by: { $0.key < $1.key }) {
        guard let view else {
          views[name] = nil
          continue
        }
        var entry = views[name]?.object ?? JSONObject()
        view.write(into: &entry)
        views[name] = .object(entry)
      }
      object["views"] = .object(views)
    }
  }

  func keep(_ session: SessionRecord) throws(StoreError) {
    try own.update(Self.session) { session.write(into: &$0) }
  }

  func keep(_ settings: PersonalSettings) throws(StoreError) {
    try own.update(Self.settings) { settings.write(into: &$0) }
  }
}

extension JSONObject {
  /// The entries under a key whose own keys are proposals.
  fileprivate func entries(_ key: String) -> [(id: ProposalID, value: JSONValue)] {
    (self[key]?.object?.members ?? []).compactMap { member in
      ProposalID(member.key).map { ($0, member.value) }
    }
  }
}
