import Testing

@testable import ReviewCore

@Suite struct JSONNumberTests {
  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (4, "4"), (-3, "-3"), (0.5, "0.5"), (4.333333, "4.333333"),
      (1e-7, "1e-07"), (1e22, "1e+22"), (.infinity, "0"), (.nan, "0"),
    ] as [(Double, String)])
  func aNumberIsWrittenInItsFewestDigits(value: Double, text: String) {
    #expect(JSONNumber(value).text == text)
  }

  @Test(arguments: [
    ("3", 3), ("3.0", 3), ("3e0", 3), ("30e-1", 3), ("-0", 0), ("0.5", nil), ("1e400", nil),
    ("9223372036854775807", Int.max), ("9223372036854775808", nil),
  ])
  func aWholeNumberIsOneHoweverItIsWritten(text: String, int: Int?) throws {
    #expect(try document(text).root.number?.int == int)
  }

  @Test func aNumberTooLargeIsInfiniteAndKeepsItsDigits() throws {
    let root = try document("[1e400,-1e400,1234567890123456789012345678901234567890]").root
    #expect(root.elements.compactMap { $0.number?.double.isFinite } == [false, false, true])
    #expect(
      text(JSONValue(root).lineBytes) == "[1e400,-1e400,1234567890123456789012345678901234567890]")
  }
}
