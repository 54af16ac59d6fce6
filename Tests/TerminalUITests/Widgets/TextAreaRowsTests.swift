import Testing

@testable import TerminalUI

struct TextAreaRowsTests {
  private func area(_ text: String, columns: Int, rows: Int = 4) -> TextArea {
    var area = TextArea(text)
    area.resize(Size(columns: columns, rows: rows))
    return area
  }

  private func drawn(_ area: TextArea) -> (text: String, cursor: Position?) {
    var canvas = Canvas(size: area.size)
    let cursor = area.draw(on: &canvas, in: canvas.bounds, glyphs: .unicode)
    return (canvas.text, cursor)
  }

  private func press(_ keys: [Key], in area: inout TextArea) {
    for key in keys { _ = area.handle(KeyPress(key)) }
  }

  @Test(arguments: [
    ("one two three", 8, ["one two ", "three"]), ("one two", 9, ["one two"]),
    ("abcdefghijk", 6, ["abcde", "fghij", "k"]), ("well-known", 7, ["well-", "known"]),
    ("a     b", 4, ["a     ", "b"]), ("漢字漢字", 6, ["漢字", "漢字"]), ("漢字。漢", 6, ["漢", "字。", "漢"]),
    ("", 5, [""]), ("ab cd", 1, ["a", "b ", "c", "d"]), ("\tx", 6, ["\tx"]),
    ("aaa\tx", 6, ["aaa\tx"]), ("aaaa\tx", 6, ["aaaa\t", "x"]),
  ])
  func longLinesAreWrapped(text: String, columns: Int, rows: [String]) {
    let area = area(text, columns: columns)
    let wrapped = area.wrapped(0)
    let parts = wrapped.starts.indices.map { String(Array(text)[wrapped.clusters(of: $0)]) }
    #expect(parts == rows)
  }

