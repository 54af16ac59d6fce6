/// Collects a bracketed paste up to its end mark, `ESC [ 201 ~`.
struct PasteCollector {
  /// Bytes that are kept; the rest of a longer paste is dropped.
  static let limit = 1 << 20

  private static let endMark: [UInt8] = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  private var matched = 0
  private var isCut = false
  /// When its last byte came, Ctrl-C apart, in milliseconds.
  private var time: Int64

  /// Begins a paste whose mark came at a time.
  init(at time: Int64) {
    self.time = time
  }

  /// What came of a paste whose end mark got lost, where a Ctrl-C after a silence says so: without
  /// that a mark that noise made up, or half a paste, would hold the keyboard for good. Nil where
  /// the byte is one of the paste.
  mutating func abandoned(by byte: UInt8, at now: Int64) -> String? {
    guard byte == 0x03 else {
      time = now
      return nil
    }
    time = min(time, now)
    return now &- time > InputDecoder.resumeDelay ? text : nil
  }

  /// Takes a byte; gives the whole text once the end mark is complete.
  mutating func take(_ byte: UInt8) -> String? {
    if byte == Self.endMark[matched] {
      matched += 1
      return matched == Self.endMark.count ? text : nil
    }
    // The mark holds one ESC, at its beginning, so a new match can begin only here.
    for kept in Self.endMark[..<matched] { keep(kept) }
    matched = 0
    if byte == Self.endMark[0] { matched = 1 } else { keep(byte) }
    return nil
  }

  private mutating func keep(_ byte: UInt8) {
    if bytes.count < Self.limit { bytes.append(byte) } else { isCut = true }
  }

  private var text: String {
    guard isCut else { return String(decoding: bytes, as: UTF8.self) }
    // Not to end in a part of a character.
    var kept = bytes[...]
    while let last = kept.last, last & 0xC0 == 0x80 { kept.removeLast() }
    if let last = kept.last, last >= 0xC0 { kept.removeLast() }
    return String(decoding: kept, as: UTF8.self)
  }
}
