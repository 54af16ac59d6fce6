import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct ExplanationTextTests {
  private func explained(
    _ id: ProposalID, viewer: Identifier = ada, size: Size = Fixture.wide, method: String = "",
    summit: Summit = Fixture.decidingSummit()
  ) -> String {
    var script = Fixture.deciding(viewer: viewer, on: "k", size: size, summit: summit)
    script.press(method)
    for _ in 0..<20 where script.state.current?.id != id { script.press("j") }
    script.press("Enter")
    return script.pageText
  }

  @Test func eachReviewersScoreIsThere() {
    let text = explained(1210)
    #expect(text.contains("One catalog, four engines\nRank 2 of 6"))
    #expect(text.contains("Ada Lindqvist"))
    #expect(text.contains("Ben Okafor"))
    #expect(text.contains("Relevance"))
    #expect(text.contains("Score 4.00, the mean of what can be seen"))
    #expect(text.contains("Mean 4.00, median 4.00"))
    #expect(text.contains("Accepted by Ada Lindqvist on 2026-03-11: the talk of the year"))
  }

  @Test func aTieIsExplained() {
    #expect(explained(1204).replacing("\n", with: " ").contains("equal in all; by id"))
    #expect(explained(1203).replacing("\n", with: " ").contains("same score, fewer reviews"))
  }

  @Test func whatIsNotCountedIsNamed() {
    #expect(explained(1211).contains("Not counted (abstained): Chiara"))
    #expect(explained(1201).contains("1 of the 2 reviews that the rules ask for"))
  }

  @Test func whatIsHiddenIsAdmitted() {
    let text = explained(1201, viewer: ben)
    #expect(text.contains("No rank: no finished review can be seen"))
    #expect(text.contains("hidden from you until you have scored the proposal"))
    #expect(!text.contains("Ada"))
    #expect(explained(1213, viewer: ben).contains("since you are in conflict"))
  }

  @Test func theMovementIsAgainstTheMean() {
    var summit = Fixture.decidingSummit()
    summit.sheets[ben]?.reviews[1203] = Fixture.scored([1, 1, 1, 1], of: 1203, daysAgo: 1)
    let text = explained(1203, method: "m j Enter", summit: summit)
    #expect(text.contains("higher than by the mean"))
  }

  @Test(arguments: [Fixture.wide, Fixture.standard, Fixture.narrow]) func linesFit(_ size: Size) {
    for id in [1210, 1204, 1212] as [ProposalID] {
      for line in explained(id, size: size).split(separator: "\n") {
        #expect(DisplayWidth.of(String(line)) <= PageView.columns(in: size))
      }
    }
  }
}
