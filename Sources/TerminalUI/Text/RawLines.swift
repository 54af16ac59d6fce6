/// The lines of a raw text, split at every form of newline: CR LF, CR, LF, VT, FF, NEL, LS, PS.
///
/// A newline at the very end begins no further line. It looks at bytes, so that long texts of
/// plain lines are split at the speed of memory.
struct RawLines: Sequence, IteratorProtocol {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = Substring(text).utf8 }

  mutating func next() -> Substring? {
    guard !rest.isEmpty else { return nil }
    let found =
      rest.withContiguousStorageIfAvailable(Self.firstNewline) ?? Self.slowFirstNewline(rest)
    let end = rest.index(rest.startIndex, offsetBy: found.length)
    let line = Substring(rest[..<end])
    rest = rest[rest.index(end, offsetBy: found.newline)...]
    return line
  }

  /// Bytes before the first newline, and bytes of that newline (0 at the end of the text).
  private static func firstNewline(
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> (length: Int, newline: Int) {
    var index = 0
    while index < bytes.count {
      let newline = newlineLength(at: index, in: bytes)
      if newline > 0 { return (index, newline) }
      index += 1
    }
    return (index, 0)
  }

  private static func slowFirstNewline(_ text: Substring.UTF8View) -> (length: Int, newline: Int) {
    Array(text).withUnsafeBufferPointer(firstNewline)
  }

  private static func newlineLength(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    func byte(_ offset: Int) -> UInt8 {
      index + offset < bytes.count ? bytes[index + offset] : 0
    }
    switch bytes[index] {
    case 0x20...0x7F: return 0
    case 0x0A, 0x0B, 0x0C: return 1
    case 0x0D: return byte(1) == 0x0A ? 2 : 1
    case 0xC2: return byte(1) == 0x85 ? 2 : 0
    case 0xE2: return byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9) ? 3 : 0
    default: return 0
    }
  }
}
