import Testing

@testable import TerminalUI

struct InputDecoderPropertyTests {
  /// Whether the event would score: a digit without a modifier.
  private func scores(_ event: InputEvent) -> Bool {
    guard case .key(let press) = event, case .character(let character) = press.key else {
      return false
    }
    return character.isNumber && press.modifiers.isEmpty
  }

  /// Bytes of a range, digits more often than others.
  private func bytes(
    _ range: ClosedRange<UInt8>, atMost count: Int, using generator: inout SplitMix64
  ) -> [UInt8] {
    (0..<Int.random(in: 0...count, using: &generator)).map { _ in
      let digit = UInt8.random(in: 0x30...0x39, using: &generator)
      guard !range.contains(digit) || Bool.random(using: &generator) else { return digit }
      return UInt8.random(in: range, using: &generator)
    }
  }

  private func randomSequence(using generator: inout SplitMix64) -> [UInt8] {
    if Int.random(in: 0..<3, using: &generator) == 0 {
      let introducer = "]PX^_".utf8.randomElement(using: &generator) ?? 0x5D
      let end: [UInt8] = introducer == 0x5D && Bool.random(using: &generator) ? [7] : [0x1B, 0x5C]
      return [0x1B, introducer] + bytes(0x20...0x7E, atMost: 40, using: &generator) + end
    }
    let body = bytes(0x30...0x3F, atMost: 12, using: &generator)
    let intermediates = bytes(0x20...0x2F, atMost: 1, using: &generator).filter { $0 < 0x30 }
    let final = UInt8.random(in: 0x40...0x7E, using: &generator)
    let sequence = [0x1B, 0x5B] + body + intermediates + [final]
    // The three bytes after this one are its own.
    return body.isEmpty && intermediates.isEmpty && final == 0x4D
      ? sequence + [0x35, 0x35, 0x35] : sequence
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func noSequenceEverScores(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var decoder = InputDecoder()
    var time: Int64 = 0
    for _ in 0..<40 {
      var rest = randomSequence(using: &generator)[...]
      // A pasted text may hold anything, and must not swallow the sequences after it.
      if rest.elementsEqual("\u{1B}[200~".utf8) { continue }
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 1...8, using: &generator))
        rest = rest.dropFirst(piece.count)
        let events = decoder.decode(piece, at: time)
        #expect(!events.contains(where: scores), "\(Array(piece)) seed \(seed)")
        time += Int64.random(in: 0...900, using: &generator)
        #expect(!decoder.timePassed(to: time).contains(where: scores))
      }
    }
    time += 2000
    #expect(decoder.decode([0x35], at: time).contains(where: scores), "seed \(seed)")
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func junkIsDecodedAlikeHoweverItIsCut(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let junk = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    var whole = InputDecoder()
    var cut = InputDecoder()
    #expect(whole.decode(junk, at: 0) == junk.flatMap { cut.decode([$0], at: 0) })
  }

  @Test(arguments: 0..<3 as Range<UInt64>)
  func aMegabyteOfJunkIsSurvived(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let junk = (0..<(1 << 20)).map { _ in UInt8.random(in: 0...255, using: &generator) }
    var decoder = InputDecoder()
    #expect(decoder.decode(junk, at: 0).count <= 2 * junk.count)
    #expect(decoder.raw.count <= InputDecoder.longestSequence)
  }

  @Test(arguments: [
    "\u{1B}[", "\u{1B}]", "\u{1B}P", "\u{1B}[200~", "\u{1B}", "\u{1B}[1;", "\u{9B}",
  ])
  func aMegabyteThatNeverEndsIsSurvived(beginning: String) {
    var decoder = InputDecoder()
    _ = decoder.decode(Array(beginning.utf8), at: 0)
    let digits = [UInt8](repeating: 0x3B, count: 1 << 20)
    #expect(decoder.decode(digits, at: 1).count <= digits.count)
    var repeated = InputDecoder()
    let beginnings = String(repeating: beginning, count: 100_000)
    #expect(repeated.decode(Array(beginnings.utf8), at: 1).count <= 200_000)
  }
}
