import ReviewAnalysis
import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct ExportTests {
  private func script(_ keys: String = "e", viewer: Identifier = ben) -> Script {
    var script = Script(Fixture.state(viewer: viewer))
    script.press(keys)
    return script
  }

  private func preview(_ order: ExportOrder, _ state: State) throws -> ExportPreview {
    try order.preview(of: state.seen)
  }

  /// Answers the last look that was ordered.
  private func answer(_ script: inout Script) throws {
    guard let order = orders(script).last else { return }
    script.send(.previewed(order, try preview(order, script.state)))
  }

  /// The looks that were ordered.
  private func orders(_ script: Script) -> [ExportOrder] {
    script.effects.compactMap { if case .previewExport(let order) = $0 { order } else { nil } }
  }

  @Test(arguments: [("e", Export.proposals), ("g k e", .ranking), ("g s e", .shortlist)])
  func opensOnWhatTheScreenShows(_ keys: String, _ what: Export) {
    let script = script(keys)
    #expect(orders(script).map(\.what) == [what])
    #expect(script.export?.order.path == "beam-summit-2026-\(what.rawValue).csv")
    #expect(script.export?.order.withEmails == false)
  }

  @Test func showsTheFirstLinesAndHowMuchThereIs() throws {
    var script = script()
    try answer(&script)
    #expect(script.screen.contains("16 rows"))
    #expect(script.screen.contains("id,title,status"))
  }

  @Test func everyChangeAsksForTheLinesAnew() throws {
    var script = script()
    try answer(&script)
    script.press("Right")
    #expect(orders(script).map(\.what) == [.proposals, .scores])
    #expect(script.export?.isPreviewCurrent == false)
    script.press("Down Space")
    #expect(orders(script).last?.format == .json)
    try answer(&script)
    #expect(script.export?.isPreviewCurrent == true)
    script.press("Left")
    #expect(orders(script).last?.format == .csv)
  }

  @Test func aLateAnswerToWhatIsNoLongerChosenIsDropped() throws {
    var script = script()
    let old = try #require(orders(script).first)
    script.press("Right")
    script.send(.previewed(old, try preview(old, script.state)))
    #expect(script.export?.preview == nil)
    try answer(&script)
    let shown = script.export?.preview
    script.send(.previewed(old, try preview(old, script.state)))
    #expect(script.export?.preview == shown)
    script.press("Esc")
    try answer(&script)
    #expect(script.state.overlays.isEmpty)
  }

  @Test func typingTheNameAsksForNothing() throws {
    var script = script("e Up")
    try answer(&script)
    script.press("Ctrl-U")
    script.type("~/out put/x.csv")
    #expect(orders(script).count == 1)
    #expect(script.export?.isPreviewCurrent == true)
    script.press("Enter")
    guard case .export(let order)? = script.effects.last else {
      Issue.record("nothing was ordered")
      return
    }
    #expect(order.path == "~/out put/x.csv")
    #expect(!order.overwrites)
  }

  @Test func theNameFollowsWhatIsChosen() {
    var script = script("e Right")
    #expect(script.export?.order.path == "beam-summit-2026-scores.csv")
    script.press("Down Left")
    #expect(script.export?.order.path == "beam-summit-2026-scores.md")
    script.press("Up Up Ctrl-U")
    script.type("mine.md")
    script.press("Down Left Down Right")
    #expect(script.export?.order.path == "mine.csv")
    script.press("Up Up Ctrl-U")
    script.type("out")
    script.press("Down Down Right")
    #expect(script.export?.order.path == "out")
  }

  @Test func aFilterOfTheListIsChosenThere() {
    var script = script("f")
    script.type("tag:iceberg")
    script.press("Enter e")
    #expect(script.export?.order.query == "tag:iceberg")
    #expect(script.screen.contains("[tag:iceberg]"))
    script.press("Esc g k e")
    #expect(script.export?.order.query == "tag:iceberg")
    script.press("Down Down Space")
    #expect(script.export?.order.query == "")
    script.press("Esc g m e")
    #expect(script.export?.order.query == "")
    script.press("Down Down Space")
    #expect(script.export?.order.query == "tag:iceberg")
  }

  @Test func scoresAreMadeAsOnTheScreen() {
    var script = script("g k m j Enter e")
    #expect(script.export?.order.method == .median)
    script.press("Esc")
    #expect(script.state.rank.method == .median)
  }

  @Test func addressesAreAskedForOnlyWhereSpeakersAreShown() {
    var script = script()
    #expect(script.export?.fields[.addresses] != nil)
    script.press("Down Down Down Space")
    #expect(script.export?.order.withEmails == true)
    #expect(script.screen.contains("Addresses leave Lectern with this file"))
    script.press("Home Up Up Up Right")
    #expect(script.export?.order.what == .scores)
    #expect(script.export?.fields[.addresses] == nil)
    #expect(script.export?.order.withEmails == false)
    let hidden = Fixture.summit { $0.rules.speakers = .hidden }
    var blind = Script(Fixture.state(summit: hidden))
    blind.press("e")
    #expect(blind.export?.fields[.addresses] == nil)
  }

  @Test func writesAndSaysSo() throws {
    var script = script("g s e Enter")
    let order = try #require(script.export?.order)
    #expect(script.effects.last == .export(order))
    script.press("Enter")
    #expect(script.effects.count == 2)
    script.send(.exported(order, rows: "2 rows"))
    #expect(script.state.overlays.isEmpty)
    #expect(script.toast == "Written: beam-summit-2026-shortlist.csv, 2 rows")
  }

  @Test func anExistingFileIsNotWrittenOverByTheKeyThatAsked() throws {
    var script = script("e Enter")
    let order = try #require(script.export?.order)
    script.send(.exportFailed(order, problem: "it exists", isThere: true))
    #expect(script.state.context == .overwrite)
    #expect(script.screen.contains("This file is there already. o writes over it, Esc goes back."))
    _ = script.takeEffects()
    script.press("Enter Space x y")
    #expect(script.effects.isEmpty)
    script.press("o")
    var second = order
    second.overwrites = true
    #expect(script.effects == [.export(second)])
    script.send(.exported(second, rows: "16 rows"))
    #expect(script.state.overlays.isEmpty)
  }

  @Test func fromTheQuestionOneGoesBackToTheName() throws {
    var script = script("e Enter")
    let order = try #require(script.export?.order)
    script.send(.exportFailed(order, problem: "it exists", isThere: true))
    script.press("Esc")
    #expect(script.export?.stage == .choosing)
    #expect(script.export?.fields.selected.key == .file)
    script.press("Ctrl-U")
    script.type("o.csv")
    #expect(script.export?.order.path == "o.csv")
    #expect(script.export?.order.overwrites == false)
  }

  @Test func aFailureStaysInTheDialogue() throws {
    var script = script("e Enter")
    let order = try #require(script.export?.order)
    script.send(.exportFailed(order, problem: "the disk is full", isThere: false))
    #expect(script.export?.stage == .choosing)
    #expect(script.screen.contains("the disk is full"))
    script.press("Enter")
    #expect(script.export?.stage == .writing)
    #expect(!script.screen.contains("the disk is full"))
  }

  @Test func aNameIsNeeded() {
    let script = script("e Up Ctrl-U Enter")
    #expect(script.export?.fields.selected.problem == "Type a name for the file.")
    #expect(script.effects.count == 1)
  }

  @Test func escapeStopsWhatIsBeingWritten() throws {
    var script = script("e Enter")
    let order = try #require(script.export?.order)
    _ = script.takeEffects()
    script.press("Esc")
    #expect(script.effects == [.stopWork])
    #expect(script.state.overlays.isEmpty)
    script.send(
      .exportFailed(order, problem: "It was stopped; nothing was written", isThere: false))
    #expect(script.toast == "It was stopped; nothing was written")
  }

  @Test func nothingIsWrittenBesideOtherWork() {
    var script = script("")
    script.send(.worked(Work(name: "Reading s.csv")))
    script.press("e Enter")
    #expect(script.effects.count == 1)
    #expect(script.export?.problem?.hasPrefix("Reading s.csv goes on") == true)
    script.send(.worked(nil))
    script.press("Enter")
    #expect(script.effects.count == 2)
  }

  @Test func aPastedPathIsTheName() {
    var script = script()
    script.press("Up Ctrl-U Up Up")
    script.send(.input(.paste("'/tmp/a b.csv'\n")))
    #expect(script.export?.order.path == "/tmp/a b.csv")
  }
}
