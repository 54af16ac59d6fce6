import ReviewCore
import ReviewFormats
import Testing

/// Imports one proposal with these custom session fields.
private func take(
  _ fields: KeyValuePairs<String, String>, event: Event = sampleEvent()
) throws -> (Proposal, ImportReport) {
  func quoted(_ text: String) -> String { "\"\(text)\"," }
  let header = sessionizeHeader(session: fields.map { quoted($0.key) }.joined())
  let row = "7,T,D,,,\(fields.map { quoted($0.value) }.joined())No,No,,,,,,,g,A,B,,,,,,,\n"
  var folder = Folder(event: event)
  let plan = folder.take(header + row)
  return (try folder.proposal("7"), plan.report)
}

@Suite struct FieldMatcherTests {
  @Test(arguments: [
    ("lakehouse", ["lakehouse"]), ("LAKEHOUSES", ["lakehouse"]),
    ("data lakes, warehouses and houses", ["lakehouse"]),
    ("Stockage a l'echelle", ["storage"]),
    ("Agentic, Data Lakes, Warehouses and Houses", ["agentic", "lakehouse"]),
    ("Data Lakes, Warehouses and Houses; Storage", ["lakehouse", "storage"]),
    ("Storage\nAgentic", ["storage", "agentic"]), ("Storage\r\nAgentic,", ["storage", "agentic"]),
    ("Agentic, agentic", ["agentic"]),
  ])
  func areasAreNamedByIDNameOrShortName(_ cell: String, _ areas: [String]) throws {
    let (proposal, report) = try take(["Any question": cell])
    #expect(proposal.focusAreas.map(\.text) == areas)
    #expect(proposal.answers.isEmpty)
    #expect(report.unmapped.isEmpty)
  }

  @Test func aKeywordDecidesOnlyWhereOneAreaHasIt() throws {
    let (iceberg, _) = try take(["Track": "Iceberg in anger"])
    #expect(iceberg.focusAreas.map(\.text) == ["lakehouse"])
    #expect(iceberg.answers == [Answer(question: "Track", answer: "Iceberg in anger")])
    let (agents, report) = try take(["Track": "Agents at work"])
    #expect(agents.focusAreas.isEmpty)
    #expect(report.unmapped == [Unmapped(field: "focusAreas", value: "Agents at work")])
    let (words, _) = try take(["Track": "An open table, set"])
    #expect(words.focusAreas.map(\.text) == ["lakehouse"])
    let (part, _) = try take(["Track": "Icebergs"])
    #expect(part.focusAreas.isEmpty)
  }

  @Test func aKeywordDoesNotDecideBesideAName() throws {
    let (proposal, report) = try take(["Track": "Agentic, Iceberg"])
    #expect(proposal.focusAreas.map(\.text) == ["agentic"])
    #expect(report.unmapped == [Unmapped(field: "focusAreas", value: "Iceberg")])
    #expect(proposal.answers == [Answer(question: "Track", answer: "Agentic, Iceberg")])
  }

  @Test func theColumnWhoseValuesMatchBestIsTaken() throws {
    let (proposal, report) = try take([
      "Track": "Storage, Something, Else", "What is it about": "Agentic, Lakehouses",
    ])
    #expect(proposal.focusAreas.map(\.text) == ["agentic", "lakehouse"])
    #expect(proposal.answers == [Answer(question: "Track", answer: "Storage, Something, Else")])
    #expect(report.unmapped.isEmpty)
  }

  @Test func aProseAnswerIsNoFocusArea() throws {
    let (proposal, report) = try take(["Why you": "Storage, and much else, and more, and more"])
    #expect(proposal.focusAreas.isEmpty)
    #expect(report.unmapped.isEmpty)
  }

  @Test(arguments: [
    ("Talk", "talk-25"), ("talk-25", "talk-25"), ("Talk (25 min)", "talk-25"),
    ("25 minutes talk", "talk-25"), ("WORKSHOP", "workshop-90"), ("Talk (50 min)", nil),
  ])
  func formatsAreNamedByIDNameOrMinutes(_ cell: String, _ format: String?) throws {
    let (proposal, report) = try take(["Session format": cell])
    #expect(proposal.format?.text == format)
    #expect(report.unmapped.isEmpty == (format != nil))
    #expect(proposal.answers.isEmpty == (format != nil))
  }

  @Test func levelsRoundsTagsAndNotesAreFound() throws {
    let (proposal, report) = try take([
      "Level": "advanced", "Round": "Early (Visa)", "Talk Topics": "a, b;a\nc",
      "Notes for the Committee": " be\nkind ", "Comments": "mine",
    ])
    #expect(proposal.level == "Advanced")
    #expect(proposal.round?.text == "early")
    #expect(proposal.tags == ["a", "b", "c"])
    #expect(proposal.notes == " be\nkind ")
    #expect(proposal.answers == [Answer(question: "Comments", answer: "mine")])
    #expect(report.unmapped.isEmpty)
  }

  @Test(arguments: [
    ("Notes", true), ("Additional notes", true), ("Notes to the committee", true),
    ("Comments to the organisers", true), ("Message for the reviewers", true),
    ("Additional notes for reviewers", true), ("Release notes", false),
    ("Notes for the audience", false), ("Comments", false),
  ])
  func notesForTheCommitteeAreKnownByTheirName(_ name: String, _ isNotes: Bool) throws {
    let (proposal, _) = try take([name: "text"])
    #expect((proposal.notes == "text") == isNotes)
    #expect(proposal.answers.isEmpty == isNotes)
  }

  @Test func whatMatchesNothingIsListedOnce() throws {
    var folder = Folder()
    let plan = folder.take("id,title,speaker,track\n1,T,A,Foo\n2,U,A,Foo\n3,V,A,\"Foo, Bar\"\n")
    #expect(
      plan.report.unmapped == [
        Unmapped(field: "focusAreas", value: "Foo"), Unmapped(field: "focusAreas", value: "Bar"),
      ])
  }

  @Test func twoAreasOfOneShortNameAreNotGuessed() throws {
    var event = sampleEvent()
    event.focusAreas[1].short = "Lakehouses"
    let (proposal, _) = try take(["Track": "Lakehouses"], event: event)
    #expect(proposal.focusAreas.isEmpty)
  }
}
