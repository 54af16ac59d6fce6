import ReviewCore
import ReviewFormats
import Testing

private let all = #"""
  {"sessions": [
    {"id": "9", "title": "T", "description": "one\r\ntwo", "startsAt": null, "endsAt": null,
     "isServiceSession": false, "isPlenumSession": false, "speakers": ["g-1", "g-2"],
     "categoryItems": [11, 21], "questionAnswers": [{"questionId": 5, "answerValue": "Once"},
     {"questionId": 6, "answerValue": null}], "roomId": 3, "liveUrl": null, "recordingUrl": null,
     "status": "Nominated", "isInformed": false, "isConfirmed": true},
    {"id": "10", "title": "Second", "description": null, "speakers": [], "categoryItems": []},
    {"id": "0c1a", "title": "Lunch", "isServiceSession": true, "speakers": []}],
   "speakers": [
    {"id": "g-1", "firstName": "Ada", "lastName": "L", "bio": "b", "tagLine": null,
     "profilePicture": null, "isTopSpeaker": false, "links": [{"title": "x", "url": "https://x",
     "linkType": "Blog"}], "sessions": [9], "fullName": "Ada L", "categoryItems": [],
     "questionAnswers": [{"questionId": 7, "answerValue": "ACME"}]},
    {"id": "g-2", "fullName": "Bob", "sessions": [9]}, {"id": "g-3", "fullName": "Host"}],
   "questions": [{"id": 5, "question": "Given before?"}, {"id": 6, "question": "Q"},
     {"id": 7, "question": "Company "}],
   "categories": [{"id": 1, "title": "Track", "items": [{"id": 11, "name": "AGENTIC"}]},
     {"id": 2, "title": "Session format", "items": [{"id": 21, "name": "Talk (25 min)"}]}],
   "rooms": [{"id": 3, "name": "Blue"}]}
  """#

@Suite struct SessionizeJSONTests {
  @Test func theViewAllGivesProposalsAndSpeakers() throws {
    var folder = Folder()
    let plan = folder.take(all)
    #expect(plan.report.faults.isEmpty)
    #expect(plan.report.unmapped.isEmpty)
    #expect(plan.report.new.map(\.text) == ["9", "10"])
    let proposal = try folder.proposal("9")
    #expect(proposal.abstract == "one\r\ntwo")
    #expect(proposal.focusAreas.map(\.text) == ["agentic"])
    #expect(proposal.format?.text == "talk-25")
    #expect(
      proposal.answers == [
        Answer(question: "Given before?", answer: "Once"),
        Answer(question: "Status", answer: "Nominated"),
        Answer(question: "Owner Confirmed", answer: "Yes"),
        Answer(question: "Room", answer: "Blue"),
      ])
    #expect(try folder.proposal("10").abstract == nil)
    let speakers = try folder.readSpeakers()
    #expect(speakers.map(\.name) == ["Ada L", "Bob"])
    #expect(speakers[0].organization == "ACME")
    #expect(speakers[0].links == ["https://x"])
  }

  @Test func aFileWithoutTheLaterFieldsIsReadToo() {
    let file = imported(
      #"{"sessions": [{"id": 4, "title": "T", "speakers": ["a"]}], "speakers": [{"id": "a", "firstName": "A", "lastName": "B", "sessions": [4]}]}"#
    )
    #expect(file.faults.isEmpty)
    #expect(file.submissions.map(\.sourceID) == ["4"])
    #expect(file.speakers.map(\.name) == ["A B"])
  }

  @Test func theFirstOfTwoSpeakersOfOneIDCounts() {
    let file = imported(
      #"{"sessions": [{"id": 4, "title": "T", "speakers": ["a"]}], "speakers": [{"id": "a", "fullName": "A"}, {"id": "a", "fullName": "B"}]}"#
    )
    #expect(file.speakers.map(\.name) == ["A"])
    #expect(file.faults.map(\.severity) == [.warning])
    #expect(file.faults.first?.position?.line == 1)
  }

  @Test(arguments: [
    (#"{"sessions": [{"id": "4", "title": "T", "speakers": {}}], "speakers": []}"#, "\"speakers\""),
    (#"{"sessions": [{"id": "4", "title": 5}], "speakers": []}"#, "\"title\" is a number"),
    (
      #"{"sessions": [{"id": "4", "title": "T", "description": true}], "speakers": []}"#,
      "\"description\" is"
    ),
    (#"{"sessions": [{"id": "../x", "title": "T"}], "speakers": []}"#, "cannot be the id"),
    (#"{"sessions": [{"id": "4"}], "speakers": []}"#, "has no title"),
    (#"{"sessions": [{"title": "T"}], "speakers": []}"#, "has no id"),
    (#"{"sessions": [{"id": 4, "title": "T", "categoryItems": [9]}], "speakers": []}"#, "item 9"),
    (#"{"sessions": [{"id": 4, "title": "T", "speakers": ["q"]}], "speakers": []}"#, "no speaker"),
    (#"{"sessions": [7], "speakers": []}"#, "an object is expected"),
    (#"{"sessions": [{"id": 4, "title": "\ud800"}], "speakers": []}"#, "surrogate"),
    (
      #"{"sessions": [{"id": 4, "title": "T"}, {"id": "4", "title": "U"}], "speakers": []}"#,
      "second"
    ),
    (#"{"sessions": [}"#, "a value is expected"),
    (#"{"events": []}"#, "not known"),
  ])
  func whatCannotBeReadIsAFaultWithItsPlace(_ text: String, _ problem: String) {
    let file = imported(text)
    #expect(file.faults.count == 1)
    #expect(file.faults.first?.problem.contains(problem) == true)
    #expect(file.faults.first?.position != nil)
  }
}
