import Testing

@testable import ReviewCore

@Suite struct QueryMatcherTests {
  private static let summit: Summit = {
    func proposal(_ id: ProposalID, _ title: String, _ change: (inout Proposal) -> Void) -> Proposal
    {
      var proposal = Proposal(id: id, title: title)
      change(&proposal)
      return proposal
    }
    let proposals = [
      proposal("1", "Iceberg at scale") {
        $0.abstract = "Tables for café owners"
        $0.focusAreas = ["lakehouse", "ml"]
        $0.tags = ["Iceberg", "Big Data"]
        $0.format = "talk-25"
        $0.level = "Advanced"
        $0.round = "early"
      },
      proposal("12", "Delta or Iceberg") { $0.focusAreas = ["ml"] },
      proposal("2", "Kafka") {
        $0.tags = ["kafka"]
        $0.isWithdrawn = true
      },
      proposal("a*b", "Streams of Łódź") { $0.abstract = "delta force" },
    ]
    var eve = Speaker(id: "s", name: "Éve Ng", proposals: ["1", "2"])
    eve.organization = "Big Lake Ltd"
    var summit = Summit(event: QueryTests.event, proposals: proposals, speakers: [eve])
    func review(_ status: Review.Status, _ value: Double? = nil) -> Review {
      var review = Review(status)
      review.scores["relevance"] = value
      review.scores["style"] = value.map { 6 - $0 }
      return review
    }
    summit.sheets["bo"] = ReviewSheet(reviewer: "bo")
    summit.sheets["cy"] = ReviewSheet(reviewer: "cy")
    summit.sheets["bo"]?.reviews = [
      "1": review(.scored, 5), "12": review(.draft, 2), "2": review(.skipped),
    ]
    summit.sheets["bo"]?.reviews["1"]?.overall = 4
    summit.sheets["bo"]?.reviews["1"]?.digest = ContentDigest(
      title: "old", abstract: nil, notes: nil)
    summit.sheets["cy"]?.reviews = [
      "1": review(.scored, 2), "12": review(.scored, 1), "a*b": review(.draft, 3),
    ]
    summit.decisions = ["1": [Decision(.accept, at: 1, chair: "ada")]]
    summit.assignments = ["bo": ["2", "a*b"]]
    return summit
  }()

  private static func found(_ query: String, by viewer: Identifier? = "bo") throws -> [String] {
    let seen = summit.seen(by: viewer, at: 0)
    let matcher = QueryMatcher(try Query(query, for: seen.event), in: seen, bookmarks: ["12"])
    return seen.proposals.filter(matcher.matches).map(\.id.text)
  }

  /// For bo, who sees the others' reviews of 1 only.
  @Test(arguments: [
    ("", ["1", "2", "12", "a*b"]), ("iceberg", ["1", "12"]), ("ICEBERG scale", ["1"]),
    ("\"iceberg at\"", ["1"]), ("\"at iceberg\"", []), ("cafe", ["1"]), ("lodz", ["a*b"]),
    ("kafka", ["2"]),
    ("eve", ["1", "2"]), ("delta", ["12", "a*b"]), ("big", ["1"]), ("-iceberg", ["2", "a*b"]),
    ("--iceberg", ["1", "12"]), ("kafka OR delta", ["2", "12", "a*b"]), ("delta -iceberg", ["a*b"]),
    ("iceberg delta OR kafka", ["2", "12"]), ("iceberg (delta OR scale)", ["1", "12"]),
    ("-(kafka OR delta)", ["1"]), ("-\"at scale\" iceberg", ["12"]),
    ("()", ["1", "2", "12", "a*b"]), ("-()", []),
    ("area:lakehouse", ["1"]), ("area:ml", ["1", "12"]),
    ("area:\"machine learning\"", ["1", "12"]),
    ("tag:iceberg", ["1"]), ("tag:\"big data\"", ["1"]), ("tag:big", []), ("format:talk-25", ["1"]),
    ("format:Workshop", []),
    ("level:advanced", ["1"]), ("round:early", ["1"]), ("round:main", ["2", "12", "a*b"]),
    ("is:scored", ["1"]), ("is:unscored", ["2", "12", "a*b"]), ("is:draft", ["12"]),
    ("is:skipped", ["2"]),
    ("is:abstained", []), ("is:conflict", []), ("is:stale", ["1"]), ("is:bookmarked", ["12"]),
    ("is:withdrawn", ["2"]),
    ("is:assigned", ["2", "a*b"]), ("state:accept", ["1"]),
    ("state:undecided", ["2", "12", "a*b"]),
    ("my:4", ["1"]), ("my:>=3", ["1", "12"]), ("my:<4", ["12"]), ("my.relevance:5", ["1"]),
    ("my.style:>=4", ["12"]),
    ("my:>4", []), ("score:3.5", ["1"]), ("score:3.5..4.2", ["1"]), ("score:>3.5", []),
    ("n:2", ["1"]), ("n:<3", ["1"]),
    ("n:0", []), ("spread:>0.7", ["1"]), ("spread:..1", ["1"]), ("speaker:ng", ["1", "2"]),
    ("speaker:\"eve ng\"", ["1", "2"]),
    ("org:lake", ["1", "2"]), ("by:cy", ["1"]), ("by:bo", ["1"]), ("id:1", ["1"]),
    ("id:1*", ["1", "12"]),
    ("id:*", ["1", "2", "12", "a*b"]), ("id:a*b", ["a*b"]), ("id:*2", ["2", "12"]),
    ("id:\"2\"", ["2"]),
  ])
  func fieldsFindWhatTheyAskFor(query: String, ids: [String]) throws {
    #expect(try Self.found(query) == ids)
  }

  @Test func hiddenScoresNeverMatch() throws {
    for query in ["score:0..5", "n:0..9", "spread:0..9", "by:cy"] {
      #expect(try Self.found(query, by: "bo") == ["1"])
      #expect(try Self.found(query, by: nil).isEmpty)
    }
    #expect(try Self.found("by:cy", by: "ada") == ["1", "12"])
    #expect(try Self.found("n:0", by: "ada") == ["2", "a*b"])
  }

  @Test(arguments: [
    ("", "", true), ("*", "", true), ("a", "", false), ("", "a", false), ("a*", "a", true),
    ("*a", "ba", true),
    ("a*c", "abbc", true), ("a*c", "abcd", false), ("**", "x", true), ("*b*", "abc", true),
    ("a*b*c", "axbxbc", true),
    ("a?c", "abc", false),
  ])
  func aStarStandsForAnything(pattern: String, text: String, fits: Bool) {
    #expect(Wildcard.matches(pattern, text) == fits)
  }

  @Test func aPatternOfManyStarsEnds() {
    #expect(
      !Wildcard.matches(
        String(repeating: "a*", count: 40) + "b", String(repeating: "a", count: 2000)))
  }
}
