import Testing

@testable import TerminalUI

struct DisplayTextTests {
  @Test(arguments: [
    ("plain ~ text", "plain ~ text"),
    ("\u{1B}]52;c;ZWNobyBoaQ==\u{7}Title", "Title"),
    ("\u{1B}]52;c;ZWNobyBoaQ==\u{1B}\\Title", "Title"),
    ("\u{9D}52;c;ZWNobyBoaQ==\u{9C}Title", "Title"),
    ("a\u{1B}[2Jb", "ab"),
    ("a\u{9B}2Jb", "ab"),
    ("a\u{1B}[38;5;9mred\u{1B}[0mb", "aredb"),
    ("a\u{1B}P1;2|data\u{1B}\\b", "ab"),
    ("a\u{1B}_app\u{1B}\\b\u{1B}^pm\u{1B}\\c\u{1B}Xsos\u{1B}\\d", "abcd"),
    ("a\u{1B}(Bb\u{1B}cc", "abc"),
    ("never ended \u{1B}]0;the rest is shown", "never ended 0;the rest is shown"),
    ("never ended \u{90}q\nnext\u{7}", "never ended q next"),
    ("\u{1B}", ""), ("\u{1B}[", ""), ("\u{1B}[12", ""), ("a\u{0}\u{8}\u{7F}\u{85}b", "a b"),
  ])
  func escapeSequencesAreRemovedWhole(raw: String, shown: String) {
    #expect(DisplayText.line(raw) == shown)
  }

  @Test func aFormulaOfASpreadsheetIsOnlyText() {
    #expect(DisplayText.line("=cmd|' /C calc'!A0") == "=cmd|' /C calc'!A0")
  }

  @Test(arguments: [
    ("👩‍👩‍👧 family", "👩 family"), ("👍🏽", "👍"), ("❤️", "❤"), ("❤️‍🔥x", "❤x"), ("🇫🇷", "FR"),
    ("1️⃣", "1"), ("🏴\u{E0067}\u{E0062}\u{E007F}", "🏴"), ("ب\u{200D}ب", "بب"),
    ("user\u{202E}gnp.exe", "usergnp.exe"), ("a\u{2066}b\u{2069}\u{200F}c", "abc"),
    ("soft\u{AD}hyphen\u{200B}\u{2060}\u{FEFF}", "softhyphen"), ("x\u{FFF9}y\u{FFFB}", "xy"),
    ("\u{E000}\u{FFFF}\u{378}", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("שלום", "שלום"),
    ("tab\tnew\r\nline", "tab new line"),
  ])
  func titlesKeepAStableWidth(raw: String, shown: String) {
    #expect(DisplayText.line(raw) == shown)
  }

  @Test func zalgoIsCutToFourMarks() {
    let zalgo = "Z" + String(repeating: "\u{301}", count: 50) + "a"
    #expect(Array(DisplayText.line(zalgo).unicodeScalars).count == 6)
  }

  @Test(arguments: [("\u{301}a", "\u{25CC}\u{301}a"), ("a\n\u{301}", "a \u{25CC}\u{301}")])
  func aMarkWithoutABaseGetsADottedCircle(raw: String, shown: String) {
    #expect(Array(DisplayText.line(raw).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test func linesEndAtEveryFormOfNewline() {
    let text = "a\nb\r\nc\rd\u{85}e\u{2028}f\u{2029}g\u{B}h\u{C}i"
    #expect(DisplayText.lines(text) == ["a", "b", "c", "d", "e", "f", "g", "h", "i"])
  }

  @Test(arguments: [
    ("", [""]), ("\n", [""]), ("a\n", ["a"]), ("a\n\nb", ["a", "", "b"]), ("\na", ["", "a"]),
    ("a\tb\n\tc", ["a   b", "    c"]),
  ])
  func aNewlineEndsALine(text: String, lines: [String]) {
    #expect(DisplayText.lines(text) == lines)
  }

  @Test(arguments: [
    ("Zoë Müller", "Zoe Muller"), ("Straße", "Strasse"),
    ("“quoted” — it’s…", "\"quoted\" - it's..."),
    ("• a × b", "* a x b"), ("漢字", "??"), ("e\u{301}", "e"), ("Łódź", "Lodz"), ("👩‍👩‍👧", "?"),
    ("a\u{A0}b\nc", "a b c"), ("ＡＢ＼", "AB\\"), ("ﬁn", "fin"),
  ])
  func asciiKeepsWhatItCan(raw: String, shown: String) {
    #expect(DisplayText.ascii(raw) == shown)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func whatIsShownIsSafeAndStaysAsItIs(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let raw = HostileText.random(length: 80, using: &generator)
    let line = DisplayText.line(raw)
    #expect(DisplayText.line(line).unicodeScalars.elementsEqual(line.unicodeScalars))
    for scalar in line.unicodeScalars {
      #expect([.narrow, .wide, .mark].contains(ScalarClass(scalar)) || scalar == "\u{FFFD}")
      #expect(!scalar.isRegionalIndicator)
    }
    #expect(DisplayText.ascii(raw).utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
    for part in DisplayText.lines(raw) { #expect(DisplayText.line(part) == part) }
    let withoutTabs = String(raw.unicodeScalars.map { $0 == "\t" ? "." : Character($0) })
    let joined = DisplayText.lines(withoutTabs + ".").joined(separator: " ")
    #expect(joined == DisplayText.line(withoutTabs + "."))
  }

  @Test func manyUnendedControlStringsAreNotSearchedAgainAndAgain() {
    let raw = String(repeating: "\u{1B}]", count: 200_000) + "end"
    #expect(DisplayText.line(raw) == "end")
    let introducers = String(repeating: "\u{9D}", count: 200_000)
    #expect(DisplayText.line(introducers + "end") == "end")
  }
}
