extension String {
  /// An address as it is compared: without case and white space at its ends; nil for an empty one.
  package var comparableEmail: String? {
    let folded = trimmed.lowercased()
    return folded.isEmpty ? nil : folded
  }
}
