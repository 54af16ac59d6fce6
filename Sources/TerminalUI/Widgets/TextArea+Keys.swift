extension TextArea {
  /// Edits the text as a key says.
  ///
  /// Ctrl-W, Ctrl-U and Ctrl-K remove up to the word's beginning, the line's beginning and the
  /// line's end; Ctrl-Y puts back what they took last. Home and End go by what one sees, Ctrl-A and
  /// Ctrl-E by whole lines.
  /// - Returns: Whether the key means something here. Escape, Tab and unknown keys do not.
  package mutating func handle(_ press: KeyPress) -> Bool {
    switch (press.key, press.modifiers) {
    case (.character(let character), []), (.character(let character), [.shift]):
      insert(String(character))
    case (.character(let character), [.control]):
      return handleControl(character)
    case (.enter, []), (.enter, [.shift]): insert("\n")
    case (.backspace, []), (.backspace, [.shift]): remove(to: previous)
    case (.backspace, [.control]): remove(to: previousWord, isKept: true)
    case (.delete, []): remove(to: next)
    case (.delete, [.control]): remove(to: nextWord, isKept: true)
    case (.left, []): move(to: previous)
    case (.right, []): move(to: next)
    case (.left, [.control]): move(to: previousWord)
    case (.right, [.control]): move(to: nextWord)
    case (.up, []): moveRows(by: -1)
    case (.down, []): moveRows(by: 1)
    case (.pageUp, []): page(by: -1)
    case (.pageDown, []): page(by: 1)
    case (.home, []): moveInRow(toEnd: false)
    case (.end, []): moveInRow(toEnd: true)
    case (.home, [.control]): moveCursor(toLine: 0, place: 0)
    case (.end, [.control]): moveCursor(toLine: .max, place: .max)
    default: return false
    }
    return true
  }

  /// The keys of the shell's line editor.
  private mutating func handleControl(_ character: Character) -> Bool {
    let end = lines[line].characters.count
    switch character {
    case "w": remove(to: previousWord, isKept: true)
    case "u": remove(to: (line, 0), isKept: true)
    // At the end of a line it takes the newline, so that lines can be removed by this key alone.
    case "k": remove(to: place == end ? next : (line, end), isKept: true)
    case "y": insert(taken)
    case "a": moveCursor(toLine: line, place: 0)
    case "e": moveCursor(toLine: line, place: end)
    case "b": move(to: previous)
    case "f": move(to: next)
    case "p": moveRows(by: -1)
    case "n": moveRows(by: 1)
    case "d": remove(to: next)
    case "h": remove(to: previous)
    default: return false
    }
    return true
  }
}
