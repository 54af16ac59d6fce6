import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

/// Whole frames of the committee, the export and the import.
struct OfficeSnapshotTests {
  static let sizes = [Fixture.wide, Fixture.standard, Fixture.narrow]

  private static var summit: Summit {
    var summit = Fixture.summitWithOthersScores { event in
      event.committee[0].email = "ada@example.org"
      event.committee[0].organization = "Polder Streaming Cooperative"
      event.committee[0].expertise = [Identifier("agentic")!, Identifier("lakehouse")!]
      event.committee[1].organization = "\u{1B}[31mRed\u{1B}[0m \u{202E}Labs"
      event.committee[2].expertise = event.focusAreas.map(\.id)
      event.rules.slots = 9
      event.rules.reviewsPerProposal = 3
      event.focusAreas[2].slots = SlotLimits(minimum: 4, maximum: 9)
      event.formats[0].slots = SlotLimits(maximum: 30)
      var hostile = Fixture.member(
        Identifier("zed")!, "\u{1B}]0;x\u{7}Zed\tthe 流式数据湖仓用统一的批流处理管道把数据")
      hostile.role = .chair
      event.committee.append(hostile)
    }
    summit.decisions[1204] = [Decision(.accept, at: Fixture.now, chair: ada)]
    summit.decisions[1202] = [Decision(.accept, at: Fixture.now, chair: ada)]
    return summit
  }

  private func script(
    _ keys: String, viewer: Identifier? = ada, size: Size, glyphs: Glyphs = .unicode
  ) -> Script {
    var script = Script(
      Fixture.state(viewer: viewer, size: size, summit: Self.summit, glyphs: glyphs))
    script.press(keys)
    return script
  }

  private func check(_ name: String, _ script: Script) {
    Snapshot(name: name).check(script.state)
  }

  @Test(arguments: sizes) func showsTheCommittee(_ size: Size) {
    check("committee", script("g m", size: size))
    Snapshot(name: "committee-end").check(script("g m G", size: size).state)
    Snapshot(name: "committee-round").check(script("g m j j j j", size: size).state)
  }

  @Test(arguments: sizes) func showsTheCommitteeToAReviewer(_ size: Size) {
    Snapshot(name: "committee-reviewer").check(script("g m", viewer: ben, size: size).state)
  }

  @Test(arguments: sizes) func showsAnEmptyCommittee(_ size: Size) {
    let summit = Fixture.summitWithOthersScores { event in
      event.committee = []
      event.rounds = []
    }
    var script = Script(Fixture.state(viewer: nil, size: size, summit: summit))
    script.press("g m")
    Snapshot(name: "committee-empty").check(script.state)
  }

  @Test(arguments: sizes) func showsTheFormOfAMember(_ size: Size) {
    check("member", script("g m Enter", size: size))
    var script = script("g m a", size: size)
    script.type("Ada")
    script.press("Tab Ctrl-U")
    script.type("ada")
    script.press("Enter")
    Snapshot(name: "member-refused").check(script.state)
  }

  @Test(arguments: sizes) func showsTheFormOfADeadline(_ size: Size) {
    var script = script("g m j j j j j Enter", size: size)
    Snapshot(name: "deadline").check(script.state)
    script.type("x")
    script.press("Enter")
    check("deadline-refused", script)
  }

  @Test(arguments: sizes) func showsTheValuesOfARule(_ size: Size) {
    var script = script("g m", size: size)
    script.go(to: .rule(.speakers(.shown)))
    script.press("Enter")
    Snapshot(name: "rule").check(script.state)
  }

  private func previewed(_ keys: String, size: Size) throws -> Script {
    var script = script(keys, size: size)
    let order = try #require(script.export?.order)
    script.send(.previewed(order, try order.preview(of: script.state.seen)))
    return script
  }

  @Test(arguments: sizes) func showsTheExport(_ size: Size) throws {
    check("export", try previewed("g m e", size: size))
    Snapshot(name: "export-proposals").check(
      try previewed("g m e Right Right Down Right Right Up", size: size).state)
    Snapshot(name: "export-addresses").check(
      try previewed("g m e Down Down Down Right", size: size).state)
  }

  @Test(arguments: sizes) func asksBeforeAFileIsWrittenOver(_ size: Size) throws {
    var script = try previewed("g m e Enter", size: size)
    let order = try #require(script.export?.order)
    script.send(.exportFailed(order, problem: "it is there", isThere: true))
    check("export-overwrite", script)
    script.press("Esc Enter")
    script.send(
      .exportFailed(order, problem: "Not written: no space left on the disk", isThere: false))
    Snapshot(name: "export-failed").check(script.state)
  }

  @Test(arguments: sizes) func showsAnImportBeforeItIsTakenOver(_ size: Size) {
    var script = script("g m i", size: size)
    script.type("~/Downloads/sessions.csv")
    Snapshot(name: "import").check(script.state)
    script.press("Enter")
    script.send(
      .imported(
        ImportOrder(["~/Downloads/sessions.csv"]),
        report: [
          "12 new, 3 changed, 1 withdrawn, 57 unchanged.",
          "sessions.csv:7:12: \"Expert\" is no level of the summit. Add it to summit.json, or "
            + "mend the file.",
          "not mapped: Track: \"\u{1B}[31mWeb\"",
        ], preview: ImportTests.preview))
    check("import-tried", script)
    script.press("i")
    script.send(
      .importFailed(
        ImportOrder(["~/Downloads/sessions.csv"]),
        report: ["sessions.csv:1:1: no header.", "x:2: no id."]))
    Snapshot(name: "import-refused").check(script.state)
  }

  @Test(arguments: sizes) func drawsTheOfficeInASCII(_ size: Size) throws {
    let committee = script("g m", size: size, glyphs: .ascii)
    Snapshot(name: "committee-ascii", isASCII: true).check(committee.state)
    var export = script("g m e", size: size, glyphs: .ascii)
    let order = try #require(export.export?.order)
    export.send(.previewed(order, try order.preview(of: export.state.seen)))
    Snapshot(name: "export-ascii", isASCII: true).check(export.state)
    for state in [committee.state, export.state] {
      let text = Interface.draw(state, isASCII: true).canvas.text
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || (32..<127).contains($0.value) })
    }
  }

  @Test func formsAndTheExportFitEverySize() {
    for keys in ["g m", "g m a", "g m Enter", "e", "i"] {
      var script = script(keys, size: Fixture.wide)
      for columns in [1, 40, 59, 60, 61, 75, 76, 100, 116, 200] {
        for rows in [1, 15, 16, 17, 22, 24, 60] {
          script.send(.resized(Size(columns: columns, rows: rows)))
          let frame = Interface.draw(script.state)
          #expect(frame.canvas.size == script.state.size)
          if let cursor = frame.cursor { #expect(frame.canvas.bounds.contains(cursor)) }
        }
      }
    }
  }
}
