/// The words of a command, as a shell splits them; nothing is expanded and nothing runs.
enum ShellWords {
  /// Why a command cannot be split.
  struct Unfinished: Error, Hashable {
    /// The quote that is not closed, or the backslash that nothing follows.
    let sign: Character
  }

  /// Splits at blanks outside quotes. Source: POSIX, Shell Command Language, 2.2 Quoting.
  ///
  /// - Throws: `Unfinished`.
  static func split(_ text: String) throws(Unfinished) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var characters = Array(text)[...]
    while let character = characters.popFirst() {
      switch (character, quote) {
      case (quote, _): quote = nil
      case ("\\", nil):
        guard let next = characters.popFirst() else { throw Unfinished(sign: "\\") }
        if next != "\n" { word = (word ?? "") + String(next) }
      case ("\\", "\""):
        guard let next = characters.first, "\"\\$`".contains(next) else {
          word = (word ?? "") + "\\"
          continue
        }
        word = (word ?? "") + String(next)
        characters.removeFirst()
      case ("'", nil), ("\"", nil):
        quote = character
        word = word ?? ""
      case (" ", nil), ("\t", nil), ("\n", nil):
        if let finished = word { words.append(finished) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    if let quote { throw Unfinished(sign: quote) }
    if let word { words.append(word) }
    return words
  }
}
