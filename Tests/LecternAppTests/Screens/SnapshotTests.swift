import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

/// Whole frames, as the person sees them.
struct SnapshotTests {
  static let sizes = [Fixture.wide, Fixture.standard, Fixture.narrow]

  private func script(
    _ keys: String = "", viewer: Identifier? = ben, size: Size = Fixture.wide,
    summit: Summit = Fixture.summit(), faults: [Fault] = [], glyphs: Glyphs = .unicode
  ) -> Script {
    var script = Script(
      Fixture.state(viewer: viewer, size: size, summit: summit, faults: faults, glyphs: glyphs))
    script.press(keys)
    return script
  }

  private let faults = [
    Fault(
      path: "reviews/chi.json", position: SourcePosition(line: 12, column: 7),
      problem: "\"relevance\" is 9, which is off the scale 1 to 5",
      remedy: "Write a score of the scale"),
    Fault(
      path: "proposals.json", severity: .warning,
      problem: "the proposal \"1209\" has a focus area \"lakehose\" that the summit does not have",
      remedy: "Did you mean \"lakehouse\"? Mend it, or add the area to summit.json"),
  ]

  @Test(arguments: sizes) func opensOnTheNextProposal(_ size: Size) {
    Snapshot(name: "opening").check(script(size: size).state)
  }

  @Test(arguments: sizes) func showsTheList(_ size: Size) {
    let keys = size == Fixture.wide ? "j" : "Esc j"
    Snapshot(name: "list").check(script(keys, size: size).state)
  }

  @Test(arguments: sizes) func showsAProposalAlone(_ size: Size) {
    let keys = size == Fixture.wide ? "j Enter" : "l"
    Snapshot(name: "reading").check(script(keys, size: size).state)
  }

  @Test(arguments: sizes) func scrollsToTheEndOfAProposal(_ size: Size) {
    var script = script(size == Fixture.wide ? "j Enter" : "l", size: size)
    for _ in 0..<12 { script.press("Space") }
    Snapshot(name: "reading-end").check(script.state)
  }

  @Test(arguments: [1202, 1203, 1204, 1205, 1206, 1207] as [ProposalID])
  func drawsHostileTexts(_ id: ProposalID) {
    var script = script(size: Fixture.standard)
    while script.selected != id { script.press("l") }
    Snapshot(name: "hostile-\(id)").check(script.state)
  }

  @Test(arguments: sizes) func showsTheHelp(_ size: Size) {
    Snapshot(name: "help").check(script("?", size: size).state)
  }

  @Test(arguments: sizes) func showsTheRubric(_ size: Size) {
    Snapshot(name: "rubric").check(script("r", size: size).state)
  }

  @Test(arguments: sizes) func showsTheFaults(_ size: Size) {
    Snapshot(name: "faults").check(script("!", size: size, faults: faults).state)
    Snapshot(name: "faults-at-the-start").check(script(size: size, faults: faults).state)
  }

  @Test(arguments: sizes) func showsTheReviewerPicker(_ size: Size) {
    Snapshot(name: "picker").check(script("Down", viewer: nil, size: size).state)
  }

  @Test(arguments: sizes) func showsWhatIsWrongWithAQuery(_ size: Size) {
    var script = script("f", size: size)
    script.type("is:unscored area:lakehose")
    script.press("Enter")
    Snapshot(name: "query-error").check(script.state)
  }

  @Test(arguments: sizes) func asksForAReason(_ size: Size) {
    Snapshot(name: "reason-missing").check(script("a Enter", size: size).state)
  }

  @Test(arguments: sizes) func showsAFilteredList(_ size: Size) {
    var script = script(size == Fixture.wide ? "f" : "Esc f", size: size)
    script.type("is:unscored tag:iceberg")
    script.press("Enter > > >")
    Snapshot(name: "filtered").check(script.state)
  }

