/// Well-formed UTF-8, after table 3-7 of the Unicode Standard.
package enum UTF8Sequence {
  /// Length in bytes of the well-formed sequence that begins at `place`, or 0 where there is none.
  package static func length(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let lead = bytes[place]
    func isTrail(_ distance: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      place + distance < bytes.count && range.contains(bytes[place + distance])
    }
    switch lead {
    case 0..<0x80: return 1
    case 0xC2...0xDF: return isTrail(1) ? 2 : 0
    case 0xE0: return isTrail(1, 0xA0...0xBF) && isTrail(2) ? 3 : 0
    case 0xED: return isTrail(1, 0x80...0x9F) && isTrail(2) ? 3 : 0
    case 0xE1...0xEF: return isTrail(1) && isTrail(2) ? 3 : 0
    case 0xF0: return isTrail(1, 0x90...0xBF) && isTrail(2) && isTrail(3) ? 4 : 0
    case 0xF1...0xF3: return isTrail(1) && isTrail(2) && isTrail(3) ? 4 : 0
    case 0xF4: return isTrail(1, 0x80...0x8F) && isTrail(2) && isTrail(3) ? 4 : 0
    default: return 0
    }
  }

  /// Offset of the first byte that is not UTF-8, or nil where all is. O(bytes).
  package static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var place = 0
    while place < bytes.count {
      let length = bytes[place] < 0x80 ? 1 : length(at: place, in: bytes)
      guard length > 0 else { return place }
      place += length
    }
    return nil
  }
}
