import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

/// Two summits that differ only in comparisons that a person may not see look the same to them.
struct HiddenComparisonsTests {
  /// What is closed to Ben: what he said nothing of, and his conflict.
  private var summits: [Summit] {
    var plain = Fixture.calibratedSummit()
    for id in [1203, 1204, 1207, 1208] as [ProposalID] { plain.sheets[ben]?.reviews[id] = nil }
    var others = [plain, plain]
    let closed: [ProposalID] = [1203, 1204, 1207, 1208]
    for (place, outcomes) in [[Comparison.Outcome.first], [.second, .tied]].enumerated() {
      for (turn, id) in (closed + closed).enumerated() {
        guard let pair = ProposalPair(id, turn < 4 ? 1201 : 1210) else { continue }
        for reviewer in [ada, chi] {
          others[place].sheets[reviewer]?.comparisons[pair] = Comparison(
            outcome: outcomes[turn % outcomes.count], at: Fixture.now)
        }
      }
    }
    return [plain] + others
  }

  @Test(arguments: ["g c", "g c Left", "g c Right = s", "g c Left u", "g c q", "g k"])
  func hiddenComparisonsChangeNothing(_ keys: String) {
    for size in SnapshotTests.sizes {
      let scripts = summits.map { summit in
        var script = Script(Fixture.state(viewer: ben, size: size, summit: summit))
        script.press(keys)
        return script
      }
      let frames = scripts.map { Interface.draw($0.state) }
      #expect(frames[0] == frames[1] && frames[0] == frames[2], "\(size)")
      #expect(scripts[0].comparisons == scripts[1].comparisons)
    }
  }

  @Test func whoMaySeeThemSeesTheDifference() {
    let frames = summits.map { Interface.draw(Fixture.comparing(viewer: ada, summit: $0).state) }
    #expect(frames[0] != frames[1] && frames[0] != frames[2])
  }
}
