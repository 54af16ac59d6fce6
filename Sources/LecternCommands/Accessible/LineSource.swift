package import CursesTerminal

/// Where the lines of a conversation come from.
package protocol LineSource: AnyObject {
  /// Waits for the next line, the end, or a signal that asks for it.
  func next() -> StandardInput.Event
}

extension StandardInput: LineSource {}
