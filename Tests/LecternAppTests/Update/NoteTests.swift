import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct NoteTests {
  private func script(_ keys: String) -> Script {
    var script = Script(Fixture.state())
    script.press("j")
    script.press(keys)
    return script
  }

  private func drafts(_ script: Script) -> [String?] {
    script.effects.compactMap {
      if case .keep(.draft(_, let text), _) = $0 { .some(text) } else { nil }
    }
  }

  @Test func theThreeKindsGoWhereTheyBelong() {
    var script = script("t")
    script.type("for all")
    script.press("Enter t Tab")
    script.type("for them")
    script.press("Enter t Tab Tab")
    script.type("for me")
    script.press("Enter")
    #expect(script.mine(1201)?.comment == "for all")
    #expect(script.mine(1201)?.feedback == "for them")
    #expect(script.state.personal.notes[1201] == "for me")
    let kept = script.effects.contains(.keep(.note(1201, "for me", replacing: ""), of: ben))
    #expect(kept)
    #expect(script.saves.allSatisfy { $0.review.comment?.contains("for me") != true })
    #expect(script.state.pane.lines.contains { $0.spans.first?.text == "Your private note" })
  }

  @Test func eachIsUndoneByItsName() {
    var script = script("t Tab Tab")
    script.type("for me")
    script.press("Enter u")
    #expect(script.state.personal.notes[1201] == nil)
    #expect(script.toast.hasPrefix("Undone (the private note)"))
    script.press("Ctrl-R")
    #expect(script.state.personal.notes[1201] == "for me")
  }

  @Test func theDraftIsKeptAsItIsTyped() {
    var script = script("t")
    script.type("ab")
    #expect(drafts(script) == ["a", "ab"])
    script.press("Esc")
    #expect(script.toast.contains("the draft is kept"))
    #expect(script.saves.isEmpty)
    script.press("t")
    #expect(script.note?.area.text == "ab")
    script.press("Enter")
    #expect(script.mine(1201)?.comment == "ab")
    #expect(script.state.personal.drafts.isEmpty)
  }

  @Test func aDraftOfTheLastTimeIsFoundAgain() {
    let personal = Personal(drafts: [NoteKey(1201, .speaker): "half a th"])
    var script = Script(
      State(
        summit: Fixture.summit(), faults: [], viewer: ben, personal: personal,
        size: Fixture.wide, now: Fixture.now))
    script.press("j t")
    #expect(script.note?.key.kind == .speaker)
    #expect(script.note?.area.text == "half a th")
    #expect(script.screen.contains("Draft, not saved yet."))
  }

  @Test func aDraftThatIsEmptiedToWhatStandsThereIsNone() {
    var script = script("t")
    script.type("a")
    script.press("Backspace")
    #expect(drafts(script) == ["a", nil])
    script.press("Esc")
    #expect(script.toast.isEmpty)
  }

  @Test func newLinesAndPastedTextStayAsTheyAre() {
    var script = script("t")
    script.type("one")
    script.press("Ctrl-J")
    script.send(.input(.paste("two\nthree")))
    script.press("Enter")
    #expect(script.mine(1201)?.comment == "one\ntwo\nthree")
  }

  @Test func theEditorBeginsWithWhatIsWrittenAndWhatItLeavesIsSaved() {
    var script = script("t")
    script.type("begun")
    _ = script.takeEffects()
    script.press("Ctrl-X")
    let key = NoteKey(1201, .committee)
    #expect(script.effects == [.openEditor(key, text: "begun")])
    script.send(.edited(key, .finished("begun and finished\n")))
    #expect(script.mine(1201)?.comment == "begun and finished")
    #expect(script.state.overlays.isEmpty)
  }

  @Test func anEditorThatFailsChangesNothing() {
    var script = script("E")
    #expect(script.effects == [.openEditor(NoteKey(1201, .committee), text: "")])
    script.send(
      .edited(NoteKey(1201, .committee), .unchanged(problem: "The editor ended with 1")))
    #expect(script.saves.isEmpty)
    #expect(script.toast == "The editor ended with 1")
    #expect(script.state.overlays.isEmpty)
  }

  @Test func whatAnEditorLeftBehindIsADraft() {
    var script = script("E")
    script.send(.edited(NoteKey(1201, .committee), .unfinished("half", problem: "It crashed")))
    #expect(script.note?.area.text == "half")
    #expect(script.saves.isEmpty)
    #expect(script.state.personal.drafts[NoteKey(1201, .committee)] == "half")
  }

  @Test func theDraftGoesOnlyWhenTheNoteStandsOnTheDisk() {
    var script = script("t")
    script.type("a")
    script.press("Enter")
    #expect(!drafts(script).contains(nil))
    script.send(.saved(revision: 1, news: [:], notice: nil))
    #expect(drafts(script).last == .some(nil))
  }

  @Test func aDraftThatBecameANoteJustBeforeTheEndIsNone() {
    let personal = Personal(drafts: [
      NoteKey(1210, .committee): "Saw an earlier version in Berlin; it has grown."
    ])
    let state = State(
      summit: Fixture.summit(), faults: [], viewer: ben, personal: personal, size: Fixture.wide,
      now: Fixture.now)
    #expect(state.personal.drafts.isEmpty)
  }

  @Test func nothingIsNotedOfWhatWasWithdrawn() {
    var script = Script(Fixture.state())
    script.press("G t")
    #expect(script.state.overlays.isEmpty)
    #expect(script.toast == "Not possible: the proposal was withdrawn")
  }
}
