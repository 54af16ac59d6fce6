/// The editor of one line of text: the text and where the cursor is.
///
/// The text is what was typed or pasted, verbatim; only what is drawn is made safe.
package struct TextField: Equatable, Sendable {
  /// The characters before the cursor.
  private var before: [Character]
  /// The characters after the cursor.
  private var after: [Character] = []

  /// Makes a field with the cursor at the end of its text. Newlines become spaces.
  package init(_ text: String = "") {
    before = Self.oneLine(text)
  }

  /// The whole text.
  package var text: String { String(before) + String(after) }
  /// Grapheme clusters before the cursor.
  package var cursor: Int { before.count }
  /// Whether there is no text.
  package var isEmpty: Bool { before.isEmpty && after.isEmpty }

  /// The most clusters that a field holds: a line that nobody types, and that is still drawn at once.
  package static let limit = 10_000

  /// Whether no more text goes in.
  package var isFull: Bool { before.count + after.count >= Self.limit }

  /// Puts a text, typed or pasted, at the cursor. Newlines become spaces; what is beyond the limit
  /// is left out. O(text).
  ///
  /// - Returns: Whether all of it went in.
  @discardableResult
  package mutating func insert(_ text: String) -> Bool {
    // Only the clusters next to the cursor can join with what is put between them.
    let left = before.popLast().map { String($0) } ?? ""
    before += Array(left + String(Self.oneLine(text)))
    if let last = before.last, let next = after.first {
      let both = String(last) + String(next)
      if both.count == 1 {
        before[before.count - 1] = Character(both)
        after.removeFirst()
      }
    }
    let surplus = before.count + after.count - Self.limit
    guard surplus > 0 else { return true }
    before.removeLast(min(surplus, before.count))
    return false
  }

  /// Puts the cursor before the cluster of that index; outside the text means its nearest end.
  package mutating func moveCursor(to index: Int) {
    let whole = before + after
    let target = max(0, min(index, whole.count))
    before = Array(whole[..<target])
    after = Array(whole[target...])
  }

  /// Edits the text as a key says.
  ///
  /// - Returns: Whether the key means something here. Enter, Escape, Tab and unknown keys do not.
  package mutating func handle(_ press: KeyPress) -> Bool {
    switch (press.key, press.modifiers) {
    case (.character(let character), []), (.character(let character), [.shift]):
      insert(String(character))
    case (.character(let character), [.control]):
      return handleControl(character)
    case (.backspace, []), (.backspace, [.shift]):
      _ = before.popLast()
    case (.backspace, [.control]):
      deleteWord()
    case (.delete, []):
      if !after.isEmpty { after.removeFirst() }
    case (.left, []):
      moveCursor(to: cursor - 1)
    case (.right, []):
      moveCursor(to: cursor + 1)
    case (.left, [.control]):
      moveCursor(to: cursor - lengthOfWord(before.reversed()))
    case (.right, [.control]):
      moveCursor(to: cursor + lengthOfWord(after))
    case (.home, []):
      moveCursor(to: 0)
    case (.end, []):
      moveCursor(to: .max)
    default:
      return false
    }
    return true
  }

  /// The keys of the shell's line editor.
  private mutating func handleControl(_ character: Character) -> Bool {
    switch character {
    case "w": deleteWord()
    case "u": before = []
    case "k": after = []
    case "a": moveCursor(to: 0)
    case "e": moveCursor(to: .max)
    case "b": moveCursor(to: cursor - 1)
    case "f": moveCursor(to: cursor + 1)
    case "d": if !after.isEmpty { after.removeFirst() }
    case "h": _ = before.popLast()
    default: return false
    }
    return true
  }

  private mutating func deleteWord() {
    before.removeLast(lengthOfWord(before.reversed()))
  }

  /// Clusters from the cursor to the far end of the next word.
  private func lengthOfWord(_ characters: some Sequence<Character>) -> Int {
    var length = 0
    var isInWord = false
    for character in characters {
      if character.isWhitespace, isInWord { break }
      isInWord = isInWord || !character.isWhitespace
      length += 1
    }
    return length
  }

  private static func oneLine(_ text: String) -> [Character] {
    text.map { $0.isNewline ? " " : $0 }
  }
}
