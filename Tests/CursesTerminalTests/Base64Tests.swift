import CursesTerminal
import FoundationEssentials
import Testing

@Suite struct Base64Tests {
  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func theVectorsOfTheStandard(_ text: String, _ encoded: String) {
    #expect(String(decoding: Base64.encoded(text.utf8), as: UTF8.self) == encoded)
  }

  @Test func allBytesAsTheLibraryHasThem() {
    for length in 250...260 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      #expect(Base64.encoded(bytes) == Array(Data(bytes).base64EncodedString().utf8))
    }
  }

  @Test func aSliceBeginsAnywhere() {
    #expect(Base64.encoded(Array("xfoobarx".utf8)[1..<7]) == Array("Zm9vYmFy".utf8))
  }
}
