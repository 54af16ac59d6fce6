import ReviewAnalysis
import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct RankScreenTests {
  private func rank(_ keys: String = "", viewer: Identifier? = ada, size: Size = Fixture.wide)
    -> Script
  {
    var script = Fixture.deciding(viewer: viewer, on: "k", size: size)
    script.press(keys)
    return script
  }

  private func selected(_ script: Script) -> ProposalID? { script.state.rank.selectedProposal }

  @Test func theBestIsFirstAndTheCursorIsOnIt() {
    let script = rank()
    #expect(script.state.rank.table?.rows.first?.id == 1201)
    #expect(selected(script) == 1201)
    #expect(script.state.current?.id == 1201)
    #expect(script.state.rank.table?.cutPlace == 4)
  }

  @Test(arguments: [
    ("j", 1), ("j j k", 1), ("G", 14), ("G Home", 0), ("End", 14), ("g 3 Enter", 2), ("g 2 j", 2),
    ("G g g", 0), ("Ctrl-D Ctrl-U", 0), ("PgDn PgUp", 0),
  ])
  func keysMoveTheCursor(_ keys: String, _ place: Int) {
    let script = rank(keys)
    #expect(script.state.rank.window.selection == place)
    #expect(selected(script) == script.state.rank.table?.rows[place].id)
  }

  @Test func theMethodIsChosenAndTheCursorStaysOnItsProposal() {
    var script = rank("j m")
    #expect(script.menu?.purpose == .method)
    #expect(script.menu?.items.map(\.isOn) == [false, true, false, false, false])
    let id = selected(script)
    script.press("j Enter")
    #expect(script.state.rank.method == .median)
    #expect(script.state.rank.table?.ranking.method == .median)
    #expect(selected(script) == id)
    #expect(script.screen.contains("by the median"))
    script.press("g s")
    #expect(script.screen.contains("by the median"))
  }

  @Test func theCursorStaysOnItsProposalWhenScoresChange() {
    var script = rank("G")
    let id = selected(script)!
    var summit = script.state.summit
    for reviewer in [ada, chi] {
      summit.sheets[reviewer]?.reviews[id] = Fixture.scored([5, 5, 5, 5], of: id, daysAgo: 1)
    }
    script.send(.folderChanged(summit, faults: []))
    #expect(script.state.rank.window.selection == 0)
    #expect(selected(script) == id)
  }

  @Test func aDecisionKeepsTheOrderTheCursorAndTheScores() {
    var script = rank()
    let scores = script.state.scoresVersion
    let made = script.state.rank.made
    script.press("d")
    #expect(selected(script) == 1201)
    #expect(script.outcome(1201) == .decline)
    #expect(script.state.rank.table?.row(of: 1201)?.entry.decision == .decline)
    #expect(script.state.scoresVersion == scores)
    #expect(script.state.rank.made == made)
    let anew = RankingTable(of: script.state.seen)
    #expect(script.state.rank.table == anew)
  }

  @Test func undoComesBackToTheProposal() {
    var script = rank("a G u")
    #expect(selected(script) == 1201)
    #expect(script.outcome(1201) == .undecided)
    script.press("Ctrl-R")
    #expect(script.outcome(1201) == .accept)
  }

  @Test func othersDoNotDecide() {
    let script = rank("a", viewer: ben)
    #expect(script.effects.isEmpty)
    #expect(script.toast == "Only a chair decides; you are a reviewer")
  }

  @Test(arguments: [Fixture.wide, Fixture.standard]) func theProposalIsReadAndOneComesBack(
    _ size: Size
  ) {
    var script = rank("j j o", size: size)
    #expect(script.state.screen == .review)
    #expect(script.selected == 1203)
    #expect(script.state.isReading == (size != Fixture.wide))
    script.press("g k")
    #expect(selected(script) == 1203)
  }

  @Test func theFilterHoldsHereAndRanksStay() {
    var script = Script(Fixture.state(viewer: ada, summit: Fixture.decidingSummit()))
    script.press("f")
    script.type("area:lakehouse")
    script.press("Enter g k")
    let rows = script.state.rank.table?.rows ?? []
    #expect(rows.map(\.id) == [1201, 1210, 1204, 1211])
    #expect(rows.map(\.entry.rank) == [1, 2, 4, 5])
    #expect(script.state.rank.table?.cutPlace == 3)
    #expect(script.screen.contains("4 of 15, Esc shows all"))
    script.press("j Esc")
    #expect(script.state.rank.table?.rows.count == 15)
    #expect(selected(script) == 1210)
    #expect(script.state.screen == .rank)
    script.press("Esc")
    #expect(script.state.screen == .review)
  }

  @Test func theAreaIsChangedHereToo() {
    var script = rank("> > >")
    #expect(script.screen.contains("◆ Lakehouses · 4 of 15, Esc shows all"))
    script.press("f")
    script.type("tag:nobody-has-this")
    script.press("Enter")
    #expect(script.screen.contains("No proposal meets this filter"))
    #expect(script.state.current == nil)
    script.press("a o Enter y * j G")
    #expect(script.effects.isEmpty)
  }

  @Test func undoShowsWhatTheFilterLeavesOut() {
    var script = rank("a >")
    #expect(selected(script) != 1201)
    #expect(script.state.list.isFiltered)
    script.press("u")
    #expect(selected(script) == 1201)
    #expect(!script.state.list.isFiltered)
  }

  @Test(arguments: [("q", ScreenKind.review), ("g s", .shortlist), ("Ctrl-N", .shortlist)])
  func keysLeaveTheScreen(_ keys: String, _ screen: ScreenKind) {
    #expect(rank(keys).state.screen == screen)
  }

  @Test func copyingAndBookmarksAreOfTheSelectedProposal() {
    let script = rank("* y")
    #expect(script.state.personal.bookmarks == [1201])
    #expect(script.screen.contains("★"))
    #expect(script.effects.contains { if case .copy("1201", _) = $0 { true } else { false } })
  }
}
