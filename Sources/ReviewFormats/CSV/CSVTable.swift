package import ReviewCore

/// A CSV text that was read: its bytes, and where in them each field stands.
///
/// No text is decoded before it is asked for, so that a file of many megabytes is two arrays of
/// places.
package final class CSVTable: Sendable {
  /// What stands between two fields.
  package let separator: CSVSeparator
  /// The names of the columns, as the first row has them.
  package let header: [String]
  /// Rows that have more fields than the header, each with the place of the first one too many.
  package let faults: [Fault]

  let bytes: [UInt8]
  let fields: [Field]
  let starts: [RowStart]
  let undefuses: Bool

  /// One field: the bytes between its quotes, where it has them.
  struct Field: Sendable {
    var start: UInt32
    /// The end, shifted left by one; the lowest bit says that quotes are doubled in it.
    var packedEnd: UInt32

    var end: Int { Int(packedEnd >> 1) }
    var hasDoubledQuotes: Bool { packedEnd & 1 == 1 }
  }

  /// Where a row begins.
  struct RowStart: Sendable {
    var field: UInt32
    var offset: UInt32
    var line: UInt32
  }

  init(bytes: [UInt8], fields: [Field], starts: [RowStart], reader: CSVReader, by: CSVSeparator) {
    self.bytes = bytes
    self.fields = fields
    self.starts = starts
    separator = by
    undefuses = reader.undefuses
    let count = starts.count > 1 ? Int(starts[1].field) : fields.count
    header = (0..<count).map {
      Self.text(of: fields[$0], in: bytes, undefuses: reader.undefuses)
    }
    faults = Self.longRows(starts, fields: fields, bytes: bytes, columns: count)
  }

  /// The rows after the header.
  package var rows: some RandomAccessCollection<Row> {
    (1..<max(1, starts.count)).lazy.map { Row(table: self, index: $0) }
  }

  /// Where the name of a column stands. O(header).
  package func position(ofColumn column: Int) -> SourcePosition {
    Row(table: self, index: 0).position(of: column)
  }

  /// The first column of a name, case and white space at its ends aside; nil where there is none.
  package func column(_ name: String) -> Int? {
    header.firstIndex { $0.trimmed.lowercased() == name.lowercased() }
  }

  private static func longRows(
    _ starts: [RowStart], fields: [Field], bytes: [UInt8], columns: Int
  ) -> [Fault] {
    var faults: [Fault] = []
    for index in starts.indices.dropFirst() {
      let next = index + 1 < starts.count ? Int(starts[index + 1].field) : fields.count
      let first = Int(starts[index].field)
      guard next - first > columns else { continue }
      faults.append(
        Fault(
          position: position(of: fields[first + columns], inRow: starts[index], bytes: bytes),
          problem: "the row has \(next - first) fields, but the header has \(columns)",
          remedy: "Put a field that holds the separator or a line end in quotes"))
    }
    return faults
  }

  static func position(
    of field: Field, inRow row: RowStart, bytes: [UInt8]
  ) -> SourcePosition {
    let start = Int(field.start)
    let isQuoted = start > 0 && bytes[start - 1] == UInt8(ascii: "\"")
    let offset = (isQuoted ? start - 1 : start) - Int(row.offset)
    var position = SourcePosition(ofByte: offset, in: bytes[Int(row.offset)...])
    position.line += Int(row.line) - 1
    return position
  }

  static func text(of field: Field, in bytes: [UInt8], undefuses: Bool) -> String {
    bytes.withUnsafeBufferPointer { bytes in
      var start = Int(field.start)
      if undefuses, start < field.end, bytes[start] == UInt8(ascii: "'") { start += 1 }
      let slice = UnsafeBufferPointer(rebasing: bytes[start..<field.end])
      guard field.hasDoubledQuotes else { return String(decoding: slice, as: UTF8.self) }
      return String(unsafeUninitializedCapacity: slice.count) { target in
        var (count, place) = (0, 0)
        while place < slice.count {
          target[count] = slice[place]
          count += 1
          place += slice[place] == UInt8(ascii: "\"") ? 2 : 1
        }
        return count
      }
    }
  }

  /// One row after the header.
  package struct Row: Sendable {
    let table: CSVTable
    let index: Int

    /// The line on which it begins, from 1.
    package var line: Int { Int(table.starts[index].line) }

    private var fieldCount: Int {
      let starts = table.starts
      let next = index + 1 < starts.count ? Int(starts[index + 1].field) : table.fields.count
      return next - Int(starts[index].field)
    }

    private func field(_ column: Int) -> Field? {
      guard column >= 0, column < fieldCount else { return nil }
      return table.fields[Int(table.starts[index].field) + column]
    }

    /// The text of a column; empty where the row is too short. O(length).
    package subscript(column: Int) -> String {
      field(column).map { CSVTable.text(of: $0, in: table.bytes, undefuses: table.undefuses) } ?? ""
    }

    /// The text of a column that may not be there; nil where it is not.
    package subscript(column: Int?) -> String? { column.map { self[$0] } }

    /// Whether a column holds nothing but ASCII white space.
    package func isBlank(_ column: Int) -> Bool {
      guard let field = field(column) else { return true }
      return table.bytes[Int(field.start)..<field.end].allSatisfy {
        $0 == 0x20 || (0x09...0x0D).contains($0)
      }
    }

    /// Whether every column is blank.
    package var isBlank: Bool { (0..<fieldCount).allSatisfy(isBlank) }

    /// Where a column stands that may not be there; where the row begins for one that is not.
    package func position(of column: Int?) -> SourcePosition { position(of: column ?? -1) }

    /// Where a column stands; where the row begins for one that it does not have. O(row).
    package func position(of column: Int) -> SourcePosition {
      guard let field = field(column) else { return SourcePosition(line: line, column: 1) }
      return CSVTable.position(of: field, inRow: table.starts[index], bytes: table.bytes)
    }
  }
}
