package import TerminalUI

/// A key, or several that do the same, with what it does and what it is called.
package struct KeyBinding: Hashable, Sendable {
  /// The keys, the one to show first.
  package let keys: [KeyPress]
  /// The key that goes before them; nil for none.
  package let prefix: KeyPress?
  /// What they do.
  package let command: Command
  /// Where they do it.
  package let contexts: Set<KeyContext>
  /// A word or two for the line of hints.
  package let name: String
  /// A sentence for the help, without its full stop.
  package let help: String
  /// How early it stands in the line of hints; nil keeps it out.
  package let hintOrder: Int?

  init(
    _ keys: [KeyPress], _ command: Command, after prefix: KeyPress? = nil,
    in contexts: Set<KeyContext>, _ name: String, _ help: String, hint: Int? = nil
  ) {
    self.keys = keys
    self.prefix = prefix
    self.command = command
    self.contexts = contexts
    self.name = name
    self.help = help
    hintOrder = hint
  }
}

extension KeyBinding {
  /// Its first key as it is written for people, with what goes before it: `g r`.
  package var label: String { labels.first ?? "" }

  /// All its keys as they are written for people.
  package var labels: [String] {
    keys.map { key in prefix.map { "\($0.label) \(key.label)" } ?? key.label }
  }

  /// Whether it is one of the ten digits.
  package var hasDigits: Bool { command.isDigit }
}

extension KeyPress {
  /// The key as it is written for people: `Ctrl-D`, `Space`, `?`.
  package var label: String {
    var prefix = ""
    if modifiers.contains(.control) { prefix += "Ctrl-" }
    if modifiers.contains(.alt) { prefix += "Alt-" }
    if modifiers.contains(.shift) { prefix += "Shift-" }
    return prefix + keyLabel
  }

  private var keyLabel: String {
    switch key {
    case .character(" "): "Space"
    case .character(let character):
      modifiers.contains(.control) ? character.uppercased() : String(character)
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .insert: "Insert"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    }
  }

  static func key(_ character: Character) -> KeyPress { KeyPress(.character(character)) }

  static func control(_ character: Character) -> KeyPress {
    KeyPress(.character(character), .control)
  }
}
