/// How a person left their own editor.
package enum EditedNote: Hashable, Sendable {
  /// They wrote a text, to be saved; empty takes the note back.
  case finished(String)
  /// The editor failed after they had written something; why.
  case unfinished(String, problem: String)
  /// Nothing was changed; why, where there is something to say.
  case unchanged(problem: String?)
}
