/// A place in a text file, as an editor counts it.
package struct SourcePosition: Hashable, Sendable {
  /// Line, from 1. CR, LF and CR LF end a line.
  package var line: Int
  /// Column, from 1, in Unicode scalars.
  package var column: Int

  /// Makes a place from its line and column.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The place of the byte at `offset` in UTF-8 text; a byte order mark has no column. O(offset).
  package init(ofByte offset: Int, in bytes: some RandomAccessCollection<UInt8>) {
    var line = 1
    var column = offset >= 3 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 0 : 1
    var previous: UInt8 = 0
    for byte in bytes.prefix(max(0, offset)) {
      if byte == 0x0A {
        if previous != 0x0D { line += 1 }
        column = 1
      } else if byte == 0x0D {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      previous = byte
    }
    self.init(line: line, column: column)
  }

  /// The offsets at which lines begin, the first of them 0. O(bytes).
  static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    bytes.withUnsafeBufferPointer { bytes in
      for place in bytes.indices {
        let isPair = place + 1 < bytes.count && bytes[place + 1] == 0x0A
        if bytes[place] == 0x0A || (bytes[place] == 0x0D && !isPair) { starts.append(place + 1) }
      }
    }
    return starts
  }
}

extension RandomAccessCollection {
  /// The first place whose element meets `predicate`, which must be false up to some place and
  /// true from there on; the end where none does. O(log n).
  package func partitioningIndex(where predicate: (Element) -> Bool) -> Index {
    var low = startIndex
    var length = count
    while length > 0 {
      let half = length / 2
      let middle = index(low, offsetBy: half)
      if predicate(self[middle]) {
        length = half
      } else {
        low = index(after: middle)
        length -= half + 1
      }
    }
    return low
  }
}
