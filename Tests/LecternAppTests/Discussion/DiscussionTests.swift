import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct DiscussionTests {
  /// Ada and Chi said something of 1210, which Ben has scored, and Ada of 1201, which he has not.
  static func summit() -> Summit {
    var summit = Fixture.summitWithOthersScores()
    func say(
      _ member: Identifier, _ id: String, _ proposal: ProposalID, _ text: String, _ at: Int64
    ) {
      summit.sheets[member]?.discussion[id] = Remark(
        proposal: proposal, text: text, at: Fixture.earlier(at))
    }
    say(ada, "d-1", 1210, "Shall it open the summit?", 3)
    say(chi, "d-2", 1210, "It \u{1B}[31mshould\u{1B}[0m.\nWith the panel after it.", 2)
    say(ada, "d-3", 1201, "A secret until Ben has scored it.", 2)
    return summit
  }

  static func script(
    _ keys: String = "", at id: ProposalID = 1210, viewer: Identifier? = ben,
    size: Size = Fixture.wide
  ) -> Script {
    var script = Script(Fixture.state(viewer: viewer, size: size, summit: summit()))
    if viewer == nil { script.press("Esc") }
    script.press("f")
    script.type("id:\(id)")
    script.press("Enter")
    script.press(keys)
    return script
  }

  private func remarks(_ script: Script) -> [(id: String, remark: Remark)] {
    script.effects.compactMap {
      if case .saveRemark(_, let id, let remark, _, _) = $0 { (id, remark) } else { nil }
    }
  }

  private func threadPage(_ script: Script) -> ThreadPage? {
    if case .thread(let page)? = script.state.overlays.last { page } else { nil }
  }

  private func paneText(_ script: Script) -> String {
    script.state.pane.lines.map { $0.spans.map(\.text).joined() }.joined(separator: "\n")
  }

  @Test func theThreadHoldsRemarksAndComments() throws {
    let script = Self.script("T")
    let page = try #require(threadPage(script))
    #expect(page.entries.map(\.kind) == [.comment, .comment, .remark, .remark])
    #expect(page.entries.map(\.author) == [ada, ben, ada, chi])
    #expect(script.screen.contains("Shall it open the summit?"))
    #expect(script.screen.contains("review's comment"))
    #expect(!script.screen.unicodeScalars.contains("\u{1B}"))
  }

  @Test func whatIsHiddenIsNotThere() {
    var script = Self.script("T", at: 1201)
    #expect(threadPage(script)?.entries.isEmpty == true)
    #expect(script.screen.contains("once you have scored the proposal"))
    #expect(!script.screen.contains("secret"))
    script.press("Esc 4 4 4 4")
    script.press("T")
    #expect(script.screen.contains("A secret until Ben has scored it."))
  }

  @Test func saidAtOnceAndThenOnTheDisk() throws {
    var script = Self.script("T Enter")
    script.type("Yes,")
    script.press("Ctrl-J")
    script.type("please.")
    script.press("Enter")
    let said = try #require(remarks(script).first)
    #expect(said.remark.text == "Yes,\nplease.")
    #expect(said.remark.proposal == 1210)
    #expect(script.screen.contains("  please."))
    #expect(threadPage(script)?.selected?.id == said.id)
    #expect(script.toast.hasPrefix("Said: "))
    #expect(!script.state.isSaved)
    script.send(.saved(revision: script.state.saving.revision, news: [:], notice: nil))
    #expect(script.state.isSaved)
  }

  @Test func theDraftStaysUntilTheRemarkIsOnTheDisk() {
    var script = Self.script("T T")
    script.type("ab")
    let key = NoteKey(1210, .remark)
    #expect(script.effects.contains(.keep(.draft(key, "ab"), of: ben)))
    script.press("Esc")
    #expect(script.toast.contains("the draft is kept"))
    script.press("Esc T")
    #expect(script.screen.contains("Draft: ab"))
    script.press("T Enter")
    #expect(remarks(script).count == 1)
    _ = script.takeEffects()
    script.send(.saved(revision: script.state.saving.revision, news: [:], notice: nil))
    #expect(script.effects.contains(.keep(.draft(key, nil), of: ben)))
  }

  @Test func aDraftIsFoundAgainAfterACrashUnlessItWasSaid() {
    let key = NoteKey(1210, .remark)
    var personal = Personal(drafts: [key: "half a thought"])
    func state() -> State {
      State(
        summit: Self.summit(), faults: [], viewer: ada, personal: personal, size: Fixture.wide,
        now: Fixture.now)
    }
    #expect(state().personal.drafts[key] == "half a thought")
    personal.drafts[key] = "Shall it open the summit? "
    #expect(state().personal.drafts.isEmpty)
  }

  @Test func nothingIsSaidWithoutAText() {
    var script = Self.script("T Enter Space Enter")
    #expect(threadPage(script)?.editor.problem == "There is nothing to say yet")
    #expect(remarks(script).isEmpty)
    script.press("Esc")
    #expect(threadPage(script)?.isWriting == false)
  }

  @Test func whatOneSaidIsTakenBackUndoneAndRedone() throws {
    var script = Self.script("T Enter")
    script.type("Hm")
    script.press("Enter x")
    #expect(remarks(script).last?.remark.isCleared == true)
    #expect(!script.screen.contains("  Hm"))
    script.press("u")
    #expect(script.toast.hasPrefix("Undone (taking the remark back)"))
    #expect(script.screen.contains("  Hm"))
    script.press("u")
    #expect(script.toast.hasPrefix("Undone (the remark)"))
    #expect(!script.screen.contains("  Hm"))
    script.press("Ctrl-R")
    #expect(script.screen.contains("  Hm"))
    script.press("Ctrl-R")
    #expect(!script.screen.contains("  Hm"))
    let times = remarks(script).compactMap(\.remark.at)
    #expect(times.count == 6)
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func undoLeavesAloneWhatChangedElsewhere() throws {
    var script = Self.script("T Enter")
    script.type("Hm")
    script.press("Enter")
    let said = try #require(remarks(script).first)
    script.send(.saved(revision: script.state.saving.revision, news: [:], notice: nil))
    var other = said.remark
    other.text = "Hm, no"
    other.at = Fixture.now.adding(milliseconds: 99_999)
    script.send(
      .saved(revision: 1, news: [:], remarks: [said.id: other], notice: nil))
    #expect(script.screen.contains("Hm, no"))
    script.press("u")
    #expect(script.toast.contains("what you said of this proposal changed elsewhere"))
    #expect(remarks(script).count == 1)
  }

  @Test func whatOthersSaidCannotBeTakenBack() {
    var script = Self.script("T G x")
    #expect(script.toast == "Only what you said yourself can be taken back")
    script.press("k k x")
    #expect(script.toast.hasPrefix("It is the comment of your review"))
    #expect(remarks(script).isEmpty)
  }

  @Test func whoIsInConflictSaysNothing() {
    var script = Self.script("T Enter", at: 1213)
    #expect(script.toast == "Not possible: you have a conflict of interest with it")
    #expect(script.screen.contains("not shown, since you have a conflict"))
    script.type("x")
    #expect(threadPage(script)?.editor.area.isEmpty == true)
  }

  @Test func nobodyIsAskedWhoTheyAre() {
    var script = Self.script("T", viewer: nil)
    #expect(threadPage(script)?.entries.isEmpty == true)
    script.press("Enter")
    #expect(script.menu?.purpose == .reviewer)
  }

  @Test func itIsReadOnceItWasOnTheScreen() throws {
    var script = Self.script()
    let seen = try #require(script.state.seen.proposal(1210))
    #expect(script.state.hasUnread(seen))
    #expect(paneText(script).contains("Discussion"))
    #expect(paneText(script).contains("2 remarks, 2 new"))
    script.press("T")
    #expect(script.screen.contains("UTC  new"))
    let kept = script.effects.compactMap {
      if case .keep(.read(let keys), _) = $0 { keys } else { nil }
    }
    #expect(kept.count == 1)
    #expect(kept.first?.count == 3)
    #expect(!script.state.hasUnread(seen))
    // What was new stays marked while the discussion is open, and not the next time.
    script.press("k")
    #expect(script.screen.contains("UTC  new"))
    script.press("Esc")
    #expect(paneText(script).contains("2 remarks"))
    #expect(!paneText(script).contains("new"))
    script.press("T")
    #expect(!script.screen.contains("UTC  new"))
  }

  @Test func theListMarksWhatIsUnreadAndShiftsNothing() {
    func row(_ script: Script) -> String {
      String(script.screen.split(separator: "\n", omittingEmptySubsequences: false)[2])
    }
    var script = Self.script()
    let before = row(script)
    script.press("T Esc")
    let after = row(script)
    #expect(before.contains("●•"))
    #expect(after.contains("● "))
    #expect(before.prefix(20).count == after.prefix(20).count)
    #expect(before.replacing("•", with: " ").prefix(50) == after.prefix(50))
  }

  @Test func whatArrivesIsSaidQuietly() {
    var script = Self.script("Esc Home")
    var summit = Self.summit()
    summit.sheets[chi]?.discussion["d-9"] = Remark(
      proposal: 1210, text: "One more thing", at: Fixture.earlier(0))
    summit.sheets[ada]?.discussion["d-8"] = Remark(
      proposal: 1202, text: "Hidden from Ben", at: Fixture.earlier(0))
    script.send(.folderChanged(summit, faults: []))
    #expect(script.toast.hasSuffix("\u{201D}: T reads it"))
    #expect(script.toast.hasPrefix("Chiara"))
    // T opens what the message tells of, and not what is selected.
    #expect(script.selected != 1210)
    script.press("T")
    #expect(threadPage(script)?.proposal == 1210)
    #expect(script.screen.contains("One more thing"))
  }

  @Test func whatIsHiddenIsNoNews() {
    var script = Self.script("Esc")
    var summit = Self.summit()
    summit.sheets[ada]?.discussion["d-8"] = Remark(
      proposal: 1202, text: "Hidden from Ben", at: Fixture.earlier(0))
    script.press("j")
    let before = script.screen
    script.send(.folderChanged(summit, faults: []))
    #expect(script.toast.isEmpty)
    #expect(script.screen == before)
  }

  @Test func whatArrivesWhileOneReadsIsSeenAndRead() {
    var script = Self.script("T")
    var summit = Self.summit()
    summit.sheets[chi]?.discussion["d-9"] = Remark(
      proposal: 1210, text: "One more thing", at: Fixture.earlier(0))
    script.send(.folderChanged(summit, faults: []))
    #expect(script.screen.contains("One more thing"))
    #expect(script.toast.isEmpty)
    let seen = script.state.seen.proposal(1210)
    #expect(seen.map { script.state.hasUnread($0) } == false)
  }

  @Test func whatIsNotSavedStaysWhenTheFolderChanges() {
    var script = Self.script("T Enter")
    script.type("Mine")
    script.press("Enter")
    script.send(.folderChanged(Self.summit(), faults: []))
    #expect(script.screen.contains("  Mine"))
  }

  @Test func everyListOfProposalsOpensIt() {
    for screen in ["g k", "g s"] {
      var script = Script(Fixture.state(viewer: ada, summit: Self.summit()))
      script.press(screen)
      script.press("T")
      #expect(threadPage(script)?.proposal == script.state.current?.id)
      #expect(threadPage(script) != nil)
    }
  }

  @Test func aRemarkMovesNoRankingAndNoOrder() {
    var script = Script(Fixture.state(viewer: ada, summit: Self.summit()))
    script.press("g k")
    let (scores, made) = (script.state.scoresVersion, script.state.rank.ranked)
    script.press("T Enter x Enter")
    #expect(remarks(script).count == 1)
    #expect(script.state.scoresVersion == scores)
    #expect(script.state.rank.ranked == made)
  }

  @Test(arguments: [Fixture.wide, Fixture.standard, Fixture.narrow])
  func aLongDiscussionIsGoneThrough(_ size: Size) throws {
    var summit = Self.summit()
    for number in 10..<40 {
      summit.sheets[ada]?.discussion["d-\(number)"] = Remark(
        proposal: 1210, text: String(repeating: "word \(number) ", count: number),
        at: Fixture.now.adding(milliseconds: Int64(number)))
    }
    var script = Script(Fixture.state(size: size, summit: summit))
    script.press("f")
    script.type("id:1210")
    script.press("Enter T")
    // It opens on the oldest that was not read.
    #expect(threadPage(script)?.selection == 0)
    var met: Set<Int> = []
    for _ in 0..<400 {
      let page = try #require(threadPage(script))
      let selection = try #require(page.selection)
      met.insert(selection)
      let place = page.places[selection]
      #expect(place.lowerBound < page.offset + page.height && place.upperBound > page.offset)
      script.press("j")
    }
    #expect(met.count == threadPage(script)?.entries.count)
    let end = try #require(threadPage(script))
    #expect(end.offset + end.height >= end.lines.count)
    script.press("Home")
    #expect(threadPage(script)?.offset == 0)
  }

  // MARK: - Whole frames

  @Test(arguments: [Fixture.wide, Fixture.standard, Fixture.narrow])
  func looksAsItShould(_ size: Size) {
    Snapshot(name: "discussion-pane").check(Self.script(size: size).state)
    Snapshot(name: "discussion").check(Self.script("T", size: size).state)
    Snapshot(name: "discussion-closed").check(Self.script("T", at: 1213, size: size).state)
    var script = Self.script("T Enter", size: size)
    script.type("I would put it first.")
    Snapshot(name: "discussion-writing").check(script.state)

  }
}
