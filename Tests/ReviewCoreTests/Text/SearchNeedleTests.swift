import Testing

@testable import ReviewCore

@Suite struct SearchNeedleTests {
  private static func found(_ needle: String, _ text: String) -> [String] {
    SearchNeedle(needle).ranges(in: text).map { String(text[$0]) }
  }

  @Test(arguments: [
    ("cafe", "Café, CAFE\u{301} and cafés", ["Café", "CAFE\u{301}", "café"]), ("x", "abc", []),
    ("", "abc", []), ("  ", "a b", []), ("ss", "Straße", ["ß"]), ("s", "ß", ["ß"]),
    ("as", "straße", ["aß"]), ("data lake", "Data\n  Lake", ["Data\n  Lake"]),
    ("data lake", "data\u{A0}lake", ["data\u{A0}lake"]), (" lake ", "lakes", ["lake"]),
    ("aa", "aaaa", ["aa", "aa"]), ("日本", "日本語", ["日本"]), ("lodz", "ŁÓDŹ!", ["ŁÓDŹ"]),
    ("👩", "x👩‍👩‍👧y", ["👩‍👩‍👧"]), ("e", "ee\u{301}e", ["e", "e\u{301}", "e"]),
  ])
  func placesAreThoseOfTheOriginal(needle: String, text: String, found: [String]) {
    #expect(Self.found(needle, text).map { Array($0.utf8) } == found.map { Array($0.utf8) })
  }

  @Test func aLongerNeedleIsSearchedAmongWhatAShorterOneFound() {
    #expect(SearchNeedle("data la").contains(SearchNeedle("Data")))
    #expect(SearchNeedle("a").contains(SearchNeedle("")))
    #expect(!SearchNeedle("data").contains(SearchNeedle("data l")))
    #expect(SearchNeedle(" \t").isEmpty)
  }

  @Test(arguments: 1...10)
  func rangesAreWholeCharactersInOrder(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let pieces = ["a", "É", "e\u{301}", "ß", " ", "\n", "\u{A0}", "日", "👩‍👩‍👧", "\u{301}", "🇩🇪", "İ"]
    for _ in 0..<200 {
      let text = (0..<random.below(12)).map { _ in random.one(of: pieces) }.joined()
      let needle = (0..<1 + random.below(2)).map { _ in random.one(of: pieces) }.joined()
      let boundaries = Set(text.indices).union([text.endIndex])
      let ranges = SearchNeedle(needle).ranges(in: text)
      #expect(ranges.allSatisfy { boundaries.contains($0.lowerBound) }, "seed \(seed)")
      #expect(ranges.allSatisfy { boundaries.contains($0.upperBound) }, "seed \(seed)")
      #expect(ranges.allSatisfy { !$0.isEmpty })
      for (one, next) in zip(ranges, ranges.dropFirst()) {
        #expect(one.upperBound <= next.lowerBound, "seed \(seed)")
      }
      let trimmed = needle.folded.trimmed
      if !trimmed.isEmpty, text.folded.utf8.count >= trimmed.utf8.count,
        !needle.contains(where: \.isWhitespace)
      {
        #expect(ranges.isEmpty != text.foldedContains(trimmed), "seed \(seed)")
      }
    }
  }
}
