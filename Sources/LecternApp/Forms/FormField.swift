import ReviewCore
package import TerminalUI

/// One line of a form: what it is called, and what is typed or chosen there.
package struct FormField: Equatable, Sendable {
  /// Which one it is.
  package let key: Key
  /// What it is called.
  package let label: String
  /// What is typed or chosen.
  package var value: Value
  /// What to type, in a sentence; empty for nothing to say.
  package var remark = ""
  /// What is wrong with it; nil while nothing is known to be.
  package var problem: String?

  /// The fields that forms have.
  package enum Key: Hashable, Sendable {
    // Of a member
    case name, id, role, email, organization, expertise
    // Of anything with one value
    case setting
    // Of an export
    case what, format, which, addresses, file
  }

  /// What is typed or chosen.
  package enum Value: Equatable, Sendable {
    case text(TextField)
    /// One of some words, by its place. Never empty.
    case choice([String], Int)
  }

  /// A field in which a text is typed.
  static func text(_ key: Key, _ label: String, _ text: String = "", remark: String = "")
    -> FormField
  {
    FormField(key: key, label: label, value: .text(TextField(text)), remark: remark)
  }

  /// A field with words to choose from.
  static func choice(
    _ key: Key, _ label: String, _ words: [String], _ place: Int = 0, remark: String = ""
  ) -> FormField {
    FormField(key: key, label: label, value: .choice(words, place), remark: remark)
  }

  /// Whether it is chosen, not typed.
  package var isChoice: Bool { if case .choice = value { true } else { false } }

  /// The text, without blanks around it; of a choice its word.
  package var text: String {
    switch value {
    case .text(let field): field.text.trimmed
    case .choice(let words, let place): words.indices.contains(place) ? words[place] : ""
    }
  }

  /// The place of what is chosen; nil where it is typed.
  package var place: Int? { if case .choice(_, let place) = value { place } else { nil } }
}
