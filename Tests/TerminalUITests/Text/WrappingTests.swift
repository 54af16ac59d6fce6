import Testing

@testable import TerminalUI

struct WrappingTests {
  @Test(arguments: [
    ("", 10, [""]),
    ("short", 10, ["short"]),
    ("the quick brown fox", 10, ["the quick", "brown fox"]),
    ("the  quick   brown", 5, ["the", "quick", "brown"]),
    ("exactly ten", 7, ["exactly", "ten"]),
    ("one\n\ntwo", 10, ["one", "", "two"]),
    ("incomprehensible", 6, ["incomp", "rehens", "ible"]),
    ("a incomprehensible", 6, ["a", "incomp", "rehens", "ible"]),
    ("well-known-fact here", 8, ["well-", "known-", "fact", "here"]),
    ("a well-known fact", 10, ["a", "well-known", "fact"]),
    ("https://example.org/path/x", 14, ["https://", "example.org/", "path/x"]),
    ("- item with more text", 10, ["- item", "  with", "  more", "  text"]),
    ("12. item with more", 12, ["12. item", "    with", "    more"]),
    ("* a b c d e f", 6, ["* a b", "  c d", "  e f"]),
    ("  indented text here", 10, ["  indented", "  text", "  here"]),
    ("trailing   ", 20, ["trailing"]),
    ("trailing      ", 10, ["trailing"]),
    ("漢字漢字漢字", 5, ["漢字", "漢字", "漢字"]),
    ("漢字、漢字。", 6, ["漢字、", "漢字。"]),
    ("漢字、漢字。", 5, ["漢", "字、", "漢", "字。"]),
    ("ab漢字", 3, ["ab", "漢", "字"]),
    ("漢字", 1, ["漢", "字"]),
    ("a b", 0, ["a", "b"]),
    ("                    far", 10, ["far"]),
    ("- x", 2, ["-", "x"]),
  ])
  func aTextIsWrappedToTheMeasure(text: String, columns: Int, lines: [String]) {
    #expect(wrap(text, columns: columns) == lines)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func noLineIsTooWideAndNothingButSpaceIsLost(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let raw = HostileText.random(length: 80, using: &generator)
    let whole = Array(DisplayText.lines(raw).joined().unicodeScalars).filter { $0 != " " }
    for columns in 2...20 {
      let lines = wrap(raw, columns: columns)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= columns })
      #expect(Array(lines.joined().unicodeScalars).filter { $0 != " " } == whole, "at \(columns)")
    }
  }

  @Test func aLongTextWithoutSpacesIsWrappedInOnePass() {
    let text = String(repeating: "x", count: 300_000)
    #expect(wrap(text, columns: 100).count == 3000)
  }
}
