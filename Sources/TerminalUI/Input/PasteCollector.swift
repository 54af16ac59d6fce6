/// Collects a bracketed paste up to its end mark, `ESC [ 201 ~`.
struct PasteCollector {
  /// Bytes that are kept; the rest of a longer paste is dropped.
  static let limit = 1 << 20

  private static let endMark: [UInt8] = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  private var matched = 0
  private var isCut = false

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
