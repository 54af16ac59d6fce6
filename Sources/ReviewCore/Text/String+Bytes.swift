extension String {
  /// Whether both have the same UTF-8 bytes.
  ///
  /// `==` finds canonically equivalent texts equal; ids are compared by bytes, and a text whose
  /// bytes changed has changed.
  package func isSameBytes(as other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }
}
