import ReviewAnalysis
import ReviewCore
import Testing

@Suite struct RankingExplanationTests {
  private static func explanation(
    of id: ProposalID, in scores: [(ProposalID, [Double?])], slots: Int? = nil,
    by viewer: Identifier = "ada", method: RankingMethod = .mean,
    _ change: (inout Event) -> Void = { _ in }
  ) throws -> RankingExplanation {
    let summit = Committee.summit(scores, change).seen(by: viewer, at: Timestamp(milliseconds: 0))
    let ranking = Ranking(of: summit, by: method, slots: slots)
    let seen = try #require(summit.proposal(id))
    return try #require(RankingExplanation(of: seen, in: ranking, summit: summit))
  }

  private static let scores: [(ProposalID, [Double?])] = [
    ("1", [5, 4]), ("2", [5, 3]), ("3", [4, 4, 4]), ("4", []),
  ]

  @Test func theWordsSayWhatPlacedIt() throws {
    let explanation = try Self.explanation(of: "2", in: Self.scores, slots: 2) {
      $0.rules.reviewsPerProposal = 3
      $0.rubric.criteria[0].weight = 2
    }
    #expect(
      explanation.heading == [
        "2  Talk 2", "Rank 3 of 3, below the cut line of 2",
        "Below 3 (4.00): same score, fewer reviews",
        "Score: the mean of each proposal's visible reviews",
      ])
    #expect(explanation.columns == ["reviewer", "composite", "c", "d"])
    #expect(explanation.rows == [["r1", "5.00", "5", "-"], ["r2", "3.00", "3", "-"]])
    #expect(
      explanation.footing == [
        "Reviews: 2, mean 4.00, median 4.00, spread 1.41 (fewer than the 3 asked for)",
        "Weights: c 2, d 1", "Ranks: calibrated 2, mean 3, median 3, majority 3",
      ])
  }

  @Test(
    arguments: [
      ("1", 2, 1, 0.5, "1 place to spare above the cut line of 2, 0.50 over the first below"),
      ("3", 2, 0, 0, "The last above the cut line of 2, with the same score as the first below"),
      ("2", 2, -1, 0, "1 place below the cut line of 2, with the same score as the last above"),
      ("2", 1, -2, 0.5, "2 places below the cut line of 1, 0.50 under the last above"),
      ("3", 9, 7, nil, "7 places to spare above the cut line of 9"),
      ("3", 0, -2, nil, "2 places below the cut line of 0"),
    ] as [(ProposalID, Int, Int, Double?, String)])
  func theCutLineIsSoFarAway(
    id: ProposalID, slots: Int, places: Int, score: Double?, words: String
  ) throws {
    let explanation = try Self.explanation(of: id, in: Self.scores, slots: slots)
    #expect(explanation.cut?.places == places)
    #expect(explanation.cut?.score == score)
    #expect(explanation.cutLine == words)
  }

  @Test func withoutALineOrARankThereIsNoDistance() throws {
    let without = try Self.explanation(of: "1", in: Self.scores)
    #expect(without.cut == nil)
    #expect(without.cutLine == nil)
    let unranked = try Self.explanation(of: "4", in: Self.scores, slots: 1)
    #expect(unranked.cut == nil)
    #expect(unranked.heading[1] == "No rank: no finished review can be seen")
    #expect(unranked.rows.isEmpty)
  }

  @Test func whatIsHiddenIsSaidToBe() throws {
    let explanation = try Self.explanation(of: "1", in: Self.scores, by: "r3")
    #expect(explanation.reviews.isEmpty)
    #expect(explanation.heading.last == "The others' reviews of it are hidden from you.")
  }

  @Test func anOverallScoreIsNamed() throws {
    var summit = Committee.summit(Self.scores)
    summit.sheets["r1"]?.reviews["1"]?.overall = 2
    let seen = summit.seen(by: "ada", at: Timestamp(milliseconds: 0))
    let proposal = try #require(seen.proposal("1"))
    let explanation = try #require(
      RankingExplanation(of: proposal, in: Ranking(of: seen, by: .mean), summit: seen))
    #expect(explanation.rows[0] == ["r1", "2.00 overall", "5", "-"])
    #expect(explanation.json.object?["reviews"]?.array?.count == 2)
  }

  @Test func withdrawnProposalsAreNotExplained() throws {
    let summit = Committee.seen([("1", [5])], withdrawn: ["1"])
    let seen = try #require(summit.proposal("1"))
    #expect(RankingExplanation(of: seen, in: Ranking(of: summit, by: .mean), summit: summit) == nil)
  }
}
