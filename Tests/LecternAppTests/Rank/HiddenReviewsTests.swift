import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

/// Two summits that differ only in what a person may not see look the same to them.
struct HiddenReviewsTests {
  /// The same summit, but for what the others say where Ben has said nothing yet.
  private var others: [Summit] {
    let plain = Fixture.decidingSummit()
    var without = plain
    var turned = plain
    let open: Set<ProposalID> = [1210, 1211, 1212]
    for reviewer in [ada, chi] {
      for id in plain.sheets[reviewer]!.reviews.keys where !open.contains(id) {
        without.sheets[reviewer]?.reviews[id] = nil
        turned.sheets[reviewer]?.reviews[id] = Fixture.scored([1, 5, 1, 5], of: id, daysAgo: 9)
      }
    }
    return [plain, without, turned]
  }

  @Test(arguments: [
    "g k", "g k m j Enter", "g k G", "g k Enter", "g k j j j Enter", "g s", "g s G p",
    "g s j Enter",
  ])
  func hiddenReviewsChangeNothing(_ keys: String) {
    for size in SnapshotTests.sizes {
      let frames = others.map { summit in
        var script = Script(Fixture.state(viewer: ben, size: size, summit: summit))
        script.press(keys)
        return Interface.draw(script.state)
      }
      #expect(frames[0] == frames[1] && frames[0] == frames[2], "\(size)")
    }
  }

  @Test func whoMaySeeThemSeesTheDifference() {
    let frames = others.map { summit in
      Interface.draw(Fixture.deciding(on: "k", summit: summit).state)
    }
    #expect(frames[0] != frames[1] && frames[0] != frames[2])
  }

  @Test(arguments: [
    (Rules.ReviewVisibility.afterMine, "12 hidden until you scored them"),
    (.afterDeadline, "hidden until the deadline"), (.never, "by your own scores alone"),
  ])
  func whatIsHiddenIsAdmitted(_ rule: Rules.ReviewVisibility, _ words: String) {
    let summit = Fixture.decidingSummit { $0.rules.otherReviews = rule }
    let script = Fixture.deciding(viewer: ben, on: "k", summit: summit)
    let text = rule == .afterMine ? "hidden until you scored them" : words
    #expect(script.screen.contains(text))
    #expect(script.screen.contains("2 hidden by a conflict"))
  }
}
