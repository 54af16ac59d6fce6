import ReviewCore
import Testing

@Suite struct SameBytesTests {
  @Test(arguments: 0...40)
  func oneOtherByteAnywhereIsSeen(_ length: Int) {
    let bytes = (0..<length).map { UInt8(0x61 + $0 % 26) }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.isSameBytes(as: String(decoding: bytes, as: UTF8.self)))
    #expect(!text.isSameBytes(as: text + "a"))
    for place in bytes.indices {
      var other = bytes
      other[place] = 0x21
      #expect(!text.isSameBytes(as: String(decoding: other, as: UTF8.self)))
    }
  }

  @Test func equivalentTextsDiffer() {
    #expect("e\u{301}" == "\u{E9}")
    #expect(!"e\u{301}".isSameBytes(as: "\u{E9}"))
  }
}
