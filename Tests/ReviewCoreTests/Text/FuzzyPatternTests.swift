import Testing

@testable import ReviewCore

@Suite struct FuzzyPatternTests {
  private static func met(_ pattern: String, _ name: String) -> [String] {
    FuzzyPattern(pattern).ranges(in: name).map { String(name[$0]) }
  }

  @Test(arguments: [
    ("exp", "Export the shortlist", ["Exp"]), ("ets", "Export the shortlist", ["E", "t", "s"]),
    ("cafe", "Le Café", ["Café"]), ("csv exp", "Export as CSV", ["Exp", "CSV"]),
    ("ab", "ba", []), ("", "abc", []), ("ass", "Straße", ["aß"]), ("日語", "日本語", ["日", "語"]),
    ("abc", "ab", []), ("rank", "Frank, then Rank", ["Rank"]), ("a a", "a", ["a"]),
  ])
  func lettersAreMetInOrder(pattern: String, name: String, met: [String]) {
    #expect(Self.met(pattern, name) == met)
    #expect((FuzzyPattern(pattern).score(of: name) != nil) == (!met.isEmpty || pattern.isEmpty))
  }

  /// The first name of each row is the better one.
  @Test(arguments: [
    ("st", "Sort titles", "Lost"), ("rank", "Rank", "Frankfurt"), ("exp", "Export", "Explore, x"),
    ("es", "Export shortlist", "Resort"), ("dat", "data", "d a t"), ("dl", "data lake", "handle"),
    ("lake", "the lake", "the l a k e"), ("ab", "xabx", "xa-xbx"), ("abc", "x abc", "x a b c"),
  ])
  func wordStartsAndRunsCountMoreAndGapsLess(pattern: String, better: String, worse: String) throws
  {
    let pattern = FuzzyPattern(pattern)
    let (one, other) = (try #require(pattern.score(of: better)), pattern.score(of: worse))
    #expect(one >= other ?? .min)
    if better != "Export" { #expect(one > other ?? .min) }
  }

  @Test func theScoreIsTheSameEachTime() {
    // 16 for each letter, twice 10 for the start, 6 for each that follows at once.
    #expect(FuzzyPattern("sor").score(of: "Sort") == 3 * 16 + 20 + 12)
    #expect(FuzzyPattern("st").score(of: "Sort") == 2 * 16 + 20 - 3 - 1)
    #expect(FuzzyPattern("o").score(of: "Sort") == 16)
  }

  /// Against every way to lay the letters, tried out.
  @Test(arguments: 1...10)
  func theBestWayIsFound(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let letters = ["a", "b", " ", "-"]
    for _ in 0..<200 {
      let name = (0..<random.below(9)).map { _ in random.one(of: letters) }.joined()
      let word = (0..<1 + random.below(4)).map { _ in random.one(of: ["a", "b"]) }.joined()
      let (text, sought) = (Array(name), Array(word))
      func bonus(_ place: Int) -> Int {
        if place == 0 { return 10 }
        return text[place].isLetter && !text[place - 1].isLetter ? 8 : 0
      }
      func best(_ index: Int, after last: Int?) -> Int? {
        if index == sought.count { return 0 }
        return ((last.map { $0 + 1 } ?? 0)..<max(text.count, last.map { $0 + 1 } ?? 0))
          .compactMap { place -> Int? in
            guard text[place] == sought[index], let rest = best(index + 1, after: place) else {
              return nil
            }
            guard let last else { return rest + 16 + 2 * bonus(place) }
            let gap = place - last - 1
            return rest + 16
              + (gap == 0 ? max(6, bonus(place)) : bonus(place) - 3 - (gap - 1))
          }.max()
      }
      #expect(FuzzyPattern(word).score(of: name) == best(0, after: nil), "\(seed): \(word) \(name)")
      let met = Self.met(word, name).joined()
      #expect(met == (best(0, after: nil) == nil ? "" : word), "\(seed): \(word) \(name)")
    }
  }

  @Test func aVeryLongNameIsNoTrouble() {
    let long = String(repeating: "ab ", count: 200_000)
    #expect(FuzzyPattern("aabb").score(of: long) != nil)
    #expect(FuzzyPattern(long).score(of: "ab") == nil || !FuzzyPattern(long).isEmpty)
    #expect(FuzzyPattern(String(repeating: "a", count: 100_000)).score(of: long) != nil)
  }
}

@Suite struct FuzzyIndexTests {
  private static let names = ["Lost", "Sort titles", "sort titles", "Export", "Łódź"]

  private static func places(_ pattern: String, limit: Int = .max) -> [Int] {
    FuzzyIndex(names).hits(of: FuzzyPattern(pattern), limit: limit).map(\.place)
  }

  @Test func theBestComeFirstAndEqualsKeepTheirOrder() {
    #expect(Self.places("st") == [1, 2, 0])
    #expect(Self.places("st", limit: 1) == [1])
    #expect(Self.places("lodz") == [4])
    #expect(Self.places("q").isEmpty)
    #expect(Self.places("") == [0, 1, 2, 3, 4])
    #expect(Self.places("st", limit: -1).isEmpty)
  }

  @Test func aHitHasTheScoreOfThePattern() {
    let pattern = FuzzyPattern("or t")
    for hit in FuzzyIndex(Self.names).hits(of: pattern) {
      #expect(pattern.score(of: Self.names[hit.place]) == hit.score)
    }
    #expect(FuzzyIndex(Self.names).count == 5)
    #expect(FuzzyIndex([]).hits(of: pattern).isEmpty)
  }
}
