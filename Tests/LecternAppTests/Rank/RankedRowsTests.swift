import ReviewAnalysis
import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct RankedRowsTests {
  /// Twenty ranked proposals, and a cut after some.
  private func table(slots: Int?, count: Int = 20) -> RankingTable {
    var summit = Fixture.plain(proposals: count)
    summit.event.rules.slots = slots
    summit.sheets[ben] = ReviewSheet(reviewer: ben)
    for place in 0..<count {
      var review = Review(.scored)
      review.overall = 5 - Double(place) / 10
      summit.sheets[ben]?.reviews[ProposalID(String(1000 + place))!] = review
    }
    return RankingTable(of: summit.seen(by: ben, at: Fixture.now), by: .mean)
  }

  private func rows(slots: Int?, lines: Int, at place: Int = 0, count: Int = 20) -> RankedRows {
    let table = table(slots: slots, count: count)
    var rows = RankedRows()
    rows.fit(table, lines: lines)
    _ = rows.move(in: table) { $0.select(place) }
    return rows
  }

  @Test(arguments: [
    (3, 0, 3, RankedRows.CutSide.between), (9, 0, 9, .between), (10, 0, 9, .below),
    (3, 19, 0, .above), (11, 19, 0, .between), (0, 0, 0, .between), (15, 19, 4, .between),
  ])
  func theCutStaysInSight(slots: Int, selected: Int, line: Int, side: RankedRows.CutSide) {
    let rows = rows(slots: slots, lines: 10, at: selected)
    #expect(rows.cutLine == line)
    #expect(rows.cutSide == side)
  }

  @Test(arguments: [nil, 0, 3, 9, 10, 19, 20, 50] as [Int?], [0, 5, 19])
  func everyLineIsOneRowOrTheCut(slots: Int?, selected: Int) {
    let rows = rows(slots: slots, lines: 10, at: selected)
    let visible = rows.window.visible
    #expect(visible.count == (rows.cutPlace == nil ? 10 : 9))
    #expect(visible.contains(selected))
    var lines = Set(visible.map { rows.line(of: $0) })
    for place in visible { #expect(rows.place(atLine: rows.line(of: place)) == place) }
    if let cut = rows.cutLine {
      #expect(rows.place(atLine: cut) == nil)
      #expect(lines.insert(cut).inserted)
    }
    #expect(lines == Set(0..<10))
    #expect(rows.place(atLine: 10) == nil)
  }

  @Test func aShortListHasItsCutRightBelowOrNone() {
    #expect(rows(slots: 2, lines: 10, count: 2).cutLine == nil)
    #expect(rows(slots: 1, lines: 10, count: 2).cutLine == 1)
    #expect(rows(slots: 1, lines: 10, count: 2).place(atLine: 3) == nil)
    #expect(rows(slots: 1, lines: 10, count: 0).selectedProposal == nil)
  }
}
