/// The three hints that a person reads the first time, one after the other.
package enum Introduction: Int, CaseIterable, Hashable, Sendable {
  /// How one scores.
  case scoring
  /// How one goes on, and back.
  case goingOn
  /// Where the rest is.
  case finding

  /// How many of them there are; who read so many is shown none.
  package static let count = allCases.count
}
