import TerminalUI

extension State {
  /// The key of a command as messages name it: the one of a context (the screen, where none is
  /// named), else its first anywhere; where no key does it, the way through the palette.
  func key(of command: Command, in context: KeyContext? = nil) -> String {
    keys.words(for: command, in: context ?? screenContext)
  }

  /// The end of a message of something that can be undone.
  var undoes: String { " \(glyphs.separator) \(key(of: .undo)) undoes" }

  /// The end of a message of something that was undone.
  var doesItAgain: String { " \(glyphs.separator) \(key(of: .redo)) does it again" }

  /// What a committee without members is told.
  var committeeIsEmpty: String {
    let add = key(of: .addMember, in: .committee)
    return
      "The committee is empty: \(key(of: .screen(.committee))), then \(add) adds the first chair"
  }

  /// What a list is told that the filter leaves empty.
  var nothingMeetsTheFilter: String {
    "No proposal meets this filter. Esc shows all, \(key(of: .filter)) changes it."
  }
}

extension KeyMap {
  /// The key of a command as messages name it.
  func words(for command: Command, in context: KeyContext) -> String {
    let here = bindings.first {
      $0.command == command && $0.contexts.contains(context) && !$0.keys.isEmpty
    }
    let label = here?.label ?? self.label(of: command)
    guard label.isEmpty else { return label }
    return "\(self.label(of: .palette)) \(command.name)"
  }
}
