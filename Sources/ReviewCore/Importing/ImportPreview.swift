/// What an import would do to the proposals, one by one: for reading before anything is written.
package struct ImportPreview: Hashable, Sendable {
  /// What changes, in the order of ids: new ones, changed ones, withdrawn ones.
  package var changes: [Change] = []
  /// How many stay as they are.
  package var unchanged = 0
  /// How many are missing in the files and yet not withdrawn, since they are too many for that to
  /// be meant without a word.
  package var heldBack = 0

  /// Makes the preview of an import that does nothing.
  package init() {}

  /// One proposal before and after.
  package struct Change: Hashable, Sendable {
    /// What happens to it.
    package let kind: Kind
    /// What it was; nil for a new one.
    package let before: Proposal?
    /// What it will be.
    package let after: Proposal

    /// Makes a change.
    package init(_ kind: Kind, before: Proposal?, after: Proposal) {
      self.kind = kind
      self.before = before
      self.after = after
    }

    /// Whether the text that is judged changes, so that reviews of it turn stale. O(length).
    package var changesText: Bool { before.map { $0.digest != after.digest } ?? false }
  }

  /// What happens to a proposal.
  package enum Kind: CaseIterable, Hashable, Sendable {
    case new, changed, withdrawn
  }

  /// The changes of a kind, in the order of ids. O(changes).
  package func changes(_ kind: Kind) -> [Change] { changes.filter { $0.kind == kind } }
}
