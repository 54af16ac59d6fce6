import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct FilterTests {
  private func script(_ keys: String = "f", viewer: Identifier? = ben) -> Script {
    var script = Script(Fixture.state(viewer: viewer))
    script.press(keys)
    return script
  }

  private func typed(_ text: String) -> Script {
    var script = script()
    script.type(text)
    return script
  }

  /// What is offered, as `group: label count`, with what the line asks for in front.
  private func offered(_ script: Script, _ group: String) -> [String] {
    (script.filter?.choices ?? []).filter { $0.group == group }.map {
      "\($0.isOn ? "+" : "")\($0.label) \($0.detail)"
    }
  }

  // MARK: - Typing

  @Test func aQueryFiltersTheList() {
    var script = typed("is:unscored area:lakehouse")
    script.press("Enter")
    #expect(script.listed == [1201, 1204])
    #expect(script.state.overlays.isEmpty)
    script.press("f")
    #expect(script.filter?.field.text == "is:unscored area:lakehouse ")
    script.press("Ctrl-U Enter")
    #expect(script.listed.count == 16)
    #expect(script.selected == 1215)
  }

  @Test func aWrongQuerySaysWhereAndStaysInTheLine() {
    var script = typed("is:unscored area:lakehose x")
    script.press("Enter")
    #expect(script.filter?.problem?.column == 18)
    #expect(script.filter?.problem?.problem.contains("did you mean \"lakehouse\"?") == true)
    #expect(script.filter?.field.cursor == 25)
    #expect(script.listed.count == 16)
    #expect(script.screen.contains("column 18: there is no focus area \"lakehose\""))
    script.press("Backspace Backspace")
    script.type("use")
    #expect(script.filter?.problem == nil)
    script.press("Ctrl-E Backspace Enter")
    #expect(script.listed == [1201, 1204])
  }

  @Test func aWordThatIsBeingTypedIsNotWrongYet() {
    var script = typed("area:lakehose")
    #expect(script.filter?.problem == nil)
    #expect(script.filter?.count == nil)
    script.press("Space")
    #expect(script.filter?.problem?.column == 6)
    script.press("Backspace Backspace Backspace")
    script.type("use")
    #expect(script.filter?.problem == nil)
    #expect(script.filter?.count == 4)
  }

  @Test func howManyMeetTheLineIsShownWhileItIsTyped() {
    var script = typed("is:unscored")
    #expect(script.screen.contains(" 11 of 16 "))
    script.type(" tag:iceberg")
    #expect(script.screen.contains(" 1 of 16 "))
    script.type(" tag:nothing")
    #expect(script.screen.contains(" none of 16 "))
    #expect(script.listed.count == 16)
  }

  @Test func anOpenQuoteAndAnOpenBracketAreErrorsOnlyOnceTheyAreLeft() {
    var script = typed("(is:unscored OR \"ice")
    script.press("Enter")
    #expect(script.filter?.problem != nil)
    script.press("Esc")
    #expect(!script.state.list.isFiltered)
  }

  @Test func spacesBeforeTheQueryDoNotShiftTheColumn() {
    var script = typed("   is:unscord")
    script.press("Enter")
    #expect(script.filter?.field.text == "is:unscord")
    #expect(script.filter?.problem?.column == 4)
    #expect(script.filter?.field.cursor == 10)
  }

  // MARK: - Choosing a value

  @Test func anEmptyLineOffersTheValuesThatProposalsHave() {
    let script = script()
    #expect(
      offered(script, "My state") == [
        "unscored 11", "scored 2", "draft 1", "abstained 1", "conflict 2", "skipped 1", "stale 1",
        "withdrawn 1",
      ])
    #expect(
      offered(script, "Tag") == ["iceberg 2", "exactly-once 1", "upserts 1"])
    #expect(offered(script, "Bookmarked").isEmpty)
  }

  @Test func aChosenValueIsCheckedAndTheOthersOfItsSortAreStillCounted() {
    let script = typed("area:lakehouse ")
    #expect(script.filter?.count == 4)
    #expect(offered(script, "Focus area").contains("+Lakehouses 4"))
    #expect(offered(script, "Focus area").contains("Ecosystem 2"))
    #expect(offered(script, "Tag") == ["iceberg 2", "exactly-once 1", "upserts 1"])
    #expect(offered(script, "Level") == ["Intermediate 4"])
  }

  @Test func enterOnAValueAppliesItAtOnce() {
    var script = script("f Down Enter")
    #expect(script.state.overlays.isEmpty)
    #expect(script.state.list.query.text == "is:unscored")
    script.press("f")
    #expect(script.filter?.isChoosing == false)
    script.press("Down")
    #expect(script.filter?.chosen?.isOn == true)
    script.press("Enter")
    #expect(!script.state.list.isFiltered)
  }

  @Test func tabTakesSeveralValuesIn() {
    var script = script("f Down Tab Down Tab")
    #expect(script.filter?.field.text == "(is:unscored OR is:scored) ")
    #expect(script.filter?.count == 13)
    #expect(script.filter?.chosen?.label == "scored")
    #expect(offered(script, "My state").prefix(3) == ["+unscored 11", "+scored 2", "draft 1"])
    script.press("PgDn PgDn")
    #expect(script.filter?.chosen?.group == "Format")
    script.press("PgUp")
    #expect(script.filter?.chosen?.group == "Focus area")
    script.press("Tab Enter")
    #expect(script.state.overlays.isEmpty)
  }

  @Test func enterAfterTabKeepsWhatWasTakenIn() {
    var script = script("f Down Tab Enter")
    #expect(script.state.list.query.text.trimmed == "is:unscored")
    script.press("f Down Tab Tab Enter")
    #expect(script.state.list.query.text.trimmed == "is:unscored")
  }

  @Test func tabWithoutAChoiceGoesToTheFirstValue() {
    let script = script("f Tab")
    #expect(script.filter?.chosen?.label == "unscored")
    #expect(script.filter?.field.isEmpty == true)
  }

  @Test func upFromTheFirstValueLeadsBackIntoTheLine() {
    var script = script("f Ctrl-N Ctrl-N")
    #expect(script.filter?.chosen?.label == "scored")
    script.press("Ctrl-P Ctrl-P")
    #expect(script.filter?.isChoosing == false)
    script.press("Down Esc")
    #expect(script.filter?.isChoosing == false)
    script.press("Esc")
    #expect(script.state.overlays.isEmpty)
  }

  @Test func typingGoesOnFromAnyChoice() {
    var script = script("f Down Down")
    script.type("is")
    #expect(script.filter?.field.text == "is")
    #expect(script.filter?.isChoosing == false)
  }

  // MARK: - Completing

  @Test func tabCompletesTheWord() {
    var script = typed("ar")
    script.press("Tab")
    #expect(script.filter?.field.text == "area:")
    script.type("lake")
    #expect(script.filter?.choices.map(\.label).first == "lakehouse")
    script.press("Tab")
    #expect(script.filter?.field.text == "area:lakehouse ")
    script.press("Enter")
    #expect(script.state.list.area?.text == "lakehouse")
  }

  @Test func enterOnAFieldGoesOnWithItsValues() {
    var script = typed("le")
    script.press("Down Enter")
    #expect(script.filter?.field.text == "level:")
    #expect(script.filter?.choices.map(\.label) == ["Introductory", "Intermediate", "Advanced"])
    script.press("Down Enter")
    #expect(script.state.overlays.isEmpty)
    #expect(script.state.list.query.text.trimmed == "level:Introductory")
  }

  @Test func completionInTheMiddleLeavesTheRest() {
    var script = typed("is:un tag:iceberg")
    for _ in 0..<12 { script.press("Left") }
    script.press("Tab Enter")
    #expect(script.state.list.query.text.trimmed == "is:unscored tag:iceberg")
  }

  // MARK: - The area

  @Test func theAreaThatIsShownAloneIsInTheLineAndComesBackFromIt() {
    var script = script("> > > f")
    #expect(script.filter?.field.text == "area:lakehouse ")
    script.type("is:unscored")
    script.press("Enter")
    #expect(script.state.list.area?.text == "lakehouse")
    #expect(script.state.list.query.text.trimmed == "is:unscored")
    #expect(script.listed == [1201, 1204])
    script.press(">")
    #expect(script.state.list.area?.text == "realtime-ml")
    #expect(script.listed == [1202])
    script.press("f Ctrl-U Enter")
    #expect(!script.state.list.isFiltered)
  }

  @Test func severalAreasStayInTheQuery() {
    var script = typed("(area:lakehouse OR area:storage)")
    script.press("Enter")
    #expect(script.state.list.area == nil)
    #expect(script.screen.contains("Lakehouses or Storage & Scale"))
  }

  // MARK: - Chips

  @Test func theConditionsStandInWordsAboveTheList() {
    var script = typed("is:unscored -tag:kafka format:talk-25 my.content:>=3")
    script.press("Enter")
    let line = script.screen.split(separator: "\n")[1]
    #expect(line.contains("unscored"))
    #expect(line.contains("not #kafka"))
    #expect(line.contains("Talk"))
    #expect(line.contains("my Content >=3"))
  }

  @Test func whatHasNoRoomIsCounted() {
    var script = Script(Fixture.state(size: Fixture.narrow))
    script.press("Esc f")
    script.type("is:unscored -tag:kafka format:talk-25 level:advanced (iceberg OR delta)")
    script.press("Enter")
    let line = script.screen.split(separator: "\n")[1]
    #expect(line.contains("+2"))
    #expect(line.contains("none of 16"))
  }

  // MARK: - What is hidden

  /// What a viewer may not see changes nothing of what the filter offers and counts.
  @Test func whatIsHiddenChangesNoCount() {
    func choices(_ summit: Summit, _ text: String) -> ([FilterLine.Choice], Int?) {
      var script = Script(Fixture.state(summit: summit))
      script.press("f")
      script.type(text)
      return (script.filter?.choices ?? [], script.filter?.count)
    }
    let event = Fixture.summit {
      $0.rules.speakers = .hidden
      $0.rules.otherReviews = .never
    }
    var other = Summit(
      event: event.event, proposals: event.proposals,
      speakers: [Speaker(id: 9, name: "Zoe Hidden", proposals: [1201, 1202])])
    other.sheets[ben] = event.sheets[ben]
    other.decisions = event.decisions
    var first = Summit(
      event: event.event, proposals: event.proposals,
      speakers: [Speaker(id: 8, name: "Yan Other", proposals: [1203])])
    first.sheets = event.sheets
    first.decisions = event.decisions
    for text in ["", "s", "speaker:", "score:>1 ", "n:1 ", "zoe", "is:unscored "] {
      let (one, two) = (choices(first, text), choices(other, text))
      #expect(one.0 == two.0, "\(text)")
      #expect(one.1 == two.1, "\(text)")
    }
  }
}
