import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct PromptTests {
  private func script(_ keys: String = "j") -> Script {
    var script = Script(Fixture.state())
    script.press(keys)
    return script
  }

  // MARK: - Reasons

  @Test(arguments: [("a", Review.Status.abstained), ("c", .conflict)])
  func abstainingAndAConflictNeedAReason(_ key: String, _ status: Review.Status) {
    var script = script("j \(key) Space Enter")
    #expect(script.effects.isEmpty)
    #expect(script.prompt?.problem == "A word or two on why, please")
    script.type("too close")
    #expect(script.prompt?.problem == nil)
    script.press("Enter")
    #expect(script.prompt == nil)
    #expect(script.saves.count == 1)
    #expect(script.mine(1201)?.status == status)
    #expect(script.mine(1201)?.reason == "too close")
    #expect(script.mine(1201)?.scores.isEmpty == true)
    #expect(script.selected == 1202)
    #expect(
      script.toast.hasSuffix("Exactly-once upserts into Iceberg from a Beam pipeline · u undoes"))
    script.press("u")
    #expect(script.selected == 1201)
    #expect(script.state.selected?.myState == .unread)
  }

  @Test func aSkipNeedsNoReason() {
    var script = script("j s Enter")
    #expect(script.mine(1201)?.status == .skipped)
    #expect(script.mine(1201)?.reason == nil)
    #expect(script.selected == 1202)
    script.press("k s")
    script.type("later")
    script.press("Enter")
    #expect(script.mine(1201)?.reason == "later")
  }

  @Test func skippingKeepsScoresForLater() {
    var script = script("j 4 s Enter k")
    #expect(script.mine(1201)?.status == .skipped)
    #expect(script.mine(1201)?.scores.all.count == 1)
    script.press("U")
    #expect(script.selected == 1202)
  }

  @Test func skippedProposalsComeLast() {
    var script = Script(Fixture.state(summit: Fixture.plain(proposals: 4)))
    script.press("s Enter")
    #expect(script.selected == 1001)
    script.press("3 3 3 3 3 3")
    #expect(script.selected == 1000)
    #expect(script.state.selected?.myState == .skipped)
    script.press("U")
    #expect(script.selected == 1000)
  }

  @Test(arguments: ["Esc", "Ctrl-C"]) func leavingALineChangesNothing(_ key: String) {
    for command in ["a", "c", "s", "f"] {
      var script = script("j \(command)")
      script.type("5q1dd ?")
      script.press(key)
      #expect(script.state.overlays.isEmpty)
      #expect(script.effects.isEmpty)
      #expect(script.selected == 1201)
      #expect(!script.state.list.isFiltered)
      #expect(!script.state.isLeaving)
    }
  }

  @Test func theReasonThatStandsIsInTheLine() {
    var script = Script(Fixture.state())
    for _ in 0..<40 where script.selected != 1212 { script.press("j") }
    script.press("a")
    #expect(script.prompt?.field.text == "not my field")
    script.press("Esc c")
    #expect(script.prompt?.field.isEmpty == true)
  }

  @Test func aReasonGoesToTheProposalItWasAskedFor() {
    var script = script("j a")
    script.type("mine")
    var summit = Fixture.summit()
    summit.sheets[ben]?.reviews[1202] = Fixture.scored([1, 1, 1, 1], of: 1202, daysAgo: 0)
    script.send(.folderChanged(summit, faults: []))
    script.press("Enter")
    #expect(script.mine(1201)?.status == .abstained)
    #expect(script.mine(1202)?.status == .scored)
  }

  // MARK: - Comments

  @Test func aCommentIsSavedAndTheProposalStays() {
    var script = script("j t")
    script.type("Good ")
    script.press("Enter")
    #expect(script.selected == 1201)
    #expect(script.saves.count == 1)
    #expect(script.mine(1201)?.comment == "Good")
    #expect(script.mine(1201)?.status == .draft)
    #expect(script.mine(1201)?.at == nil)
    #expect(script.mine(1201)?.commentAt == script.time.adding(milliseconds: -100))
    #expect(script.toast.hasPrefix("Comment saved: "))
    script.press("t Enter")
    #expect(script.saves.count == 1)
  }

  @Test func anEmptyLineTakesTheCommentBack() {
    var script = script("t Ctrl-U Enter")
    #expect(script.mine(1215)?.comment == "")
    #expect(script.mine(1215)?.commentAt != nil)
    #expect(script.mine(1215)?.scores.all.count == 2)
    #expect(script.toast.hasPrefix("Comment taken back: "))
    script.press("u")
    #expect(script.mine(1215)?.comment == "Half read")
  }

  // MARK: - Filter

  @Test func escapeShowsAllOnTheSameProposal() {
    var script = script("f")
    script.type("area:lakehouse")
    script.press("Enter j j")
    let selected = script.selected
    script.press("Esc")
    #expect(script.listed.count == 16)
    #expect(script.selected == selected)
    script.press("Esc")
    #expect(script.selected == selected)
  }

  @Test func whereNoProposalIsListedNoneIsOpenedAndEscapeShowsAll() {
    var script = script("f")
    script.type("id:nothing")
    script.press("Enter")
    #expect(script.listed.isEmpty)
    script.press("Enter Esc")
    #expect(script.listed.count == 16)
  }

  @Test func aFilterGoesToWhatWaits() {
    var script = script("f")
    script.type("area:ecosystem")
    script.press("Enter")
    #expect(script.selected == 1203)
  }

  @Test func theKeysOfAreasGoAround() {
    var script = script(">")
    var shown: [String?] = []
    for _ in 0..<8 {
      shown.append(script.state.list.area?.text)
      script.press(">")
    }
    #expect(
      shown == [
        "ml-integration", "agentic", "lakehouse", "realtime-ml", "storage", "ecosystem", "trends",
        nil,
      ])
    script.press("< <")
    #expect(script.state.list.area?.text == "trends")
    #expect(script.listed == [1204, 1205])
    script.press("Esc")
    #expect(script.state.list.area == nil)
  }

  @Test func aFilterThatMeetsNoneLeavesNothingToJudge() {
    var script = script("f")
    script.type("tag:none")
    script.press("Enter 4 a c s t x j k n G Home PgDn u Ctrl-R Enter Space")
    #expect(script.effects.isEmpty)
    #expect(script.selected == nil)
    #expect(script.prompt == nil)
  }

  // MARK: - Pasting

  @Test(arguments: [Fixture.wide, Fixture.standard])
  func aPasteOutsideALineIsDroppedWithAMessage(_ size: Size) {
    for keys in ["", "Enter", "Esc", "r", "S", "T"] {
      var script = Script(Fixture.state(size: size))
      script.press(keys)
      let (selected, overlays) = (script.selected, script.state.overlays)
      script.send(.input(.paste("5q1dd\n")))
      #expect(script.effects.isEmpty)
      #expect(script.selected == selected)
      #expect(script.state.overlays == overlays)
      #expect(script.toast == "Pasted text was dropped: there is no line to put it in")
    }
  }

  @Test func aPasteInALineIsInsertedAndNothingElse() {
    var script = script("j a")
    script.type("ab")
    script.press("Left")
    script.send(.input(.paste("5q1\u{1B}dd\nsecond\r\nthird")))
    #expect(script.prompt?.field.text == "a5q1\u{1B}dd second thirdb")
    #expect(script.effects.isEmpty)
    script.press("Enter")
    #expect(script.mine(1201)?.reason == "a5q1\u{1B}dd second thirdb")
    #expect(!script.screen.contains("\u{1B}"))
  }
}
