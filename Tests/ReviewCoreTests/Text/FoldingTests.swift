import Testing

@testable import ReviewCore

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Iceberg", "iceberg"), ("FAÇADE", "facade"), ("Fac\u{327}ade", "facade"), ("Ñandú", "nandu"),
    ("Straße", "strasse"), ("Łódź", "lodz"), ("Ærøskøbing", "aeroskobing"), ("Þór", "thor"),
    ("Nguyễn", "nguyen"), ("Nguye\u{302}\u{303}n", "nguyen"), ("Đặng Thị Mỹ", "dang thi my"),
    ("lǜ", "lu"), ("Ørsted", "orsted"), ("Čapek", "capek"), ("Ṩ", "s"), ("日本語", "日本語"), ("😀", "😀"),
    ("Ёлка", "елка"), ("Αθήνα", "αθηνα"), ("İzmir", "izmir"), ("ısı", "isi"), ("", ""),
  ])
  func caseAndAccentsFallAway(text: String, folded: String) {
    #expect(text.folded == folded)
  }

  @Test(arguments: ["e\u{301}", "a\u{302}\u{301}", "o\u{31B}\u{323}", "u\u{308}\u{304}"])
  func bothFormsOfALetterFoldAlike(decomposed: String) {
    let base = String(decomposed.unicodeScalars.prefix(1))
    #expect(decomposed.folded == base)
  }

  @Test func foldedWordsAreSeparatedByOneSpace() {
    #expect("  Data—Lakes, & (Café)!".foldedWords == "data lakes cafe")
    #expect("!?".foldedWords.isEmpty)
  }

  @Test(arguments: [("", ""), (" \t\n", ""), (" a b\u{A0}", "a b"), ("x", "x")])
  func trimmingTakesWhiteSpaceFromTheEnds(text: String, trimmed: String) {
    #expect(text.trimmed == trimmed)
  }

  @Test(arguments: [
    ("Data at the Café", "cafe", true), ("cafe\u{301}s", "cafes", true), ("Łódź", "od", true),
    ("abc", "abcd", false), ("aab", "ab", true), ("", "", true), ("", "a", false),
    ("日本語", "本", true),
    ("한국어", "국", true), ("ＦＵＬＬ", "ｆｕｌｌ", true), ("😀x", "x", true),
  ])
  func foldedTextIsSearched(text: String, words: String, holds: Bool) {
    #expect(text.foldedContains(words) == holds)
  }
}
