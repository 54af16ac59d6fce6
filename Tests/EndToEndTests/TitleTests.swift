import ReviewCore
import TerminalUI
import Testing

/// Titles that terminals and programs measure differently (case 13).
@Suite(.fewAtOnce)
struct TitleTests {
  /// Titles by what they hold.
  private static let titles: [(String, String)] = [
    (
      "a family joined to one",
      "A \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466} on stage"
    ),
    (
      "flags",
      "From \u{1F1E9}\u{1F1EA}\u{1F1EF}\u{1F1F5} to \u{1F3F4}\u{E0067}\u{E0062}\u{E007F} Iceberg"
    ),
    ("a tone of skin", "Hands \u{1F44D}\u{1F3FD}\u{1F44B}\u{1F3FF} on"),
    ("VS16", "Hearts \u{2764}\u{FE0F} and keys 1\u{FE0F}\u{20E3} and \u{2600}\u{FE0F}"),
    (
      "Zalgo",
      "Z" + String(repeating: "\u{0335}\u{0341}\u{0489}", count: 20) + "algo e"
        + String(repeating: "\u{0301}", count: 50)
    ),
    (
      "right to left",
      "\u{05E9}\u{05DC}\u{05D5}\u{05DD} \u{0645}\u{0631}\u{062D}\u{0628}\u{0627} data"
    ),
    ("an override", "abc\u{202E}fed 4 scored\u{202C} \u{2067}x\u{2069}"),
    ("CJK", String(repeating: "湖仓一体", count: 40)),
    ("CJK after one column", "x" + String(repeating: "湖仓一体", count: 40)),
    ("Hangul in pieces", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF} data"),
    ("tabs and lines", "Tabs\tand\nlines\r\nand\u{85}more\u{2028}of\u{2029}them\u{0B}\u{0C}"),
    ("nothing but what has no width", "\u{200B}\u{200D}\u{FEFF}\u{AD}"),
    ("what is not assigned", "Odd \u{E000}\u{FFFF}\u{378} ends"),
    ("width of a column or two", "\u{3000}\u{FF21}\u{00B1}\u{2026}\u{2014}\u{1F004}"),
    ("indic conjuncts", "\u{0915}\u{094D}\u{0937}\u{093F} \u{0BA8}\u{0BBF} data"),
  ]

  private func summit() throws -> Scratch {
    try Scratch.withSummit(
      of: Self.titles.enumerated().map { place, entry in
        proposal("\(place + 1)", entry.1, abstract: "\(entry.1)\n\n\(entry.1)")
      })
  }

  @Test(arguments: [(120, 36), (121, 36), (80, 24)])
  func nothingOnTheScreenIsShifted(columns: Int, rows: Int) async throws {
    let scratch = try summit()
    let terminal = try await TmuxTerminal("summit", in: scratch, columns: columns, rows: rows)
    try await terminal.waitFor("0 of \(Self.titles.count)")
    // On the narrow screen the list comes after the text.
    if columns < 100 {
      try await terminal.press("Escape")
      try await terminal.waitFor("Focus areas")
    }
    for place in Self.titles.indices {
      let shown = try await terminal.screen()
      for line in shown.split(separator: "\n") {
        #expect(DisplayWidth.of(String(line)) <= columns, "\(line)")
      }
      expectAligned(shown, "\(Self.titles[place].0)\n\(shown)")
      try await terminal.type("j")
    }
    try await terminal.type("q")
    try await terminal.waitForEnd()
  }

  /// Expects the frame around the lists to stand in the same column of every row.
  private func expectAligned(
    _ screen: String, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var ends: Set<Int> = []
    for line in screen.split(separator: "\n") where line.last == "│" {
      ends.insert(DisplayWidth.of(String(line)))
    }
    #expect(ends.count <= 1, "\(ends): \(what)", sourceLocation: sourceLocation)
  }

  @Test func anASCIITerminalGetsASCIIOnly() async throws {
    let scratch = try summit()
    let terminal = try RawTerminal(["summit"], in: scratch, environment: ["LC_ALL": "C"])
    try await terminal.waitFor("0 of \(Self.titles.count)")
    for _ in Self.titles { terminal.type("j") }
    terminal.type("\rl")
    terminal.type("Q")
    #expect(try await terminal.waitForEnd() == 0)
    #expect(terminal.output.allSatisfy { $0 < 0x80 })
  }
}
