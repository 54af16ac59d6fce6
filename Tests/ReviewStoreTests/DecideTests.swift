import ReviewCore
import ReviewStore
import SystemPackage
import Testing

@Suite struct DecideTests {
  let temporary = TemporaryFolder()
  let file = "decisions/ada.json"
  let event: Event = {
    var event = Sample.event
    event.committee.append(Member(id: Identifier("cy")!, name: "Cy", role: .chair))
    return event
  }()

  func decide(
    _ outcome: Decision.Outcome, of id: ProposalID = p1, by chair: Identifier = ada, at: Int64
  ) throws -> DecideOutcome {
    try ReviewFolder(temporary.path).decide(
      [id: Decision(outcome, reason: "so", at: nil, chair: chair)], by: chair, in: event,
      at: Sample.time(at))
  }

  init() { Sample.write(to: temporary) }

  @Test func aDecisionIsReadAgain() async throws {
    let outcome = try decide(.accept, at: 5)
    let expected = Decision(.accept, reason: "so", at: Sample.time(5), chair: ada)
    #expect(outcome.decisions == [p1: expected])
    let loaded = try await ReviewFolder(temporary.path).load()
    #expect(loaded.summit.decision(of: p1) == expected)
    #expect(loaded.faults.isEmpty)
    #expect(loaded.stamp(of: .decisions(ada)) == outcome.stamp)
  }

  @Test func aDecisionIsLaterThanEveryChairsEarlierOne() throws {
    _ = try decide(.accept, by: Identifier("cy")!, at: 50)
    #expect(try decide(.decline, at: 10).decisions[p1]?.at == Sample.time(51))
    #expect(try decide(.waitlist, at: 10).decisions[p1]?.at == Sample.time(52))
    #expect(try decide(.waitlist, of: p2, at: 10).decisions[p2]?.at == Sample.time(10))
  }

  @Test func unknownKeysStayAndOtherDecisionsToo() throws {
    temporary.write(
      #"{"chair": "ada", "x": 1, "decisions": {"p2": {"decision": "accept", "y": [2]}}}"#, to: file)
    _ = try decide(.accept, at: 5)
    let root = try JSONDocument(Array(temporary.text(of: file)!.utf8)).root
    #expect(root["x"]?.number?.int == 1)
    #expect(root["decisions"]?["p2"]?["y"]?.kind == .array)
  }

  @Test func whoIsNoChairDecidesNothing() throws {
    let error = #expect(throws: StoreError.self) { try decide(.accept, by: ben, at: 1) }
    #expect(error?.kind == .notAllowed)
    #expect(temporary.names() == ["proposals.json", "summit.json"])
  }

  @Test(arguments: [
    "{", #"{"chair": "cy"}"#, #"{"chair": "ada", "format": 2}"#,
    #"{"chair": "ada", "decisions": {"p1": {"decision": "maybe"}}}"#,
  ])
  func whatIsNotUnderstoodIsNotWrittenOver(_ text: String) throws {
    temporary.write(text, to: file)
    #expect(throws: StoreError.self) { try decide(.accept, at: 1) }
    #expect(temporary.text(of: file) == text)
  }

  @Test func aBrokenFileOfAnotherChairStopsNobody() throws {
    temporary.write("{", to: "decisions/cy.json")
    #expect(try decide(.accept, at: 1).decisions.count == 1)
  }
}
