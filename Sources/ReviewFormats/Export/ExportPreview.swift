package import ReviewCore

extension ExportPreview {
  /// Looks at an export.
  ///
  /// It costs as much as the export itself: O(n log n) in proposals, and the bytes.
  ///
  /// - Parameter lineCount: how many lines are shown.
  package init(
    _ what: Export, as format: TableFormat, of summit: SeenSummit,
    options: Export.Options = .init(), lineCount: Int
  ) {
    let document = ExportDocument(what, as: format, of: summit, options: options)
    var lines: [String] = []
    var rest = document.bytes[...]
    while lines.count < lineCount, !rest.isEmpty {
      let line = rest.prefix { $0 != 0x0A }
      lines.append(Self.text(line))
      rest = rest.dropFirst(line.count + 1)
    }
    self.init(
      lines: lines, hasMore: !rest.isEmpty, rowCount: document.rowCount,
      byteCount: document.bytes.count, fileName: what.fileName(as: format, of: summit.event))
  }

  private static func text(_ line: ArraySlice<UInt8>) -> String {
    var line = line
    if line.last == 0x0D { line.removeLast() }
    guard line.count > longestLine else { return String(decoding: line, as: UTF8.self) }
    line = line.prefix(longestLine + 1)
    // Back to where a character begins.
    while let byte = line.last, byte & 0xC0 == 0x80 { line.removeLast() }
    return String(decoding: line.dropLast(), as: UTF8.self)
  }
}
