/// A hash that is the same on every machine and in every run, as the library's is not: FNV-1a of 64
/// bits (Fowler, Noll & Vo), with a mark after each text.
///
/// It seeds `SplitMix64`, which scatters what is alike; by itself it orders similar texts alike.
package struct StableHash: Hashable, Sendable {
  /// The hash of all that was taken in.
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Makes the hash of some texts. O(length).
  package init(_ texts: String...) {
    for text in texts { add(text) }
  }

  /// Takes in a text. O(length).
  package mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0xFF)
  }

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }
}
