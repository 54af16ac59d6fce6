import ReviewCore
import ReviewFormats
import Testing

private let header = "id,title,speaker,abstract,track\n"
private let first = header + "1,One,Ana,Text,agentic\n2,Two,Bo,More,storage\n"

/// Twenty proposals, but for those left out.
private func twenty(without left: Set<Int> = []) -> String {
  header + (1...20).filter { !left.contains($0) }.map { "\($0),T\($0),S\($0),,\n" }.joined()
}

@Suite struct ImportPlanTests {
  @Test func theSameFileAgainChangesNothing() throws {
    var folder = Folder()
    let before = folder.take(first)
    let plan = folder.take(first, at: april)
    #expect(plan.report.unchanged == 2)
    #expect(plan.report.new.isEmpty && plan.report.changed.isEmpty)
    #expect(!plan.changesProposals && !plan.changesSpeakers)
    #expect(plan.proposalsFile.bytes == before.proposalsFile.bytes)
    #expect(plan.speakersFile?.bytes == before.speakersFile?.bytes)
  }

  @Test func replacedTextIsKeptAsEarlier() throws {
    var folder = Folder()
    folder.take(first)
    let old = try folder.proposal("1")
    let plan = folder.take(first.replacing("Text", "New text"), at: april)
    #expect(plan.report.changed.map(\.text) == ["1"])
    let new = try folder.proposal("1")
    #expect(new.abstract == "New text")
    #expect(
      new.earlier == [
        .init(digest: old.digest, title: "One", abstract: "Text", notes: nil, until: april)
      ])
  }

  @Test func aChangeNobodyCanSeeIsAChangeButNoEarlierText() throws {
    var folder = Folder()
    folder.take(header + "1,One,Ana,\"a\nb\",\n")
    let plan = folder.take(header + "1,One,Ana,\"a \r\nb\n\",\n", at: april)
    #expect(plan.report.changed.map(\.text) == ["1"])
    #expect(try folder.proposal("1").abstract == "a \r\nb\n")
    #expect(try folder.proposal("1").earlier.isEmpty)
  }

  @Test func whatAChairChangedByHandSurvives() throws {
    var folder = Folder()
    folder.take(first)
    folder.edit("1") { $0["focusAreas"] = ["lakehouse"] }
    let plan = folder.take(first.replacing("One", "Uno"), at: april)
    #expect(plan.report.notices.isEmpty)
    #expect(try folder.proposal("1").focusAreas.map(\.text) == ["lakehouse"])
    #expect(try folder.proposal("1").title == "Uno")
  }

  @Test func whereBothChangedTheChairsStaysAndBothAreShown() throws {
    var folder = Folder()
    folder.take(first)
    folder.edit("1") { $0["focusAreas"] = ["lakehouse"] }
    let second = first.replacing("agentic", "storage")
    let plan = folder.take(second, at: april)
    #expect(plan.report.notices.count == 1)
    for part in ["\"1\":", "lakehouse", "agentic", "storage"] {
      #expect(plan.report.notices[0].contains(part))
    }
    #expect(try folder.proposal("1").focusAreas.map(\.text) == ["lakehouse"])
    let again = folder.take(second, at: april)
    #expect(again.report.notices.isEmpty && !again.changesProposals)
  }

  @Test func whatOnlyTheSourceChangedIsTaken() throws {
    var folder = Folder()
    folder.take(first)
    let plan = folder.take(first.replacing("agentic", "storage"), at: april)
    #expect(plan.report.changed.map(\.text) == ["1"])
    #expect(try folder.proposal("1").focusAreas.map(\.text) == ["storage"])
  }

  @Test func unknownKeysAndForeignEntriesStay() throws {
    var folder = Folder()
    folder.take(first)
    folder.edit("1") {
      $0["x-note"] = "mine"
      $0["source"] = ["system": "confelo", "id": "1", "url": "u"]
    }
    folder.proposals?["x-file"] = "kept"
    let hand: JSONValue = ["id": "hand", "title": "By hand", "y": 1]
    let other: JSONValue = ["id": "p", "title": "T", "source": ["system": "pretalx", "id": "p"]]
    let broken: JSONValue = ["id": "z", "title": 5]
    let entries = folder.proposals?["proposals"]?.array ?? []
    folder.proposals?["proposals"] = .array([broken] + entries + [hand, other, "no object"])
    folder.take(first.replacing("Text", "New"), at: april, withdrawMissing: true)
    let after = folder.proposals?["proposals"]?.array ?? []
    #expect(folder.proposals?["x-file"] == "kept")
    #expect(after.map { $0.object?["id"]?.string } == ["1", "2", "hand", "p", "z", nil])
    #expect(after[0].object?["x-note"] == "mine")
    #expect(after[0].object?["source"]?.object?["url"] == "u")
    #expect(Array(after[2...]) == [hand, other, broken, "no object"])
  }

  @Test func aProposalIsFoundByItsSourceIDWhateverItsIDIs() throws {
    var folder = Folder()
    let file: JSONValue = [
      "proposals": [
        ["id": "talk-7", "title": "Old", "source": ["system": "confelo", "id": "1"]],
        ["id": "2", "title": "Two", "source": ["system": "confelo"]],
      ]
    ]
    folder.proposals = file.object
    let plan = folder.take(first, at: april)
    #expect(plan.report.changed.map(\.text) == ["2", "talk-7"])
    #expect(try folder.readSpeakers().map { $0.proposals.map(\.text) } == [["talk-7"], ["2"]])
  }

  @Test(arguments: [
    #"{"id": "1", "title": "By hand"}"#,
    #"{"id": "1", "title": "T", "source": {"system": "pretalx", "id": "1"}}"#,
    #"{"id": "1", "title": 5}"#,
  ])
  func anIDThatIsTakenImportsNothing(_ entry: String) throws {
    var folder = Folder()
    let document = try JSONDocument(Array(#"{"proposals": [\#(entry)]}"#.utf8))
    folder.proposals = JSONValue(document.root).object
    let before = folder.proposals
    let plan = folder.take(first)
    #expect(plan.report.isRefused)
    #expect(plan.report.faults.map(\.position?.line) == [2])
    #expect(folder.proposals == before)
    #expect(!plan.changesProposals)
  }

  @Test func oneInTenMayBeMissing() throws {
    var folder = Folder()
    folder.take(twenty())
    let plan = folder.take(twenty(without: [3, 7]), at: april)
    #expect(plan.report.withdrawn.map(\.text) == ["3", "7"])
    #expect(try folder.proposal("3").isWithdrawn)
    #expect(plan.report.unchanged == 18)
  }

  @Test func moreThanOneInTenNeedsToBeAskedFor() throws {
    var folder = Folder()
    folder.take(twenty())
    let plan = folder.take(twenty(without: [3, 7, 9]), at: april)
    #expect(plan.report.withdrawn.isEmpty)
    #expect(plan.report.notices.count == 1)
    #expect(!plan.changesProposals)
    let forced = folder.take(twenty(without: [3, 7, 9]), at: april, withdrawMissing: true)
    #expect(forced.report.withdrawn.map(\.text) == ["3", "7", "9"])
    #expect(try folder.readSpeakers().count == 20)
  }

  @Test func anEmptyFileWithdrawsNothingByItself() {
    var folder = Folder()
    folder.take(twenty())
    #expect(folder.take(header, at: april).report.withdrawn.isEmpty)
  }

  @Test func aWithdrawnProposalThatReappearsIsSubmittedAgain() throws {
    var folder = Folder()
    folder.take(twenty())
    folder.take(twenty(without: [3]), at: april)
    let plan = folder.take(twenty(), at: april)
    #expect(plan.report.changed.map(\.text) == ["3"])
    #expect(try !folder.proposal("3").isWithdrawn)
    #expect(try folder.read().allSatisfy { $0.earlier.isEmpty })
  }

  @Test func severalFilesAreOneImport() {
    func plan(_ texts: String...) -> ImportPlan {
      ImportPlan(
        files: texts.map { imported($0) }, event: sampleEvent(), proposals: nil, speakers: nil,
        now: march)
    }
    let parts = plan(header + "1,One,Ana,,\n", header + "2,Two,Ana,,\n1,One,Ana,,\n")
    #expect(parts.report.new.map(\.text) == ["1", "2"])
    #expect(parts.speakersFile?["speakers"]?.array?.count == 1)
    #expect(plan(header + "1,One,Ana,,\n", header + "1,Other,Ana,,\n").report.isRefused)
    #expect(plan(header + "1,One,Ana,,\n", "a,b\n").report.isRefused)
  }

  @Test func anotherSystemsFileWithdrawsNothingOfThisOne() throws {
    var folder = Folder()
    folder.take(twenty())
    let plan = folder.take(
      "n,t\na,T\n", map: #"{"id": "n", "title": "t", "system": "form"}"#, withdrawMissing: true)
    #expect(plan.report.withdrawn.isEmpty)
    #expect(plan.report.new.map(\.text) == ["a"])
    #expect(plan.speakersFile?.bytes == folder.speakers?.bytes)
  }

  @Test func whatTheFileDoesNotSpeakOfStays() throws {
    var folder = Folder()
    folder.take("id,title,speaker,abstract,track,Q\n1,One,Ana,Text,agentic,answer\n")
    let plan = folder.take("id,title,speaker\n1,One,Ana\n", at: april)
    #expect(plan.report.unchanged == 1)
    #expect(!plan.changesProposals)
  }

  @Test func aSpeakerKeepsTheirIDOverRenumberingAndANewAddress() throws {
    let map = #"{"id": "n", "title": "t", "speaker": "s", "email": "e"}"#
    var folder = Folder()
    folder.take("n,t,s,e\n1,T,Ana,a@x\n2,U,Bo,b@x\n", map: map)
    folder.take("n,t,s,e\n0,New,Cy,c@x\n2,U,Bo,b@x\n1,T,Ana,ana@y\n", map: map, at: april)
    let speakers = try folder.readSpeakers()
    #expect(speakers.map(\.name) == ["Ana", "Bo", "Cy"])
    #expect(speakers.map(\.email) == ["ana@y", "b@x", "c@x"])
    #expect(speakers.map(\.id.text) == ["speaker-0001", "speaker-0002", "speaker-0003"])
  }

  @Test func aSpeakerWhoLeftATalkNoLongerStandsAtIt() throws {
    var folder = Folder()
    folder.take("id,title,speaker\n1,T,Ana; Bo\n2,U,Bo\n")
    folder.take("id,title,speaker\n1,T,Ana\n2,U,Cy\n", at: april)
    #expect(try folder.readSpeakers().map { $0.proposals.map(\.text) } == [["1"], [], ["2"]])
  }

  @Test func whatSomebodyAddedToASpeakerStays() throws {
    var folder = Folder()
    folder.take("id,title,speaker\n1,T,Ana\n")
    let text = String(decoding: try #require(folder.speakers).bytes, as: UTF8.self)
      .replacing("\"name\": \"Ana\"", "\"email\": \"a@x\", \"name\": \"Ana\", \"x\": [1]")
    folder.speakers = JSONValue(try JSONDocument(Array(text.utf8)).root).object
    let plan = folder.take("id,title,speaker\n1,T2,Ana\n2,U,Ana\n", at: april)
    let entry = plan.speakersFile?["speakers"]?.array?.first?.object
    #expect(entry?["x"] == [1])
    #expect(entry?["email"] == "a@x")
    #expect(entry?["proposals"] == ["1", "2"])
  }

  @Test func aNewerFileIsNeverWritten() {
    var folder = Folder()
    let file: JSONValue = ["format": 2, "proposals": []]
    folder.proposals = file.object
    let plan = folder.take(first)
    #expect(plan.report.isRefused && !plan.changesProposals)
    #expect(plan.report.faults.first?.description.hasPrefix("proposals.json:1:1: ") == true)
  }

  @Test func theReportHasTheDocumentedShape() {
    var folder = Folder()
    let plan = folder.take(header + "1,One,Ana,,Foo\n")
    let text = String(decoding: plan.report.json.lineBytes, as: UTF8.self)
    #expect(
      text == #"{"changed":[],"faults":[],"new":["1"],"notices":[],"unchanged":0,"#
        + #""unmapped":[{"field":"focusAreas","value":"Foo"}],"withdrawn":[]}"#)
  }
}

extension String {
  /// The text with every `part` replaced.
  fileprivate func replacing(_ part: String, _ other: String) -> String {
    var result = ""
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(part) {
        result += other
        rest = rest.dropFirst(part.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }
}
