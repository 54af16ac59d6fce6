package import ReviewCore

/// A message that goes away by itself.
package struct Toast: Hashable, Sendable {
  /// What it says.
  package let text: String
  /// What sort of news it is.
  package let kind: Kind
  /// When it goes.
  package let until: Timestamp

  /// The proposal whose discussion it tells of, which the key for discussions opens while it is in
  /// sight; nil for any other message.
  package var discussed: ProposalID?

  /// Makes a message.
  package init(text: String, kind: Kind, until: Timestamp) {
    self.text = text
    self.kind = kind
    self.until = until
  }

  /// What sort of news a message is.
  package enum Kind: Hashable, Sendable { case done, note, problem }

  /// How long it stays, in milliseconds: a long one is read longer.
  package var lifetime: Int64 { Self.lifetime(of: text) }

  /// How long a text stays, in milliseconds.
  static func lifetime(of text: String) -> Int64 { max(4_000, Int64(text.utf8.count) * 60) }
}
