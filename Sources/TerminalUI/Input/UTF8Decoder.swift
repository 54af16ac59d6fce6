/// Puts together the code points of a stream of UTF-8.
///
/// A sequence that is overlong, a surrogate, out of range or cut short counts as one wrong one.
struct UTF8Decoder {
  /// What a byte led to.
  enum Step {
    /// More bytes are needed.
    case pending
    /// A code point is complete; U+FFFD for a wrong sequence.
    case scalar(Unicode.Scalar)
    /// The sequence was cut short: one U+FFFD, and the byte begins something new.
    case broken
  }

  private var value: UInt32 = 0
  private var missing = 0
  private var least: UInt32 = 0

  /// Whether a sequence has begun and not ended.
  var isPending: Bool { missing > 0 }

  /// Takes a byte of 0x80 or more, or, while a sequence is pending, any byte.
  mutating func take(_ byte: UInt8) -> Step {
    if missing > 0 {
      guard byte & 0xC0 == 0x80 else {
        missing = 0
        return .broken
      }
      value = value << 6 | UInt32(byte & 0x3F)
      missing -= 1
      if missing > 0 { return .pending }
      let scalar = value >= least ? Unicode.Scalar(value) : nil
      return .scalar(scalar ?? "\u{FFFD}")
    }
    switch byte {
    case 0xC0...0xDF: begin(byte & 0x1F, missing: 1, least: 0x80)
    case 0xE0...0xEF: begin(byte & 0x0F, missing: 2, least: 0x800)
    case 0xF0...0xF7: begin(byte & 0x07, missing: 3, least: 0x1_0000)
    // The long forms of the first UTF-8 are still one sequence each, never a right one.
    case 0xF8...0xFB: begin(0, missing: 4, least: .max)
    case 0xFC...0xFD: begin(0, missing: 5, least: .max)
    default: return .scalar("\u{FFFD}")
    }
    return .pending
  }

  private mutating func begin(_ bits: UInt8, missing: Int, least: UInt32) {
    value = UInt32(bits)
    self.missing = missing
    self.least = least
  }
}
