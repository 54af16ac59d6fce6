import Testing

@testable import ReviewCore

@Suite struct FacetsTests {
  private static func seen(by viewer: Identifier = "bo") -> SeenSummit {
    let event = QueryTests.event
    func proposal(_ id: ProposalID, _ change: (inout Proposal) -> Void) -> Proposal {
      var proposal = Proposal(id: id, title: "T")
      change(&proposal)
      return proposal
    }
    let proposals = [
      proposal("1") {
        $0.focusAreas = ["lakehouse", "ml"]
        $0.tags = ["Iceberg", "iceberg", "Big Data"]
        $0.format = "workshop"
        $0.level = "Advanced"
        $0.round = "early"
      },
      proposal("2") {
        $0.focusAreas = ["ml", "gone"]
        $0.tags = ["ICEBERG", "a \"b\" c"]
      },
      proposal("3") { $0.isWithdrawn = true },
    ]
    var summit = Summit(event: event, proposals: proposals)
    summit.sheets["bo"] = ReviewSheet(reviewer: "bo")
    summit.sheets["bo"]?.reviews["1"] = review(.scored, 4)
    summit.sheets["bo"]?.reviews["2"] = review(.draft, 3.666_667)
    summit.sheets["cy"] = ReviewSheet(reviewer: "cy")
    summit.sheets["cy"]?.reviews["3"] = review(.scored, 1)
    summit.decisions["1"] = [Decision(.accept, at: 1, chair: "ada")]
    return summit.seen(by: viewer, at: 0)
  }

  private static func review(_ status: Review.Status, _ overall: Double) -> Review {
    var review = Review(status)
    review.overall = overall
    return review
  }

  private static func shown(_ kind: Facets.Kind, _ facets: Facets) -> [String] {
    facets.groups.first { $0.kind == kind }?.values.map { "\($0.label)=\($0.count)" } ?? []
  }

  @Test func eachValueThatIsThereIsCounted() {
    let facets = Facets(Self.seen(), rows: [0, 1, 2], bookmarks: ["3", "1"])
    #expect(Self.shown(.state, facets) == ["unscored=2", "scored=1", "draft=1", "withdrawn=1"])
    #expect(Self.shown(.area, facets) == ["Lakes=1", "Machine Learning=2"])
    #expect(Self.shown(.format, facets) == ["Workshop=1"])
    #expect(Self.shown(.level, facets) == ["Advanced=1"])
    #expect(Self.shown(.tag, facets) == ["Iceberg=2", "Big Data=1"])
    #expect(Self.shown(.decision, facets) == ["accept=1", "undecided=2"])
    #expect(Self.shown(.round, facets) == ["Early=1", "Main=2"])
    #expect(Self.shown(.score, facets) == ["4.0=1", "3.67=1"])
    #expect(Self.shown(.bookmarked, facets) == ["bookmarked=2"])
    #expect(facets.groups.map(\.kind) == Facets.Kind.allCases)
  }

  @Test func onlyTheGivenRowsAreCounted() {
    let facets = Facets(Self.seen(), rows: [2, 99])
    #expect(facets.groups.map(\.kind) == [.state, .decision, .round])
    #expect(Facets(Self.seen(), rows: []).groups.isEmpty)
  }

  @Test func nobodyElsesScoreIsCounted() {
    #expect(Self.shown(.score, Facets(Self.seen(by: "ada"), rows: [0, 1, 2])).isEmpty)
    #expect(Self.shown(.score, Facets(Self.seen(by: "cy"), rows: [0, 1, 2])) == ["1.0=1"])
  }

  @Test func manyScoresAreCountedByWholePoints() {
    let proposals = (0..<40).map { Proposal(id: ProposalID(stringLiteral: "p\($0)"), title: "T") }
    var summit = Summit(event: QueryTests.event, proposals: proposals)
    summit.sheets["bo"] = ReviewSheet(reviewer: "bo")
    for (place, proposal) in proposals.enumerated() {
      summit.sheets["bo"]?.reviews[proposal.id] = Self.review(.scored, 1 + Double(place) / 13)
    }
    let facets = Facets(summit.seen(by: "bo", at: 0), rows: Array(0..<40))
    #expect(
      Self.shown(.score, facets) == [
        "4 to under 5=1", "3 to under 4=13", "2 to under 3=13", "1 to under 2=13",
      ])
  }

  @Test(arguments: 1...15)
  func eachCountIsThatOfItsQuery(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<5 {
      let seen = RandomSummit.summit(&random).seen(by: "bo", at: 150)
      let rows = seen.proposals.indices.filter { _ in !random.once(in: 4) }
      let bookmarks: Set<ProposalID> = random.once(in: 2) ? ["1", "x"] : []
      for group in Facets(seen, rows: rows, bookmarks: bookmarks).groups {
        for value in group.values {
          let query = try Query(value.term, for: seen.event)
          let matcher = QueryMatcher(query, in: seen, bookmarks: bookmarks)
          let count = rows.count { matcher.matches(seen.proposals[$0]) }
          #expect(count == value.count, "seed \(seed): \(value.term)")
        }
      }
    }
  }
}
