import ReviewCore
import Testing

@testable import ReviewAnalysis

@Suite struct ComparedScoreTests {
  static let summit: Summit = {
    let scores: [(ProposalID, [Double?])] = (1...12).map { place in
      let base = 1 + Double(place) / 4
      return (
        ProposalID(stringLiteral: "p\(place)"),
        (0..<4).map { min(5, base + Double($0) / 10) }
      )
    }
    var summit = Committee.summit(scores) { $0.rules.slots = 6 }
    var sheet = summit.sheets["r1"] ?? ReviewSheet(reviewer: "r1")
    let time = Timestamp(milliseconds: 0)
    let said: [(ProposalID, ProposalID, Comparison.Outcome)] = [
      ("p5", "p6", .first), ("p5", "p7", .tied), ("p2", "p5", .first), ("p1", "p5", .skipped),
    ]
    for (first, second, outcome) in said {
      let pair = ProposalPair(first, second)!
      sheet.comparisons[pair] = Comparison(outcome: outcome, at: time)
    }
    summit.sheets["r1"] = sheet
    return summit
  }()

  func explanation(of id: ProposalID, by method: RankingMethod) throws -> RankingExplanation {
    let seen = Self.summit.seen(by: "ada", at: Timestamp(milliseconds: 0))
    let ranking = Ranking(of: seen, by: method)
    let proposal = try #require(seen.proposal(id))
    return try #require(RankingExplanation(of: proposal, in: ranking, summit: seen))
  }

  @Test func everyComparisonIsNamedFromTheSideOfTheProposal() throws {
    let compared = try #require(try explanation(of: "p5", by: .comparison).compared)
    #expect(compared.games.map(\.other) == ["p2", "p6", "p7"])
    #expect(compared.games.map(\.outcome) == [.worse, .better, .tied])
    #expect(compared.games.allSatisfy { $0.reviewer == "r1" })
  }

  @Test func theWordsTellWhatItWasBeforeAndWhatItIsAfter() throws {
    let found = try explanation(of: "p6", by: .comparison)
    let compared = try #require(found.compared)
    let before = try #require(compared.calibrated)
    #expect(compared.score < before)
    #expect(found.entry.score == compared.score)
    let line =
      "The reviews alone come to \(before.formatted(decimals: 2)); 1 comparison makes that "
      + compared.score.formatted(decimals: 2)
    #expect(found.footing.contains(line))
    #expect(found.footing.contains { $0.contains("not as good as p5 (") })
    let pairs = try #require(found.json.object?["compared"]?.object?["pairs"]?.array)
    #expect(pairs.map { $0.object?["other"] } == [.string("p5")])
  }

  @Test func otherMethodsAndUncomparedProposalsNameNone() throws {
    #expect(try explanation(of: "p5", by: .calibrated).compared == nil)
    #expect(try explanation(of: "p9", by: .comparison).compared == nil)
    #expect(try explanation(of: "p9", by: .comparison).json.object?["compared"] == nil)
  }
}
