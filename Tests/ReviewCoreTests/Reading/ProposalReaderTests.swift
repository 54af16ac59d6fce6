import ReviewCore
import Testing

@Suite struct ProposalReaderTests {
  private static func read(_ text: String) throws -> Reading<[Proposal]> {
    try ProposalReader.read(try document(text))
  }

  private static func entry(_ fields: String) -> String {
    "{\"format\": 1, \"proposals\": [\n{\"id\": \"1\", \"title\": \"T\",\n\(fields)},\n"
      + "{\"id\": \"2\", \"title\": \"U\"}]}"
  }

  @Test func everyFieldIsRead() throws {
    let digest = "sha256:" + String(repeating: "0", count: 64)
    let proposal = try #require(
      Self.read(
        Self.entry(
          #"""
          "abstract":"A","notes":"N","format":"talk-25","level":"L","round":"early",
          "focusAreas":["b","a"],"tags":["x","y"],"status":"withdrawn",
          "submittedAt":"2026-01-01T00:00:00Z","updatedAt":"2026-01-02T00:00:00.000Z",
          "answers":[{"question":"Q","answer":"A"}],"source":{"system":"s","id":"7"},
          "earlier":[{"digest":"\#(digest)","title":"t","abstract":"a","notes":"n","until":"2026-01-03T00:00:00Z"}],
          "unknown":{"x":[1]}
          """#)
      ).value.first)
    #expect(proposal.abstract == "A")
    #expect(proposal.notes == "N")
    #expect(proposal.format == "talk-25")
    #expect(proposal.level == "L")
    #expect(proposal.round == "early")
    #expect(proposal.focusAreas == ["b", "a"])
    #expect(proposal.tags == ["x", "y"])
    #expect(proposal.isWithdrawn)
    #expect(proposal.submittedAt == Timestamp("2026-01-01T00:00:00.000Z"))
    #expect(proposal.updatedAt == Timestamp("2026-01-02T00:00:00.000Z"))
    #expect(proposal.answers == [Answer(question: "Q", answer: "A")])
    #expect(proposal.source == Proposal.Source(system: "s", id: "7"))
    #expect(proposal.earlier.map(\.digest.text) == [digest])
    #expect(proposal.earlier.first?.until == Timestamp("2026-01-03T00:00:00.000Z"))
    var written = JSONObject(members: [("format", 1)])
    written["proposals"] = .array([.object(proposal.json)])
    #expect(
      try ProposalReader.read(try JSONDocument(JSONValue.object(written).fileBytes)).value == [
        proposal
      ])
  }

  @Test(arguments: [
    ("\"abstract\": 1", "3:13"), ("\"notes\": []", "3:10"), ("\"format\": \"Talk\"", "3:11"),
    ("\"level\": {}", "3:10"), ("\"round\": \"a b\"", "3:10"), ("\"focusAreas\": \"a\"", "3:15"),
    ("\"focusAreas\": [\"a\", 1]", "3:21"), ("\"tags\": [true]", "3:10"),
    ("\"status\": \"lost\"", "3:11"), ("\"submittedAt\": \"2026-02-30T00:00:00Z\"", "3:16"),
    ("\"updatedAt\": 5", "3:14"), ("\"answers\": [1]", "3:13"),
    ("\"answers\": [{\"question\": 1}]", "3:26"), ("\"source\": 1", "3:11"),
    ("\"source\": {\"id\": 1}", "3:18"), ("\"earlier\": {}", "3:12"),
    ("\"earlier\": [{\"digest\": \"x\"}]", "3:24"), ("\"x\": 1, \"x\": 2", "3:9"),
    ("\"x\": {\"y\": 1, \"y\": 2}", "3:15"), ("\"abstract\": \"\\ud800\"", "3:13"),
  ])
  func aBadFieldBreaksOnlyItsProposalAndIsNamedWithItsPlace(fields: String, at: String) throws {
    let reading = try Self.read(Self.entry(fields))
    #expect(reading.value.map(\.id) == ["2"])
    #expect(reading.faults.map(place) == [at])
    #expect(reading.faults.allSatisfy { $0.severity == .error && !$0.remedy.isEmpty })
  }

  @Test(arguments: [
    ("{\"title\":\"T\"}", "1:15"), ("{\"id\":\"1\"}", "1:15"),
    ("{\"id\":null,\"title\":\"T\"}", "1:15"),
    ("{\"id\":1,\"title\":\"T\"}", "1:21"), ("{\"id\":\"a/b\",\"title\":\"T\"}", "1:21"),
    ("{\"id\":\"1\",\"title\":\" \"}", "1:33"), ("7", "1:15"), ("null", "1:15"), ("[]", "1:15"),
  ])
  func withoutIDOrTitleItIsNoProposal(entry: String, at: String) throws {
    let reading = try Self.read("{\"proposals\":[\(entry),{\"id\":\"2\",\"title\":\"U\"}]}")
    #expect(reading.value.map(\.id) == ["2"])
    #expect(reading.faults.map(place) == [at])
  }

  @Test(arguments: [
    "abstract", "notes", "format", "level", "round", "focusAreas", "tags", "status", "submittedAt",
    "updatedAt", "answers", "source", "earlier",
  ])
  func nullIsAbsent(key: String) throws {
    let reading = try Self.read(Self.entry("\"\(key)\": null"))
    #expect(reading.value.first == Proposal(id: "1", title: "T"))
    #expect(reading.faults.isEmpty)
  }

  @Test func nothingInASourceOrAnEarlierTextIsRequired() throws {
    let reading = try Self.read(
      Self.entry(
        #""source":{"id":"7"},"earlier":[{"title":"t","abstract":null}],"answers":[{"question":null}]"#
      ))
    let proposal = try #require(reading.value.first)
    #expect(reading.faults.isEmpty)
    #expect(proposal.earlier.first?.digest == ContentDigest(title: "t", abstract: nil, notes: nil))
    var written = JSONObject()
    written["proposals"] = .array([.object(proposal.json)])
    #expect(
      try ProposalReader.read(try JSONDocument(JSONValue.object(written).fileBytes)).value == [
        proposal
      ])
  }

  @Test func ofTwoProposalsWithOneIDTheFirstCounts() throws {
    let reading = try Self.read(
      #"{"proposals":[{"id":"1","title":"a"},{"id":"1","title":"b"},{"id":"01","title":"c"}]}"#)
    #expect(reading.value.map(\.title) == ["a", "c"])
    #expect(reading.faults.map(place) == ["1:38"])
  }

  @Test(arguments: [
    "[]", "{\"proposals\":{}}", "{\"format\":0}", "{\"format\":\"1\"}", "{\"format\":1.5}",
    "{\"a\":1,\"a\":2}",
  ])
  func aFileThatIsNoneIsBroken(text: String) {
    #expect(throws: Fault.self) { try Self.read(text) }
  }

  @Test func aNewerFormatIsReadWithAWarning() throws {
    let reading = try Self.read("{\"format\": 2, \"proposals\": [{\"id\":\"1\",\"title\":\"T\"}]}")
    #expect(reading.value.count == 1)
    #expect(reading.faults.map(\.severity) == [.warning])
    #expect(reading.faults.map(place) == ["1:12"])
    #expect(try FileHeader(try document("{\"format\":2}").root).isNewer)
    #expect(try !FileHeader(try document("{\"format\":1}").root).isNewer)
    #expect(try FileHeader(try document("{\"format\":null}").root).format == 1)
  }
}
