import ReviewCore
import ReviewStore
import SystemPackage
import Testing

@Suite struct ReloadTests {
  let temporary = TemporaryFolder()

  func review(_ reviewer: Identifier, _ id: String) -> String {
    #"{"reviewer": "\#(reviewer)", "reviews": {"\#(id)": {"status": "skipped"}}}"#
  }

  @Test func whereNothingChangedNothingIsRead() async throws {
    let gate = FailingGate { _, _ in nil }
    let folder = temporary.sample(on: RealFileSystem(gate: gate))
    temporary.write(review(ben, "p1"), to: "reviews/ben.json")
    temporary.write("{", to: "reviews/ada.json")
    let loaded = try await folder.load()
    let count = gate.calls.count
    #expect(try await loaded.reloaded() == nil)
    #expect(Set(gate.calls.dropFirst(count)) == [.look, .list])
  }

  @Test func whatOthersWriteComesIn() async throws {
    let folder = temporary.sample()
    var loaded = try await folder.load()
    temporary.write(review(ben, "p1"), to: "reviews/ben.json")
    loaded = try #require(try await loaded.reloaded())
    #expect(loaded.summit.sheets[ben]?.reviews.keys.map(\.text) == ["p1"])
    temporary.write(review(ben, "p2"), to: "reviews/ben.json")
    loaded = try #require(try await loaded.reloaded())
    #expect(loaded.summit.sheets[ben]?.reviews.keys.map(\.text) == ["p2"])
    _ = try folder.decide(
      [p1: Decision(.accept, at: nil, chair: ada)], by: ada, in: Sample.event, at: Sample.time(0))
    loaded = try #require(try await loaded.reloaded())
    #expect(loaded.summit.decision(of: p1)?.outcome == .accept)
    #expect(try await loaded.reloaded() == nil)
  }

  @Test func aFileThatIsGoneIsGoneFromViewAndComesBack() async throws {
    let folder = temporary.sample()
    temporary.write(review(ben, "p1"), to: "reviews/ben.json")
    var loaded = try await folder.load()
    temporary.remove("reviews")
    loaded = try #require(try await loaded.reloaded())
    #expect(loaded.summit.sheets.isEmpty)
    #expect(loaded.faults.isEmpty)
    temporary.write(review(ben, "p1"), to: "reviews/ben.json")
    loaded = try #require(try await loaded.reloaded())
    #expect(loaded.summit.sheets.count == 1)
    temporary.remove("proposals.json")
    loaded = try #require(try await loaded.reloaded())
    #expect(loaded.summit.proposals.isEmpty)
    #expect(loaded.faults.map(\.severity) == [.warning])
  }

  @Test func aFileThatBreaksAndIsMendedIsNoticed() async throws {
    let folder = temporary.sample()
    var loaded = try await folder.load()
    temporary.write("{", to: "reviews/ben.json")
    loaded = try #require(try await loaded.reloaded())
    #expect(loaded.faults.map(\.path) == ["reviews/ben.json"])
    temporary.write(review(ben, "p1"), to: "reviews/ben.json")
    loaded = try #require(try await loaded.reloaded())
    #expect(loaded.faults.isEmpty)
    temporary.write(review(ben, "p1"), to: "reviews/ben copy.json")
    loaded = try #require(try await loaded.reloaded())
    #expect(loaded.faults.map(\.path) == ["reviews/ben copy.json"])
  }

  @Test func aNewRubricIsAppliedToEveryReview() async throws {
    let folder = temporary.sample()
    try folder.save([p1: Sample.scored(5, at: 1)], rescue: temporary.rescue)
    var loaded = try await folder.load()
    let scale = #""rubric": {"scale": {"low": 1, "high": 3}, "#
    temporary.write(
      Sample.summit.replacing(#""rubric": {"#, with: scale), to: "summit.json")
    loaded = try #require(try await loaded.reloaded())
    #expect(loaded.faults.map(\.path) == ["reviews/ada.json"])
    #expect(loaded.summit.sheets[ada]?.reviews.isEmpty == true)
  }

  @Test func newProposalsEndTheWarningsAboutThem() async throws {
    let folder = temporary.sample()
    temporary.write(review(ben, "p9"), to: "reviews/ben.json")
    var loaded = try await folder.load()
    #expect(loaded.faults.count == 1)
    temporary.write(
      Sample.proposals.replacing("\"p3\"", with: "\"p9\""), to: "proposals.json")
    loaded = try #require(try await loaded.reloaded())
    #expect(loaded.faults.isEmpty)
    #expect(loaded.summit.proposals.count == 3)
  }

  @Test func speakersMayComeAndGo() async throws {
    let folder = temporary.sample()
    var loaded = try await folder.load()
    #expect(loaded.summit.speakers == nil)
    temporary.write(
      #"{"speakers": [{"id": "s", "name": "Sam", "proposals": ["p1"]}]}"#, to: "speakers.json")
    loaded = try #require(try await loaded.reloaded())
    #expect(loaded.summit.speakers(of: p1).count == 1)
    temporary.remove("speakers.json")
    loaded = try #require(try await loaded.reloaded())
    #expect(loaded.summit.speakers == nil)
  }

  @Test func anEventThatBreaksLeavesWhatWasLoaded() async throws {
    let folder = temporary.sample()
    let loaded = try await folder.load()
    temporary.write("{", to: "summit.json")
    await #expect(throws: StoreError.self) { try await loaded.reloaded() }
    Sample.write(to: temporary)
    #expect(try await loaded.reloaded()?.faults.isEmpty == true)
  }

  @Test func whatISavedMyselfIsNotReadAgain() async throws {
    let folder = temporary.sample()
    let loaded = try await folder.load()
    let outcome = try folder.save([p1: Sample.scored(5, at: 1)], rescue: temporary.rescue)
    let included = loaded.including(outcome)
    #expect(included.summit.sheets[ada] == outcome.sheet)
    #expect(try await included.reloaded() == nil)
    #expect(try await loaded.reloaded()?.summit.sheets[ada] == outcome.sheet)
  }
}

extension String {
  func replacing(_ part: String, with other: String) -> String {
    guard let range = ranges(of: part).first else { return self }
    return String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
