import ReviewAnalysis
import ReviewCore
import Testing

@Suite struct ScoreTallyTests {
  private static func summit() -> Summit {
    Committee.summit(
      [("1", [4, 5]), ("2", [3, 2]), ("3", [1]), ("4", [5, 5])], withdrawn: ["4"])
  }

  private static func tally(of summit: Summit, by viewer: Identifier?) -> ScoreTally {
    ScoreTally(summit.seen(by: viewer, at: Timestamp(milliseconds: 0)))
  }

  @Test func mineAndTheOthersAreApart() {
    let tally = Self.tally(of: Self.summit(), by: "r1")
    #expect(tally.mine.histogram == [1, 0, 1, 1, 0])
    #expect(tally.mine.count == 3)
    #expect(tally.mine.mean == 8.0 / 3)
    #expect(tally.others.count == 2)
    #expect(tally.others.mean == 3.5)
  }

  @Test func whatIsHiddenIsNotCounted() {
    var summit = Self.summit()
    summit.event.rules.otherReviews = .never
    #expect(Self.tally(of: summit, by: "r1").others.count == 0)
    #expect(Self.tally(of: summit, by: "r1").others.mean == nil)
    #expect(Self.tally(of: summit, by: "ada").others.count == 5)
  }

  @Test func whatIsNotFinishedIsNotCounted() {
    var summit = Self.summit()
    summit.sheets["r1"]?.reviews["1"]?.status = .draft
    #expect(Self.tally(of: summit, by: "r1").mine.count == 2)
  }

  @Test func oneChangeAfterAnotherComesToTheSame() {
    var summit = Self.summit()
    var seen = summit.seen(by: "r1", at: Timestamp(milliseconds: 0))
    var tally = ScoreTally(seen)
    var random = SplitMix64(seed: 5)
    for _ in 0..<200 {
      let id: ProposalID = ["1", "2", "3", "4"][Int(random.next() % 4)]
      var review = Review(.allCases[Int(random.next() % 6)])
      if review.status == .scored {
        review.scores["c"] = Double(random.next() % 5) + 1
        review.scores["d"] = Double(random.next() % 3) / 3 + 1
      }
      summit.sheets["r1"]?.reviews[id] = review
      guard let old = seen.proposal(id) else { continue }
      seen.refresh(id, from: summit)
      guard let new = seen.proposal(id) else { continue }
      tally.replace(old, by: new)
      #expect(tally == ScoreTally(seen))
    }
  }
}
