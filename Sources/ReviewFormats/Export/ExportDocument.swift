package import ReviewCore

/// An export as it is written, byte by byte: what the command and the interface both write.
package struct ExportDocument: Hashable, Sendable {
  /// The bytes. JSON in it does nothing to a terminal.
  package let bytes: [UInt8]
  /// How many rows it has, without a header.
  package let rowCount: Int

  /// Makes an export of what the viewer may see. O(n log n) in proposals, and the bytes.
  package init(
    _ what: Export, as format: TableFormat, of summit: SeenSummit,
    options: Export.Options = .init()
  ) {
    let table = what.table(of: summit, options: options)
    let plain = format.bytes(of: table)
    bytes = format.isJSON ? SafeJSON.escaped(plain) : plain
    rowCount = table.rows.count
  }

  /// `1 row`, `12 rows`.
  package var rowsInWords: String { "\(rowCount) \(rowCount == 1 ? "row" : "rows")" }
}
