import ReviewCore
import Testing

/// Proposals whose texts want to command a spreadsheet or a terminal (case 14).
@Suite(.fewAtOnce)
struct ExportedTextTests {
  private static let titles = [
    "=cmd|'/C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", " =1+1",
    "\u{1b}]52;c;aGVsbG8=\u{7}", "\u{1b}[2J", "\u{9b}2J", "a\u{0}b", "x\",=1+1,\"",
  ]

  private func summit() throws -> Scratch {
    try Scratch.withSummit(
      of: Self.titles.enumerated().map { place, title in
        proposal("\(place + 1)", title, abstract: title)
      })
  }

  @Test(arguments: ["csv", "markdown", "json", "ndjson"])
  func anExportOnATerminalCommandsItNothing(format: String) async throws {
    let scratch = try summit()
    let terminal = try RawTerminal(
      ["export", "summit", "--what", "proposals", "--format", format], in: scratch)
    #expect(try await terminal.waitForEnd() == 0)
    #expect(terminal.text.contains("cmd"))
    #expect(!terminal.output.contains(0x1B))
    #expect(!terminal.output.contains(0x07))
    #expect(!terminal.text.unicodeScalars.contains("\u{9b}"))
  }

  @Test func noCellOfACSVFileIsAFormula() async throws {
    let scratch = try summit()
    let result = try await scratch.lectern(
      "export", "summit", "--what", "proposals", "--format", "csv", "--output", "out.csv")
    #expect(result.code == 0, "\(result)")
    let text = try #require(try Files.text(of: "\(scratch.path)/out.csv"))
    for cell in Self.cells(of: text) {
      let isHarmless = cell.unicodeScalars.first.map { !"=+-@\t\r".unicodeScalars.contains($0) }
      #expect(isHarmless ?? true, "\(cell.debugDescription)")
    }
  }

  /// The cells of a CSV file, without their quotes.
  private static func cells(of text: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted, "\r\n" where !isQuoted, "\n" where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  @Test func whatIsStoredAndGoneOnWithIsTheOriginal() async throws {
    let scratch = try summit()
    let result = try await scratch.lectern(
      "export", "summit", "--what", "proposals", "--format", "json")
    let text = result.output
    #expect(text.contains("=cmd|"))
    #expect(text.contains("\\u001b]52;c;aGVsbG8="))
    #expect(try scratch.proposals().compactMap { $0["title"]?.string } == Self.titles)
  }
}
