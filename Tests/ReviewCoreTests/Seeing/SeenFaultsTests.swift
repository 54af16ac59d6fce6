import ReviewCore
import Testing

@Suite struct SeenFaultsTests {
  private func event(
    _ reviews: Rules.ReviewVisibility, _ speakers: Rules.SpeakerVisibility = .shown
  ) -> Event {
    var event = Event(name: "E")
    event.rules.otherReviews = reviews
    event.rules.speakers = speakers
    return event
  }

  private let ben = Member(id: "ben", name: "Ben")
  private let ada = Member(id: "ada", name: "Ada", role: .chair)
  private let faults = [
    Fault(path: "reviews/ada.json", problem: "the score 9 of \"1\" is off the scale", remedy: "R"),
    Fault(path: "reviews/ada.json", problem: "the reason \"cousin\" is no text", remedy: "R"),
    Fault(path: "reviews/ben.json", problem: "the score 7", remedy: "R"),
    Fault(path: "speakers.json", severity: .warning, problem: "Dora", remedy: "R"),
    Fault(path: "proposals.json", problem: "the title", remedy: "R"),
  ].map { fault in
    var fault = fault
    fault.isOfEntry = fault.path != "proposals.json"
    return fault
  }

  @Test func whatAFaultQuotesIsHiddenAsWhatItIsAbout() {
    let seen = faults.seen(by: ben, in: event(.afterMine, .hidden))
    #expect(
      seen.map(\.path) == [
        "reviews/ada.json", "reviews/ben.json", "speakers.json", "proposals.json",
      ])
    #expect(seen[0].problem == "something in it cannot be read, and does not count")
    #expect(seen[1] == faults[2])
    #expect(seen[2].severity == .warning)
    #expect(!seen[2].description.contains("Dora"))
    #expect(seen[3] == faults[4])
  }

  @Test func whoMaySeeAllIsToldAll() {
    #expect(faults.seen(by: ada, in: event(.never, .hidden)) == faults)
    #expect(faults.seen(by: ben, in: event(.always)) == faults)
    #expect(faults.seen(by: nil, in: event(.always)) == faults)
  }

  @Test func whatIsWrongWithAFileAsAWholeIsToldToEverybody() {
    let broken = Fault(path: "reviews/ada.json", problem: "the file ends too early", remedy: "R")
    #expect([broken].seen(by: ben, in: event(.never)) == [broken])
  }

  @Test func nobodyInParticularReadsNoReviewFile() {
    #expect(!faults.seen(by: nil, in: event(.afterMine)).contains(faults[2]))
  }
}
