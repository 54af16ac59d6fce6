import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct CommitteeTests {
  private func script(
    _ keys: String = "", viewer: Identifier? = ada, summit: Summit = Fixture.summit()
  ) -> Script {
    var script = Script(Fixture.state(viewer: viewer, summit: summit))
    script.press("g m \(keys)")
    return script
  }

  private let main = Identifier("main")!
  private var event: Event { Fixture.summit().event }

  // MARK: - Moving

  @Test func theCursorRestsOnRowsOnly() {
    var script = script()
    #expect(script.state.committee.rows.selected == .member(ada))
    script.press("k")
    #expect(script.state.committee.rows.selected == .member(ada))
    script.press("j j j")
    #expect(script.state.committee.rows.selected == .round(Identifier("early")!))
    script.press("k")
    #expect(script.state.committee.rows.selected == .member(chi))
    script.press("G")
    #expect(script.state.committee.rows.selected == .format(Identifier("workshop")!))
    script.press("Home")
    #expect(script.state.committee.rows.selected == .member(ada))
    #expect(script.state.committee.rows.window.offset == 0)
  }

  @Test func aClickSelectsARow() {
    var script = script()
    let rows = CommitteeView(script.state).rows(in: Fixture.wide)
    script.send(
      .input(
        .mouse(.init(kind: .press, button: .left, position: .init(column: 5, row: rows.top + 2)))))
    #expect(script.state.committee.rows.selected == .member(ben))
  }

  @Test func theSelectedRowStaysWhereOthersChangeTheEvent() {
    var script = script()
    script.go(to: .round(main))
    var summit = Fixture.summit()
    summit.event.committee.insert(Fixture.member(Identifier("dee")!, "Dee"), at: 0)
    script.send(.folderChanged(summit, faults: []))
    #expect(script.state.committee.rows.selected == .round(main))
  }

  @Test func escapeGoesBackToReviewing() {
    #expect(script("Esc").state.screen == .review)
    #expect(script("q").state.screen == .review)
  }

  // MARK: - Members

  @Test func aMemberIsAddedAndTakenAway() {
    var script = script("a")
    script.type("Grace Hopper")
    #expect(script.form?.fields.text(.id) == "grace")
    script.press("Enter")
    let grace = Member(id: Identifier("grace")!, name: "Grace Hopper")
    #expect(script.changes == [.addMember(grace)])
    #expect(script.form?.ordered != nil)
    script.answerChanges()
    #expect(script.form == nil)
    #expect(script.state.seen.event.committee.last == grace)
    #expect(script.toast == "Grace Hopper added as reviewer · u undoes")
    script.press("u")
    #expect(script.effects == [.change(.removeMember(grace.id), takingBack: .addMember(grace))])
    script.answerChanges()
    #expect(script.state.seen.event.member(grace.id) == nil)
    #expect(script.toast == "Undone (Grace Hopper added) · Ctrl-R does it again")
    script.press("Ctrl-R")
    script.answerChanges()
    #expect(script.state.seen.event.committee.last == grace)
    #expect(script.toast.hasPrefix("Done again ("))
  }

  @Test func everyFieldOfAMemberIsTakenOver() {
    var script = script("a")
    script.type("Grace")
    script.press("Tab Tab Left Down")
    script.type("grace@example.org")
    script.press("Tab")
    script.type("Navy")
    script.press("Tab")
    script.type("agentic, lakehouse")
    script.press("Enter")
    var grace = Member(id: Identifier("grace")!, name: "Grace", role: .chair)
    grace.email = "grace@example.org"
    grace.organization = "Navy"
    grace.expertise = [Identifier("agentic")!, Identifier("lakehouse")!]
    #expect(script.changes == [.addMember(grace)])
  }

  @Test func theIDFollowsTheNameUntilOneIsTyped() {
    var script = script("a")
    script.type("Ada Byron")
    #expect(script.form?.fields.text(.id) == "ada-byron")
    script.press("Tab Ctrl-U")
    script.type("countess")
    script.press("Up")
    script.type(" King")
    #expect(script.form?.fields.text(.id) == "countess")
    script.press("Tab Ctrl-U Up")
    script.type("!")
    #expect(script.form?.fields.text(.id) == "ada-byron-king")
  }

  @Test(arguments: [
    ("", "The name of a member is empty"), ("Tab X", "An id is 1 to 64 of"),
    ("Ada Tab Ctrl-U a d a", "on the committee already"),
    ("Gus Up x y z", "There is no focus area"),
  ]) func aFieldThatIsWrongSaysSo(_ keys: String, _ problem: String) {
    var script = script("a")
    for key in keys.split(separator: " ") {
      if KeyPress(named: key) == nil || key == "Gus" || key == "Ada" {
        script.type(String(key))
      } else {
        script.press(String(key))
      }
    }
    if keys.hasPrefix("Tab") {
      script.press("Up")
      script.type("N")
      script.press("Tab Ctrl-U X Up Enter")
    } else {
      script.press("Enter")
    }
    #expect(script.changes.isEmpty)
    #expect(script.form?.fields.selected.problem?.contains(problem) == true)
    #expect(script.screen.contains(problem))
  }

  @Test func aMemberIsChangedAndWhatIsUnknownStays() {
    var summit = Fixture.summit()
    summit.event.committee[1].unknown["pronouns"] = "he"
    var script = script("j Enter", summit: summit)
    script.press("Ctrl-U")
    script.type("Ben O.")
    script.press("Enter")
    script.answerChanges()
    #expect(script.state.seen.event.member(ben)?.name == "Ben O.")
    #expect(script.state.seen.event.member(ben)?.unknown["pronouns"] == "he")
    #expect(script.toast == "Ben O. changed · u undoes")
    script.press("u")
    script.answerChanges()
    #expect(script.state.seen.event.member(ben)?.name == "Ben Okafor")
  }

  @Test func aFormThatChangesNothingOrdersNothing() {
    var script = script("j Enter Enter")
    #expect(script.form == nil)
    #expect(script.effects.isEmpty)
    script.press("Enter Esc")
    #expect(script.form == nil)
    #expect(script.effects.isEmpty)
  }

  @Test func aMemberWhoSaidSomethingKeepsTheirFile() {
    var script = script("j x")
    #expect(script.changes == [.removeMember(ben)])
    script.answerChanges()
    #expect(script.state.seen.event.member(ben) == nil)
    #expect(
      script.toast == "Ben Okafor removed; reviews/ben.json stays, but counts no more · u undoes")
    script.press("u")
    script.answerChanges()
    #expect(script.state.seen.event.committee.map(\.id) == [ada, ben, chi])
  }

  @Test func theLastChairStays() {
    let script = script("x")
    #expect(script.changes.isEmpty)
    #expect(script.toast == "ada is the last chair. Make another one first.")
  }

  @Test func nobodyShutsThemselvesOut() {
    var summit = Fixture.summit()
    summit.event.committee[1].role = .chair
    var script = script("x", summit: summit)
    #expect(script.toast.hasPrefix("Another chair removes you"))
    script.press("Enter Tab Right Enter")
    #expect(script.form?.problem?.hasPrefix("Another chair makes you a reviewer") == true)
    #expect(script.changes.isEmpty)
  }

  @Test(arguments: ["a", "x", "Enter", "G Enter", "G x"])
  func whoIsNoChairChangesNothing(_ keys: String) {
    let script = script(keys, viewer: ben)
    #expect(script.effects.isEmpty)
    #expect(script.state.overlays.isEmpty)
    #expect(script.toast == "Only a chair changes this: ada.")
  }

  @Test func theFirstChairIsAddedByAnybody() {
    let summit = Fixture.summit { $0.committee = [] }
    var script = script("a", viewer: nil, summit: summit)
    script.type("Grace")
    script.press("Enter")
    let grace = Member(id: Identifier("grace")!, name: "Grace", role: .chair)
    #expect(script.changes == [.addMember(grace)])
    script.answerChanges()
    #expect(script.menu?.purpose == .reviewer)
  }

  // MARK: - Settings

  @Test func aDeadlineIsTyped() {
    var script = script()
    script.go(to: .round(main))
    script.press("Enter")
    #expect(script.form?.fields.text(.setting) == "2026-04-02")
    script.press("Ctrl-U")
    script.type("soon")
    script.press("Enter")
    #expect(script.form?.fields.selected.problem?.contains("is no deadline") == true)
    script.press("Ctrl-U")
    script.type("2026-04-09 18:00")
    script.press("Enter")
    #expect(
      script.changes == [.setDeadline(round: main, Timestamp("2026-04-09T18:00:00.000Z")!)])
    script.answerChanges()
    #expect(script.toast == "Deadline of Main: 2026-04-09 18:00 UTC · u undoes")
    #expect(script.screen.contains("20 days left"))
    script.press("x")
    script.answerChanges()
    #expect(script.toast == "Deadline of Main: no deadline · u undoes")
    script.press("u")
    script.answerChanges()
    #expect(script.toast == "Undone (deadline of Main) · Ctrl-R does it again")
    script.press("u")
    script.answerChanges()
    #expect(script.state.seen.event.round(main) == event.round(main))
  }

  @Test func aRuleOfWordsIsChosen() {
    var script = script()
    script.go(to: .rule(.speakers(.shown)))
    script.press("Enter")
    #expect(script.menu?.selected?.label == "Everybody")
    script.press("j Enter")
    #expect(script.changes == [.setRule(.speakers(.hidden))])
    script.answerChanges()
    #expect(script.state.seen.event.rules.speakers == .hidden)
    script.press("x")
    #expect(script.changes.isEmpty)
    #expect(script.toast.contains("always has a value"))
  }

  @Test func aRuleThatIsANumberIsTyped() {
    var script = script()
    script.go(to: .rule(.slots(nil)))
    script.press("Enter")
    script.type("45")
    script.press("Enter")
    #expect(script.changes == [.setRule(.slots(45))])
    script.answerChanges()
    #expect(script.toast == "Slots of the programme: 45 · u undoes")
    script.press("x")
    script.answerChanges()
    #expect(script.state.seen.event.rules.slots == nil)
    script.press("x")
    #expect(script.toast == "It is so already")
  }

  @Test func slotsAreTypedAsARange() {
    var script = script()
    let area = Identifier("lakehouse")!
    script.go(to: .area(area))
    script.press("Enter")
    script.type("9-4")
    script.press("Enter")
    #expect(script.form?.fields.selected.problem != nil)
    script.press("Ctrl-U")
    script.type("4-9")
    script.press("Enter")
    script.answerChanges()
    #expect(script.toast == "Slots of Lakehouses: 4 to 9 · u undoes")
    script.press("G Enter")
    script.type("3")
    script.press("Enter")
    script.answerChanges()
    #expect(script.state.seen.event.format(Identifier("workshop")!)?.slots.maximum == 3)
  }

  // MARK: - Answers

  @Test func whatTheStoreRefusesStaysInTheForm() {
    var script = script("j Enter")
    script.type("!")
    script.press("Enter")
    script.press("x y z")
    script.send(.eventRefused(problem: "summit.json cannot be written: no space left"))
    #expect(script.form?.fields.text(.name) == "Ben Okafor!")
    #expect(script.screen.contains("summit.json cannot be written: no space left"))
    script.press("Enter")
    script.answerChanges()
    #expect(script.form == nil)
    #expect(script.state.seen.event.member(ben)?.name == "Ben Okafor!")
  }

  @Test func anUndoingThatIsRefusedCanBeTriedAgain() {
    var script = script("j x")
    script.answerChanges()
    script.press("u")
    _ = script.takeEffects()
    script.press("u")
    #expect(script.effects.isEmpty)
    #expect(script.toast.contains("still being written"))
    script.send(.eventRefused(problem: "no space left"))
    #expect(script.toast == "no space left")
    script.press("u")
    #expect(script.changes.count == 1)
    script.answerChanges()
    #expect(script.state.seen.event.member(ben) != nil)
  }

  @Test func nothingIsTakenBackThatSomebodyElseChanged() {
    var script = script("j x")
    script.answerChanges()
    var summit = Fixture.summit()
    summit.event.committee[1].name = "Ben the Second"
    script.send(.folderChanged(summit, faults: []))
    script.press("u")
    #expect(script.changes.isEmpty)
    #expect(script.toast == "Not undone: it was changed elsewhere since (Ben Okafor removed)")
  }

  @Test func anAnswerThatTheFolderBroughtAlreadyIsTakenOnce() {
    var script = script("j x")
    var summit = Fixture.summit()
    summit.event.committee.remove(at: 1)
    script.send(.folderChanged(summit, faults: []))
    script.send(
      .eventChanged(
        .removeMember(ben), inverse: .addMember(event.committee[1], at: 1), name: "Ben removed"))
    #expect(script.state.seen.event.committee.map(\.id) == [ada, chi])
    script.press("u")
    #expect(script.changes.last == .addMember(event.committee[1], at: 1))
  }

  // MARK: - What is hidden

  @Test func theNumbersOfOthersAreForChairs() {
    let mine = script(viewer: ben).screen
    #expect(mine.contains("Others' progress is for chairs"))
    #expect(!mine.contains("All together"))
    let theirs = script().screen
    #expect(!theirs.contains("Others' progress is for chairs"))
    #expect(theirs.contains("All together"))
    #expect(theirs.contains("3 days ago"))
  }

  @Test(
    arguments: [
      (0, "just now"), (59_999, "just now"), (60_000, "1 minute ago"), (7_200_000, "2 hours ago"),
      (172_800_000, "2 days ago"), (31 * 86_400_000, "1 month ago"),
      (800 * 86_400_000, "2 years ago"), (-5_000, "just now"),
    ] as [(Int64, String)]) func agesAreWords(_ milliseconds: Int64, _ words: String)
  {
    let then = Fixture.now.adding(milliseconds: -milliseconds)
    #expect(EventWords.age(of: then, at: Fixture.now) == words)
  }

  @Test func theHintsAreForWhoMayChange() {
    func hints(_ viewer: Identifier) -> [Command] {
      script(viewer: viewer).state.hints.map(\.command)
    }
    #expect(hints(ada).contains(.addMember) && hints(ada).contains(.editMember))
    #expect(!hints(ben).contains(.addMember) && !hints(ben).contains(.removeMember))
    #expect(script("G").state.hints.contains { $0.label == "x" && $0.name == "clear" })
  }
}
