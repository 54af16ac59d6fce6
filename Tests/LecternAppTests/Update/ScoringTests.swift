import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct ScoringTests {
  private func script(at id: ProposalID = 1201, summit: Summit = Fixture.summit()) -> Script {
    var script = Script(Fixture.state(summit: summit))
    for _ in 0..<40 where script.selected != id { script.press("j") }
    #expect(script.selected == id)
    return script
  }

  private func scores(_ values: [Double]) -> Scores {
    var scores = Scores()
    for (criterion, value) in zip(Fixture.criteria, values) { scores[criterion.id] = value }
    return scores
  }

  @Test func fourDigitsAreOneJudgement() throws {
    var script = script()
    let begin = script.time
    script.press("4 3 5 4")
    let saves = script.saves
    #expect(script.effects.count == 4)
    #expect(saves.map(\.revision) == [1, 2, 3, 4])
    #expect(saves.map(\.review.status) == [.draft, .draft, .draft, .scored])
    #expect(saves.allSatisfy { $0.proposal == 1201 && $0.reviewer == ben })
    #expect(saves.map(\.replacing) == [nil] + saves.dropLast().map(\.review))
    let last = try #require(saves.last).review
    #expect(last.scores == scores([4, 3, 5, 4]))
    #expect(last.overall == nil)
    #expect(last.digest == FixtureProposals.all[0].digest)
    #expect(last.round == Identifier("main"))
    #expect(saves.map(\.review.at) == (0..<4).map { begin.adding(milliseconds: $0 * 100) })
    #expect(script.mine(1201) == last)
    #expect(script.selected == 1202)
    #expect(script.state.criterion == 0)
    #expect(
      script.toast
        == "4 3 5 4: Exactly-once upserts into Iceberg from a Beam pipeline · u undoes")
  }

  @Test func theRoundIsThatOfTheProposal() {
    var script = script(at: 1215)
    script.press("3")
    #expect(script.saves.last?.review.round == Identifier("early"))
  }

  @Test func aDigitGoesToTheNextOpenCriterion() {
    var script = script(at: 1215)
    #expect(script.state.criterion == 2)
    script.press("Tab Tab")
    #expect(script.state.criterion == 0)
    script.press("1")
    #expect(script.state.criterion == 2)
    #expect(script.mine(1215)?.scores == scores([1, 2]))
    script.press("Shift-Tab Shift-Tab Shift-Tab")
    #expect(script.state.criterion == 3)
  }

  @Test func timesGoOnWhenTheClockJumpsBack() throws {
    var script = script()
    script.press("4 3")
    let before = try #require(script.saves.last?.review.at)
    script.time = script.time.adding(milliseconds: -3_600_000)
    script.press("5")
    #expect(script.saves.last?.review.at == before.adding(milliseconds: 1))
  }

  @Test(arguments: ["0", "6", "9"]) func aDigitOffTheScaleSaysSo(_ digit: String) {
    var script = script()
    script.press(digit)
    #expect(script.effects.isEmpty)
    #expect(script.mine(1201) == nil)
    #expect(script.toast == "\(digit) is off the scale: 1 to 5")
    #expect(script.state.toast?.kind == .problem)
    #expect(script.state.criterion == 0)
  }

  @Test(arguments: ["Alt-4", "Ctrl-4", "Shift-4"]) func aDigitWithAModifierIsNoScore(_ key: String)
  {
    var script = script()
    script.press(key)
    #expect(script.effects.isEmpty)
    script.press("t \(key) Enter")
    #expect(script.saves.compactMap(\.review.comment) == (key == "Shift-4" ? ["4"] : []))
  }

  @Test func theMouseScoresNothing() {
    var script = script()
    for kind in [MouseEvent.Kind.press, .release, .drag, .wheelUp, .wheelDown] {
      for column in 0..<120 {
        script.send(
          .input(.mouse(.init(kind: kind, button: .left, position: .init(column: column, row: 24))))
        )
      }
    }
    #expect(script.effects.isEmpty)
  }

  @Test func aSpeakerCannotJudgeTheirOwnProposal() {
    for keys in ["4", "a", "s", "x"] {
      var script = script(at: 1216)
      script.press(keys)
      #expect(script.effects.isEmpty)
      #expect(script.prompt == nil)
      #expect(script.mine(1216) == nil)
      #expect(script.state.toast != nil, "\(keys)")
    }
  }

  @Test func aWithdrawnProposalTakesNoJudgement() {
    for keys in ["4", "a", "s", "c", "t"] {
      var script = script(at: 1209)
      script.press(keys)
      #expect(script.effects.isEmpty)
      #expect(script.prompt == nil)
      #expect(script.toast == "Not possible: the proposal was withdrawn")
    }
  }

  @Test func scoringAgainStaysOnTheProposal() {
    var script = script(at: 1210)
    script.press("2 1")
    #expect(script.selected == 1210)
    #expect(script.state.criterion == 2)
    #expect(script.mine(1210)?.scores == scores([2, 1, 3, 4]))
    #expect(script.mine(1210)?.status == .scored)
    #expect(script.mine(1210)?.comment == "Saw an earlier version in Berlin; it has grown.")
    #expect(script.saves.count == 2)
    #expect(script.toast == "Content 5 \u{2192} 1: One catalog, four engines · u undoes")
    script.press("u")
    #expect(script.mine(1210)?.scores == scores([2, 5, 3, 4]))
  }

  @Test func scoringAgainMakesAStaleReviewFresh() {
    var script = script(at: 1211)
    #expect(script.state.selected?.isStale == true)
    script.press("3")
    #expect(script.state.selected?.isStale == false)
  }

  @Test func scoresEndAnAbstention() {
    var script = script(at: 1212)
    script.press("4")
    #expect(script.mine(1212)?.status == .draft)
    #expect(script.mine(1212)?.reason == nil)
  }

  @Test func aDigitInTheNarrowListOpensTheProposalAndScoresNothing() {
    var script = Script(Fixture.state(size: Fixture.standard))
    script.press("Esc j")
    #expect(script.state.context == .list)
    script.press("4")
    #expect(script.state.context == .reading)
    #expect(script.effects.isEmpty)
    #expect(script.selected == 1201)
    script.time = script.time.adding(milliseconds: 1000)
    script.press("4")
    #expect(script.saves.count == 1)
  }

  @Test func nothingIsScoredOnAScreenThatIsTooSmallToShowIt() {
    for keys in ["", "Enter"] {
      var script = script()
      script.press(keys)
      script.send(.resized(Fixture.tooSmall))
      script.press("4 Enter 4 j a x t 4 Esc 3")
      #expect(script.effects.isEmpty)
      #expect(script.selected == 1201)
      #expect(script.state.overlays.isEmpty)
      script.press("Ctrl-L Q")
      #expect(script.effects == [.redraw, .quit])
    }
  }

  @Test func nobodyIsAskedWhoTheyAreBeforeAnythingIsSaid() {
    for keys in ["4", "a", "c", "s", "t"] {
      var script = Script(Fixture.state(viewer: nil))
      script.press("Esc")
      #expect(script.state.overlays.isEmpty)
      script.press(keys)
      guard case .menu(let menu)? = script.state.overlays.last, menu.purpose == .reviewer else {
        Issue.record("no menu after \(keys)")
        continue
      }
      #expect(script.effects.isEmpty)
      #expect(script.state.overlays.count == 1)
    }
  }

  @Test func theLastJudgementSaysThatNothingWaits() {
    var script = Script(Fixture.state(summit: Fixture.plain(proposals: 2)))
    script.press("4 3 5 4")
    #expect(script.selected == 1001)
    #expect(script.toast.contains("All judged, thank you: the chair sees it"))
    #expect(script.state.progress.judged == 2)
    script.press("U")
    #expect(
      script.toast == "All judged, thank you: the chair sees it, and whatever you still change")
  }

  @Test func progressFollows() {
    var script = script()
    let lakehouse = Identifier("lakehouse")!
    #expect(script.state.progress.judged == 5)
    #expect(script.state.progress.total == 15)
    #expect(script.state.progress.byArea[lakehouse]?.judged == 2)
    script.press("4 3 5")
    #expect(script.state.progress.judged == 5)
    script.press("4")
    #expect(script.state.progress.judged == 6)
    #expect(script.state.progress.byArea[lakehouse]?.judged == 3)
    script.press("u")
    #expect(script.state.progress.judged == 5)
    #expect(script.state.progress == Progress(script.state.seen))
  }

  @Test func othersReviewsAppearAfterMineAndHideAgain() {
    var script = script(summit: Fixture.summitWithOthersScores())
    #expect(!script.screen.contains("I would open the summit"))
    script.press("4 3 5")
    #expect(script.state.selected?.reviews.count == 1)
    #expect(!script.screen.contains("committee"))
    script.press("4 k")
    #expect(script.selected == 1201)
    #expect(script.state.selected?.reviews.map(\.reviewer) == [ada, ben, chi])
    #expect(script.screen.contains("committee 4.30 (n 2)"))
    script.press("u")
    #expect(script.selected == 1201)
    #expect(script.state.selected?.areOtherReviewsVisible == false)
    #expect(script.state.selected?.reviews.isEmpty == true)
    #expect(!script.screen.contains("committee 4"))
  }

  @Test func theTextOnTheScreenFollowsWhatMayBeSeen() {
    var script = script(at: 1210)
    script.send(.resized(Size(columns: 120, rows: 50)))
    #expect(script.screen.contains("A must."))
    script.press("x")
    #expect(!script.screen.contains("A must."))
    #expect(!script.screen.contains("Mean"))
    script.press("u")
    #expect(script.screen.contains("A must."))
    script.press("t Ctrl-U")
    script.type("Take it")
    script.press("Enter")
    #expect(script.screen.contains("│ Take it"))
  }

  // MARK: - Undo

  @Test func undoTakesAWholeJudgementBack() {
    var script = script()
    script.press("4 3 5 4")
    let judged = script.saves.last?.review
    script.press("j j u")
    #expect(script.selected == 1201)
    #expect(script.saves.count == 5)
    let undone = script.saves.last
    #expect(undone?.review.status == .cleared)
    #expect(undone?.review.scores.isEmpty == true)
    #expect(undone?.replacing == judged)
    #expect(undone?.revision == 5)
    #expect(script.state.selected?.myState == .unread)
    #expect(script.state.criterion == 0)
    #expect(script.toast.hasPrefix("Undone (the scores): Exactly-once upserts"))
    script.press("u")
    #expect(script.toast == "There is nothing to undo")
    #expect(script.saves.count == 5)
  }

  @Test func undoGivesBackWhatStoodThereBefore() {
    var script = script(at: 1215)
    let before = script.mine(1215)
    script.press("5 5")
    #expect(script.mine(1215)?.status == .scored)
    script.press("u")
    #expect(script.mine(1215)?.status == .draft)
    #expect(script.mine(1215)?.scores == before?.scores)
    #expect(script.mine(1215)?.comment == before?.comment)
    #expect(script.mine(1215)?.commentAt == before?.commentAt)
  }

  @Test func digitsOfAnUnfinishedJudgementAreUndoneOneByOne() {
    var script = script()
    script.press("4 3 5 u")
    #expect(script.mine(1201)?.scores == scores([4, 3]))
    #expect(script.state.criterion == 2)
    script.press("u")
    #expect(script.mine(1201)?.scores == scores([4]))
    script.press("u")
    #expect(script.mine(1201)?.status == .cleared)
    script.press("Ctrl-R Ctrl-R Ctrl-R")
    #expect(script.mine(1201)?.scores == scores([4, 3, 5]))
    #expect(script.mine(1201)?.status == .draft)
    script.press("u u u Ctrl-R u Ctrl-R Ctrl-R u")
    #expect(script.mine(1201)?.scores == scores([4]))
    let times = script.saves.compactMap { $0.review.at }
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
    #expect(script.saves.map(\.revision) == Array(1...script.saves.count))
  }

  @Test func differentThingsSaidOfOneProposalAreUndoneInTurn() {
    var script = script()
    script.press("t")
    script.type("first")
    script.press("Enter 4 t")
    script.type(" thoughts")
    script.press("Enter u")
    #expect(script.mine(1201)?.comment == "first")
    script.press("u")
    #expect(script.mine(1201)?.scores.isEmpty == true)
    #expect(script.mine(1201)?.comment == "first")
    script.press("u")
    #expect(script.mine(1201)?.comment == "")
    script.press("Ctrl-R Ctrl-R Ctrl-R")
    #expect(script.mine(1201)?.comment == "first thoughts")
    #expect(script.mine(1201)?.scores == scores([4]))
  }

  @Test func redoDoesAWholeJudgementAgain() throws {
    var script = script()
    script.press("4 3 5 4 u")
    let undone = try #require(script.saves.last?.review.at)
    script.press("k Ctrl-R")
    #expect(script.selected == 1201)
    #expect(script.mine(1201)?.status == .scored)
    #expect(script.mine(1201)?.scores == scores([4, 3, 5, 4]))
    #expect(script.mine(1201)?.digest == FixtureProposals.all[0].digest)
    #expect(try #require(script.mine(1201)?.at) > undone)
    script.press("Ctrl-R")
    #expect(script.toast == "There is nothing to do again")
    script.press("u")
    #expect(script.mine(1201)?.status == .cleared)
  }

  @Test func somethingNewForgetsWhatCouldBeRedone() {
    var script = script()
    script.press("4 u 3 Ctrl-R")
    #expect(script.toast == "There is nothing to do again")
    #expect(script.mine(1201)?.scores == scores([3]))
  }

  @Test func undoIsRefusedWhereTheReviewChangedElsewhere() {
    var script = script()
    script.press("4 3 5 4")
    var other = script.saves[3].review
    other.scores = scores([1, 1, 1, 1])
    other.at = script.time
    script.send(.saved(revision: 4, news: [1201: other], notice: nil))
    _ = script.takeEffects()
    script.press("u")
    #expect(script.effects.isEmpty)
    #expect(script.mine(1201) == other)
    #expect(script.toast == "Not undone: your review of this proposal changed elsewhere since")
  }

  @Test func undoShowsAllWhereTheFilterLeavesTheProposalOut() {
    var script = script()
    script.press("4 3 5 4 > ")
    #expect(!script.listed.contains(1201))
    script.press("u")
    #expect(script.selected == 1201)
    #expect(!script.state.list.isFiltered)
  }

  @Test func clearingTakesAJudgementBackAndKeepsTheComment() {
    var script = script(at: 1210)
    script.press("x")
    #expect(script.mine(1210)?.status == .cleared)
    #expect(script.mine(1210)?.comment != nil)
    #expect(script.toast == "Taken back: One catalog, four engines · u undoes")
    script.press("x")
    #expect(script.toast == "There is no judgement of yours to take back")
    #expect(script.saves.count == 1)
    script.press("u")
    #expect(script.mine(1210)?.scores == scores([4, 5, 3, 4]))
    #expect(script.mine(1210)?.status == .scored)
  }
}
