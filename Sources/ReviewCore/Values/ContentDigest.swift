/// What a reviewer read, as a hash: `sha256:` and 64 lower-case hexadecimal digits.
package struct ContentDigest: Hashable, Sendable, CustomStringConvertible {
  /// The digest itself.
  package let text: String

  /// Reads a digest, or nil where `text` is none.
  package init?(_ text: String) {
    let prefix = "sha256:"
    let digits = text.utf8.dropFirst(prefix.utf8.count)
    guard text.hasPrefix(prefix), digits.count == 64,
      digits.allSatisfy({ Hexadecimal.digits.contains($0) })
    else { return nil }
    self.text = text
  }

  /// The digest of title, U+001E, abstract, U+001E, notes; absent is empty.
  ///
  /// Each with CR LF and CR read as LF, spaces at line ends and blank lines at its very end
  /// dropped, so that what no reader can see makes no review stale. O(length).
  package init(title: String, abstract: String?, notes: String?) {
    var hash = SHA256()
    for (index, part) in [title, abstract ?? "", notes ?? ""].enumerated() {
      if index > 0 { hash.update(CollectionOfOne(0x1E)) }
      hash.update(Self.normalized(part))
    }
    text = "sha256:" + Hexadecimal.string(hash.finalized())
  }

  /// The digest itself.
  package var description: String { text }

  static func normalized(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      let isLineEnd = byte == 0x0A || byte == 0x0D
      if isLineEnd {
        if byte != 0x0A || previous != 0x0D {
          while result.last == 0x20 { result.removeLast() }
          result.append(0x0A)
        }
      } else {
        result.append(byte)
      }
      previous = byte
    }
    while result.last == 0x20 || result.last == 0x0A { result.removeLast() }
    return result
  }
}
