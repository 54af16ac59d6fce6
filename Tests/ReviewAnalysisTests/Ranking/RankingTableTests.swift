import ReviewAnalysis
import ReviewCore
import Testing

@Suite struct RankingTableTests {
  private static func seen(
    _ scores: [(ProposalID, [Double?])], by viewer: Identifier = "ada",
    _ change: (inout Event) -> Void = { _ in }
  ) -> SeenSummit {
    Committee.summit(scores, change).seen(by: viewer, at: Timestamp(milliseconds: 0))
  }

  @Test func movementIsAgainstTheMean() {
    let summit = Self.seen([("1", [1, 4, 5]), ("2", [3, 3, 5]), ("3", [3, 4]), ("4", [])])
    let table = RankingTable(of: summit, by: .median)
    #expect(table.rows.map(\.id) == ["1", "3", "2", "4"])
    // By the mean: 2 (3.67), 3 (3.5), 1 (3.33).
    #expect(table.rows.map(\.movement) == [2, 0, -2, nil])
    let plain = RankingTable(of: summit, by: .mean)
    #expect(plain.rows.allSatisfy { $0.movement == nil })
  }

  @Test(arguments: 1...5)
  func movementIsTheDifferenceOfTheTwoRankings(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let scores: [(ProposalID, [Double?])] = (0..<30).map { number in
      (
        ProposalID(stringLiteral: "\(number)"),
        (0..<4).map { _ in random.once(in: 3) ? nil : Double(1 + random.below(5)) }
      )
    }
    let summit = Self.seen(scores)
    let mean = RankingTable(of: summit, by: .mean)
    for row in RankingTable(of: summit, by: .median).rows {
      let before = mean.row(of: row.id)?.entry.rank
      let expected = before.flatMap { before in row.entry.rank.map { before - $0 } }
      #expect(row.movement == expected, "seed \(seed)")
    }
  }

  @Test func decisionsAreTakenInWithoutRankingAnew() {
    var summit = Committee.summit([("1", [5]), ("2", [3]), ("3", [])])
    summit.decisions["2"] = [Decision(.accept, at: nil, chair: "ada")]
    let time = Timestamp(milliseconds: 0)
    var table = RankingTable(of: summit.seen(by: "ada", at: time), by: .mean) { $0.id != "1" }
    summit.decisions["1"] = [Decision(.decline, at: nil, chair: "ada")]
    summit.decisions["2"] = nil
    summit.decisions["3"] = [Decision(.waitlist, at: nil, chair: "ada")]
    let seen = summit.seen(by: "ada", at: time)
    table.refreshDecisions(from: seen)
    #expect(table == RankingTable(of: seen, by: .mean) { $0.id != "1" })
  }

  @Test func whatAConflictClosesIsCountedByItself() {
    var summit = Committee.summit([("1", [5]), ("2", [3]), ("3", [4])])
    summit.sheets["r2"] = ReviewSheet(reviewer: "r2")
    summit.sheets["r2"]?.reviews["1"] = Review(.conflict)
    let table = RankingTable(of: summit.seen(by: "r2", at: Timestamp(milliseconds: 0)), by: .mean)
    #expect(table.hiddenCount == 3)
    #expect(table.conflictCount == 1)
  }

  @Test func aRowHasWhatStandsBesideIt() throws {
    var summit = Committee.summit([("1", [5, 4, 2]), ("2", [3])]) { $0.rules.slots = 1 }
    summit.decisions["1"] = [Decision(.waitlist, at: nil, chair: "ada")]
    var own = Review(.draft)
    own.scores["c"] = 2
    summit.sheets["ada"] = ReviewSheet(reviewer: "ada")
    summit.sheets["ada"]?.reviews["1"] = own
    let table = RankingTable(
      of: summit.seen(by: "ada", at: Timestamp(milliseconds: 0)), by: .mean)
    let row = try #require(table.row(of: "1"))
    #expect(row.histogram == [0, 1, 0, 1, 1])
    #expect(row.myComposite == 2)
    #expect(row.entry.decision == .waitlist)
    #expect(row.entry.summary.count == 3)
    #expect(!row.hasFewReviews)
    #expect(table.row(of: "2")?.hasFewReviews == true)
    #expect(table.fewestReviews == 2)
    #expect(table.row(of: "9") == nil)
  }

  @Test func fewIsLessThanTheRulesAskFor() {
    let table = RankingTable(
      of: Self.seen([("1", [5, 4, 2]), ("2", [3, 3])]) { $0.rules.reviewsPerProposal = 3 },
      by: .mean)
    #expect(table.rows.map(\.hasFewReviews) == [false, true])
  }

  @Test func theCutLineStandsAboveTheFirstRowBelowIt() {
    let scores: [(ProposalID, [Double?])] = [("1", [5]), ("2", [4]), ("3", [3]), ("4", [])]
    func cut(_ slots: Int?, _ keeps: (SeenProposal) -> Bool = { _ in true }) -> Int? {
      RankingTable(of: Self.seen(scores), by: .mean, slots: slots, keeping: keeps).cutPlace
    }
    #expect([nil, 0, 1, 3, 4].map { cut($0) } == [nil, 0, 1, 3, 3])
    #expect(cut(2) { $0.id != "1" } == 1)
    #expect(cut(2) { $0.id == "1" } == nil)
  }

  @Test func aFilterLeavesTheRanksAlone() {
    let table = RankingTable(of: Self.seen([("1", [5]), ("2", [4]), ("3", [3])]), by: .mean) {
      $0.id != "2"
    }
    #expect(table.rows.map(\.entry.rank) == [1, 3])
    #expect(table.index == ["1": 0, "3": 1])
    #expect(table.ranking.entries.count == 3)
  }

  @Test func whatIsHiddenIsNotThere() {
    let scores: [(ProposalID, [Double?])] = [("1", [5, 4]), ("2", [1, 2]), ("3", [])]
    let table = RankingTable(of: Self.seen(scores, by: "r3"), by: .mean)
    #expect(table.hiddenCount == 3)
    #expect(table.rows.map(\.histogram) == Array(repeating: [0, 0, 0, 0, 0], count: 3))
    #expect(table.rows.allSatisfy { !$0.hasFewReviews && $0.areOthersHidden })
    let other = RankingTable(
      of: Self.seen([("1", [1, 1]), ("2", [5, 5]), ("3", [5])], by: "r3"), by: .mean)
    #expect(table == other)
  }
}
