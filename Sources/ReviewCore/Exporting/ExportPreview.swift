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

  /// Makes a preview of what was found out.
  package init(
    lines: [String], hasMore: Bool, rowCount: Int, byteCount: Int, fileName: String
  ) {
    self.lines = lines
    self.hasMore = hasMore
    self.rowCount = rowCount
    self.byteCount = byteCount
    self.fileName = fileName
  }
}
