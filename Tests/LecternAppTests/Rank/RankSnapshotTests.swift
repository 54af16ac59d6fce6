import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

/// Whole frames of the screens Rank and Shortlist, as the person sees them.
struct RankSnapshotTests {
  static let sizes = SnapshotTests.sizes

  private func check(
    _ name: String, _ screen: String, _ keys: String = "", viewer: Identifier = ada, _ size: Size,
    summit: Summit = Fixture.decidingSummit()
  ) {
    var script = Fixture.deciding(viewer: viewer, on: screen, size: size, summit: summit)
    script.press(keys)
    Snapshot(name: name).check(script.state)
  }

  @Test(arguments: sizes + [Fixture.tooSmall]) func showsTheRanking(_ size: Size) {
    check("rank", "k", "j", size)
  }

  @Test(arguments: sizes) func showsWhatAReviewerMaySee(_ size: Size) {
    check("rank-hidden", "k", "j", viewer: ben, size)
  }

  @Test(arguments: sizes) func showsAnotherMethodInAFilter(_ size: Size) {
    check("rank-median", "k", "m j Enter > > >", size)
  }

  @Test(arguments: sizes) func showsTheMethods(_ size: Size) {
    check("rank-methods", "k", "m", size)
  }

  @Test(arguments: sizes) func explainsARow(_ size: Size) {
    check("rank-why", "k", "j j j Enter", size)
  }

  @Test(arguments: sizes) func showsWhatIsCalibrated(_ size: Size) {
    check("rank-calibrated", "k", "j", size, summit: Fixture.calibratedSummit())
    check("rank-calibrated-why", "k", "j Enter", size, summit: Fixture.calibratedSummit())
    check("shortlist-calibrated", "s", "j a", size, summit: Fixture.calibratedSummit())
  }

  @Test(arguments: sizes) func showsTheShortlist(_ size: Size) {
    check("shortlist", "s", "j d a a w x k", size)
  }

  @Test(arguments: sizes) func showsWhatIsBroken(_ size: Size) {
    check("shortlist-broken", "s", "a a a a a a g 9 Enter", size)
  }

  @Test(arguments: sizes) func showsTheProgramme(_ size: Size) {
    check("programme", "s", "a a a p", size)
  }

  @Test(arguments: sizes) func showsNoProposals(_ size: Size) {
    let summit = Summit(event: Fixture.summit().event)
    check("rank-none", "k", "j a Enter", size, summit: summit)
    check("shortlist-none", "s", "j a Enter", size, summit: summit)
  }

  @Test func showsItInASCII() {
    for (name, screen) in [("rank-ascii", "k"), ("shortlist-ascii", "s")] {
      var script = Fixture.deciding(on: screen, size: Fixture.standard, glyphs: .ascii)
      script.press("j a")
      Snapshot(name: name, isASCII: true).check(script.state)
    }
  }

  @Test func showsAWideMiddle() {
    check("shortlist", "s", "j d a a w x", Size(columns: 100, rows: 24))
  }
}
