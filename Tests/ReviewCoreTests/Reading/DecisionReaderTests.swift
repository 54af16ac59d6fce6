import ReviewCore
import Testing

@Suite struct DecisionReaderTests {
  private static func read(_ decisions: String) throws -> Reading<[ProposalID: Decision]> {
    try DecisionReader.read(
      try document("{\"format\":1,\"chair\":\"ada\",\"decisions\":{\n\(decisions)}}"), chair: "ada")
  }

  @Test func decisionsAreReadAndWrittenWithWhatIsUnknown() throws {
    let reading = try Self.read(
      #""1":{"decision":"accept","reason":"r","at":"2026-01-01T00:00:00.000Z","x":{"y":[null]}},"2":{"decision":"waitlist","reason":null,"at":null}"#
    )
    #expect(reading.faults.isEmpty)
    #expect(reading.value["2"] == Decision(.waitlist, at: nil, chair: "ada"))
    let decision = try #require(reading.value["1"])
    #expect(decision.outcome == .accept)
    let written = JSONValue.object(decision.file(for: "1"))
    #expect(
      try DecisionReader.read(try JSONDocument(written.fileBytes), chair: "ada").value == [
        "1": decision
      ])
  }

  @Test(arguments: [
    ("\"1\":{\"decision\":\"yes\"}", ["2:17"]), ("\"1\":{}", ["2:5"]),
    ("\"1\":{\"decision\":null}", ["2:5"]),
    ("\"1\":1", ["2:5"]), ("\"1\":{\"decision\":\"accept\",\"at\":\"now\"}", ["2:31"]),
    ("\"1\":{\"decision\":\"accept\",\"reason\":1}", ["2:35"]),
    ("\"a/b\":{\"decision\":\"accept\"}", ["2:1"]),
    ("\"1\":{\"decision\":\"accept\"},\"\\u0031\":{\"decision\":\"decline\"}", ["2:27"]),
    ("\"1\":{\"decision\":\"accept\",\"decision\":\"decline\"}", ["2:26"]),
  ])
  func aBadDecisionBreaksOnlyItself(entry: String, at: [String]) throws {
    let reading = try Self.read("\(entry),\n\"2\":{\"decision\":\"undecided\"}")
    #expect(reading.value.mapValues(\.outcome) == ["2": .undecided])
    #expect(reading.faults.map(place) == at)
  }

  @Test(arguments: [
    #"{"decisions":{}}"#, #"{"chair":"kenji"}"#, #"{"chair":null}"#, #"{"chair":1}"#,
    #"{"chair":"ada","decisions":[]}"#,
  ])
  func anotherChairsFileIsRefused(text: String) {
    #expect(throws: Fault.self) { try DecisionReader.read(try document(text), chair: "ada") }
  }

  @Test func assignmentsAreRead() throws {
    let reading = try AssignmentReader.read(
      try document(
        #"{"assignments":{"ada":["1","2"],"X":["1"],"bo":1,"cy":[""],"di":[],"ed":[],"ed":["1"]}}"#)
    )
    #expect(reading.value == ["ada": ["1", "2"], "di": []])
    #expect(reading.faults.count == 4)
    #expect(try AssignmentReader.read(try document("{}")).value.isEmpty)
  }
}
