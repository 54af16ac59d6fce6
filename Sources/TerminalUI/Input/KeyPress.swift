/// A key of the keyboard.
package enum Key: Hashable, Sendable {
  /// What a key types. With Control, the letter is lower case.
  case character(Character)
  /// Return, Enter or Ctrl-M.
  case enter
  /// Escape.
  case escape
  /// Tab or Ctrl-I; Shift-Tab is this with `.shift`.
  case tab
  /// Backspace, whichever of its two codes the terminal sends.
  case backspace
  /// Delete, forwards.
  case delete
  /// Insert.
  case insert
  /// The arrow up.
  case up
  /// The arrow down.
  case down
  /// The arrow to the left.
  case left
  /// The arrow to the right.
  case right
  /// Home.
  case home
  /// End.
  case end
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
  /// A function key, from 1.
  case function(Int)
}

/// Keys held while another is pressed.
package struct Modifiers: OptionSet, Hashable, Sendable {
  /// One bit for each key, in the order of xterm's modifier parameter.
  package let rawValue: UInt8

  /// Makes a set of modifiers from its bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Shift, where the terminal tells; a capital letter comes without it.
  package static let shift = Modifiers(rawValue: 1)
  /// Alt, Meta, Super or Hyper. Nothing may be bound to it: Escape and a digit, typed fast, are
  /// the same bytes as Alt and that digit.
  package static let alt = Modifiers(rawValue: 2)
  /// Control.
  package static let control = Modifiers(rawValue: 4)
}

/// A key and what was held with it.
package struct KeyPress: Hashable, Sendable {
  /// The key.
  package let key: Key
  /// What was held.
  package let modifiers: Modifiers

  /// Makes a key press.
  package init(_ key: Key, _ modifiers: Modifiers = []) {
    self.key = key
    self.modifiers = modifiers
  }

  /// The same key press with more held.
  func adding(_ more: Modifiers) -> KeyPress { KeyPress(key, modifiers.union(more)) }
}
