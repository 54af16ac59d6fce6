import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct ViewsTests {
  private func script(viewer: Identifier? = ben, size: Size = Fixture.wide) -> Script {
    Script(Fixture.state(viewer: viewer, size: size, summit: DiscussionTests.summit()))
  }

  private func keptViews(_ script: Script) -> [(name: String, view: SavedView?)] {
    script.effects.compactMap {
      if case .keep(.view(let name, let view), _) = $0 { (name, view) } else { nil }
    }
  }

  /// A script in which `my threes` is kept.
  private func kept(size: Size = Fixture.wide) -> Script {
    var script = script(size: size)
    script.press("f")
    script.type("is:stale")
    script.press("Enter Ctrl-S")
    script.type("to read again")
    script.press("Enter")
    return script
  }

  @Test func theKeyBesideKeepingWorksInTheListOfViewsToo() {
    var script = Script(Fixture.state())
    script.press("f")
    script.type("is:unscored")
    script.press("Enter F Ctrl-S")
    script.type("mine")
    script.press("Enter")
    #expect(script.state.personal.views.keys.contains("mine"))
    #expect(script.state.overlays.isEmpty)
  }

  @Test func theListIsKeptUnderAName() {
    var script = kept()
    let view = SavedView(query: "is:stale")
    #expect(keptViews(script).map(\.name) == ["to read again"])
    #expect(keptViews(script).first?.view == view)
    #expect(script.state.viewName == "to read again")
    script.press("Esc")
    #expect(script.state.viewName == nil)
    #expect(script.listed.count == 16)
    script.press("F")
    #expect(script.menu?.items.first?.label == "to read again")
    #expect(script.menu?.items.first?.detail == "yours     1")
    script.press("Enter")
    #expect(script.listed == [1211])
    #expect(script.screen.contains("to read again \u{B7} 1 of 16"))
  }

  @Test func theFilterLineKeepsWhatItSays() {
    var script = script()
    script.press("f")
    script.type("is:stale")
    script.press("Ctrl-S")
    #expect(script.prompt?.purpose == .saveView)
    script.type("x")
    script.press("Enter")
    #expect(script.state.personal.views["x"]?.query == "is:stale")
    // A line that is wrong is said to be so, and nothing is kept.
    script.press("Esc f")
    script.type("ara:x")
    script.press("Ctrl-S")
    #expect(script.filter?.problem != nil)
  }

  @Test func areaAndOrderBelongToIt() {
    var script = script()
    script.press("> S")
    script.press("Down Enter")
    script.press("Ctrl-S")
    script.type("mine")
    script.press("Enter")
    let view = script.state.personal.views["mine"]
    #expect(view?.area == Identifier("ml-integration"))
    #expect(view?.sort == script.state.list.order)
    #expect(view?.sort != .queue)
    script.press("<")
    #expect(script.state.viewName == nil)
    script.press("F Enter")
    #expect(script.state.list.area == Identifier("ml-integration"))
  }

  @Test func theWholeListIsNoView() {
    var script = script()
    script.press("Ctrl-S")
    #expect(script.prompt == nil)
    #expect(script.toast.hasPrefix("All proposals are shown"))
  }

  @Test func keepingIsUndoneAndRedone() {
    var script = kept()
    script.press("u")
    #expect(script.state.personal.views.isEmpty)
    #expect(script.toast.hasPrefix("Undone (keeping the view to read again)"))
    script.press("Ctrl-R")
    #expect(script.state.personal.views.count == 1)
    #expect(keptViews(script).map { $0.view == nil } == [false, true, false])
  }

  @Test func aViewIsRenamedAndRemoved() {
    var script = kept()
    script.press("F Ctrl-T")
    #expect(script.prompt?.field.text == "to read again")
    script.press("Ctrl-U")
    script.type("again")
    script.press("Enter")
    #expect(Array(script.state.personal.views.keys) == ["again"])
    script.press("u")
    #expect(Array(script.state.personal.views.keys) == ["to read again"])
    script.press("F Ctrl-X")
    #expect(script.state.personal.views.isEmpty)
    #expect(script.menu?.purpose == .views)
    script.press("Esc u")
    #expect(Array(script.state.personal.views.keys) == ["to read again"])
  }

  @Test func whatIsReadyMadeStays() {
    var script = script()
    script.press("F Ctrl-X")
    #expect(script.toast.hasPrefix("Only the views that you named yourself"))
    script.press("Ctrl-T")
    #expect(script.prompt == nil)
  }

  @Test func aNameThatIsTakenIsNotGivenTwice() {
    var script = kept()
    script.press("Esc f")
    script.type("is:draft")
    script.press("Enter Ctrl-S")
    script.type("drafts")
    script.press("Enter F Ctrl-T Ctrl-U")
    script.type("to read again")
    script.press("Enter")
    #expect(script.prompt?.problem == "There is a view of this name already")
    #expect(script.state.personal.views.count == 2)
  }

  @Test func readyMadeViewsHaveCounts() throws {
    var script = script()
    script.press("F")
    let menu = try #require(script.menu)
    let counts = menu.items.map { "\($0.label)=\($0.detail)" }
    #expect(counts.contains("Unread discussion=1"))
    #expect(counts.contains("Stale: changed since I scored=1"))
    #expect(counts.contains("Withdrawn=1"))
    #expect(!counts.contains { $0.hasPrefix("Bookmarked") })
    script.type("unread")
    script.press("Enter")
    #expect(script.listed == [1210])
    #expect(script.screen.contains("Unread discussion"))
  }

  @Test func everyReadyMadeViewIsAQuery() throws {
    var events = [Fixture.summit().event]
    events.append(
      Fixture.plain(proposals: 1, scale: ScoreScale(low: -2, high: 2, step: 0.5)!).event)
    for event in events {
      for ready in SavedView.readyMade(in: event, hasAssignments: true) {
        _ = try Query(ready.view.query, for: event)
      }
    }
  }

  @Test func aViewOfWhatIsHiddenIsEmpty() {
    // Chi has scored 1210 only; the spread of others stays hidden elsewhere.
    var script = script(viewer: nil)
    script.press("Esc F")
    #expect(script.menu?.items.contains { $0.label == "Most disputed" } == false)
  }

  @Test func aViewThatIsNoQueryAnyMoreSaysSo() {
    var script = script()
    _ = script.state
    var personal = Personal(views: ["old": SavedView(query: "area:gone")])
    personal.session = nil
    script.send(.personal(personal, of: ben))
    script.press("F Enter")
    #expect(script.toast.hasPrefix("old is no filter any more"))
    #expect(script.listed.count == 16)
  }

  @Test func theRankingIsFilteredToo() {
    var script = Script(Fixture.state(viewer: ada, summit: DiscussionTests.summit()))
    script.press("g k F")
    script.type("discussed")
    script.press("Enter")
    #expect(script.state.screen == .rank)
    #expect(script.screen.contains("Discussed, newest first"))
  }

  @Test func aCapitalFindsACapitalFirst() {
    let items = ["sort the titles", "Sort by Title", "a Sink for Tables"].map {
      Menu.Item(label: $0, action: .copy($0))
    }
    func found(_ text: String) -> [String] {
      var menu = Menu(.links, title: "", items: items, isFilterable: true)
      menu.field = TextField(text)
      menu.filter()
      return menu.shown.map { items[$0].label }
    }
    #expect(found("st").first == "sort the titles")
    #expect(found("ST").first == "Sort by Title")
    #expect(found("ST").count == found("st").count)
  }

  /// The letters of the words that one remembers bring the title up, before titles that only happen
  /// to have them.
  @Test(arguments: [
    ("exon", "Exactly-once upserts into Iceberg"), ("icb ups", "Exactly-once upserts into Iceberg"),
    ("four eng", "One catalog, four engines"), ("kfk", "From Kafka to Iceberg in a weekend"),
    ("cdc", "CDC without the tears"), ("uber", "\u{DC}ber Streams"),
  ])
  func theTitleThatIsMeantComesFirst(_ typed: String, _ title: String) {
    let titles = [
      "A deep dive into exporting configuration", "Exactly-once upserts into Iceberg",
      "One catalog, four engines", "From Kafka to Iceberg in a weekend", "CDC without the tears",
      "Change data capture, carefully", "\u{DC}ber Streams", "Unbounded reading of big sources",
    ]
    let hits = FuzzyIndex(titles).hits(of: FuzzyPattern(typed))
    #expect(hits.first.map { titles[$0.place] } == title)
    let ranges = FuzzyPattern(typed).ranges(in: title)
    let letters = ranges.map { title[$0] }.joined()
    #expect(letters.count == typed.filter { $0 != " " }.count)
  }

  @Test func everyMenuOfPeopleAndTalksIsTypedInto() {
    var script = script()
    script.press("I")
    script.type("chia")
    #expect(script.menu?.selected?.action == .become(chi))
    #expect(script.menu?.shown.count == 1)
    script.press("Esc")
    var other = Script(Fixture.state())
    other.press("j o")
    #expect(other.menu?.field != nil)
  }

  @Test func jumpsKnowFiltersAndWhatLiesAhead() {
    var script = Script(Fixture.state())
    script.press("j")
    let before = script.selected
    script.press("f")
    script.type("is:stale")
    script.press("Enter")
    #expect(script.selected == 1211)
    script.press("Ctrl-O")
    #expect(script.selected == before)
    script.press("g j")
    #expect(script.menu?.items.map(\.detail) == ["ahead  1211"])
  }

  @Test func jumpsKnowOtherScreensAndUndo() {
    var script = Script(Fixture.state(viewer: ada, summit: DiscussionTests.summit()))
    let before = script.selected
    script.press("g k G o")
    #expect(script.selected != before)
    script.press("Ctrl-O")
    #expect(script.selected == before)
    script.press("* G")
    let last = script.selected
    script.press("u")
    #expect(script.selected == before)
    script.press("Ctrl-O")
    #expect(script.selected == last)
  }

  // MARK: - Whole frames

  @Test(arguments: [Fixture.wide, Fixture.standard, Fixture.narrow])
  func looksAsItShould(_ size: Size) {
    var script = kept(size: size)
    script.press("Esc F")
    Snapshot(name: "views").check(script.state)
    script.type("read")
    Snapshot(name: "views-found").check(script.state)
    script.press("Enter Ctrl-S")
    Snapshot(name: "views-naming").check(script.state)
  }
}