  @Test(arguments: sizes) func showsAnEmptyList(_ size: Size) {
    var script = script("f", size: size)
    script.type("tag:nobody-has-this")
    script.press("Enter")
    Snapshot(name: "filter-meets-none").check(script.state)
    if size != Fixture.wide {
      script.press("Esc")
      Snapshot(name: "filter-meets-none-list").check(script.state)
    }
  }

  @Test(arguments: sizes) func showsASummitWithoutProposals(_ size: Size) {
    let summit = Summit(event: Fixture.summit().event)
    Snapshot(name: "no-proposals").check(script(size: size, summit: summit).state)
  }

  @Test(arguments: sizes) func saysThatSavingFails(_ size: Size) {
    var script = script("3", size: size)
    script.send(.saveFailed(problem: "reviews/ben.json cannot be written: no space left"))
    Snapshot(name: "save-failed").check(script.state)
    script.time = script.time.adding(milliseconds: 5_000)
    script.send(.ticked)
    Snapshot(name: "save-failed-later").check(script.state)
  }

  @Test(arguments: sizes) func saysWhatWasJudged(_ size: Size) {
    var script = script(size == Fixture.wide ? "j" : "l", size: size)
    script.press("4 3 5 4")
    Snapshot(name: "toast").check(script.state)
  }

  private func at(_ id: ProposalID, viewer: Identifier = ben, size: Size) -> Script {
    var script = script(viewer: viewer, size: size)
    for _ in 0..<40 where script.selected != id {
      script.press(script.state.isReading ? "l" : "j")
    }
    for _ in 0..<40 where script.selected != id {
      script.press(script.state.isReading ? "h" : "k")
    }
    return script
  }

  @Test(arguments: sizes) func showsOthersReviewsAfterMine(_ size: Size) {
    Snapshot(name: "others-visible").check(at(1210, size: size).state)
  }

  @Test(arguments: sizes) func hidesOthersReviewsBeforeMine(_ size: Size) {
    Snapshot(name: "others-hidden").check(at(1215, size: size).state)
  }

  @Test(arguments: sizes) func marksWhatBecameStale(_ size: Size) {
    Snapshot(name: "stale").check(at(1211, size: size).state)
  }

  @Test(arguments: sizes) func showsConflictsAbstentionsSkipsAndWithdrawals(_ size: Size) {
    for (id, name) in [
      (1212, "abstained"), (1213, "conflict"), (1214, "skipped"), (1209, "withdrawn"),
      (1216, "conflict-by-email"),
    ] as [(ProposalID, String)] {
      Snapshot(name: name).check(at(id, size: size).state)
    }
  }

  @Test(arguments: sizes) func showsLongScales(_ size: Size) {
    var summit = Fixture.summit()
    summit.event.rubric.scale = ScoreScale(low: 0, high: 10, step: 0.5)!
    var script = Script(Fixture.state(size: size, summit: summit))
    script.type("7.")
    Snapshot(name: "long-scale").check(script.state)
  }

  @Test(arguments: sizes) func showsAnOverallScoreAlone(_ size: Size) {
    var summit = Fixture.summit()
    summit.event.rubric.criteria = []
    Snapshot(name: "overall-only").check(script(size: size, summit: summit).state)
  }

  @Test(arguments: sizes) func drawsInASCII(_ size: Size) {
    var script = script(size == Fixture.wide ? "j" : "l", size: size, glyphs: .ascii)
    Snapshot(name: "ascii", isASCII: true).check(script.state)
    let canvas = Interface.draw(script.state, isASCII: true).canvas
    #expect(canvas.text.unicodeScalars.allSatisfy { $0 == "\n" || (32..<127).contains($0.value) })
    script.press(size == Fixture.wide ? "?" : "Esc")
    Snapshot(name: "ascii-next", isASCII: true).check(script.state)
  }

  @Test func asksForMoreRoom() {
    Snapshot(name: "too-small").check(script(size: Fixture.tooSmall).state)
    Snapshot(name: "too-small").check(script(size: Size(columns: 10, rows: 3)).state)
  }
}
