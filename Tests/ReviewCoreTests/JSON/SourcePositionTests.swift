import Testing

@testable import ReviewCore

@Suite struct SourcePositionTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func aDocumentFindsTheSamePlaceAsCountingFromTheStart(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let space = ["\n", "\r", "\r\n", " ", "\t"]
    var source = random.once(in: 2) ? "\u{FEFF}[" : "["
    for number in 0..<200 {
      source += (0..<random.below(3)).map { _ in random.one(of: space) }.joined()
      source += number == 0 ? "\"é日😀\"" : ",\"é日😀\(number)\""
    }
    let bytes = Array((source + "]").utf8)
    let document = try JSONDocument(bytes)
    for element in document.root.elements {
      #expect(
        element.position == SourcePosition(ofByte: element.offset - 1, in: bytes), "seed \(seed)")
    }
  }

  @Test func partitioningFindsTheFirstThatMeets() {
    for count in 0...9 {
      for first in 0...count {
        #expect(Array(0..<count).partitioningIndex { $0 >= first } == first)
      }
    }
  }
}
