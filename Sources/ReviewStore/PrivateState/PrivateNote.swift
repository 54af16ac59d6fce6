package import ReviewCore

/// A text that somebody wrote for themselves.
package struct PrivateNote: Hashable, Sendable {
  /// The text.
  package var text: String
  /// When it was written; nil where the file does not say.
  package var at: Timestamp?

  /// Makes a note.
  package init(_ text: String, at: Timestamp?) {
    self.text = text
    self.at = at
  }

  /// Reads an entry; nil where it is none.
  init?(_ value: JSONValue) {
    guard let text = value.object?["text"]?.string else { return nil }
    self.init(text, at: value.object?["at"]?.string.flatMap { Timestamp($0) })
  }

  /// Puts it into an entry, whose unknown keys stay.
  func written(over entry: JSONValue?) -> JSONValue {
    var object = entry?.object ?? JSONObject()
    object["text"] = .string(text)
    object["at"] = at.map { .string($0.description) }
    return .object(object)
  }
}

/// What an unfinished text was going to be.
package struct DraftPlace: Hashable, Sendable {
  /// The proposal that it is about.
  package var proposal: ProposalID
  /// What sort of text: "comment", "feedback", "note", as the interface names it.
  package var kind: String

  /// Names a place.
  package init(_ proposal: ProposalID, _ kind: String) {
    self.proposal = proposal
    self.kind = kind
  }
}
