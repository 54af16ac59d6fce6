import ReviewCore
import Testing

@Suite struct ReviewQueueTests {
  private static func seen(
    _ entries: [(ProposalID, Review.Status?)], withdrawn: Set<ProposalID> = []
  ) -> SeenSummit {
    var event = Event(name: "x")
    event.committee = [Member(id: "bo", name: "Bo")]
    let proposals = entries.map { id, _ in
      var proposal = Proposal(id: id, title: "T")
      proposal.isWithdrawn = withdrawn.contains(id)
      return proposal
    }
    var summit = Summit(event: event, proposals: proposals)
    var sheet = ReviewSheet(reviewer: "bo")
    for (id, status) in entries { sheet.reviews[id] = status.map { Review($0) } }
    summit.sheets["bo"] = sheet
    return summit.seen(by: "bo", at: 0)
  }

  @Test func draftsThenUnreadThenSkippedThenJudgedThenWithdrawn() {
    let summit = Self.seen(
      [
        ("1", .draft), ("2", .skipped), ("3", nil), ("4", .scored), ("5", .cleared),
        ("9", .conflict),
        ("10", .draft), ("11", .abstained), ("x", nil), ("y", .skipped),
      ], withdrawn: ["1"])
    let order = ReviewQueue.order(of: summit).map { summit.proposals[$0].id.text }
    #expect(order == ["10", "3", "5", "x", "2", "y", "4", "9", "11", "1"])
    #expect(ReviewQueue.next(in: summit)?.id == "10")
    #expect(ReviewQueue.order(of: summit).sorted() == Array(summit.proposals.indices))
  }

  @Test func nothingIsNextWhereAllIsJudgedOrWithdrawn() {
    #expect(
      ReviewQueue.next(
        in: Self.seen([("1", .scored), ("2", .conflict), ("3", .draft)], withdrawn: ["3"])) == nil)
    #expect(ReviewQueue.next(in: Self.seen([])) == nil)
    #expect(ReviewQueue.next(in: Self.seen([("1", .scored), ("2", .skipped)]))?.id == "2")
  }

  @Test(arguments: 1...20)
  func whatIsNextIsTheFirstThatIsWaiting(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<50 {
      let summit = RandomSummit.summit(&random).seen(
        by: random.one(of: [nil, "ada", "bo"]), at: 150)
      let first = ReviewQueue.order(of: summit).map { summit.proposals[$0] }.first {
        ReviewQueue.isWaiting($0)
      }
      #expect(ReviewQueue.next(in: summit) == first, "seed \(seed)")
    }
  }
}
