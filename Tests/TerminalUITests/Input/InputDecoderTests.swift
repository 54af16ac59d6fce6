import Testing

@testable import TerminalUI

struct InputDecoderTests {
  private func events(_ text: String) -> [InputEvent] { events(Array(text.utf8)) }

  private func events(_ bytes: [UInt8]) -> [InputEvent] {
    var decoder = InputDecoder()
    return decoder.decode(bytes, at: 0)
  }

  private func key(_ key: Key, _ held: Modifiers = []) -> InputEvent { .key(KeyPress(key, held)) }

  @Test(arguments: KnownSequences.all)
  func aSequenceInOnePieceIsOneEvent(sample: KnownSequences.Sample) {
    #expect(events(sample.bytes) == [sample.event].compactMap { $0 })
  }

  @Test(
    arguments: [
      ([0x00], KeyPress(.character(" "), [.control])),
      ([0x0C], KeyPress(.character("l"), [.control])),
      ([0x03], KeyPress(.character("c"), [.control])),
      ([0x1A], KeyPress(.character("z"), [.control])),
      ([0x18], KeyPress(.character("x"), [.control])),
      ([0x1C], KeyPress(.character("\\"), [.control])),
      ([0x1F], KeyPress(.character("_"), [.control])), ([0x09], KeyPress(.tab)),
      ([0x0D], KeyPress(.enter)), ([0x0A], KeyPress(.character("j"), .control)),
      ([0x08], KeyPress(.backspace)),
      ([0x7F], KeyPress(.backspace)), ([0x35], KeyPress(.character("5"))),
      ([0xC3, 0xA9], KeyPress(.character("é"))), ([0xE6, 0xBC, 0xA2], KeyPress(.character("漢"))),
      ([0xF0, 0x9F, 0x91, 0x8D], KeyPress(.character("👍"))),
      ([0xC3, 0x9B], KeyPress(.character("Û"))),
    ] as [([UInt8], KeyPress)])
  func aKeyIsWhatItsBytesSay(bytes: [UInt8], press: KeyPress) {
    #expect(events(bytes) == [.key(press)])
    var decoder = InputDecoder()
    #expect(bytes.flatMap { decoder.decode([$0], at: 0) } == [.key(press)])
  }

  @Test(
    arguments: [
      [0xFF], [0x80], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xED, 0xA0, 0x9B],
      [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x80, 0x80, 0x80, 0x80],
      [0xFC, 0x80, 0x80, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func aWrongSequenceOfUTF8IsOneReplacementCharacter(bytes: [UInt8]) {
    #expect(events(bytes + [0x61]) == [key(.character("\u{FFFD}")), key(.character("a"))])
  }

  @Test(arguments: [[0xC3], [0xE6, 0xBC], [0xF0, 0x9F, 0x91]] as [[UInt8]])
  func aCharacterCutShortIsOneReplacementCharacter(bytes: [UInt8]) {
    #expect(events(bytes + [0x61]) == [key(.character("\u{FFFD}")), key(.character("a"))])
    #expect(events(bytes + [0x1B, 0x5B, 0x41]) == [key(.character("\u{FFFD}")), key(.up)])
  }

  @Test func theOneByteIntroducerBeginsASequence() {
    #expect(events([0x9B, 0x31, 0x3B, 0x35, 0x43]) == [key(.right, [.control])])
    #expect(events([0xC2, 0x9B, 0x78]) == [key(.character("x"))])
  }

  @Test func escapeInsideASequenceBeginsAnew() {
    #expect(events("\u{1B}[1;5\u{1B}[A") == [key(.up)])
    #expect(events("\u{1B}[1;5\u{1B}\u{1B}[A") == [key(.up, [.alt])])
    #expect(events("\u{1B}]1;5\u{1B}[A") == [key(.up)])
    #expect(events("\u{1B}O\u{1B}OA") == [key(.up)])
  }

  @Test func cancelEndsASequence() {
    #expect(events("\u{1B}[1;\u{18}5") == [key(.character("5"))])
    #expect(events("\u{1B}P1\u{1A}x") == [key(.character("x"))])
  }

  @Test func ctrlCIsReportedEvenInsideASequence() {
    #expect(events("\u{1B}P12\u{3}34\u{1B}\\") == [key(.character("c"), [.control])])
  }

  @Test func theTerminalsOwnStringsGoFirst() {
    var decoder = InputDecoder(terminfo: [
      Array("\u{1B}[9;9x".utf8): KeyPress(.home), Array("\u{1B}[A".utf8): KeyPress(.end),
      Array("\u{1B}h".utf8): KeyPress(.insert), Array("5".utf8): KeyPress(.delete),
    ])
    #expect(
      decoder.decode(Array("\u{1B}[9;9x\u{1B}[A\u{1B}h5".utf8), at: 0)
        == [key(.home), key(.end), key(.insert), key(.character("5"))])
  }

  @Test func aPasteOfKeysIsOnePaste() {
    #expect(
      events("a\u{1B}[200~5q1dd\n\u{1B}[201~b")
        == [key(.character("a")), .paste("5q1dd\n"), key(.character("b"))])
  }

  @Test func aPasteIsBoundedAndStillSwallowedToItsEnd() {
    let long = String(repeating: "é", count: 600_000) + "5"
    let all = events("\u{1B}[200~" + long + "\u{1B}[201~x")
    #expect(all.last == key(.character("x")))
    guard all.count == 2, case .paste(let text) = all[0] else {
      Issue.record("expected one paste and one key")
      return
    }
    #expect(text.utf8.count <= PasteCollector.limit)
    #expect(text.allSatisfy { $0 == "é" })
  }
}
