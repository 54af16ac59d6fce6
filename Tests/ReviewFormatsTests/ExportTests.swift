import ReviewAnalysis
import ReviewCore
import ReviewFormats
import Testing

private func proposalID(_ text: String) -> ProposalID { ProposalID(text)! }
private func person(_ text: String) -> Identifier { Identifier(text)! }

/// Three proposals, two reviewers, one chair; speakers are hidden from reviewers.
private func sampleSummit() -> Summit {
  var event = sampleEvent()
  event.rubric = Rubric(
    scale: .oneToFive,
    criteria: [
      Criterion(id: person("relevance"), name: "Relevance"),
      Criterion(id: person("content"), name: "Content"),
    ])
  event.committee = [
    Member(id: person("ada"), name: "Ada", role: .chair), Member(id: person("bo"), name: "Bo"),
    Member(id: person("cy"), name: "Cy"),
  ]
  event.rules.speakers = .hidden
  var proposals = ["1", "2", "3", "4"].map { Proposal(id: proposalID($0), title: "T\($0)") }
  proposals[0].focusAreas = [person("agentic"), person("storage")]
  proposals[3].isWithdrawn = true
  var speaker = Speaker(id: proposalID("s"), name: "=Eve", proposals: [proposalID("1")])
  speaker.email = "eve@x.org"
  var summit = Summit(event: event, proposals: proposals, speakers: [speaker])
  for (reviewer, scores) in [("bo", [("1", 2.0), ("2", 5.0)]), ("cy", [("1", 4.0), ("2", 4.0)])] {
    var sheet = ReviewSheet(reviewer: person(reviewer))
    for (id, score) in scores {
      var review = Review(.scored)
      review.scores[person("relevance")] = score
      review.scores[person("content")] = score
      review.at = march
      review.comment = "by \(reviewer)"
      sheet.reviews[proposalID(id)] = review
    }
    summit.sheets[person(reviewer)] = sheet
  }
  for (id, outcome) in [
    ("1", Decision.Outcome.accept), ("2", .accept), ("3", .waitlist), ("4", .accept),
  ] {
    summit.decisions[proposalID(id)] = [
      Decision(outcome, reason: "r", at: march, chair: person("ada"))
    ]
  }
  return summit
}

private func text(
  _ export: Export, _ format: TableFormat, as viewer: String?,
  options: Export.Options = .init()
) -> String {
  let seen = sampleSummit().seen(by: viewer.map(person), at: april)
  return String(decoding: format.bytes(of: export.table(of: seen, options: options)), as: UTF8.self)
}

