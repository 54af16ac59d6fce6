import Testing

@testable import ReviewCore

@Suite struct ByteSearchTests {
  private static func first(_ sought: String, _ text: String, from start: Int = 0) -> Int? {
    Array(text.utf8).withUnsafeBufferPointer {
      ByteSearch(for: Array(sought.utf8)).firstPlace(in: $0, from: start)
    }
  }

  @Test(
    arguments: [
      ("a", "", nil), ("", "", 0), ("", "abc", 0), ("abc", "abc", 0), ("abcd", "abc", nil),
      ("b", "abcb", 1), ("ee", "seen eels", 1), ("日", "本日", 3),
    ] as [(String, String, Int?)])
  func theFirstPlaceIsFound(sought: String, text: String, place: Int?) {
    #expect(Self.first(sought, text) == place)
  }

  @Test func theSearchGoesOnFromAPlace() {
    #expect(Self.first("b", "abcb", from: 2) == 3)
    #expect(Self.first("b", "abcb", from: 4) == nil)
    #expect(Self.first("", "ab", from: 2) == 2)
    #expect(Self.first("", "ab", from: 3) == nil)
  }

  /// Every alignment of every length is found, around the blocks that are compared at once.
  @Test(arguments: 1...10)
  func itFindsWhatAPlainSearchFinds(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<300 {
      let letters = Array("abe".utf8)
      let text = (0..<random.below(150)).map { _ in random.one(of: letters) }
      let length = random.below(random.once(in: 3) ? 60 : 6)
      let from = random.below(max(1, text.count))
      let sought =
        random.once(in: 2) && from + length <= text.count
        ? Array(text[from..<from + length]) : (0..<length).map { _ in random.one(of: letters) }
      let start = random.below(text.count + 1)
      let expected = (0...max(0, text.count)).first {
        $0 >= start && $0 + length <= text.count && Array(text[$0..<$0 + length]) == sought
      }
      let found = text.withUnsafeBufferPointer {
        ByteSearch(for: sought).firstPlace(in: $0, from: start)
      }
      #expect(found == expected, "seed \(seed)")
    }
  }
}
