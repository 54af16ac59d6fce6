package import TerminalUI

/// A key was pressed that waits for another one.
package struct Prefix: Hashable, Sendable {
  /// The key.
  package let key: KeyPress
  /// The number that was typed after it.
  package var count = ""

  /// The number; nil where none was typed.
  package var number: Int? { Int(count) }
}
