import ReviewCore
import Testing

@Suite struct StableHashTests {
  /// The bytes with a mark after each text, by the published offset and prime.
  @Test func itIsFNV1aOfTheTextsWithMarks() {
    var expected: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in Array("ada".utf8) + [0xFF] + Array("é".utf8) + [0xFF] {
      expected = (expected ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    #expect(StableHash("ada", "é").value == expected)
    #expect(StableHash().value == 0xCBF2_9CE4_8422_2325)
  }

  @Test func whereATextEndsCounts() {
    #expect(StableHash("ab", "c") != StableHash("a", "bc"))
    #expect(StableHash("ab") != StableHash("ab", ""))
  }
}
