/// A text as it is searched, which knows where in the original each byte came from.
///
/// Folded, and with each run of white space as one space, since a phrase may go over a line's end.
struct FoldedText {
  /// The folded text.
  private(set) var bytes: [UInt8] = []
  /// For each byte, where in the original the character began that it came from, in UTF-8.
  private var origins: [Int] = []
  private let original: String

  /// Folds a text. O(length).
  init(_ text: String) {
    original = text
    bytes.reserveCapacity(text.utf8.count)
    origins.reserveCapacity(text.utf8.count)
    var origin = 0
    var folded: [UInt8] = []
    for scalar in text.unicodeScalars {
      folded.removeAll(keepingCapacity: true)
      Folding.append(String(scalar), to: &folded)
      let start = bytes.count
      Self.append(folded, to: &bytes)
      origins.append(contentsOf: repeatElement(origin, count: bytes.count - start))
      origin += UTF8.width(scalar)
    }
  }

  /// Appends folded bytes with each run of white space as one space, what went before included.
  static func append(_ folded: [UInt8], to bytes: inout [UInt8]) {
    let start = bytes.count
    bytes.append(contentsOf: folded)
    let before = start > 0 ? bytes[start - 1] : 0
    let end = bytes.withUnsafeMutableBufferPointer { bytes in
      var (end, last) = (start, before)
      for place in start..<bytes.count {
        var byte = bytes[place]
        // The no-break space, C2 A0, which word processors leave behind.
        if byte == 0xA0, last == 0xC2, end > start {
          end -= 1
          last = end > start ? bytes[end - 1] : before
          byte = UInt8(ascii: " ")
        }
        if byte <= UInt8(ascii: " ") {
          if last == UInt8(ascii: " ") { continue }
          byte = UInt8(ascii: " ")
        }
        bytes[end] = byte
        last = byte
        end += 1
      }
      return end
    }
    bytes.removeLast(bytes.count - end)
  }

  /// The characters of the original that some folded bytes came from, each as a whole.
  func characters(of place: Range<Int>) -> Range<String.Index> {
    let utf8 = original.utf8
    let first = utf8.index(utf8.startIndex, offsetBy: origins[place.lowerBound])
    let last = utf8.index(utf8.startIndex, offsetBy: origins[place.upperBound - 1])
    // The index after one that is inside a character is that of the next character.
    let start = original.index(before: original.index(after: first))
    return start..<original.index(after: last)
  }
}
