/// Finds bytes in bytes, at the speed of memory.
///
/// Two bytes of what is sought, those that are rarest in texts, are compared at eight places at a
/// time; only where both are met the rest is compared. Source: W. Muła, "SIMD-friendly algorithms
/// for substring searching", the generic form.
struct ByteSearch {
  private let sought: [UInt8]
  /// Where in `sought` the two rarest bytes are.
  private let first: Int
  private let second: Int
  /// Each of the two eight times.
  private let firstWord: UInt64
  private let secondWord: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  init(for sought: [UInt8]) {
    self.sought = sought
    let byRarity = sought.indices.sorted { one, other in
      let (left, right) = (Self.commonness(of: sought[one]), Self.commonness(of: sought[other]))
      return left == right ? one < other : left < right
    }
    let rarest = byRarity.first ?? 0
    let other = byRarity.first { sought[$0] != sought[rarest] } ?? byRarity.last ?? 0
    (first, second) = (rarest, other)
    firstWord = Self.ones &* UInt64(sought.isEmpty ? 0 : sought[rarest])
    secondWord = Self.ones &* UInt64(sought.isEmpty ? 0 : sought[other])
  }

  /// How common a byte is in folded texts, roughly; what is not ASCII counts as rare.
  private static func commonness(of byte: UInt8) -> Int {
    let fromRarest = Array("zqjxkvbywgpfmucdlhrsnioate ".utf8)
    return fromRarest.firstIndex(of: byte) ?? -1
  }

  /// The first place from `start` on, or nil where there is none. What is empty is everywhere.
  /// O(bytes), some gigabytes a second.
  func firstPlace(in text: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
    let last = text.count - sought.count
    guard start <= last else { return nil }
    guard !sought.isEmpty, let base = text.baseAddress else { return start }
    let bytes = UnsafeRawPointer(base)
    var place = start
    // Of so many places none reads beyond the end.
    let blocksEnd = min(last, text.count - max(first, second) - 32)
    while place <= blocksEnd {
      var met: UInt64 = 0
      for step in 0..<4 { met |= compared(at: bytes + place + step * 8) }
      if met != 0 {
        for step in 0..<4 {
          var word = UInt64(littleEndian: compared(at: bytes + place + step * 8))
          while word != 0 {
            let candidate = place + step * 8 + word.trailingZeroBitCount / 8
            if candidate <= last, isMatch(bytes + candidate) { return candidate }
            word &= word - 1
          }
        }
      }
      place += 32
    }
    while place <= last {
      if isMatch(bytes + place) { return place }
      place += 1
    }
    return nil
  }

  /// The high bit of each of eight bytes at which both rare bytes are met, and of some at which
  /// they may not be: H. Warren, "Hacker's Delight", section 6-1.
  @inline(__always)
  private func compared(at bytes: UnsafeRawPointer) -> UInt64 {
    let one = bytes.loadUnaligned(fromByteOffset: first, as: UInt64.self)
    let two = bytes.loadUnaligned(fromByteOffset: second, as: UInt64.self)
    let differences = (one ^ firstWord) | (two ^ secondWord)
    return (differences &- Self.ones) & ~differences & (Self.ones << 7)
  }

  private func isMatch(_ bytes: UnsafeRawPointer) -> Bool {
    sought.withUnsafeBufferPointer { sought in
      guard bytes.load(fromByteOffset: first, as: UInt8.self) == sought[first] else { return false }
      for place in sought.indices {
        guard bytes.load(fromByteOffset: place, as: UInt8.self) == sought[place] else {
          return false
        }
      }
      return true
    }
  }
}
