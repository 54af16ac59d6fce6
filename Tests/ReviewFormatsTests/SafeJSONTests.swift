import ReviewCore
import ReviewFormats
import Testing

@Suite struct SafeJSONTests {
  @Test(arguments: ["plain", "\u{7f}", "\u{80}x\u{9f}", "Ünïcödé £ \u{a0}", "\u{1b}[2J\u{9b}2J"])
  func theTextIsTheSameAndHasNoControls(text: String) throws {
    let bytes = SafeJSON.escaped(JSONValue.string(text).lineBytes)
    #expect(try JSONDocument(bytes).root.string == text)
    let printed = String(decoding: bytes, as: UTF8.self)
    #expect(!printed.unicodeScalars.contains { $0.properties.generalCategory == .control })
  }
}
