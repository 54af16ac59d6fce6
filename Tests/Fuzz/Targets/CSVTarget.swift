import ReviewCore
import ReviewFormats

/// The CSV reader and writer.
enum CSVTarget {
  @Sendable static func check(_ bytes: [UInt8]) throws {
    for separator in [CSVSeparator?.none] + CSVSeparator.allCases {
      guard let table = try? CSVReader(separator: separator).read(bytes) else { continue }
      var writer = CSVWriter(header: table.header)
      var rows: [[String]] = []
      for row in table.rows {
        _ = row.isBlank
        rows.append(table.header.indices.map { row[$0] })
        for column in table.header.indices {
          let place = row.position(of: column)
          try expect(place.line >= row.line && place.column >= 1, "a field before its row")
        }
        writer.append(rows[rows.count - 1])
      }
      if table.header.isEmpty { continue }
      let again = try CSVReader(separator: .comma, undefuses: true).read(writer.bytes)
      try expect(again.header == table.header.map(written), "the header reads otherwise")
      let read = again.rows.map { row in again.header.indices.map { row[$0] } }
      try expect(read == rows.map { $0.map(written) }, "a row that was written reads otherwise")
    }
  }

  /// What a cell is once it was written: no CSV reader takes a NUL.
  private static func written(_ cell: String) -> String {
    String(String.UnicodeScalarView(cell.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
  }
}
