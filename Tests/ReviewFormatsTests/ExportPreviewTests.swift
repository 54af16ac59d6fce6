import ReviewCore
import ReviewFormats
import Testing

@Suite struct ExportPreviewTests {
  private static func seen(_ change: (inout [Proposal]) -> Void = { _ in }) -> SeenSummit {
    var event = sampleEvent()
    event.name = "Beam Summit 2026"
    event.committee = [Member(id: Identifier("ada")!, name: "Ada", role: .chair)]
    var proposals = ["1", "2", "3"].map { Proposal(id: ProposalID($0)!, title: "T\($0)") }
    change(&proposals)
    return Summit(event: event, proposals: proposals).seen(by: Identifier("ada"), at: april)
  }

  @Test(arguments: Export.allCases, TableFormat.allCases)
  func itIsTheBeginningOfWhatIsWritten(what: Export, format: TableFormat) {
    let seen = Self.seen { $0[0].abstract = "a\nb\u{9B}" }
    let document = ExportDocument(what, as: format, of: seen)
    let preview = ExportPreview(what, as: format, of: seen, lineCount: 1000)
    let all = preview.lines.joined(separator: "\n") + (preview.lines.isEmpty ? "" : "\n")
    let written = String(decoding: document.bytes.filter { $0 != 0x0D }, as: UTF8.self)
    #expect(all == written)
    #expect(!preview.hasMore)
    #expect(preview.byteCount == document.bytes.count)
    #expect(preview.rowCount == document.rowCount)
  }

  @Test func onlySoManyLinesAreShown() {
    let preview = ExportPreview(.ranking, as: .csv, of: Self.seen(), lineCount: 2)
    #expect(preview.lines.count == 2)
    #expect(preview.lines[0].hasPrefix("rank,id,title"))
    #expect(preview.lines[1].hasPrefix(",1,T1,"))
    #expect(preview.hasMore)
    #expect(preview.rowCount == 3)
    #expect(ExportPreview(.ranking, as: .csv, of: Self.seen(), lineCount: 4).hasMore == false)
    #expect(ExportPreview(.ranking, as: .csv, of: Self.seen(), lineCount: 0).lines.isEmpty)
  }

  @Test func theFilterAndTheOptionsCount() {
    var options = Export.Options()
    options.keeps = { $0.id.text == "2" }
    let preview = ExportPreview(
      .proposals, as: .ndjson, of: Self.seen(), options: options, lineCount: 9)
    #expect(preview.rowCount == 1)
    #expect(preview.lines.count == 1)
  }

  @Test(arguments: 0..<4)
  func aLongLineIsCutBetweenCharacters(shift: Int) {
    let title = String(repeating: "x", count: shift) + String(repeating: "😀", count: 2_000)
    let preview = ExportPreview(
      .ranking, as: .csv, of: Self.seen { $0[0].title = title }, lineCount: 2)
    let line = preview.lines[1]
    #expect(line.utf8.count <= ExportPreview.longestLine)
    #expect(line.utf8.count > ExportPreview.longestLine - 4)
    #expect(line.hasSuffix("😀") && !line.contains("\u{FFFD}"))
  }

  @Test func jsonDoesNothingToATerminal() {
    let seen = Self.seen { $0[0].title = "\u{9B}2J" }
    let preview = ExportPreview(.ranking, as: .json, of: seen, lineCount: 99)
    #expect(preview.lines.contains { $0.contains("\\u009b2J") })
  }

  @Test(arguments: [
    ("Beam Summit 2026", "x", "beam-summit-2026-shortlist.csv"),
    ("../../etc/passwd", "x", "etc-passwd-shortlist.csv"),
    ("データ会議", "data-2026", "data-2026-shortlist.csv"), ("…", "/", "summit-shortlist.csv"),
    ("Fête de l'été", "x", "fete-de-l-ete-shortlist.csv"),
  ])
  func theFileNameIsSafe(name: String, id: String, expected: String) {
    var event = Event(name: name)
    event.id = id
    #expect(Export.shortlist.fileName(as: .csv, of: event) == expected)
  }

  @Test func theFileNameEndsAsItsFormatDoes() {
    let event = Event(name: "X")
    #expect(
      TableFormat.allCases.map { Export.scores.fileName(as: $0, of: event) } == [
        "x-scores.csv", "x-scores.json", "x-scores.ndjson", "x-scores.md",
      ])
  }
}
