/// The backslash escapes of JSON strings.
enum JSONEscape {
  /// The UTF-16 code unit of a `\uXXXX` that begins at `place`, or nil where there is none.
  static func codeUnit(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt16? {
    guard place + 6 <= bytes.count, bytes[place] == UInt8(ascii: "\\"),
      bytes[place + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[(place + 2)..<(place + 6)] {
      guard let digit = Hexadecimal.value(of: byte) else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  /// The bytes that an escaped string stands for. An unpaired surrogate stays an escape.
  static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "\\"), place + 1 < bytes.count else {
        result.append(bytes[place])
        place += 1
        continue
      }
      switch bytes[place + 1] {
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"):
        place += appendUnicodeEscape(at: place, of: bytes, to: &result)
        continue
      default: result.append(bytes[place + 1])
      }
      place += 2
    }
    return result
  }

  /// Appends what a `\uXXXX` (or a pair of them) stands for, and returns how long it was.
  private static func appendUnicodeEscape(
    at place: Int, of bytes: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]
  ) -> Int {
    guard let unit = codeUnit(at: place, in: bytes) else {
      result.append(bytes[place])
      return 1
    }
    if let scalar = Unicode.Scalar(unit) {
      result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      return 6
    }
    if UTF16.isLeadSurrogate(unit), let trail = codeUnit(at: place + 6, in: bytes),
      UTF16.isTrailSurrogate(trail)
    {
      let scalar = UTF16.decode(UTF16.EncodedScalar([unit, trail]))
      result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      return 12
    }
    result.append(contentsOf: bytes[place..<(place + 6)])
    return 6
  }

  /// Appends `text` in quotes, escaping what JSON demands and nothing else.
  static func appendQuoted(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      case 0x08: output.append(contentsOf: "\\b".utf8)
      case 0x09: output.append(contentsOf: "\\t".utf8)
      case 0x0A: output.append(contentsOf: "\\n".utf8)
      case 0x0C: output.append(contentsOf: "\\f".utf8)
      case 0x0D: output.append(contentsOf: "\\r".utf8)
      case 0..<0x20:
        output.append(contentsOf: "\\u00".utf8)
        output.append(Hexadecimal.digits[Int(byte >> 4)])
        output.append(Hexadecimal.digits[Int(byte & 15)])
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
