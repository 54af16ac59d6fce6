import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct ImportTests {
  private func script(_ keys: String = "i", viewer: Identifier? = ada) -> Script {
    var script = Script(Fixture.state(viewer: viewer))
    script.press(keys)
    return script
  }

  private let report = [
    "12 new, 3 changed, 1 withdrawn, 57 unchanged.",
    "sessions.csv:7:12: the level is unknown. Mend it.", "not mapped: \"track\": \"Web\"",
  ]

  private func tried() -> Script {
    var script = script()
    script.type("sessions.csv")
    script.press("Enter")
    script.send(.imported(["sessions.csv"], isDryRun: true, report: report))
    return script
  }

  @Test func aFileIsLookedAtFirstAndThenTakenOver() {
    var script = tried()
    #expect(script.effects == [.importFiles(["sessions.csv"], isDryRun: true)])
    for line in report { #expect(script.pageText.contains(line)) }
    #expect(script.state.context == .report)
    script.press("i")
    #expect(script.effects.last == .importFiles(["sessions.csv"], isDryRun: false))
    #expect(script.state.overlays.isEmpty)
    script.send(.imported(["sessions.csv"], isDryRun: false, report: report))
    #expect(script.toast == "Imported: 12 new, 3 changed, 1 withdrawn, 57 unchanged.")
  }

  @Test(arguments: ["Enter", "Esc", "q", "Space", "j"])
  func noOtherKeyTakesItOver(_ key: String) {
    var script = tried()
    script.press(key)
    #expect(script.effects == [.importFiles(["sessions.csv"], isDryRun: true)])
    #expect(script.state.overlays.isEmpty == ["Esc", "q"].contains(key))
  }

  @Test(arguments: [
    (" 'a b.csv' ", "a b.csv"), ("\"x.json\"", "x.json"), ("~/it's.csv", "~/it's.csv"),
    ("'", "'"),
  ]) func quotesAroundAPathAreTakenOff(_ typed: String, _ path: String) {
    var script = script()
    script.send(.input(.paste(typed)))
    script.press("Enter")
    #expect(script.effects == [.importFiles([path], isDryRun: true)])
  }

  @Test func aPathIsNeeded() {
    let script = script("i Enter")
    #expect(script.effects.isEmpty)
    #expect(script.form?.fields.selected.problem != nil)
  }

  @Test func aPathThatIsNoneCanBeMended() {
    var script = script()
    script.type("sesions.csv")
    script.press("Enter")
    script.send(.importFailed(["sesions.csv"], report: ["sesions.csv: there is no such file."]))
    #expect(script.form?.fields.text(.setting) == "sesions.csv")
    #expect(script.screen.contains("there is no such file."))
  }

  @Test func whatIsRefusedIsAPageThatAsksNothing() {
    var script = script()
    script.type("x.csv")
    script.press("Enter")
    script.send(.importFailed(["x.csv"], report: ["x.csv:1:1: no header", "x.csv:2:1: no id"]))
    #expect(script.page?.title == "Not imported, nothing was changed: x.csv")
    #expect(script.state.context == .page)
    script.press("i")
    #expect(script.effects.count == 1)
  }

  @Test func onlyAChairImports() {
    let script = script("i", viewer: ben)
    #expect(script.state.overlays.isEmpty)
    #expect(script.toast == "Only a chair brings proposals in; you are a reviewer")
  }

  @Test func aReportWaitsForWhoIsWriting() {
    var script = script()
    script.type("s.csv")
    script.press("Enter t")
    script.send(.imported(["s.csv"], isDryRun: true, report: report))
    #expect(script.note != nil)
    #expect(script.toast.hasSuffix("i shows it"))
    script.press("Esc i")
    #expect(script.page != nil)
    script.press("i")
    #expect(script.effects.last == .importFiles(["s.csv"], isDryRun: false))
  }

  @Test func oneImportAtATime() {
    var script = script("")
    script.send(.worked(Work(name: "Reading s.csv", done: 1, total: 3)))
    script.press("i")
    #expect(script.state.overlays.isEmpty)
    #expect(script.toast == "Reading s.csv goes on; Esc stops it")
    script.press("Esc")
    #expect(script.effects == [.stopWork])
  }

  @Test func aSummitWithoutProposalsSaysHowTheyComeIn() {
    let summit = Summit(event: Fixture.summit().event)
    let chair = Script(Fixture.state(viewer: ada, summit: summit)).screen
    #expect(chair.contains("i brings in the export of your call"))
    let reviewer = Script(Fixture.state(viewer: ben, summit: summit)).screen
    #expect(reviewer.contains("A chair brings them in;"))
  }
}
