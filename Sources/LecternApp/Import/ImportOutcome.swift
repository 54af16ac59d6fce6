package import ReviewCore

/// What came of reading the files of a call for papers, for a page.
package struct ImportOutcome: Hashable, Sendable {
  /// What was asked for.
  package let order: ImportOrder
  /// What came of it, line by line: the sum first, then what needs a look.
  package let report: [String]
  /// What would change; nil where it cannot be taken over.
  package let preview: ImportPreview?

  /// The title of its page.
  var title: String {
    let names = order.files.map(\.lastPathComponent).joined(separator: ", ")
    return preview == nil
      ? "Not imported, nothing was changed: \(names)"
      : "Import of \(names)? Nothing is changed yet"
  }
}

extension String {
  /// What stands after the last slash of a path.
  var lastPathComponent: String {
    split(separator: "/").last.map(String.init) ?? self
  }
}
