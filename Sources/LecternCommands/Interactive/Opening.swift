import LecternApp
import ReviewCore
import ReviewStore

/// What the interface opens with.
struct Opening: Sendable {
  /// The folder as it was read.
  let loaded: LoadedFolder
  /// What is kept of the summit for this person.
  let privateState: StateFolder
  /// Who reviews; nil asks.
  let viewer: Identifier?
  /// What the person set.
  let settings: Settings
}
