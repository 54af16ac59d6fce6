/// How a table is written.
package enum TableFormat: String, CaseIterable, Hashable, Sendable {
  /// RFC 4180, defused for spreadsheets.
  case csv
  /// One array of objects.
  case json
  /// An object a line.
  case ndjson
  /// A pipe table.
  case markdown

  /// Whether what it writes is JSON.
  package var isJSON: Bool { self == .json || self == .ndjson }

  /// What the names of its files end with, without the dot.
  package var fileExtension: String { self == .markdown ? "md" : rawValue }
}
