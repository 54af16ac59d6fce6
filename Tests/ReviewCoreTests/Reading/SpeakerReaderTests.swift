import ReviewCore
import Testing

@Suite struct SpeakerReaderTests {
  private static func read(_ text: String) throws -> Reading<[Speaker]> {
    try SpeakerReader.read(try document(text))
  }

  @Test func everyFieldIsReadAndWritten() throws {
    let reading = try Self.read(
      #"{"speakers":[{"id":"s1","name":"N","email":"e","organization":"o","tagline":"t","bio":"b","links":["l"],"answers":[{"question":"q","answer":"a"}],"proposals":["1","2"],"x":1}]}"#
    )
    let speaker = try #require(reading.value.first)
    #expect(
      [speaker.email, speaker.organization, speaker.tagline, speaker.bio] == ["e", "o", "t", "b"])
    #expect(speaker.links == ["l"])
    #expect(speaker.answers == [Answer(question: "q", answer: "a")])
    #expect(speaker.proposals == ["1", "2"])
    let written = JSONValue.object(
      JSONObject(members: [("speakers", .array([.object(speaker.json)]))]))
    #expect(try SpeakerReader.read(try JSONDocument(written.fileBytes)).value == [speaker])
  }

  @Test(arguments: [
    #"{"name":"N","proposals":[]}"#, #"{"id":"s","proposals":[]}"#, #"{"id":"s","name":"N"}"#,
    #"{"id":"s","name":"","proposals":[]}"#, #"{"id":"s","name":"N","proposals":"1"}"#,
    #"{"id":"s","name":"N","proposals":[""]}"#, #"{"id":"s","name":"N","proposals":[],"email":1}"#,
    #"{"id":"s","name":"N","proposals":[],"organization":1}"#,
    #"{"id":"s","name":"N","proposals":[],"tagline":1}"#,
    #"{"id":"s","name":"N","proposals":[],"bio":1}"#,
    #"{"id":"s","name":"N","proposals":[],"links":1}"#,
    #"{"id":"s","name":"N","proposals":[],"answers":1}"#,
    #"{"id":"s","name":"N","proposals":[],"x":1,"x":1}"#, #"{"id":"t","name":"N","proposals":[]}"#,
    "1",
  ])
  func aBadSpeakerBreaksOnlyItself(entry: String) throws {
    let reading = try Self.read(
      "{\"speakers\":[{\"id\":\"t\",\"name\":\"T\",\"proposals\":[]},\n\(entry)]}")
    #expect(reading.value.map(\.id) == ["t"])
    #expect(reading.faults.map(\.position?.line) == [2])
  }

  @Test func nullIsAbsent() throws {
    let reading = try Self.read(
      #"{"speakers":[{"id":"s","name":"N","proposals":[],"email":null,"organization":null,"tagline":null,"bio":null,"links":null,"answers":null}]}"#
    )
    #expect(reading.value == [Speaker(id: "s", name: "N", proposals: [])])
    #expect(reading.faults.isEmpty)
    #expect(try Self.read(#"{"speakers":null}"#).value.isEmpty)
  }
}
