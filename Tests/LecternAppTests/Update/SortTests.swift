import ReviewCore
import Testing

@testable import LecternApp

struct SortTests {
  private func sorted(by key: ListOrder.Key) -> Script {
    var script = Script(Fixture.state(summit: Fixture.summitWithOthersScores()))
    script.press("S")
    let place = script.menu?.items.firstIndex {
      if case .sort(let order) = $0.action { order.key == key } else { false }
    }
    for _ in 0..<(place ?? 0) { script.press("j") }
    script.press("Enter")
    return script
  }

  @Test func theListIsOrderedAndTheSelectionStays() {
    var script = sorted(by: .id)
    #expect(script.listed == (1201...1216).map { ProposalID(integerLiteral: $0) })
    #expect(script.selected == 1215)
    #expect(script.screen.contains("by id ▲"))
    script.press("S Enter")
    #expect(script.listed.first == 1216)
    #expect(script.screen.contains("by id ▼"))
  }

  @Test func theGreatestScoreStandsFirstAndNoneLast() {
    let script = sorted(by: .my)
    #expect(script.listed.prefix(3) == [1210, 1215, 1211])
  }

  @Test func aHiddenMeanOrdersNothing() {
    let script = sorted(by: .score)
    // 1201 and 1202 have reviews of others that are hidden from Ben.
    #expect(script.listed.prefix(2) == [1210, 1211])
    #expect(script.listed[2...].elementsEqual(script.listed[2...].sorted()))
  }
}
