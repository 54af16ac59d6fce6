import ReviewCore
import ReviewFormats
import Testing

@Suite struct ConfeloCSVTests {
  @Test func speakersAreSeparatedBySemicolonsAndMergedByTheirExactName() throws {
    var folder = Folder()
    folder.take(
      "id,title,speaker,abstract,track\nA1,T, Ana B ; Bo C,x,agentic\nA2,U,\tAna B,,Unknown\n")
    let speakers = try folder.readSpeakers()
    #expect(speakers.map(\.id.text) == ["speaker-0001", "speaker-0002"])
    #expect(speakers[0].proposals.map(\.text) == ["A1", "A2"])
    #expect(try folder.proposal("A1").focusAreas.map(\.text) == ["agentic"])
    #expect(try folder.proposal("A1").answers.isEmpty)
    #expect(try folder.proposal("A2").answers == [Answer(question: "track", answer: "Unknown")])
  }

  @Test func everySpellingOfANameStaysAsItIs() throws {
    let names = [
      "José", "Jose\u{301}", "Jose", "JOSE", "Russell Keith-Magee", "Russell Keith Magee", "Ana",
    ]
    let rows = names.enumerated().map { "\($0),T\($0),\($1); Ana\n" }.joined()
    var folder = Folder()
    for time in [march, april] {
      let plan = folder.take("id,title,speaker\n" + rows, at: time)
      #expect(plan.report.faults.isEmpty)
      let speakers = try folder.readSpeakers()
      #expect(
        speakers.map { Array($0.name.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
          == names.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) })
      for (index, name) in names.enumerated() {
        let own = speakers.filter { $0.proposals.contains { $0.text == String(index) } }
        #expect(own.contains { $0.name.isSameBytes(as: name) })
      }
    }
    folder.take("id,title,speaker\n0,T0,Jose\n1,T1,JOSÉ\n", at: april)
    let speakers = try folder.readSpeakers()
    #expect(speakers.count == names.count + 1)
    let own = speakers.filter { $0.proposals.contains { $0.text == "0" } }
    #expect(own.map(\.name) == ["Jose"])
  }

  @Test func whatAnEarlierCommitteeSaidStaysInTheAnswers() throws {
    var folder = Folder()
    let plan = folder.take(
      "id,title,speaker,score,comments,conflicts\n1,T,A,4.5,Good,c@x.org\n2,U,B,3,,\n")
    #expect(plan.report.unmapped.isEmpty)
    #expect(
      try folder.proposal("1").answers == [
        Answer(question: "score", answer: "4.5"), Answer(question: "comments", answer: "Good"),
        Answer(question: "conflicts", answer: "c@x.org"),
      ])
    #expect(try folder.proposal("2").answers == [Answer(question: "score", answer: "3")])
  }

  @Test func aColumnOfAddressesStaysWithTheSpeaker() throws {
    var folder = Folder()
    folder.take("id,title,speaker,Contact,Language\n1,T,A,a@x.org,en\n")
    #expect(try folder.proposal("1").answers == [Answer(question: "Language", answer: "en")])
    #expect(
      try folder.readSpeakers()[0].answers == [Answer(question: "Contact", answer: "a@x.org")])
  }

  @Test(arguments: [
    ("id,title,speaker\n1,T,A\n1,U,A\n", 3, Fault.Severity.error),
    ("id,title,speaker\n1,T,A\n1,T,A\n", 3, .warning),
    ("id,title,speaker\n1,,A\n", 2, .error), ("id,title,speaker\n,T,A\n", 2, .error),
    ("id,title,speaker\n../../x,T,A\n", 2, .error),
    ("id,title,speaker\n1,T,A,B\n", 2, .error),
  ])
  func badRowsAreFaults(_ text: String, _ line: Int, _ severity: Fault.Severity) {
    let faults = imported(text).faults
    #expect(faults.map(\.position?.line) == [line])
    #expect(faults.map(\.severity) == [severity])
  }

  @Test func onlyTheHeaderIsAnEmptyFile() {
    let file = imported("id,title,speaker\n")
    #expect(file.submissions.isEmpty && file.faults.isEmpty)
  }
}
