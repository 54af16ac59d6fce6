import ReviewCore
import TerminalUI

extension State {
  /// Takes in a key while a form is filled in.
  mutating func press(_ key: KeyPress, _ command: Command?, in form: Form) -> [Effect] {
    // What was ordered goes on without the form.
    if command == .cancel {
      overlays.removeLast()
      return []
    }
    guard form.ordered == nil else { return [] }
    if command == .accept { return accept(form) }
    var form = form
    let effect = form.fields.press(key, command)
    take(effect, into: form)
    return []
  }

  /// Puts a pasted text into a form.
  mutating func paste(_ text: String, into form: Form) {
    guard form.ordered == nil else { return }
    var form = form
    take(form.fields.paste(text), into: form)
  }

  private mutating func take(_ effect: FormFields.Effect, into form: Form) {
    guard effect != .nothing else { return }
    var form = form
    if case .changed(let key) = effect {
      form.problem = nil
      form.suggestID(after: key, in: seen.event)
    }
    replaceOverlay(.form(form))
  }

  private mutating func accept(_ form: Form) -> [Effect] {
    guard form.purpose != .files else { return acceptFiles(form) }
    var form = form
    defer { if case .form? = overlays.last { replaceOverlay(.form(form)) } }
    guard let edit = form.edit(in: seen.event) else { return [] }
    guard !edit.stands(in: seen.event) else {
      overlays.removeLast()
      say("Nothing was changed", .note)
      return []
    }
    if let refusal = refusal(of: edit) {
      form.problem = refusal
      return []
    }
    form.ordered = edit
    return order(edit)
  }
}
