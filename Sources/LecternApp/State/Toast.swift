package import ReviewCore

/// A message that goes away by itself.
package struct Toast: Hashable, Sendable {
  /// What it says.
  package let text: String
  /// What sort of news it is.
  package let kind: Kind
  /// When it goes.
  package let until: Timestamp

  /// What sort of news a message is.
  package enum Kind: Hashable, Sendable { case done, note, problem }

  /// How long a message stays, in milliseconds.
  static let lifetime: Int64 = 4_000
}
