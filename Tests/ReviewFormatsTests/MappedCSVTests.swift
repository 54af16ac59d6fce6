import ReviewCore
import ReviewFormats
import Testing

private let form = "Timestamp,Talk title,Topic,Who,Mail,Extra\n"

@Suite struct MappedCSVTests {
  @Test func aMappingSaysWhichColumnIsWhat() throws {
    var folder = Folder()
    let plan = folder.take(
      form + "3/20/2026 10:11:12,T,Data lakes|agentic,Ana; Bo,a@x.org,x\n",
      map: #"""
        {"id": "Timestamp", "title": "Talk title", "speaker": "Who", "email": "Mail",
         "focusAreas": {"column": "Topic", "values": {"Data lakes": "lakehouse"}, "separator": "|"}}
        """#)
    #expect(plan.report.faults.isEmpty)
    let proposal = try folder.proposal("3-20-2026 10:11:12")
    #expect(proposal.source == .init(system: "csv", id: "3/20/2026 10:11:12"))
    #expect(proposal.focusAreas.map(\.text) == ["lakehouse", "agentic"])
    #expect(proposal.answers == [Answer(question: "Extra", answer: "x")])
    #expect(try folder.readSpeakers().map(\.email) == ["a@x.org", nil])
  }

  @Test func oneEMailIsOneSpeaker() throws {
    var folder = Folder()
    folder.take(
      form + "1,T,,Ana,A@x.org,\n2,U,,Ana Maria,a@X.org ,\n3,V,,Ana,b@x.org,\n",
      map: #"{"id": "Timestamp", "title": "Talk title", "speaker": "Who", "email": "Mail"}"#)
    let speakers = try folder.readSpeakers()
    #expect(speakers.map { $0.proposals.map(\.text) } == [["1", "2"], ["3"]])
  }

  @Test func theFirstNameOfAnEMailCountsAndTheOtherIsShown() {
    let file = imported(
      form + "1,T,,Ana,A@x.org,\n2,U,,Ana Maria,a@X.org ,\n3,V,,Ana,a@x.org,\n",
      map: #"{"id": "Timestamp", "title": "Talk title", "speaker": "Who", "email": "Mail"}"#)
    #expect(file.speakers.map(\.name) == ["Ana"])
    #expect(file.faults.map(\.severity) == [.warning])
    #expect(file.faults.first?.description.hasPrefix("in.csv:3:6: ") == true)
    #expect(file.faults.first?.problem.contains("\"Ana Maria\"") == true)
  }

  @Test(arguments: [
    (#"{"id": "Timestamp", "titel": "Talk title"}"#, "did you mean \"title\"", 1, 21),
    (#"{"id": "Timestamp", "title": "Talk titel"}"#, "did you mean \"Talk title\"", 1, 30),
    (#"{"id": "Timestamp"}"#, "has no \"title\"", 1, 1),
    (#"{"title": "Talk title"}"#, "has no \"id\"", 1, 1),
    (#"{"id": "Mail", "title": "Talk title", "email": "Mail"}"#, "tell who submitted", 1, 8),
    (#"{"id": "Timestamp", "title": 5}"#, "names no column", 1, 30),
    (#"{"id": "Timestamp", "title": {"column": "Talk title", "valeus": {}}}"#, "values", 1, 55),
    (
      #"{"id": "Timestamp", "title": "Talk title", "tags": {"column": "Topic", "values": {"a": 1}}}"#,
      "means is no text", 1, 88
    ),
    (#"[]"#, "an object is expected", 1, 1), (#"{"id": }"#, "a value is expected", 1, 8),
    (#"{"id": "Timestamp", "title": "Talk title", "system": "A B"}"#, "is no id", 1, 54),
  ])
  func aBadMappingIsAFaultWithItsPlace(
    _ map: String, _ problem: String, _ line: Int, _ column: Int
  ) {
    let file = imported(form + "1,T,,A,a@x.org,\n", map: map)
    #expect(file.faults.count == 1)
    #expect(file.faults.first?.path == "map.json")
    #expect(file.faults.first?.position == SourcePosition(line: line, column: column))
    #expect(file.faults.first?.problem.contains(problem) == true)
    #expect(file.submissions.isEmpty)
  }

  @Test(arguments: ["[]", "5", "id,title\n", "", "\"x\""])
  func whatIsNoMappingSaysWhatOneLooksLike(_ map: String) {
    let fault = imported(form + "1,T,,A,a@x.org,\n", map: map).faults.first
    #expect(fault?.description.hasPrefix("map.json:1:") == true)
    #expect(fault?.remedy.contains(#"{"id": "Timestamp", "title": "Talk title""#) == true)
  }

  @Test func anIDColumnOfAddressesIsRefused() {
    let file = imported(
      form + "1,T,,A,a@x.org,\n", map: #"{"id": "Mail", "title": "Talk title"}"#)
    #expect(file.faults.first?.problem.contains("e-mail addresses") == true)
  }

  @Test func identityWithoutASpeakerColumnIsListedNotLeaked() throws {
    var folder = Folder()
    let plan = folder.take(
      form + "1,T,,A,SECRET@x.org,\n2,U,,A,B@x.org,\n3,V,,A,SECRET@x.org,\n4,W,,A,,\n",
      map: #"{"id": "Timestamp", "title": "Talk title"}"#)
    #expect(
      plan.report.unmapped == [
        Unmapped(field: "Mail", value: "SECRET@x.org"), Unmapped(field: "Mail", value: "B@x.org"),
      ])
    #expect(!String(decoding: plan.proposalsFile.bytes, as: UTF8.self).contains("SECRET"))
    #expect(plan.speakersFile == nil)
  }

  @Test func aHostileIDIsAFaultUnderAMappingToo() {
    let map = #"{"id": "Timestamp", "title": "Talk title"}"#
    for id in ["../../x", "1/../../x", "a/b"] {
      #expect(imported(form + "\(id),T,,,,\n", map: map).faults.count == 1, "\(id)")
    }
  }

  @Test func timesAreReadOrStayAnswers() throws {
    var folder = Folder()
    let plan = folder.take(
      "n,t,at\n1,T,2026-03-01T10:00:00Z\n2,U,yesterday\n",
      map: #"{"id": "n", "title": "t", "submittedAt": "at"}"#)
    #expect(try folder.proposal("1").submittedAt?.description == "2026-03-01T10:00:00.000Z")
    #expect(try folder.proposal("2").answers == [Answer(question: "at", answer: "yesterday")])
    #expect(plan.report.unmapped.map(\.field) == ["submittedAt"])
  }
}
