package import ReviewCore

/// Something to fill in, in a frame over the screen.
package struct Form: Equatable, Sendable {
  /// What it is for.
  package let purpose: Purpose
  /// Its title.
  package let title: String
  /// Its fields.
  package var fields: FormFields
  /// What is wrong with it as a whole; nil while nothing is known to be.
  package var problem: String?
  /// What was ordered with it and is not answered yet; nil while it is being filled in.
  package var ordered: EventEdit?
  /// Whether the id follows the name that is typed.
  var suggestsID = false

  /// What a form is for.
  package enum Purpose: Hashable, Sendable {
    case newMember
    case member(Identifier)
    case setting(EventSetting)
    /// The files of an import.
    case files
  }

  /// Makes a form.
  init(_ purpose: Purpose, title: String, fields: [FormField]) {
    self.purpose = purpose
    self.title = title
    self.fields = FormFields(fields)
  }
}
