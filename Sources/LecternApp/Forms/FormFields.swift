import TerminalUI

/// The fields of a form, and which of them the keys go to.
package struct FormFields: Equatable, Sendable {
  /// The fields, from the top. Never empty.
  package private(set) var fields: [FormField]
  /// The place of the field that the keys go to.
  package private(set) var selection = 0

  /// Makes a form of fields; there must be one at least.
  init(_ fields: [FormField]) { self.fields = fields }

  /// The field that the keys go to.
  package var selected: FormField { fields[selection] }

  /// A field of the form; nil where it has none of this key.
  package subscript(_ key: FormField.Key) -> FormField? { fields.first { $0.key == key } }

  /// What is typed in a field, without blanks around it; empty where there is no such field.
  package func text(_ key: FormField.Key) -> String { self[key]?.text ?? "" }

  /// The place of what is chosen in a field; 0 where there is no such field.
  package func place(_ key: FormField.Key) -> Int { self[key]?.place ?? 0 }

  /// Puts other fields in place of these, with the keys going to the same one.
  mutating func replace(with fields: [FormField]) {
    let key = selected.key
    self.fields = fields
    selection = fields.firstIndex { $0.key == key } ?? min(selection, fields.count - 1)
  }

  /// Puts a text into a field.
  mutating func set(_ key: FormField.Key, to text: String) {
    change(key) { $0.value = .text(TextField(text)) }
  }

  /// Says what is wrong with a field, and goes there.
  mutating func refuse(_ key: FormField.Key, _ problem: String) {
    change(key) { $0.problem = problem }
    if let place = fields.firstIndex(where: { $0.key == key }) { selection = place }
  }

  /// Sends the keys to a field.
  mutating func select(_ key: FormField.Key) {
    if let place = fields.firstIndex(where: { $0.key == key }) { selection = place }
  }

  /// What a key did.
  enum Effect: Equatable { case nothing, moved, changed(FormField.Key) }

  /// Takes in a key.
  mutating func press(_ key: KeyPress, _ command: Command?) -> Effect {
    switch (command, selected.value) {
    case (.itemDown, _): selection = (selection + 1) % fields.count
    case (.itemUp, _): selection = (selection + fields.count - 1) % fields.count
    case (.nextValue, .choice): return choose(by: 1)
    case (.previousValue, .choice): return choose(by: -1)
    case (_, .text(var field)):
      guard field.handle(key) else { return .nothing }
      return type(field, isWhole: !field.isFull)
    default: return .nothing
    }
    return .moved
  }

  /// Puts a pasted text into the field that the keys go to; into a choice none goes.
  mutating func paste(_ text: String) -> Effect {
    guard case .text(var field) = selected.value else { return .nothing }
    let isWhole = field.insert(text)
    return type(field, isWhole: isWhole)
  }

  private mutating func type(_ field: TextField, isWhole: Bool) -> Effect {
    let isSame = selected.value == .text(field)
    fields[selection].value = .text(field)
    fields[selection].problem = isWhole ? nil : Prompt.isFull
    return isSame ? .moved : .changed(selected.key)
  }

  private mutating func choose(by count: Int) -> Effect {
    guard case .choice(let words, let place) = selected.value, words.count > 1 else {
      return .nothing
    }
    let next = (place + count + words.count) % words.count
    fields[selection].value = .choice(words, next)
    fields[selection].problem = nil
    return .changed(selected.key)
  }

  private mutating func change(_ key: FormField.Key, _ change: (inout FormField) -> Void) {
    if let place = fields.firstIndex(where: { $0.key == key }) { change(&fields[place]) }
  }
}
