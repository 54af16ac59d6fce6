import ReviewCore
import Testing

@testable import ReviewFormats

/// Texts that a spreadsheet would run, and others that are hard to keep.
private let hardTexts = [
  "=1+1", "'quoted", "''twice", "-5", "-x", "+x", "@y", "\ttab", "\rreturn", "a, \"b\"\r\nc\n",
  " spaces ", "e\u{301} é 日本 😀", "[1]", "+49 30", "'=1",
]

private func hardProposals() -> [Proposal] {
  hardTexts.enumerated().map { index, text in
    var proposal = Proposal(id: ProposalID("p\(index)")!, title: text)
    proposal.abstract = hardTexts[(index + 1) % hardTexts.count]
    proposal.notes = hardTexts[(index + 2) % hardTexts.count]
    proposal.format = Identifier("talk-25")
    proposal.level = "Advanced"
    proposal.round = Identifier("early")
    proposal.focusAreas = [Identifier("storage")!, Identifier("agentic")!]
    proposal.tags = ["'x", "a; b", "=c"].suffix(index % 4)
    proposal.isWithdrawn = index == 3
    proposal.submittedAt = march
    proposal.updatedAt = april
    proposal.answers = [
      Answer(question: "Q: \(text)", answer: text),
      Answer(question: "Given?", answer: "Yes; twice"),
    ].suffix(index % 3)
    return proposal
  }
}

private func exported(
  _ proposals: [Proposal], speakers: [Speaker] = [], _ options: Export.Options = .init()
) -> String {
  var event = sampleEvent()
  event.committee = [Member(id: Identifier("ada")!, name: "Ada", role: .chair)]
  let summit = Summit(event: event, proposals: proposals, speakers: speakers)
  let table = Export.proposals.table(
    of: summit.seen(by: Identifier("ada")!, at: april), options: options)
  return String(decoding: TableFormat.csv.bytes(of: table), as: UTF8.self)
}

@Suite struct LecternCSVTests {
  @Test func allThatWasExportedComesBack() throws {
    let proposals = hardProposals()
    var folder = Folder()
    let plan = folder.take(exported(proposals))
    #expect(plan.report.faults.isEmpty)
    #expect(plan.report.unmapped.isEmpty)
    let back = try folder.read()
    #expect(back.count == proposals.count)
    for proposal in proposals {
      var copy = try folder.proposal(proposal.id.text)
      #expect(copy.source == .init(system: "lectern", id: proposal.id.text))
      copy.source = nil
      #expect(copy == proposal)
      #expect(copy.json.bytes == proposal.json.bytes)
    }
    #expect(!folder.take(exported(proposals), at: april).changesProposals)
    #expect(exported(back) == exported(proposals))
  }

  @Test func speakersComeBackByNameAndWithTheirAddresses() throws {
    func speaker(_ id: String, _ name: String, _ email: String?, _ proposals: [String]) -> Speaker {
      var speaker = Speaker(
        id: ProposalID(id)!, name: name, proposals: proposals.compactMap { ProposalID($0) })
      speaker.email = email
      return speaker
    }
    let speakers = [
      speaker("1", "=Eve", "eve@x.org", ["p0", "p1"]), speaker("2", "Smith; Jr", "j@x.org", ["p1"]),
      speaker("3", "Bo", nil, ["p2"]), speaker("4", "Cy", "cy@x.org", ["p2"]),
    ]
    var options = Export.Options()
    var folder = Folder()
    folder.take(exported(hardProposals(), speakers: speakers, options))
    #expect(try folder.readSpeakers().map(\.name) == ["=Eve", "Smith; Jr", "Bo", "Cy"])
    options.withEmails = true
    folder = Folder()
    folder.take(exported(hardProposals(), speakers: speakers, options))
    let back = try folder.readSpeakers()
    #expect(back.map(\.name) == ["=Eve", "Smith; Jr", "Bo", "Cy"])
    #expect(back.map(\.email) == ["eve@x.org", "j@x.org", nil, nil])
    #expect(back.map { $0.proposals.map(\.text) } == [["p0", "p1"], ["p1"], ["p2"], ["p2"]])
    #expect(back[2].answers == [Answer(question: "emails", answer: "cy@x.org")])
    options.isAnonymous = true
    folder = Folder()
    folder.take(exported(hardProposals(), speakers: speakers, options))
    #expect(folder.speakers == nil)
  }

