import ReviewAnalysis
import ReviewCore
import Testing

@Suite struct SuggestedConflictTests {
  private typealias Fixture = AssigningFixture

  private static func found(
    _ speakers: [Speaker]?, _ change: (inout Member) -> Void
  ) -> [String] {
    let summit = Fixture.summit(speakers: speakers) { change(&$0.committee[1]) }
    return SuggestedConflict.all(in: summit.seen(by: "ada", at: Timestamp(milliseconds: 0))).map {
      "\($0.reviewer) \($0.proposal): \($0.reasons.map(\.words).joined(separator: ", "))"
    }
  }

  @Test func aCompanyADomainAndACoSpeakerAreReasons() {
    let speakers = [
      Fixture.speaker("me", "bo@lakes.example", of: ["1"]),
      Fixture.speaker("together", "x@other.example", of: ["1", "2", "3"]),
      Fixture.speaker("colleague", "y@mail.LAKES.example", of: ["3", "4"]),
      Fixture.speaker("company", nil, organization: " Lákes  ", of: ["5"]),
      Fixture.speaker("nobody", "z@kes.example", organization: "Lakes Inc", of: ["6"]),
    ]
    let found = Self.found(speakers) {
      $0.email = "Bo@lakes.example"
      $0.organization = "Lakes"
    }
    #expect(
      found == [
        "bo 2: offers a talk together with Speaker together",
        "bo 3: offers a talk together with Speaker together, also at lakes.example",
        "bo 4: also at lakes.example", "bo 5: also of Lakes",
      ])
  }

  @Test(arguments: [
    "gmail.com", "yahoo.co.uk", "gmx.de", "proton.me", "example.org", "apache.org", "localhost",
    "", "a..b",
  ])
  func aPublicProviderIsNoEmployer(domain: String) {
    let speakers = [Fixture.speaker("s", "s@\(domain)", of: ["1"])]
    #expect(Self.found(speakers) { $0.email = "bo@\(domain)" }.isEmpty)
  }

  @Test(arguments: ["Freelance", " ", "-", "Self-Employed", "n/a"])
  func whoWorksForNobodyHasNoColleagues(company: String) {
    let speakers = [Fixture.speaker("s", nil, organization: company, of: ["1"])]
    #expect(Self.found(speakers) { $0.organization = company }.isEmpty)
  }

  @Test func aCommonEndingIsNoCommonDomain() {
    let speakers = [
      Fixture.speaker("s", "s@one.co.uk", of: ["1"]),
      Fixture.speaker("t", "t@cs.uni.example", of: ["2"]),
      Fixture.speaker("u", "u@uni.example", of: ["3"]),
    ]
    #expect(Self.found(speakers) { $0.email = "bo@two.co.uk" }.isEmpty)
    #expect(
      Self.found(speakers) { $0.email = "bo@cs.uni.example" } == [
        "bo 2: also at cs.uni.example", "bo 3: also at uni.example",
      ])
    #expect(Self.found(nil) { $0.email = "bo@cs.uni.example" }.isEmpty)
  }

  @Test func whatIsSuggestedIsOnlyForbiddenWhenItIsConfirmed() throws {
    let speakers = [Fixture.speaker("s", "s@lakes.example", of: Fixture.ids)]
    let summit = Fixture.summit(speakers: speakers) {
      $0.committee[1].email = "bo@lakes.example"
    }
    let plan = try #require(Fixture.plan(summit))
    #expect(plan.suggested.count == 8)
    #expect(plan.suggested.count(where: \.isPlanned) == plan.assignments["bo"]?.count)
    #expect(plan.suggested.contains { $0.isPlanned })
    let confirmed = try #require(Fixture.plan(summit) { $0.confirmsSuggested = true })
    #expect(confirmed.assignments["bo"] == [])
    #expect(confirmed.suggested.count == 8)
    #expect(!confirmed.suggested.contains { $0.isPlanned })
    // Who may not see the speakers is told of nothing.
    var hidden = summit
    hidden.event.rules.speakers = .hidden
    #expect(Fixture.plan(hidden, by: "cy")?.suggested.isEmpty == true)
  }
}