@Suite struct ExportTests {
  @Test func theShortlistIsAcceptedThenWaitlistedInRankOrder() {
    #expect(
      text(.shortlist, .csv, as: "ada") == """
        id,title,decision,focusAreas,format,score,n,speakers\r
        2,T2,accept,,,4.5,2,\r
        1,T1,accept,agentic; storage,,3,2,'=Eve\r
        3,T3,waitlist,,,,0,\r

        """)
  }

  @Test func speakersStandOnlyWhereTheyAreShown() {
    for export in Export.allCases {
      #expect(!text(export, .json, as: "bo").contains("Eve"))
      #expect(!text(export, .json, as: nil).contains("Eve"))
    }
    var options = Export.Options()
    #expect(!text(.proposals, .json, as: "ada").contains("eve@x.org"))
    options.withEmails = true
    #expect(text(.proposals, .json, as: "ada", options: options).contains("eve@x.org"))
    #expect(!text(.proposals, .json, as: "bo", options: options).contains("eve@x.org"))
    options.isAnonymous = true
    let anonymous = text(.proposals, .json, as: "ada", options: options)
    #expect(!anonymous.contains("Eve") && !anonymous.contains("eve@x.org"))
  }

  @Test func scoresHoldOnlyWhatTheViewerMaySee() {
    #expect(text(.scores, .ndjson, as: "ada").utf8.count { $0 == 0x0A } == 4)
    #expect(text(.scores, .ndjson, as: nil).isEmpty)
    #expect(!text(.scores, .csv, as: nil).contains("by cy"))
    let row = text(.scores, .ndjson, as: "ada").split(separator: "\n")[0]
    #expect(
      row == #"{"at":"2026-03-20T10:00:00.000Z","comment":"by bo","composite":2,"confidence":null,"#
        + #""overall":null,"proposal":"1","reason":null,"reviewer":"bo","round":null,"#
        + #""scores.content":2,"scores.relevance":2,"stale":false,"status":"scored","title":"T1"}"#)
  }

  @Test func jsonIsSortedTypedAndEndsInOneNewline() {
    #expect(
      text(.ranking, .json, as: nil, options: only("3")) == """
        [
          {
            "decision": "waitlist",
            "focusAreas": [],
            "format": null,
            "id": "3",
            "mean": null,
            "median": null,
            "n": 0,
            "probabilityIn": null,
            "rank": null,
            "score": null,
            "spread": null,
            "standardError": null,
            "title": "T3"
          }
        ]

        """)
  }

  @Test func withdrawnProposalsAreOnlyInProposals() {
    #expect(text(.proposals, .csv, as: nil).contains("\r\n4,T4,withdrawn"))
    #expect(!text(.ranking, .csv, as: nil).contains("T4"))
    #expect(!text(.shortlist, .csv, as: nil).contains("T4"))
  }

  @Test func decisionsHaveTheirChairAndForWhoSeesTheReviewsTheirReason() {
    #expect(
      text(.decisions, .csv, as: "ada", options: only("1")) == """
        id,title,decision,reason,chair,at\r
        1,T1,accept,r,ada,2026-03-20T10:00:00.000Z\r

        """)
    #expect(
      text(.decisions, .csv, as: nil, options: only("1")) == """
        id,title,decision,reason,chair,at\r
        1,T1,accept,,ada,2026-03-20T10:00:00.000Z\r

        """)
  }

  private func only(_ id: String) -> Export.Options {
    var options = Export.Options()
    options.keeps = { $0.id == proposalID(id) }
    return options
  }
}

@Suite struct TableFormatTests {
  @Test(arguments: [
    ("a|b", "a\\|b"), ("a\\|b", "a\\\\\\|b"), ("<img src=x>", "&lt;img src=x&gt;"),
    ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"), ("![x](y)", "\\!\\[x\\](y)"),
    ("`x`", "\\`x\\`"), ("a\r\nb\tc", "a b c"),
    ("https://evil.example", "https&#58;//evil.example"),
    ("www.evil.example", "www&#46;evil.example"), ("a@b.example", "a&#64;b.example"),
    ("&amp;", "&amp;amp;"), ("**b** _i_ ~s~", "\\*\\*b\\*\\* \\_i\\_ \\~s\\~"),
    ("a\u{202E}b\u{1B}[31m", "ab \\[31m"), ("é 日本 😀", "é 日本 😀"),
  ])
  func foreignTextIsInertInMarkdown(_ text: String, _ escaped: String) {
    #expect(MarkdownText.escaped(text) == escaped)
  }

  @Test func aTableIsTheSameRowsInEveryFormat() {
    var table = Table(columns: ["b", "a", "c"])
    table.append([.text("x, y"), .number(-1.5), .list(["p", "q"])])
    table.append([.truth(true), .integer(3)])
    func text(_ format: TableFormat) -> String {
      String(decoding: format.bytes(of: table), as: UTF8.self)
    }
    #expect(text(.csv) == "b,a,c\r\n\"x, y\",-1.5,p; q\r\ntrue,3,\r\n")
    #expect(
      text(.ndjson) == "{\"a\":-1.5,\"b\":\"x, y\",\"c\":[\"p\",\"q\"]}\n"
        + "{\"a\":3,\"b\":true,\"c\":null}\n")
    #expect(
      text(.markdown)
        == "| b | a | c |\n| --- | --- | --- |\n| x, y | -1.5 | p; q |\n| true | 3 |  |\n")
    #expect(text(.json).hasSuffix("]\n") && text(.json).hasPrefix("[\n"))
    #expect(
      String(decoding: TableFormat.json.bytes(of: Table(columns: ["a"])), as: UTF8.self) == "[]\n")
  }
}
