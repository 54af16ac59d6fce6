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

  /// 1201 withdrawn, 1211 changed in text and level, a new one.
  static var preview: ImportPreview {
    var preview = ImportPreview()
    let proposals = Fixture.summit().proposals
    var changed = proposals.first { $0.id == 1211 }!
    let before = changed
    changed.title = "Schema evolution without tears"
    changed.abstract = "We rename one field. \u{1B}[31mSlowly."
    changed.level = "Advanced"
    var new = Proposal(id: 1999, title: "A new \u{1B}]0;one")
    new.focusAreas = changed.focusAreas
    var withdrawn = proposals.first { $0.id == 1201 }!
    let old = withdrawn
    withdrawn.isWithdrawn = true
    preview.changes = [
      .init(.new, before: nil, after: new), .init(.changed, before: before, after: changed),
      .init(.withdrawn, before: old, after: withdrawn),
    ]
    preview.unchanged = 57
    return preview
  }

  private func tried() -> Script {
    var script = script()
    script.type("sessions.csv")
    script.press("Enter")
    script.send(.imported(ImportOrder(["sessions.csv"]), report: report, preview: Self.preview))
    return script
  }

  @Test func aFileIsLookedAtFirstAndThenTakenOver() {
    var script = tried()
    #expect(script.effects == [.importFiles(ImportOrder(["sessions.csv"]))])
    for line in report { #expect(script.pageText.contains(line)) }
    #expect(script.state.context == .report)
    script.press("i")
    #expect(script.effects.last == .importFiles(ImportOrder(["sessions.csv"]).forGood))
    #expect(script.state.overlays.isEmpty)
    script.send(
      .imported(ImportOrder(["sessions.csv"]).forGood, report: report, preview: Self.preview))
    #expect(script.toast == "Imported: 12 new, 3 changed, 1 withdrawn, 57 unchanged.")
  }

  @Test func everyChangeIsReadBeforeAnythingIsWritten() {
    let text = tried().pageText
    for line in [
      "Changed", "1211  Schema evolution without tears", "without tears", "Level: ",
      "New", "1999  A new", "Withdrawn", "turn stale",
    ] { #expect(text.contains(line), "\(line) in \(text)") }
    #expect(!text.contains("\u{1B}"))
  }

  @Test func tabGoesOnToTheNextPart() {
    var script = Script(Fixture.state(viewer: ada, size: Size(columns: 60, rows: 16)))
    script.press("i")
    script.type("s.csv")
    script.press("Enter")
    script.send(.imported(ImportOrder(["s.csv"]), report: report, preview: Self.preview))
    var offsets: [Int] = [script.page?.offset ?? -1]
    while offsets.count < 12 {
      script.press("Tab")
      offsets.append(script.page?.offset ?? -1)
      if offsets.last == 0 { break }
    }
    #expect(offsets.count > 2 && offsets.last == 0)
    #expect(offsets.dropLast() == offsets.dropLast().sorted()[...])
  }

  @Test func whatIsMissingIsWithdrawnOnRequest() {
    var script = tried()
    script.press("w")
    #expect(script.effects.count == 1)
    #expect(script.page != nil)
    var held = ImportPreview()
    held.heldBack = 30
    script.send(.imported(ImportOrder(["sessions.csv"]), report: report, preview: held))
    script.press("Esc i")
    #expect(script.pageText.contains("w tries it with 30 that are missing withdrawn."))
    script.press("w")
    let withdrawing = ImportOrder(["sessions.csv"], withdrawsMissing: true)
    #expect(script.effects.last == .importFiles(withdrawing))
    script.send(.imported(withdrawing, report: report, preview: Self.preview))
    script.press("i")
    #expect(script.effects.last == .importFiles(withdrawing.forGood))
  }

  @Test func identicalInputSaysThatAllIsThere() {
    var script = script()
    script.type("s.csv")
    script.press("Enter")
    var same = ImportPreview()
    same.unchanged = 72
    script.send(
      .imported(
        ImportOrder(["s.csv"]), report: ["0 new, 0 changed, 0 withdrawn, 72 unchanged."],
        preview: same))
    #expect(script.pageText.contains("All of it is in the folder already."))
  }

  @Test(arguments: ["Enter", "Esc", "q", "Space", "j"])
  func noOtherKeyTakesItOver(_ key: String) {
    var script = tried()
    script.press(key)
    #expect(script.effects == [.importFiles(ImportOrder(["sessions.csv"]))])
    #expect(script.state.overlays.isEmpty == ["Esc", "q"].contains(key))
  }

  @Test(arguments: [
    (" 'a b.csv' ", "a b.csv"), ("\"x.json\"", "x.json"), ("~/it's.csv", "~/it's.csv"),
    ("'", "'"),
  ]) func quotesAroundAPathAreTakenOff(_ typed: String, _ path: String) {
    var script = script()
    script.send(.input(.paste(typed)))
    script.press("Enter")
    #expect(script.effects == [.importFiles(ImportOrder([path]))])
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
    script.send(
      .importFailed(ImportOrder(["sesions.csv"]), report: ["sesions.csv: there is no such file."]))
    #expect(script.form?.fields.text(.setting) == "sesions.csv")
    #expect(script.screen.contains("there is no such file."))
  }

  @Test func whatIsRefusedIsAPageThatAsksNothing() {
    var script = script()
    script.type("x.csv")
    script.press("Enter")
    script.send(
      .importFailed(ImportOrder(["x.csv"]), report: ["x.csv:1:1: no header", "x.csv:2:1: no id"]))
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
    script.send(.imported(ImportOrder(["s.csv"]), report: report, preview: Self.preview))
    #expect(script.note != nil)
    #expect(script.toast.hasSuffix("i shows it"))
    script.press("Esc i")
    #expect(script.page != nil)
    script.press("i")
    #expect(script.effects.last == .importFiles(ImportOrder(["s.csv"]).forGood))
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
