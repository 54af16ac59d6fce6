package import ReviewCore

/// What an export would write: its first lines, and how much there is of it.
package struct ExportPreview: Hashable, Sendable {
  /// The first lines as they would stand in the file, without their ends. Foreign text, each at
  /// most `longestLine` bytes.
  package let lines: [String]
  /// Whether there are more lines.
  package let hasMore: Bool
  /// How many rows it has, without a header.
  package let rowCount: Int
  /// How large the file is.
  package let byteCount: Int
  /// A name for the file, made of the summit's name, never of a proposal's text.
  package let fileName: String

  /// What of a line is kept: more than any screen shows of it.
  package static let longestLine = 2_000

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
    self.lines = lines
    hasMore = !rest.isEmpty
    rowCount = document.rowCount
    byteCount = document.bytes.count
    fileName = what.fileName(as: format, of: summit.event)
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

extension Export {
  /// A name for a file of this export: `beam-summit-2026-shortlist.csv`.
  ///
  /// Of a-z, 0-9, hyphens and one dot; made of the summit's name, else its id.
  package func fileName(as format: TableFormat, of event: Event) -> String {
    let summit =
      Identifier(makingFrom: event.name) ?? event.id.flatMap { Identifier(makingFrom: $0) }
    return "\(summit?.text ?? "summit")-\(rawValue).\(format.fileExtension)"
  }
}
