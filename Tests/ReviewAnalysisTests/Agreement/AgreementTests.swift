import ReviewAnalysis
import ReviewCore
import Testing

@Suite struct AgreementTests {
  private static let moment = Timestamp(milliseconds: 0)
  private static let scores: [(ProposalID, [Double?])] = [
    ("1", [1, 1]), ("2", [2, 2, 3, 2]), ("3", [3, 3, 3, 3]), ("4", [nil, 5, 5]), ("5", [4]),
    ("6", [5, 1]), ("7", [4, 3]), ("8", [1, 2]),
  ]

  @Test func theCompositeIsThatOfTheFinishedReviews() throws {
    let agreement = Agreement(of: Committee.seen(Self.scores, withdrawn: ["6"]))
    let data = ReliabilityData([[1, 1], [2, 2, 3, 2], [3, 3, 3, 3], [5, 5], [4, 3], [1, 2]])
    #expect(agreement.composite.ordinal == KrippendorffAlpha(of: data, by: .ordinal).value)
    #expect(agreement.composite.interval == KrippendorffAlpha(of: data, by: .interval).value)
    #expect(agreement.composite.ordinalInterval == AlphaInterval.of(data, by: [.ordinal]) {}[0])
    #expect(agreement.composite.scoreCount == 16)
    #expect(agreement.composite.proposalCount == 6)
    #expect(agreement.criteria.map(\.id) == ["c", "d"])
    // One criterion has all the scores, the other none.
    #expect(agreement.criteria[0].measure == agreement.composite)
    #expect(agreement.criteria[1].measure.ordinal == nil)
    #expect(agreement.criteria[1].measure.ordinalInterval == nil)
    #expect(agreement.criteria[1].measure.scoreCount == 0)
  }

  @Test func fewProposalsHaveNoInterval() {
    func interval(_ count: Int) -> AlphaInterval? {
      Agreement(of: Committee.seen(Array(Self.scores.suffix(count)))).composite.ordinalInterval
    }
    // Of the last five, one has a single score.
    #expect(interval(5) == nil)
    #expect(interval(6) != nil)
  }

  @Test func whatIsHiddenIsNotInIt() {
    let summit = Committee.summit(Self.scores) { $0.rules.otherReviews = .afterMine }
    let mine = Agreement(of: summit.seen(by: "r4", at: Self.moment))
    // The fourth reviewer scored 2 and 3.
    #expect(mine.composite.proposalCount == 2)
    let nobody = Agreement(of: summit.seen(by: nil, at: Self.moment))
    #expect(nobody.composite.scoreCount == 0)
    #expect(nobody.composite.ordinal == nil)
  }

  @Test func degenerateCommitteesHaveNoNumber() {
    for scores: [(ProposalID, [Double?])] in [
      [], [("1", [])], [("1", [4])], [("1", [4]), ("2", [5])], [("1", [3, 3]), ("2", [3, 3, 3])],
    ] {
      let composite = Agreement(of: Committee.seen(scores)).composite
      #expect(composite.ordinal == nil && composite.interval == nil)
      #expect(composite.ordinalInterval == nil && composite.intervalInterval == nil)
    }
  }
}
