import ReviewCore
import Testing

@testable import ReviewAnalysis

/// A cut line that takes every proposal with a score.
@Suite struct OpenCutTests {
  private static func seen(slots: Int) -> SeenSummit {
    var panel = CalibrationTests.panel()
    panel.append(("unscored", []))
    return Committee.summit(panel) { $0.rules.slots = slots }
      .seen(by: "ada", at: Timestamp(milliseconds: 0))
  }

  private static let scored = CalibrationTests.panel().count

  @Test func withFewerScoresThanSlotsNothingIsSaidOfWhoGoesIn() {
    for slots in [Self.scored, Self.scored + 20] {
      let ranking = Ranking(of: Self.seen(slots: slots))
      #expect(ranking.method == .calibrated)
      #expect(ranking.fillsNoSlots)
      #expect(ranking.entries.allSatisfy { $0.probabilityIn == nil && !$0.isInGreyZone })
      let words =
        "\(Self.scored) proposals with a score that you may see, for \(slots) slots: the cut line "
        + "tells nothing yet"
      #expect(ranking.remarks.first == words)
      let seen = Self.seen(slots: slots)
      let explanation = RankingExplanation(of: seen.proposals[0], in: ranking, summit: seen)
      #expect(explanation?.cutLine == words)
    }
  }

  @Test func withMoreScoresThanSlotsItIs() {
    let ranking = Ranking(of: Self.seen(slots: Self.scored - 1))
    #expect(!ranking.fillsNoSlots)
    #expect(ranking.openCut == nil)
    #expect(ranking.entries.first?.probabilityIn != nil)
  }

  @Test func slotsThatWereAskedForAreTakenAtTheirWord() {
    let ranking = Ranking(of: Self.seen(slots: 3), slots: Self.scored + 5)
    #expect(!ranking.fillsNoSlots)
    #expect(ranking.entries.first?.probabilityIn == 1)
  }
}
