/// Reads the words of a text: runs of two or more word characters, in lower case.
///
/// `\b\w\w+\b` of science.md. A Greek sigma at the end of a word becomes `ς` as in `ς`'s own
/// spelling, so that capitals and small letters are the same word.
enum WordReader {
  /// Reads a text word by word. O(length).
  ///
  /// - Parameter take: is given each word, in UTF-8, and whether a sentence begins with it. The
  ///   bytes are gone when it returns.
  static func read(
    _ text: String, _ take: (UnsafeBufferPointer<UInt8>, _ beginsSentence: Bool) -> Void
  ) {
    var text = text.withFinalSigmas
    text.withUTF8 { bytes in
      var scan = Scan(bytes)
      while scan.readWord() {
        scan.word.withUnsafeBufferPointer { take($0, scan.beginsSentence) }
      }
    }
  }
}

/// Where one is in a text.
private struct Scan {
  /// The word that was read last.
  private(set) var word: [UInt8] = []
  /// Whether a sentence begins with it.
  private(set) var beginsSentence = false
  /// Whether a sentence has ended since the last word began.
  private var hasEnded = true
  private let bytes: UnsafeBufferPointer<UInt8>
  private let ascii = WordScalar.ascii
  private var place = 0
  private var hasTwoCharacters = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Reads the next word; false at the end.
  mutating func readWord() -> Bool {
    while place < bytes.count {
      word.removeAll(keepingCapacity: true)
      hasTwoCharacters = false
      let hadEnded = hasEnded
      hasEnded = false
      // Stops behind the first character that makes no word: that alone may end a sentence.
      while place < bytes.count, takeCharacter() {}
      if hasTwoCharacters {
        beginsSentence = hadEnded
        return true
      }
      hasEnded = hasEnded || hadEnded
    }
    return false
  }

  /// Takes one character into the word; false where it ends the word.
  private mutating func takeCharacter() -> Bool {
    let byte = bytes[place]
    if byte < 0x80 {
      let lower = ascii[Int(byte)]
      place += 1
      guard lower != 0 else {
        noteEndOfSentence(byte)
        return false
      }
      hasTwoCharacters = !word.isEmpty
      word.append(lower)
      return true
    }
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    var value = UInt32(byte) & (0x7F >> UInt32(length))
    for trail in (place + 1)..<(place + length) {
      value = value << 6 | UInt32(bytes[trail] & 0x3F)
    }
    place += length
    let isSecond = !word.isEmpty
    let part = WordScalar.append(value, to: &word)
    if part == .none {
      // Full stops of Chinese and Japanese have no space behind them.
      if value == 0x3002 || value == 0xFF01 || value == 0xFF1F { hasEnded = true }
      if value == 0x2026, isSpace(at: place) { hasEnded = true }
    } else {
      hasTwoCharacters = isSecond
    }
    return part == .all
  }

  /// A sentence ends at a full stop, an exclamation or a question mark before white space, at a
  /// blank line, and at a line's end before a list mark.
  private mutating func noteEndOfSentence(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      if isSpace(at: place) { hasEnded = true }
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      if !isGoingOn { hasEnded = true }
    default: break
    }
  }

  private func isSpace(at place: Int) -> Bool {
    guard place < bytes.count else { return true }
    // Quotes and brackets may close behind the mark.
    switch bytes[place] {
    case 0...0x20, UInt8(ascii: ")"), UInt8(ascii: "\""), UInt8(ascii: "'"): return true
    default: return false
    }
  }

  /// Whether the line that begins here goes on with the sentence: it begins with a word.
  private var isGoingOn: Bool {
    var next = place
    while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 || bytes[next] == 0x0D {
      next += 1
    }
    guard next < bytes.count else { return false }
    if bytes[next] >= 0x80 { return !isBullet(at: next) }
    return ascii[Int(bytes[next])] != 0 || bytes[next] == UInt8(ascii: "(")
      || bytes[next] == UInt8(ascii: "\"") || bytes[next] == UInt8(ascii: "'")
  }

  /// Whether `•`, `‣`, `◦`, `–` or `—` stands here.
  private func isBullet(at place: Int) -> Bool {
    guard place + 2 < bytes.count, bytes[place] == 0xE2 else { return false }
    switch (bytes[place + 1], bytes[place + 2]) {
    case (0x80, 0xA2), (0x80, 0xA3), (0x97, 0xA6), (0x80, 0x93), (0x80, 0x94): return true
    default: return false
    }
  }
}
