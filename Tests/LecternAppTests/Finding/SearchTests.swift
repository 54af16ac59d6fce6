import ReviewAnalysis
import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct SearchTests {
  private func script(_ keys: String = "", size: Size = Fixture.wide) -> Script {
    var script = Script(Fixture.state(size: size))
    script.press(keys)
    return script
  }

  /// The list: 1215, 1201 to 1208, 1214, 1210 to 1213, 1216, 1209. Iceberg is in 1201, 1210, 1213.
  private func searched(_ text: String, after keys: String = "") -> Script {
    var script = script(keys + " /")
    script.type(text)
    return script
  }

  @Test func theFirstMatchIsShownAsOneTypes() {
    var script = searched("iceb")
    #expect(script.selected == 1201)
    #expect(script.screen.contains("1 of 3 matches"))
    script.type("erg")
    #expect(script.selected == 1201)
    script.press("Enter")
    #expect(script.state.overlays.isEmpty)
    #expect(script.selected == 1201)
    #expect(script.screen.contains("/iceberg 1 of 3"))
    script.press("Ctrl-O")
    #expect(script.selected == 1215)
  }

  @Test func aMatchUnderTheCursorIsTheFirst() {
    let script = searched("iceberg", after: "j")
    #expect(script.selected == 1201)
  }

  @Test func belowTheLastMatchItGoesOnFromTheTop() {
    var script = searched("exactly", after: "G")
    #expect(script.selected == 1201)
    #expect(script.searchLine?.isAround == true)
    #expect(script.screen.contains("1 of 1 match · from the top again"))
    script.press("Esc")
    #expect(script.selected == 1209)
    #expect(script.state.search == nil)
  }

  @Test func whatIsNowhereMovesNothing() {
    var script = searched("zzz", after: "j j")
    #expect(script.selected == 1202)
    #expect(script.screen.contains("no match"))
    script.press("Enter")
    #expect(script.selected == 1202)
    #expect(script.state.search == nil)
    #expect(script.toast == "No match for zzz")
    #expect(script.state.jumps.behind.isEmpty)
  }

  @Test func takingLettersBackGoesBackTowardsTheStart() {
    var script = searched("kafka")
    #expect(script.selected == 1213)
    for _ in 0..<4 { script.press("Backspace") }
    #expect(script.selected == 1201)
    script.press("Backspace")
    #expect(script.selected == 1215)
    #expect(script.searchLine != nil)
    script.press("Backspace")
    #expect(script.searchLine == nil)
  }

  @Test func theNextMatchAndTheOneBefore() {
    var script = searched("iceberg")
    script.press("Enter n")
    #expect(script.selected == 1210)
    #expect(script.toast.isEmpty)
    script.press("n")
    #expect(script.selected == 1213)
    script.press("n")
    #expect(script.selected == 1201)
    #expect(script.toast == "From the top again: match 1 of 3")
    script.press("N")
    #expect(script.selected == 1213)
    #expect(script.toast == "From the end again: match 3 of 3")
    script.press("N")
    #expect(script.selected == 1210)
  }

  @Test func withoutASearchThereIsNoNextMatch() {
    for key in ["n", "N"] {
      let script = script(key)
      #expect(script.toast == "Nothing is searched for; / searches")
      #expect(script.selected == 1215)
    }
  }

  @Test func anEmptyLineGoesOnWithWhatWasSearchedFor() {
    var script = searched("iceberg")
    script.press("Enter / Enter")
    #expect(script.state.search?.text == "iceberg")
    #expect(script.selected == 1210)
    script.press("/ Esc")
    #expect(script.state.search?.text == "iceberg")
    #expect(script.selected == 1210)
    script.press("/ k a Esc")
    #expect(script.state.search?.text == "iceberg")
    #expect(script.selected == 1210)
  }

  @Test func escapeTakesBackNumberMarksSearchAndFilterInThisOrder() {
    var script = Script(
      Fixture.state(
        summit: Fixture.plain(
          proposals: 5, scale: ScoreScale(low: 0, high: 10, step: 1)!)))
    script.press("f")
    script.type("is:unscored")
    script.press("Enter /")
    script.type("proposal")
    script.press("Enter v 7")
    #expect(script.state.typedNumber == "7")
    script.press("Esc")
    #expect(script.state.typedNumber.isEmpty)
    #expect(script.state.list.marks.count == 1)
    script.press("Esc")
    #expect(script.state.list.marks.isEmpty)
    #expect(script.state.search != nil)
    script.press("Esc")
    #expect(script.state.search == nil)
    #expect(script.state.list.isFiltered)
    script.press("Esc")
    #expect(!script.state.list.isFiltered)
  }

  @Test func onlyRowsOfTheListAreFound() {
    var script = script("f")
    script.type("area:lakehouse")
    script.press("Enter /")
    script.type("kafka")
    #expect(script.screen.contains("no match in this list, 1 outside the filter"))
    script.press("Esc Esc /")
    script.type("kafka")
    #expect(script.selected == 1213)
  }

  @Test func whatIsSearchedForFollowsAChangeOfTheFilter() {
    var script = searched("iceberg")
    script.press("Enter > > >")
    #expect(script.state.search?.count == 2)
    script.press("Esc")
    #expect(script.state.search == nil)
    #expect(script.state.list.area != nil)
  }

  // MARK: - Marks in the text

  @Test func matchesAreMarkedInTitlesAndTexts() {
    var script = searched("iceberg")
    script.press("Enter")
    let canvas = Interface.draw(script.state).canvas
    let marked = (0..<canvas.size.rows).flatMap { row in
      (0..<canvas.size.columns).filter { column in
        canvas[column: column, row: row].style == script.state.theme.match
      }.map { canvas[column: $0, row: row].text }
    }
    #expect(marked.joined().lowercased().contains("icebergiceberg"))
    script.press("Esc")
    let plain = Interface.draw(script.state).canvas
    for row in 2..<plain.size.rows {
      for column in 0..<plain.size.columns {
        #expect(plain[column: column, row: row].style != script.state.theme.match)
      }
    }
  }

  @Test func whileOneReadsTheNextLineOfTheTextComesFirst() {
    var script = script("", size: Fixture.narrow)
    script.press("/")
    script.type("and")
    script.press("Enter")
    #expect(script.selected == 1201)
    #expect(script.state.isReading)
    let pane = script.state.pane
    #expect(!pane.matches.isEmpty)
    let offset = pane.offset
    #expect(pane.matches.contains { (offset..<offset + pane.height).contains($0) })
    var steps = 0
    while script.state.pane.matches.contains(where: {
      $0 >= script.state.pane.offset + script.state.pane.height
    }) {
      let before = script.state.pane.offset
      script.press("n")
      #expect(script.selected == 1201)
      #expect(script.state.pane.offset > before)
      steps += 1
    }
    #expect(steps > 0)
    script.press("N")
    #expect(script.state.pane.offset < 40)
  }

  @Test func leavingTheLineScrollsBack() {
    var script = script("j Enter Space")
    let offset = script.state.pane.offset
    #expect(offset > 0)
    script.press("/")
    script.type("kafka")
    #expect(script.selected == 1213)
    script.press("Esc")
    #expect(script.selected == 1201)
    #expect(script.state.pane.offset == offset)
  }

  @Test func hostileTextsAreMarkedWithoutHarm() {
    var script = searched("red")
    script.press("Enter")
    #expect(script.selected == 1202)
    #expect(!script.screen.unicodeScalars.contains { $0.value == 27 })
    #expect(!script.screen.contains("[31m"))
  }

  // MARK: - Elsewhere

  @Test func aPasteIsSearchedFor() {
    var script = script("/")
    script.send(.input(.paste("one\ncatalog")))
    #expect(script.selected == 1210)
    #expect(script.effects.isEmpty)
  }

  @Test func aFolderThatChangedIsSearchedAnew() {
    var script = searched("iceberg")
    script.press("Enter")
    var proposals = Fixture.summit().proposals
    proposals[7].abstract = "An iceberg too."
    var summit = Summit(event: Fixture.summit().event, proposals: proposals, speakers: [])
    summit.sheets = Fixture.summit().sheets
    script.send(.folderChanged(summit, faults: []))
    #expect(script.state.search?.count == 4)
  }

  @Test func anotherReviewerStartsWithoutASearch() {
    var script = searched("iceberg")
    script.press("Enter I Home Enter")
    #expect(script.state.seen.viewer?.id == ada)
    #expect(script.state.search == nil)
  }

  @Test(arguments: ["g k", "g s"]) func aRankingIsSearchedInItsOwnOrder(_ keys: String) {
    var script = Script(Fixture.state(viewer: ada))
    script.press(keys)
    let start = script.state.current?.id
    script.press("/")
    script.type("iceberg")
    let rows = script.state.rank.table?.rows.map(\.id) ?? []
    #expect(script.state.search?.rows.map { rows[$0] }.sorted() == [1201, 1210, 1213])
    script.press("Esc")
    #expect(script.state.current?.id == start)
    script.press("/")
    script.type("iceberg")
    script.press("Enter")
    var found = [script.state.current?.id]
    for _ in 0..<2 {
      script.press("n")
      found.append(script.state.current?.id)
    }
    #expect(Set(found) == [1201, 1210, 1213])
    #expect(script.screen.contains("/iceberg 3 of 3"))
    let screen = script.state.screen
    script.press("Esc")
    #expect(script.state.search == nil)
    #expect(script.state.screen == screen)
  }

  // MARK: - What is hidden

  @Test func hiddenSpeakersAreNeverFound() throws {
    let name = try #require(FixtureProposals.speakers.first { $0.proposals.contains(1201) }?.name)
    let summit = Fixture.summit { $0.rules.speakers = .afterScoring }
    var script = Script(Fixture.state(summit: summit))
    script.press("j /")
    script.type(name)
    #expect(script.state.search?.rows.contains(1) == false)
    script.press("Esc 3 3 3 3")
    #expect(script.mine(1201)?.status == .scored)
    script.press("/")
    script.type(name)
    #expect(script.state.search?.rows.contains(1) == true)
    script.press("Enter g g j x")
    #expect(script.mine(1201)?.status == .cleared)
    #expect(script.state.search?.rows.contains(1) == false)
  }
}
