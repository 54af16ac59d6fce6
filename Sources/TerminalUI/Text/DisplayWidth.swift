/// How many columns a terminal gives to text.
///
/// A width is that of what `DisplayText` makes of the text: a control takes no column, a joined
/// emoji takes those of its first part, a character that cannot be printed takes the one column of
/// U+FFFD. It is exact for text that `DisplayText` let through; in raw text the body of an escape
/// sequence is counted.
package enum DisplayWidth {
  /// Columns of one code point: 0, 1 or 2.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value >= 0x20 && scalar.value < 0x7F { return 1 }
    if scalar.isRegionalIndicator { return 1 }
    return ScalarClass(scalar).columns
  }

  /// Columns of one grapheme cluster.
  ///
  /// A cluster may hold several spaced letters (Devanagari with a vowel sign, the two letters of a
  /// flag), so this can be more than 2. Complexity: O(n) in its code points.
  package static func of(_ character: Character) -> Int {
    if let value = character.asciiValue { return value >= 0x20 && value < 0x7F ? 1 : 0 }
    return sum(of: character.unicodeScalars)
  }

  /// Columns of a text, taken as one line. Complexity: O(n).
  package static func of(_ text: some StringProtocol) -> Int {
    let quick = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.isPrintableASCII ? bytes.count : nil
    }
    if let quick, let columns = quick { return columns }
    return sum(of: text.unicodeScalars)
  }

  private static func sum(of scalars: some Sequence<Unicode.Scalar>) -> Int {
    var columns = 0
    var joiner = EmojiJoiner()
    for scalar in scalars where !joiner.drops(scalar) {
      columns += of(scalar)
    }
    return columns
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether all bytes are printable ASCII: nothing to make safe, one column each.
  var isPrintableASCII: Bool {
    var strange: UInt8 = 0
    for byte in self {
      // Bit 7 is set by a borrow below 0x20, by adding 1 to 0x7F, and in all that is not ASCII.
      strange |= (byte &- 0x20) | (byte &+ 1) | byte
    }
    return strange & 0x80 == 0
  }
}