  @Test func anEmptyPlaceInTheListIsNobodyUnlessItHasAnAddress() throws {
    let columns = Export.proposals.columns + ["speakers"]
    let header = columns.joined(separator: ",")
    func row(_ speakers: String) -> String {
      columns.map { ["id": "1", "title": "T", "speakers": speakers][$0] ?? "" }
        .joined(separator: ",")
    }
    var folder = Folder()
    #expect(!folder.take("\(header)\n\(row("Ana Silva; "))\n").report.isRefused)
    #expect(try folder.readSpeakers().map(\.name) == ["Ana Silva"])
    folder = Folder()
    let plan = folder.take("\(header),emails\n\(row("Ana Silva;  ")),a@x.org; b@x.org\n")
    #expect(plan.report.faults.isEmpty)
    #expect(try folder.readSpeakers().map(\.name) == ["Ana Silva", "b@x.org"])
  }

  @Test func aMappedFileWithOurHeaderIsUndefusedToo() throws {
    let map = #"{"id": "id", "title": "title", "abstract": "abstract"}"#
    var folder = Folder()
    folder.take(exported(hardProposals()), map: map)
    for proposal in hardProposals() {
      let copy = try folder.proposal(proposal.id.text)
      #expect(copy.title.isSameBytes(as: proposal.title))
      #expect(copy.abstract?.isSameBytes(as: proposal.abstract ?? "") == true)
    }
    let other = imported("id,title,abstract\n1,'T,''x\n", map: map).submissions.first
    #expect(other?.title == "'T")
    #expect(other?.abstract == "''x")
  }

  @Test func aFolderThatHasTheseProposalsFromElsewhereRefusesThem() {
    var folder = Folder()
    folder.take("id,title,speaker\np0,T,A\n")
    let plan = folder.take(exported(hardProposals()))
    #expect(plan.report.isRefused)
    #expect(plan.report.faults.first?.description.hasPrefix("in.csv:2:1: ") == true)
  }

  @Test(arguments: Export.allCases)
  func everyHeaderOfOursIsKnown(_ export: Export) {
    let columns = export == .scores ? Export.scoreColumns(criteria: ["a", "b-c"]) : export.columns
    #expect(Export(header: columns) == export)
    #expect(Export(header: columns + ["x"]) == nil)
    #expect(Export(header: Array(columns.dropLast())) == nil)
    #expect(Export(header: Array(columns.reversed())) == nil)
  }
}

@Suite struct ListTextTests {
  @Test(arguments: [
    ([], ""), (["a", "b"], "a; b"), (["a; b"], #"["a; b"]"#), ([""], #"[""]"#),
    ([#"["a"]"#], #"["[\"a\"]"]"#), (["[a"], "[a"), (["a;", " b"], #"a;;  b"#),
  ])
  func aListReadsBack(_ list: [String], _ text: String) {
    #expect(ListText.text(of: list) == text)
    #expect(ListText.list(of: text) == list)
  }

  @Test(arguments: 0..<40)
  func anyListsAndAnswersReadBack(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func text() -> String {
      (0..<Int.random(in: 0...5, using: &random)).map { _ in
        ["; ", ": ", ";", " ", "[", "]", "\"", "a", "é", "\u{301}", "\n", "null", ","]
          .randomElement(using: &random) ?? ""
      }.joined()
    }
    let list = (0..<Int.random(in: 0...3, using: &random)).map { _ in text() }
    let back = ListText.list(of: ListText.text(of: list))
    #expect(back.map { Array($0.utf8) } == list.map { Array($0.utf8) })
    let answers = list.map { Answer(question: text(), answer: $0) }
    #expect(AnswersText.answers(of: AnswersText.text(of: answers)).isSame(as: answers))
  }
}
