import Testing

@testable import TerminalUI

struct ClipTests {
  @Test(arguments: [
    ("hello", 5, "hello", 5), ("hello", 4, "hel…", 4), ("hello", 1, "…", 1), ("hello", 0, "", 0),
    ("hello", -3, "", 0), ("", 0, "", 0), ("漢字漢字", 8, "漢字漢字", 8), ("漢字漢字", 7, "漢字漢…", 7),
    ("漢字漢字", 6, "漢字…", 5), ("漢字", 1, "…", 1), ("🇫🇷🇩🇪", 3, "FR…", 3), ("👩‍👩‍👧x", 3, "👩x", 3),
    ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…", 2), ("a\u{1B}[2Jbc", 3, "abc", 3),
    ("two\nlines", 9, "two lines", 9),
  ])
  func aTextIsCutByColumns(text: String, columns: Int, shown: String, width: Int) {
    let cut = clipped(text, columns: columns)
    #expect(cut.text == shown)
    #expect(cut.width == width)
  }

  @Test(arguments: [("hello", 2, ".."), ("hello", 4, "h..."), ("hello", 5, "hello")])
  func theEllipsisIsCutWhereThereIsNoRoom(text: String, columns: Int, shown: String) {
    #expect(clipped(text, columns: columns, ellipsis: "...").text == shown)
  }

  @Test(arguments: [
    (Alignment.left, "ab   "), (.center, " ab  "), (.right, "   ab"),
  ])
  func paddingFillsTheColumns(alignment: Alignment, shown: String) {
    #expect(padded("ab", columns: 5, alignment: alignment) == shown)
  }

  @Test func paddingFillsTheColumnThatAWideCharacterLeaves() {
    #expect(padded("漢字漢字", columns: 6) == "漢字… ")
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func noCutIsTooWideOrUnsafe(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let raw = HostileText.random(length: 40, using: &generator)
    for columns in 0...30 {
      let cut = clipped(raw, columns: columns)
      #expect(cut.width <= columns)
      #expect(cut.width == DisplayWidth.of(cut.text))
      #expect(DisplayText.line(cut.text) == cut.text)
      #expect(DisplayWidth.of(padded(raw, columns: columns)) == columns)
    }
  }
}
