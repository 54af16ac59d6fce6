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

  /// The place of the byte at `offset` in UTF-8 text. O(offset).
  package init(ofByte offset: Int, in bytes: some RandomAccessCollection<UInt8>) {
    var line = 1
    var column = 1
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
}
