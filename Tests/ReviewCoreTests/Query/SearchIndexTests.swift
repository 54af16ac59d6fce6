import Testing

@testable import ReviewCore

@Suite struct SearchIndexTests {
  private static func summit(
    _ rule: Rules.SpeakerVisibility = .afterScoring, isScored: Bool = false
  ) -> Summit {
    var event = Event(name: "x")
    event.committee = [Member(id: "bo", name: "Bo")]
    event.rules.speakers = rule
    var first = Proposal(id: "lake-1", title: "Café pipelines")
    first.abstract = "Real time\n  fraud"
    first.notes = "for beginners"
    first.tags = ["Kafka", "Iceberg"]
    first.answers = [Answer(question: "Video?", answer: "youtube")]
    let second = Proposal(id: "lake-2", title: "Iceberg")
    var eve = Speaker(id: "s", name: "Éve Ng", proposals: ["lake-1"])
    eve.organization = "Acme"
    eve.tagline = "Engineer"
    eve.bio = "Climbs"
    eve.email = "secret@example.org"
    var summit = Summit(event: event, proposals: [first, second], speakers: [eve])
    if isScored {
      summit.sheets["bo"] = ReviewSheet(reviewer: "bo")
      summit.sheets["bo"]?.reviews["lake-1"] = Review(.scored)
    }
    return summit
  }

  private static func found(_ needle: String, _ index: SearchIndex) -> [Int] {
    let needle = SearchNeedle(needle)
    let places = index.places(of: needle)
    #expect(index.places(of: needle, among: [1, 0, 7, -1]) == places.reversed())
    return places
  }

  @Test(arguments: [
    ("CAFE", [0]), ("real time fraud", [0]), ("beginners", [0]), ("iceberg", [0, 1]),
    ("lake-2", [1]), ("youtube", [0]), ("video", []), ("", [0, 1]), ("kafka iceberg", []),
    ("pipelines real", []),
  ])
  func everyTextThatIsShownIsSearched(needle: String, places: [Int]) {
    #expect(Self.found(needle, SearchIndex(Self.summit().seen(by: "bo", at: 0))) == places)
  }

  @Test(arguments: ["eve", "acme", "engineer", "climbs", "secret"])
  func speakersAreSearchedOnlyWhereTheyAreShown(needle: String) throws {
    var index = SearchIndex(Self.summit().seen(by: "bo", at: 0))
    #expect(Self.found(needle, index).isEmpty)
    let open = Self.summit(isScored: true).seen(by: "bo", at: 0)
    let isShown = needle != "secret"
    #expect(Self.found(needle, SearchIndex(open)) == (isShown ? [0] : []))
    index.replace(at: 0, by: open.proposals[0])
    #expect(Self.found(needle, index) == (isShown ? [0] : []))
    // What is taken back is hidden again, also where the index was made while it was shown.
    index = SearchIndex(open)
    index.replace(at: 0, by: Self.summit().seen(by: "bo", at: 0).proposals[0])
    #expect(Self.found(needle, index).isEmpty)
    #expect(Self.found("cafe", index) == [0])
    index.replace(at: 9, by: open.proposals[0])
    #expect(Self.found(needle, index).isEmpty)
  }

  @Test(arguments: 1...10)
  func itFindsWhatAQueryFinds(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let words = ["data", "Café", "lake", "Łódź", "x", "beam", "e\u{301}t", "日本"]
    func text() -> String {
      (0..<random.below(30)).map { _ in random.one(of: words) }.joined(separator: " ")
    }
    let proposals = (0..<40).map { number in
      var proposal = Proposal(id: ProposalID(stringLiteral: "p\(number)"), title: text())
      proposal.abstract = random.once(in: 3) ? nil : text()
      proposal.tags = random.once(in: 2) ? [] : [random.one(of: words)]
      return proposal
    }
    let seen = Summit(event: Event(name: "x"), proposals: proposals).seen(by: nil, at: 0)
    var index = SearchIndex(seen)
    for place in seen.proposals.indices where random.once(in: 3) {
      index.replace(at: place, by: seen.proposals[place])
    }
    for word in ["data", "data cafe", "lodz x", "et", "日本 日本", "p1", "ake b"] {
      let matcher = QueryMatcher(
        try Query("\"\(word)\" OR id:\"*\(word)*\"", for: seen.event), in: seen)
      let expected = seen.proposals.indices.filter { matcher.matches(seen.proposals[$0]) }
      #expect(Self.foundInOrder(word, index) == expected, "seed \(seed), \(word)")
    }
  }

  private static func foundInOrder(_ needle: String, _ index: SearchIndex) -> [Int] {
    index.places(of: SearchNeedle(needle))
  }

  @Test func anEmptySummitHoldsNothing() {
    let index = SearchIndex(Summit(event: Event(name: "x")).seen(by: nil, at: 0))
    #expect(index.count == 0)
    #expect(index.places(of: SearchNeedle("a")).isEmpty)
    #expect(index.places(of: SearchNeedle("")).isEmpty)
  }
}
