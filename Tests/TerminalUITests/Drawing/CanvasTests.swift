import Testing

@testable import TerminalUI

struct CanvasTests {
  private func canvas(_ columns: Int, _ rows: Int = 1) -> Canvas {
    Canvas(size: Size(columns: columns, rows: rows))
  }

  @Test(
    arguments: [
      ("hello", 0, nil, "hello", 5), ("hello", 5, nil, "     hel", 3), ("hello", -2, nil, "llo", 5),
      ("hello", 0, 2, "he", 2), ("hello", 8, nil, "", 0), ("hello", -9, nil, "", 5),
      ("漢字", 0, nil, "漢字", 4), ("漢字", 5, nil, "     漢", 3), ("漢字", -1, nil, " 字", 4),
      ("漢字", 0, 3, "漢", 3), ("a\u{1B}[2Jb\tc\nd", 0, nil, "ab c d", 6),
      ("e\u{301}x", 0, nil, "e\u{301}x", 2),
      ("🇫🇷👍🏽", 0, nil, "FR👍", 4), ("hello", 0, -1, "", 0),
    ] as [(String, Int, Int?, String, Int)])
  func aTextIsWrittenAndClipped(
    text: String, column: Int, limit: Int?, shown: String, used: Int
  ) {
    var canvas = canvas(8)
    #expect(canvas.write(text, column: column, row: 0, limit: limit) == used)
    #expect(canvas.text == shown)
  }

  @Test func aRowOutsideShowsNothing() {
    var canvas = canvas(4, 2)
    #expect(canvas.write("x", column: 0, row: 2) == 0)
    #expect(canvas.write("x", column: 0, row: -1) == 0)
    #expect(canvas.text == "\n")
  }

  @Test(arguments: [(0, "x 字"), (1, " x字"), (2, "漢x"), (3, "漢 x")])
  func overwritingHalfOfAWideCharacterBlanksTheOther(column: Int, shown: String) {
    var canvas = canvas(4)
    canvas.write("漢字", column: 0, row: 0)
    canvas.write("x", column: column, row: 0)
    #expect(canvas.text == shown)
    expectWhole(canvas)
  }

  @Test func marksJoinTheCellBefore() {
    var canvas = canvas(4)
    canvas.write("Z" + String(repeating: "\u{301}", count: 9) + "x", column: 0, row: 0)
    #expect(canvas[column: 0, row: 0].text.unicodeScalars.count == 5)
    #expect(canvas[column: 1, row: 0].text == "x")
  }

  @Test func anASCIICanvasHoldsASCIIOnly() {
    var canvas = Canvas(size: Size(columns: 12, rows: 1), isASCII: true)
    #expect(canvas.write("Zoë—漢…", column: 0, row: 0) == 8)
    #expect(canvas.text == "Zoe-?...")
    #expect(canvas.write("…", column: 10, row: 0) == 2)
    #expect(canvas.text == "Zoe-?...  ..")
  }

  @Test func fillingCoversTheRectangleAndNoMore() {
    var canvas = canvas(6, 3)
    canvas.write("漢字漢", column: 0, row: 1)
    canvas.fill(Rect(column: 1, row: 0, columns: 2, rows: 9), style: .plain, character: "#")
    #expect(canvas.text == " ##\n ## 漢\n ##")
    canvas.fill(Rect(column: -5, row: -5, columns: 5, rows: 5), style: .plain, character: "!")
    canvas.fill(Rect(column: 0, row: 0, columns: 1, rows: 1), style: .plain, character: "漢")
    #expect(canvas.text == " ##\n ## 漢\n ##")
  }

  @Test func restylingKeepsTheTextAndWideCharactersWhole() {
    var canvas = canvas(6)
    canvas.write("a漢b", column: 0, row: 0)
    canvas.restyle(Rect(column: 1, row: 0, columns: 1, rows: 1), adding: .bold)
    #expect(canvas.styledText == "a漢b\n\n0: 1-2 bold")
    canvas.restyle(Rect(column: 2, row: 0, columns: 2, rows: 1), adding: .reverse)
    #expect(canvas.styledText == "a漢b\n\n0: 1-2 bold\n0: 3-3 reverse")
  }

  @Test func coloursAreNamedInStyledText() {
    var canvas = canvas(4, 2)
    let style = Style(
      foreground: Color(palette: 75, basic: 4), background: Color(palette: 0, basic: 0),
      attributes: [.bold, .dim])
    canvas.write("ab", column: 1, row: 1, style: style)
    #expect(canvas.styledText == "\n ab\n\n1: 1-2 bold dim fg=75 bg=0")
  }

  @Test(arguments: -5...6)
  func aCanvasIsCopiedOntoAnother(column: Int) {
    var small = canvas(4)
    small.write("漢字", column: 0, row: 0)
    var large = canvas(6, 3)
    large.fill(large.bounds, style: .plain, character: ".")
    large.blit(small, column: column, row: 1)
    expectWhole(large)
    var written = canvas(6, 3)
    written.fill(written.bounds, style: .plain, character: ".")
    written.write("漢字", column: column, row: 1)
    #expect(large.text == written.text)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func wideCharactersStayWholeWhateverIsDrawn(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var canvas = canvas(12, 4)
    for _ in 0..<60 {
      let column = Int.random(in: -6...14, using: &generator)
      let row = Int.random(in: -1...4, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0:
        canvas.fill(Rect(column: column, row: row, columns: 3, rows: 2), style: .plain)
      case 1:
        canvas.blit(canvas, column: column, row: row)
      case 2:
        canvas.restyle(Rect(column: column, row: row, columns: 3, rows: 2), adding: .bold)
      default:
        let text = HostileText.random(length: 8, using: &generator)
        canvas.write(text, column: column, row: row, limit: column % 7)
      }
      expectWhole(canvas)
    }
  }

  private func expectWhole(_ canvas: Canvas) {
    for row in 0..<canvas.size.rows {
      for column in 0..<canvas.size.columns {
        let cell = canvas[column: column, row: row]
        let isHalf = column > 0 && canvas[column: column - 1, row: row].width == 2
        #expect((cell.width == 0) == isHalf)
        #expect(cell.width != 2 || column + 1 < canvas.size.columns)
        #expect(DisplayWidth.of(cell.text) == Int(cell.width))
        #expect(DisplayText.line(cell.text) == cell.text)
      }
    }
  }
}
