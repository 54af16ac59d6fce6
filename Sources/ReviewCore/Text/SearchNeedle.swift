/// What somebody searches for, without case and accents.
package struct SearchNeedle: Sendable {
  /// Folded, each run of white space as one space, and none at the ends.
  let bytes: [UInt8]
  let search: ByteSearch

  /// Makes a needle of what was typed.
  package init(_ text: String) {
    var bytes: [UInt8] = []
    FoldedText.append(Folding.bytes(of: text), to: &bytes)
    if bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    if bytes.first == UInt8(ascii: " ") { bytes.removeFirst() }
    self.bytes = bytes
    search = ByteSearch(for: bytes)
  }

  /// Whether nothing is searched for. It is in every text, and has no place in any.
  package var isEmpty: Bool { bytes.isEmpty }

  /// Whether whatever holds this holds `other` too, so that a search may go on among its results.
  package func contains(_ other: SearchNeedle) -> Bool {
    bytes.withUnsafeBufferPointer { other.search.firstPlace(in: $0) != nil }
  }

  /// Where it is in a text, in order, whole characters, none twice; for highlighting. O(length).
  ///
  /// Give it the text as it is shown: a line that went through `DisplayText` or `wrap`.
  package func ranges(in text: String) -> [Range<String.Index>] {
    guard !isEmpty else { return [] }
    let folded = FoldedText(text)
    var ranges: [Range<String.Index>] = []
    folded.bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      while let found = search.firstPlace(in: bytes, from: place) {
        place = found + self.bytes.count
        let range = folded.characters(of: found..<place)
        // What folds to two letters may end one match and begin the next.
        if let last = ranges.last, last.upperBound > range.lowerBound {
          ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
        } else {
          ranges.append(range)
        }
      }
    }
    return ranges
  }
}
