import Testing

@testable import TerminalUI

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("a", 1), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("한국", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("👍", 2), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("❤️", 1), ("❤️‍🔥", 1),
    ("🇫🇷", 2), ("1️⃣", 1), ("…", 1), ("—", 1), ("\u{200B}", 0), ("\u{FEFF}", 0), ("\u{AD}", 0),
    ("\u{7}", 0), ("\u{1B}", 0), ("ｶ", 1), ("ア", 2), ("\u{E000}", 1), ("का", 2), ("ب\u{200D}ب", 2),
  ])
  func aTextHasItsWidth(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
    #expect(text.map { DisplayWidth.of($0) }.reduce(0, +) == columns)
  }

  @Test func everyPrintableASCIICharacterTakesOneColumn() {
    for value in UInt8(0x20)...0x7E {
      #expect(DisplayWidth.of(Unicode.Scalar(value)) == 1)
    }
    #expect(DisplayWidth.of("\u{7F}" as Unicode.Scalar) == 0)
  }

  @Test func theTableAscendsAndCoversEveryCodePoint() {
    let runs = DisplayWidthTable.runs
    #expect(runs.first.map { $0 >> 3 } == 0)
    #expect(zip(runs, runs.dropFirst()).allSatisfy { $0 >> 3 < $1 >> 3 && $0 & 7 != $1 & 7 })
    #expect(runs.allSatisfy { ScalarClass(rawValue: $0 & 7) != nil })
  }

  @Test func everyGlyphTakesOneColumn() {
    for glyphs in [Glyphs.unicode, .ascii] {
      for child in Mirror(reflecting: glyphs).children
      where child.label != "ellipsis" && child.label != "plusMinus" {
        let texts = child.value as? [String] ?? [child.value as? String ?? ""]
        for text in texts {
          #expect(DisplayWidth.of(text) == 1, "\(child.label ?? "")")
          #expect(DisplayText.line(text) == text)
        }
      }
    }
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func theWidthOfSafeTextIsThatOfItsScalars(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let safe = DisplayText.line(HostileText.random(length: 60, using: &generator))
    #expect(
      DisplayWidth.of(safe) == safe.unicodeScalars.map { DisplayWidth.of($0) }.reduce(0, +))
  }
}
