/// Files to bring in, and how.
package struct ImportOrder: Hashable, Sendable {
  /// The files, as they were typed.
  package let files: [String]
  /// Whether only to say what would change.
  package var isDryRun = true
  /// Whether any number of proposals may be withdrawn for being missing.
  package var withdrawsMissing = false

  /// Makes the order to look at files.
  package init(_ files: [String], isDryRun: Bool = true, withdrawsMissing: Bool = false) {
    self.files = files
    self.isDryRun = isDryRun
    self.withdrawsMissing = withdrawsMissing
  }

  /// The same files, to be taken over.
  var forGood: ImportOrder {
    ImportOrder(files, isDryRun: false, withdrawsMissing: withdrawsMissing)
  }
}
