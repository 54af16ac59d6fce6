import ReviewCore
import Testing

@Suite struct ReviewQueueTests {
  private static let members: [Identifier] = ["bo", "cy", "di", "ev"]

  /// A summit of some proposals, each with what bo says of it and how many others have read it.
  private static func summit(
    _ entries: [(ProposalID, Review.Status?, Int)], withdrawn: Set<ProposalID> = [],
    asked: [ProposalID] = [], id: String = "summit"
  ) -> Summit {
    var event = Event(name: "x")
    event.id = id
    event.committee = members.map { Member(id: $0, name: $0.text) }
    let proposals = entries.map { id, _, _ in
      var proposal = Proposal(id: id, title: "T")
      proposal.isWithdrawn = withdrawn.contains(id)
      return proposal
    }
    var summit = Summit(event: event, proposals: proposals)
    for member in members { summit.sheets[member] = ReviewSheet(reviewer: member) }
    for (id, status, count) in entries {
      summit.sheets["bo"]?.reviews[id] = status.map { Review($0) }
      for member in members.dropFirst().prefix(count) {
        summit.sheets[member]?.reviews[id] = Review(.scored)
      }
      // What is not finished does not count.
      for member in members.dropFirst(1 + count) {
        summit.sheets[member]?.reviews[id] = Review(count % 2 == 0 ? .draft : .abstained)
      }
    }
    summit.assignments = ["bo": asked, "cy": entries.map(\.0)]
    return summit
  }

  private static func order(_ summit: Summit, of viewer: Identifier? = "bo") -> [String] {
    let seen = summit.seen(by: viewer, at: 0)
    return ReviewQueue.order(of: seen).map { seen.proposals[$0].id.text }
  }

  @Test func askedForThenDraftsThenUnreadThenSkippedThenJudgedThenWithdrawn() {
    let summit = Self.summit(
      [
        ("1", .draft, 0), ("2", .skipped, 0), ("3", nil, 1), ("4", .scored, 0), ("5", nil, 3),
        ("6", .draft, 2), ("7", .draft, 3), ("8", nil, 2), ("9", .conflict, 1),
        ("10", .abstained, 0), ("11", .skipped, 2), ("12", .cleared, 0), ("13", .scored, 0),
      ], withdrawn: ["1"], asked: ["1", "5", "7", "8", "11", "13"])
    #expect(
      Self.order(summit)
        == ["7", "8", "5", "6", "12", "3", "2", "11", "4", "9", "10", "13", "1"])
    let seen = summit.seen(by: "bo", at: 0)
    #expect(ReviewQueue.next(in: seen)?.id == "7")
    #expect(ReviewQueue.order(of: seen).sorted() == Array(seen.proposals.indices))
  }

  @Test func equalsAreDrawnByLotForEachSummitAndViewer() {
    let entries = (1...20).map { (ProposalID(stringLiteral: "p\($0)"), nil as Review.Status?, 0) }
    let summit = Self.summit(entries)
    var plain = summit
    for member in Self.members { plain.sheets[member] = nil }
    plain.assignments = [:]
    let orders = Self.members.map { Self.order(plain, of: $0) }
    #expect(Set(orders).count == Self.members.count)
    let byID = plain.proposals.map(\.id.text)
    #expect(orders.allSatisfy { $0 != byID && $0.sorted() == byID.sorted() })
    // The same in every run and on every machine: computed apart, with another program.
    #expect(orders[0].prefix(5) == Self.firstLots[...])
    var other = plain
    other.event.id = "another"
    #expect(Self.order(other) != orders[0])
    other.event.id = nil
    other.event.name = "summit"
    #expect(Self.order(other) == orders[0])
  }

  private static let firstLots = ["p15", "p8", "p10", "p16", "p9"]

  @Test func forNobodyAllGoesByID() {
    let summit = Self.summit([("1", nil, 3), ("2", .draft, 0), ("10", nil, 1), ("x", nil, 0)])
    #expect(Self.order(summit, of: nil) == ["1", "2", "10", "x"])
    #expect(ReviewQueue.next(in: summit.seen(by: nil, at: 0))?.id == "1")
  }

  @Test func nothingIsNextWhereAllIsJudgedOrWithdrawn() {
    func next(_ summit: Summit) -> ProposalID? {
      ReviewQueue.next(in: summit.seen(by: "bo", at: 0))?.id
    }
    #expect(
      next(
        Self.summit([("1", .scored, 0), ("2", .conflict, 0), ("3", .draft, 0)], withdrawn: ["3"]))
        == nil)
    #expect(next(Self.summit([])) == nil)
    #expect(next(Self.summit([("1", .scored, 0), ("2", .skipped, 0)])) == "2")
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

  /// What the order tells is no more than its rule: where nothing was read, and where everything
  /// was read by the same number, it is the same.
  @Test func theSameNumberEverywhereGivesTheSameOrder() {
    let ids = (1...12).map { ProposalID(stringLiteral: "\($0)") }
    let orders = (0...3).map { count in Self.order(Self.summit(ids.map { ($0, nil, count) })) }
    #expect(Set(orders).count == 1)
  }
}
