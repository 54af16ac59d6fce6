import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

/// Whole frames of the screen Insights, as the person sees them.
struct InsightsSnapshotTests {
  static let sizes = SnapshotTests.sizes

  private static var summit: Summit {
    var summit = Fixture.calibratedSummit()
    summit.event.rules.reviewsPerProposal = 3
    return summit
  }

  private func check(
    _ name: String, _ keys: String = "", viewer: Identifier = ada, _ size: Size,
    summit: Summit = summit
  ) {
    var script = Fixture.deciding(viewer: viewer, on: "i", size: size, summit: summit)
    script.press(keys)
    Snapshot(name: name).check(script.state)
  }

  @Test(arguments: sizes) func showsTheCommittee(_ size: Size) {
    check("insights", "j", size)
  }

  @Test(arguments: sizes) func showsDisputesAndAreas(_ size: Size) {
    check("insights-below", "Tab Tab j Tab", size)
  }

  @Test(arguments: sizes) func showsWhatLacksReviews(_ size: Size) {
    check("insights-few", "G", size)
  }

  @Test(arguments: sizes) func showsWhatAReviewerMaySee(_ size: Size) {
    check("insights-hidden", "j", viewer: ben, size, summit: Fixture.decidingSummit())
  }

  @Test func showsItInASCII() {
    let script = Fixture.deciding(
      on: "i", size: Fixture.wide, summit: Self.summit, glyphs: .ascii)
    Snapshot(name: "insights-ascii", isASCII: true).check(script.state)
  }
}
