package import TerminalUI

/// A key, or one after another that goes before it, as people write it: `Ctrl-D`, `g r`.
package struct KeyStroke: Hashable, Sendable {
  /// The key that goes before; nil for none.
  package let prefix: KeyPress?
  /// The key.
  package let key: KeyPress

  /// Makes a stroke.
  package init(_ key: KeyPress, after prefix: KeyPress? = nil) {
    self.key = key
    self.prefix = prefix
  }

  /// Reads what `label` writes; nil where it names no key.
  package init?(label: String) {
    let words = label.split(separator: " ")
    guard (1...2).contains(words.count), let last = words.last,
      let key = KeyPress(label: String(last))
    else { return nil }
    guard words.count == 2 else {
      self.init(key)
      return
    }
    guard let prefix = KeyPress(label: String(words[0])) else { return nil }
    self.init(key, after: prefix)
  }

  /// It as it is written for people.
  package var label: String { prefix.map { "\($0.label) \(key.label)" } ?? key.label }
}

extension KeyPress {
  /// The names of keys that type nothing, and of the space.
  package static let names: [(name: String, key: Key)] =
    [
      ("Space", .character(" ")), ("Enter", .enter), ("Esc", .escape), ("Tab", .tab),
      ("Backspace", .backspace), ("Delete", .delete), ("Insert", .insert), ("Up", .up),
      ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home), ("End", .end),
      ("PgUp", .pageUp), ("PgDn", .pageDown),
    ] + (1...20).map { ("F\($0)", .function($0)) }

  private static let held: [(name: String, modifier: Modifiers)] = [
    ("Ctrl-", .control), ("Alt-", .alt), ("Shift-", .shift),
  ]

  /// Reads what `label` writes; nil where it names no key. Names may be in small letters too.
  package init?(label: String) {
    var (rest, modifiers) = (Substring(label), Modifiers())
    for (name, modifier) in Self.held
    where rest.count > name.count && rest.lowercased().hasPrefix(name.lowercased()) {
      rest = rest.dropFirst(name.count)
      modifiers.insert(modifier)
    }
    if let known = Self.names.first(where: { $0.name.lowercased() == rest.lowercased() }) {
      self.init(known.key, modifiers)
    } else if rest.count == 1, let character = rest.first, !character.isWhitespace {
      // Shift is in the character itself; with Control terminals do not tell case.
      guard !modifiers.contains(.shift) else { return nil }
      let lower = modifiers.contains(.control) ? rest.lowercased().first ?? character : character
      self.init(.character(lower), modifiers)
    } else {
      return nil
    }
  }

  /// Whether it puts a character into a line of text.
  var typesText: Bool {
    guard case .character = key else { return false }
    return modifiers.isDisjoint(with: [.control, .alt])
  }

  /// Whether it means the same for everybody: digits score, and these three end things.
  var isFixed: Bool {
    switch key {
    case .enter, .escape: return modifiers.isEmpty
    case .character(let character):
      if modifiers == .control { return character == "c" || character == "j" }
      return modifiers.isEmpty && character.isASCII && character.isNumber
    default: return false
    }
  }
}
