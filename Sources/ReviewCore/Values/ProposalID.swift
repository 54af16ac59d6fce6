/// The id of a proposal or of a speaker: 1 to 128 bytes without control characters, `/` and `\`.
///
/// Compared by bytes.
package struct ProposalID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The id itself.
  package let text: String

  /// Makes an id, or nil where `text` is none.
  package init?(_ text: String) {
    guard (1...128).contains(text.utf8.count),
      text.unicodeScalars.allSatisfy({
        $0.properties.generalCategory != .control && $0 != "/" && $0 != "\\"
      })
    else { return nil }
    self.text = text
  }

  /// What an id may look like, for messages.
  package static let rule = "1 to 128 bytes without control characters, / and \\"

  /// The id itself.
  package var description: String { text }

  /// Whether both have the same bytes.
  package static func == (first: ProposalID, second: ProposalID) -> Bool {
    first.text.isSameBytes(as: second.text)
  }

  /// Hashes the bytes.
  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// The order of ids: digits only first, by number; then the others by bytes.
  package static func < (first: ProposalID, second: ProposalID) -> Bool {
    IDOrder.precedes(first.text, second.text)
  }
}
