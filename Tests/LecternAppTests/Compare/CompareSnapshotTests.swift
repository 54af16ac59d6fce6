import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

/// Whole frames of the screen Compare, as the person sees them.
struct CompareSnapshotTests {
  static let sizes = SnapshotTests.sizes

  private func check(
    _ name: String, _ keys: String, viewer: Identifier? = ada, _ size: Size,
    summit: Summit = Fixture.calibratedSummit()
  ) {
    var script = Fixture.comparing(viewer: viewer, size: size, summit: summit)
    script.press(keys)
    Snapshot(name: name).check(script.state)
  }

  @Test(arguments: sizes) func showsAPair(_ size: Size) { check("compare", "", size) }

  @Test(arguments: sizes) func showsTheNextPair(_ size: Size) {
    check("compare-next", "Right = Tab Space", size)
  }

  @Test(arguments: sizes) func showsAPairAgain(_ size: Size) {
    check("compare-undone", "Left u", size)
  }

  @Test(arguments: sizes) func showsWhatAReviewerMaySee(_ size: Size) {
    check("compare-reviewer", "", viewer: ben, size)
  }

  @Test(arguments: sizes) func showsNobody(_ size: Size) {
    check("compare-nobody", "", viewer: nil, size)
  }

  @Test(arguments: sizes) func showsThatNothingIsScored(_ size: Size) {
    check("compare-none", "", viewer: ben, size, summit: Fixture.plain(proposals: 3))
  }

  @Test(arguments: sizes) func showsThatAllIsCompared(_ size: Size) {
    var script = Fixture.comparing(size: size)
    for _ in 0..<200 where script.pair != nil { script.press("Left") }
    script.send(.saved(revision: 1_000, news: [:], notice: nil))
    script.time = script.time.adding(milliseconds: 60_000)
    script.send(.ticked)
    Snapshot(name: "compare-done").check(script.state)
  }

  @Test func showsItInASCII() {
    var script = Fixture.comparing(size: Fixture.standard, glyphs: .ascii)
    script.press("Tab")
    Snapshot(name: "compare-ascii", isASCII: true).check(script.state)
  }
}
