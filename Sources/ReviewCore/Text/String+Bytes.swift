extension String {
  /// Whether both have the same UTF-8 bytes. O(length), eight bytes at a time.
  ///
  /// `==` finds canonically equivalent texts equal; ids are compared by bytes, and a text whose
  /// bytes changed has changed.
  package func isSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let isSame = utf8.withContiguousStorageIfAvailable { mine in
      other.utf8.withContiguousStorageIfAvailable { theirs in
        UnsafeRawBufferPointer(mine).isSame(as: UnsafeRawBufferPointer(theirs))
      }
    }
    return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
  }
}

extension UnsafeRawBufferPointer {
  /// Whether both hold the same bytes; they must be equally long.
  fileprivate func isSame(as other: UnsafeRawBufferPointer) -> Bool {
    var place = 0
    while place + 8 <= count {
      let mine = loadUnaligned(fromByteOffset: place, as: UInt64.self)
      guard mine == other.loadUnaligned(fromByteOffset: place, as: UInt64.self) else {
        return false
      }
      place += 8
    }
    while place < count {
      guard self[place] == other[place] else { return false }
      place += 1
    }
    return true
  }
}
