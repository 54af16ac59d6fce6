import ReviewCore
import Testing

@Suite struct SummitTests {
  @Test func proposalsAreInTheOrderOfTheirIDsAndTheFirstOfTwoCounts() {
    let proposals = [("10", "a"), ("9", "b"), ("x", "c"), ("10", "d"), ("9", "e")].map {
      Proposal(id: ProposalID(stringLiteral: $0.0), title: $0.1)
    }
    let summit = Summit(event: Event(name: "x"), proposals: proposals)
    #expect(summit.proposals.map(\.title) == ["b", "a", "c"])
    #expect(summit.proposal("10")?.title == "a")
    #expect(summit.proposal("11") == nil)
  }

  @Test func speakersAreFoundByProposalInTheOrderOfTheirFile() {
    let speakers = [
      Speaker(id: "s2", name: "Two", proposals: ["1", "2"]),
      Speaker(id: "s1", name: "One", proposals: ["1"]),
    ]
    let summit = Summit(event: Event(name: "x"), speakers: speakers)
    #expect(summit.speakers(of: "1").map(\.name) == ["Two", "One"])
    #expect(summit.speakers(of: "2").map(\.name) == ["Two"])
    #expect(summit.speakers(of: "3").isEmpty)
    #expect(Summit(event: Event(name: "x")).speakers(of: "1").isEmpty)
  }

  @Test(
    arguments: [
      (nil, [], nil), (7, [], 7), (nil, [30, 5], 35), (7, [30, 5], 7), (nil, [30, nil], nil),
      (0, [3], 0),
    ] as [(Int?, [Int?], Int?)])
  func theSlotsAreTheRuleElseTheSumOfTheFormats(rule: Int?, formats: [Int?], slots: Int?) {
    var event = Event(name: "x")
    event.rules.slots = rule
    event.formats = formats.enumerated().map { place, maximum in
      var format = SessionFormat(id: Identifier(stringLiteral: "f\(place)"), name: "F")
      format.slots.maximum = maximum
      return format
    }
    #expect(event.slots == slots)
  }

  @Test func theLastRoundIsTheDefault() {
    var event = Event(name: "x")
    var proposal = Proposal(id: "1", title: "t")
    #expect(event.round(of: proposal) == nil)
    event.rounds = [Round(id: "early", name: "E"), Round(id: "main", name: "M")]
    #expect(event.round(of: proposal)?.id == "main")
    proposal.round = "early"
    #expect(event.round(of: proposal)?.id == "early")
  }
}
