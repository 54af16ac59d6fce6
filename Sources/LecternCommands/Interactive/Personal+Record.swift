import LecternApp
import ReviewCore
import ReviewStore

extension Personal {
  /// What belongs to a person, from what is kept of it and what they set.
  init(_ record: PersonalRecord, _ settings: Settings) {
    var drafts: [NoteKey: String] = [:]
    for (place, draft) in record.drafts {
      guard let kind = NoteKind(rawValue: place.kind) else { continue }
      drafts[NoteKey(place.proposal, kind)] = draft.text
    }
    self.init(
      bookmarks: record.bookmarks, notes: record.notes.mapValues(\.text), drafts: drafts,
      read: record.read, views: record.views.mapValues { SavedView($0) },
      session: record.session.map { Session($0) },
      isMouseOn: settings.usesMouse ?? record.settings.usesMouse ?? true,
      // Who was here before there were hints needs none.
      hintsRead: record.settings.hintsRead ?? (record.session == nil ? 0 : Introduction.count),
      theme: record.settings.theme(over: settings.theme))
  }
}

extension SavedView {
  /// A view, from what is kept of it; an order that this version does not know is that of the queue.
  init(_ record: ViewRecord) {
    let key = record.sort.flatMap { ListOrder.Key(rawValue: $0) } ?? .queue
    self.init(
      query: record.query, area: record.focusArea,
      sort: ListOrder(key, isReversed: record.isDescending))
  }

  /// What is kept of it.
  var record: ViewRecord {
    ViewRecord(
      query: query, focusArea: area, sort: sort.key.rawValue, isDescending: sort.isReversed)
  }
}

extension Session {
  /// Where somebody was, from what is kept of it; what this version does not know is as at the start.
  init(_ record: SessionRecord) {
    let key = record.sort.flatMap { ListOrder.Key(rawValue: $0) } ?? .queue
    self.init(
      screen: record.screen.flatMap { ScreenKind(rawValue: $0) } ?? .review,
      proposal: record.proposal, query: record.query ?? "", area: record.focusArea,
      sort: ListOrder(key, isReversed: record.isDescending), scroll: record.scroll,
      isReading: record.isReading)
  }

  /// What is kept of it.
  var record: SessionRecord {
    SessionRecord(
      screen: screen.rawValue, proposal: proposal, query: query.isEmpty ? nil : query,
      focusArea: area, sort: sort.key.rawValue, isDescending: sort.isReversed,
      isReading: isReading, scroll: scroll)
  }
}

extension PersonalChange {
  /// The change as the store keeps it.
  func kept(of person: Identifier?, at now: Timestamp) -> PrivateChange {
    switch self {
    case .bookmarks(let ids, let isSet):
      .bookmarks(Dictionary(uniqueKeysWithValues: ids.map { ($0, isSet) }), of: person)
    case .note(let id, let text, let old):
      .note(text, on: id, replacing: old.isEmpty ? nil : old, at: now, of: person)
    case .draft(let key, let text):
      .draft(
        text, at: DraftPlace(key.proposal, key.kind.rawValue), written: now, of: person)
    case .read(let keys): .read(keys, of: person)
    case .view(let name, let view): .view(view?.record, named: name, of: person)
    case .session(let session): .session(session.record, of: person)
    case .mouse(let isOn): .settings(PersonalSettings(usesMouse: isOn), of: person)
    case .hintsRead(let count): .settings(PersonalSettings(hintsRead: count), of: person)
    case .theme(let theme, let before):
      .settings(
        PersonalSettings(theme: theme.rawValue, themeBefore: before.rawValue), of: person)
    }
  }
}

extension PersonalSettings {
  /// The looks that they changed to, while those of the settings are still the ones they changed from.
  fileprivate func theme(over set: ThemeName) -> ThemeName? {
    themeBefore == set.rawValue ? theme.flatMap { ThemeName(rawValue: $0) } : nil
  }
}
