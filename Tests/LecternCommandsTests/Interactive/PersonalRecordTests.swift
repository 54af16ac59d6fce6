import LecternApp
import ReviewCore
import ReviewStore
import Testing

@testable import LecternCommands

/// What is kept of a person is what the interface gave to keep.
struct PersonalRecordTests {
  @Test func aSessionComesBackAsItWas() {
    let session = Session(
      screen: .shortlist, proposal: ProposalID("1201"), query: "is:unscored kafka",
      area: Identifier("lakehouse"), sort: ListOrder(.score, isReversed: true), scroll: 7,
      isReading: true)
    #expect(Session(session.record) == session)
    #expect(Session(Session().record) == Session())
  }

  @Test func whatALaterVersionKeptIsAsAtTheStart() {
    let record = SessionRecord(screen: "hologram", sort: "karma")
    #expect(Session(record) == Session())
  }

  @Test func notesAndDraftsComeBack() {
    let id = ProposalID("1201")!
    var record = PersonalRecord()
    record.bookmarks = [id]
    record.notes[id] = PrivateNote("mine", at: nil)
    record.drafts[DraftPlace(id, "speaker")] = PrivateNote("half", at: nil)
    record.drafts[DraftPlace(id, "telegram")] = PrivateNote("?", at: nil)
    record.settings.usesMouse = false
    let personal = Personal(record, Settings())
    #expect(personal.bookmarks == [id])
    #expect(personal.notes == [id: "mine"])
    #expect(personal.drafts == [NoteKey(id, .speaker): "half"])
    #expect(!personal.isMouseOn)
    #expect(Personal(PersonalRecord(), Settings()).isMouseOn)
  }

  @Test func theMouseIsAsTheSettingsSayElseAsThePersonLeftIt() {
    var settings = Settings()
    var record = PersonalRecord()
    #expect(Personal(record, settings).isMouseOn)
    record.settings.usesMouse = false
    #expect(!Personal(record, settings).isMouseOn)
    settings.usesMouse = true
    #expect(Personal(record, settings).isMouseOn)
  }

  @Test func aThemeThatWasChangedHoldsUntilTheSettingsNameAnother() {
    var settings = Settings()
    var record = PersonalRecord()
    #expect(Personal(record, settings).theme == nil)
    record.settings = PersonalSettings(theme: "light", themeBefore: "dark")
    #expect(Personal(record, settings).theme == .light)
    settings.theme = .monochrome
    #expect(Personal(record, settings).theme == nil)
    record.settings = PersonalSettings(theme: "plaid", themeBefore: "monochrome")
    #expect(Personal(record, settings).theme == nil)
  }
}
