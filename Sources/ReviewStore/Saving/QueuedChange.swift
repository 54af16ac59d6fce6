package import ReviewCore

/// What a `SaveQueue` can save: something that one person said, for one file.
package protocol QueuedChange: Sendable {
  /// What a save that succeeded found and did.
  associatedtype Outcome: Sendable
  /// What a save needs besides the change.
  associatedtype Context: Sendable

  /// Who said it; nil for somebody who has not said who they are. Changes of one writer that wait
  /// are merged.
  var writer: Identifier? { get }

  /// Whether it changes nothing.
  var isEmpty: Bool { get }

  /// Both changes as one; of what both change the later one.
  func followed(by later: Self) -> Self

  /// What it says in the given entries, and all the rest: for a save that some entries hinder.
  func split(_ entries: RefusedEntries) -> (those: Self, rest: Self)

  /// A file that holds the change and nothing else, to be merged back or read by a person; nil
  /// where nothing in it is worth that.
  var rescueFile: JSONObject? { get }
}

extension SheetChange: QueuedChange {
  package typealias Outcome = SaveOutcome
  package typealias Context = Event

  /// Whose review file it changes.
  package var writer: Identifier? { reviewer }

  /// A review file.
  package var rescueFile: JSONObject? { tree }
}