  @Test(arguments: 1...20)
  func noRowIsTooWideAndNoneIsEmpty(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<40 {
      var area = TextArea(HostileText.random(length: 40, using: &random))
      let columns = Int.random(in: 3...20, using: &random)
      area.resize(Size(columns: columns, rows: 5), isASCII: Bool.random(using: &random))
      for line in area.lines.indices {
        let wrapped = area.wrapped(line)
        let characters = area.lines[line].characters
        for row in wrapped.starts.indices {
          let clusters = wrapped.clusters(of: row)
          #expect(!clusters.isEmpty || characters.isEmpty, "seed \(seed)")
          var (column, end) = (0, 0)
          for place in clusters {
            let shown = area.shown(characters[place])
            let width = area.width(of: characters[place], at: column)
            if characters[place] != "\t" { #expect(width == DisplayWidth.of(shown)) }
            column += width
            if characters[place] != " ", characters[place] != "\t" { end = column }
          }
          // A cluster of several spaced letters may be wider than a narrow measure.
          #expect(end <= max(columns - 1, 3) || clusters.count == 1, "seed \(seed)")
        }
      }
    }
  }

  @Test func upAndDownGoByRowsAndKeepTheColumn() {
    var area = area("one two three\nx\nfour five", columns: 9)
    press([.up, .up], in: &area)
    #expect(area.cursor == (1, 1))
    press([.up], in: &area)
    #expect(area.cursor == (0, 12))
    press([.up], in: &area)
    #expect(area.cursor == (0, 4))
    press([.down, .down, .down], in: &area)
    #expect(area.cursor == (2, 4))
    press([.down, .down], in: &area)
    #expect(area.cursor == (2, 9))
    press([.down], in: &area)
    #expect(area.cursor == (2, 9))
    press([.up, .up, .up, .up, .up], in: &area)
    #expect(area.cursor == (0, 0))
  }

  @Test func theColumnIsOneOfTheScreen() {
    var area = area("漢字漢字\nabcdefgh", columns: 20)
    area.moveCursor(toLine: 1, place: 5)
    press([.up], in: &area)
    #expect(area.cursor == (0, 2))
    press([.down], in: &area)
    #expect(area.cursor == (1, 5))
  }

  @Test func homeAndEndGoByTheRow() {
    var area = area("one two three", columns: 8)
    press([.home], in: &area)
    #expect(area.cursor == (0, 8))
    press([.left, .home], in: &area)
    #expect(area.cursor == (0, 0))
    press([.end], in: &area)
    #expect(area.cursor == (0, 7))
    #expect(drawn(area).cursor == Position(column: 7, row: 0))
    press([.down, .end], in: &area)
    #expect(area.cursor == (0, 13))
  }

  @Test func theCursorStaysInSight() {
    let text = (0..<10).map { "line \($0)" }.joined(separator: "\n")
    var area = area(text, columns: 10, rows: 3)
    #expect(drawn(area).text == "line 7   ▲\nline 8\nline 9")
    #expect(drawn(area).cursor == Position(column: 6, row: 2))
    press([.up, .up, .up], in: &area)
    #expect(drawn(area).text == "line 6   ▲\nline 7\nline 8   ▼")
    #expect(drawn(area).cursor == Position(column: 6, row: 0))
    press([.pageUp], in: &area)
    #expect(area.cursor == (4, 6))
    #expect(drawn(area).text == "line 4   ▲\nline 5\nline 6   ▼")
    press([.pageUp, .pageUp, .pageUp], in: &area)
    #expect(area.cursor == (0, 0))
    #expect(drawn(area).text == "line 0\nline 1\nline 2   ▼")
    press([.pageDown], in: &area)
    #expect(area.cursor == (2, 0))
    press([.pageDown, .pageDown, .pageDown, .pageDown], in: &area)
    #expect(area.cursor == (9, 0))
    press([.pageDown], in: &area)
    #expect(area.cursor == (9, 6))
    #expect(drawn(area).text == "line 7   ▲\nline 8\nline 9")
  }

  @Test func aShorterTextLeavesNoEmptyRows() {
    let text = (0..<10).map { "line \($0)" }.joined(separator: "\n")
    var area = area(text, columns: 10, rows: 3)
    for _ in 0..<14 { _ = area.handle(KeyPress(.backspace)) }
    #expect(drawn(area).text == "line 5   ▲\nline 6\nline 7")
    area.resize(Size(columns: 10, rows: 9))
    #expect(drawn(area).text.hasPrefix("line 0\n"))
    #expect(drawn(area).text.hasSuffix("line 7\n"))
  }

  @Test func whatIsDrawnIsSafe() {
    let area = area("a\u{1B}[2Jb\n\u{202E}\tc\u{9B}d\n\u{301}", columns: 20)
    #expect(drawn(area).text == "a[2Jb\n    cd\n◌\u{301}\n")
    #expect(drawn(area).cursor == Position(column: 1, row: 2))
  }

  @Test func inASCIITheCursorStandsBehindWhatIsShown() {
    var canvas = Canvas(size: Size(columns: 12, rows: 2), isASCII: true)
    let cursor = TextArea("é…漢").draw(on: &canvas, in: canvas.bounds, glyphs: .ascii)
    let shown = DisplayText.ascii("é…漢")
    #expect(canvas.text == "\(shown)\n")
    #expect(cursor == Position(column: shown.count, row: 0))
  }

  @Test func aClickPutsTheCursorThere() {
    var area = area("one two three\nfour", columns: 8)
    let rect = Rect(column: 5, row: 2, columns: 8, rows: 4)
    for (column, row, expected) in [(8, 2, 3), (12, 2, 7), (7, 3, 10), (0, 0, 0)] {
      area.moveCursor(to: Position(column: column, row: row), in: rect)
      #expect(area.cursor == (0, expected))
    }
    area.moveCursor(to: Position(column: 40, row: 40), in: rect)
    #expect(area.cursor == (1, 4))
  }

  @Test func anEditorWithoutRoomDrawsNothing() {
    var canvas = Canvas(size: Size(columns: 8, rows: 1))
    let rect = Rect(column: 0, row: 0, columns: 0, rows: 1)
    #expect(TextArea("x").draw(on: &canvas, in: rect, glyphs: .ascii) == nil)
    #expect(canvas.text == "")
  }
}
