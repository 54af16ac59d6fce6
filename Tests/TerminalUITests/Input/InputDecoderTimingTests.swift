import Testing

@testable import TerminalUI

struct InputDecoderTimingTests {
  private func key(_ key: Key, _ held: Modifiers = []) -> InputEvent { .key(KeyPress(key, held)) }

  /// Feeds pieces 100 ms apart, and calls `timePassed` at every deadline between.
  private func events(of pieces: [[UInt8]], gap: Int64 = 100) -> [InputEvent] {
    var decoder = InputDecoder()
    var events: [InputEvent] = []
    var time: Int64 = 1_000_000
    for piece in pieces {
      events += decoder.decode(piece, at: time)
      while let deadline = decoder.deadline, deadline <= time + gap {
        events += decoder.timePassed(to: deadline)
      }
      time += gap
    }
    return events
  }

  @Test(arguments: KnownSequences.all)
  func aSequenceSplitAnywhereIsTheSameEvent(sample: KnownSequences.Sample) {
    for split in 1..<max(2, sample.bytes.count) {
      let pieces = [Array(sample.bytes[..<split]), Array(sample.bytes[split...])]
      for gap in [30, 100, 900] as [Int64] {
        expect(events(of: pieces, gap: gap), toBe: sample)
      }
    }
    expect(events(of: sample.bytes.map { [$0] }), toBe: sample)
  }

  private func expect(_ events: [InputEvent], toBe sample: KnownSequences.Sample) {
    let isEscapeKey = sample.event == key(.escape)
    let rest = events.filter { $0 != key(.escape) || isEscapeKey }
    #expect(events.count - rest.count <= 1)
    #expect(Array(rest.suffix(1)) == [sample.event].compactMap { $0 })
    #expect(isEscapeKey || rest.count <= 1)
  }

  @Test func aLoneEscapeCountsAfterTheDelay() {
    var decoder = InputDecoder()
    #expect(decoder.decode([0x1B], at: 100) == [])
    #expect(decoder.deadline == 125)
    #expect(decoder.timePassed(to: 124) == [])
    #expect(decoder.timePassed(to: 125) == [key(.escape)])
    #expect(decoder.deadline == nil)
    #expect(decoder.timePassed(to: 200) == [])
  }

  @Test func aLateReadCountsTheEscapeBeforeTheNextKey() {
    var decoder = InputDecoder()
    #expect(decoder.decode([0x1B], at: 0) == [])
    #expect(decoder.decode([0x35], at: 60) == [key(.escape), key(.character("5"))])
  }

  @Test func theSequenceIsResumedWithinASecond() {
    for (time, resumes) in [(1000, true), (1001, false)] as [(Int64, Bool)] {
      var decoder = InputDecoder()
      _ = decoder.decode([0x1B], at: 0)
      _ = decoder.timePassed(to: 25)
      #expect(decoder.decode(Array("[A".utf8), at: time).count == (resumes ? 1 : 2))
    }
  }

  @Test func onlyTheNextByteResumesTheSequence() {
    var decoder = InputDecoder()
    _ = decoder.decode([0x1B], at: 0)
    #expect(
      decoder.decode(Array("x[".utf8), at: 100)
        == [key(.escape), key(.character("x")), key(.character("["))])
  }

  @Test(arguments: ["1", "5", "a", "~", " "] as [Character])
  func escapeAndAFastCharacterAreAnAltChord(character: Character) {
    for gap in [0, 24] as [Int64] {
      var decoder = InputDecoder()
      let first = decoder.decode([0x1B], at: 0)
      let second = decoder.decode(Array(String(character).utf8), at: gap)
      #expect(first + second == [key(.character(character), [.alt])])
    }
  }

  @Test func altAndACharacterOfManyBytesIsOneChord() {
    #expect(
      events(of: [Array("\u{1B}éé".utf8)])
        == [key(.character("é"), [.alt]), key(.character("é"))])
  }

  @Test func escapeAndAFastControlKeyAreTwoKeys() {
    #expect(events(of: [[0x1B, 0x0D]]) == [key(.escape), key(.enter)])
    #expect(events(of: [[0x1B, 0x7F]]) == [key(.escape), key(.backspace)])
    #expect(events(of: [[0x1B, 0x1A]]) == [key(.escape), key(.character("z"), [.control])])
  }

  @Test func escapeTwiceIsTwoKeysAndBeforeAnArrowItIsAlt() {
    #expect(events(of: [[0x1B, 0x1B]]) == [key(.escape), key(.escape)])
    #expect(events(of: [[0x1B, 0x1B, 0x1B]]) == Array(repeating: key(.escape), count: 3))
    #expect(events(of: [Array("\u{1B}\u{1B}[A".utf8)]) == [key(.up, [.alt])])
    #expect(events(of: [Array("\u{1B}\u{1B}OA".utf8)]) == [key(.up, [.alt])])
    #expect(events(of: [[0x1B, 0x1B, 0x35]]) == [key(.escape), key(.character("5"), [.alt])])
  }

  @Test func anAltArrowSplitAnywhereIsStillAnArrow() {
    let bytes = Array("\u{1B}\u{1B}[1;5A".utf8)
    for split in 1..<bytes.count {
      let events = events(of: [Array(bytes[..<split]), Array(bytes[split...])])
      // Split after the first ESC it cannot be told from Escape and then an arrow.
      let held: Modifiers = split == 1 ? [.control] : [.alt, .control]
      #expect(events.filter { $0 != key(.escape) } == [key(.up, held)])
    }
  }

  @Test func escapeAndThenAnArrowAreTwoKeys() {
    #expect(events(of: [[0x1B], Array("\u{1B}[A".utf8)]) == [key(.escape), key(.up)])
  }

  @Test func escapeEndsAControlStringThatNeverEnds() {
    #expect(events(of: [Array("\u{1B}P123".utf8), [0x1B], [0x78]]) == [key(.character("x"))])
  }

  @Test func noTimePassesInsideASequenceOrAPaste() {
    for text in [
      "\u{1B}[1", "\u{1B}O", "\u{1B}]1", "\u{1B}[[", "\u{1B}[M1", "\u{1B}[200~\u{1B}[20",
    ] {
      var decoder = InputDecoder()
      #expect(decoder.decode(Array(text.utf8), at: 0) == [])
      #expect(decoder.deadline == nil)
      #expect(decoder.timePassed(to: 1_000_000_000) == [])
    }
  }

  @Test func ctrlCAfterASilenceEndsAPasteWhoseEndIsLost() {
    var decoder = InputDecoder()
    let interrupt = key(.character("c"), .control)
    #expect(decoder.decode(Array("\u{1B}[200~5q\u{3}".utf8), at: 0) == [])
    #expect(decoder.decode([0x03], at: 1000) == [])
    #expect(decoder.decode([0x31], at: 1500) == [])
    // However often it is pressed, it is the last of the other bytes that counts.
    for time in stride(from: Int64(1600), through: 2500, by: 100) {
      #expect(decoder.decode([0x03], at: time) == [])
    }
    #expect(
      decoder.decode([0x03, 0x32], at: 2501)
        == [
          .paste("5q\u{3}\u{3}1" + String(repeating: "\u{3}", count: 10)), interrupt,
          key(.character("2")),
        ])
  }

  @Test func aClockThatGoesBackwardsOnlyDelaysTheEscape() {
    var decoder = InputDecoder()
    _ = decoder.decode([0x1B], at: 1_000_000)
    #expect(decoder.timePassed(to: 10) == [])
    #expect(decoder.deadline == 35)
    #expect(decoder.timePassed(to: 35) == [key(.escape)])
  }
}
