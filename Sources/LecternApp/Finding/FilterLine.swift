package import ReviewCore
package import TerminalUI

/// The line in which one types what the list shows, with what can be chosen above it.
package struct FilterLine: Equatable, Sendable {
  /// The line.
  package var field: TextField
  /// What can be chosen, under the headings of their groups.
  package internal(set) var choices: [Choice] = []
  /// What of the word under the cursor the choices complete; empty where they complete none.
  package internal(set) var typed = ""
  /// The rows of the choices on the screen; its selection counts only while something is chosen.
  package var window = ScrollWindow()
  /// Whether the cursor is among the choices.
  package var isChoosing = false
  /// What was taken in last, while the cursor is still on it: Enter does not take it out again.
  var taken: Action?
  /// What is wrong with the line; nil while nothing is known to be.
  package var problem: QueryError?
  /// What else is wrong with it.
  package var remark: String?
  /// How many proposals meet the line; nil where that is not known.
  package internal(set) var count: Int?
  /// What the choices were made of.
  var made: Made?

  /// What the choices depend on.
  struct Made: Equatable, Sendable {
    var text: String
    var cursor: Int
    var version: Int
  }

  /// Something that can go into the line.
  package struct Choice: Hashable, Sendable {
    /// What it belongs to; empty for a completion.
    package var group = ""
    /// What it is called.
    package let label: String
    /// What it means, or how many proposals have it.
    package let detail: String
    /// Whether the line asks for it.
    package var isOn = false
    /// What it does.
    package let action: Action
  }

  /// What choosing does.
  package enum Action: Hashable, Sendable {
    /// Puts a condition into the line, or takes it away.
    case toggle(String)
    /// Takes the place of the word under the cursor.
    case take(QueryCompletion.Candidate)
  }

  /// The choice under the cursor; nil while it is in the line.
  package var chosen: Choice? {
    isChoosing && choices.indices.contains(window.selection) ? choices[window.selection] : nil
  }

  /// Puts other choices in place of those that are there; the cursor stays on the same one, or goes
  /// back into the line.
  mutating func show(_ choices: [Choice]) {
    let action = chosen?.action
    self.choices = choices
    window.resize(count: choices.count, height: window.height)
    let place = action.flatMap { action in choices.firstIndex { $0.action == action } }
    isChoosing = place != nil
    window.select(place ?? 0)
  }
}
