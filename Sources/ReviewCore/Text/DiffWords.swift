/// Splits a text into what is compared as a whole: words, white space, and single signs.
enum DiffWords {
  /// The pieces; joined they are the text. O(length).
  static func split(_ text: Substring) -> [Substring] {
    var pieces: [Substring] = []
    var start = text.startIndex
    var kind = Kind.sign
    for index in text.indices {
      let next = Kind(text[index])
      if next != kind || next == .sign, index > start {
        pieces.append(text[start..<index])
        start = index
      }
      kind = next
    }
    if start < text.endIndex { pieces.append(text[start...]) }
    return pieces
  }

  private enum Kind {
    case word, space, sign

    init(_ character: Character) {
      if character.isWhitespace {
        self = .space
      } else if character == "_" || character.isLetter || character.isNumber {
        self = Self.standsAlone(character) ? .sign : .word
      } else {
        self = .sign
      }
    }

    /// Chinese and Japanese put no spaces between words, so that each character is one.
    private static func standsAlone(_ character: Character) -> Bool {
      guard let value = character.unicodeScalars.first?.value else { return false }
      return switch value {
      case 0x2E80...0xABFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
      default: false
      }
    }
  }
}

/// What two texts have in common at their beginning and at their end.
///
/// It is found by bytes, and cut between a space or a newline and an ASCII character: there words
/// and characters end in whatever text.
struct CommonEnds {
  /// Bytes in common at the beginning.
  let start: Int
  /// Bytes in common at the end, none of them among those at the beginning.
  let end: Int

  init(_ old: String, _ new: String) {
    let lengths =
      old.utf8.withContiguousStorageIfAvailable { old in
        new.utf8.withContiguousStorageIfAvailable { new in Self.lengths(old, new) } ?? (0, 0)
      } ?? (0, 0)
    (start, end) = lengths
  }

  func start(of text: String) -> Substring { piece(of: text, from: 0, to: start) }
  func middle(of text: String) -> Substring {
    piece(of: text, from: start, to: text.utf8.count - end)
  }
  func end(of text: String) -> Substring {
    piece(of: text, from: text.utf8.count - end, to: text.utf8.count)
  }

  private func piece(of text: String, from start: Int, to end: Int) -> Substring {
    let first = text.utf8.index(text.startIndex, offsetBy: start)
    return text[first..<text.utf8.index(first, offsetBy: end - start)]
  }

  private static func lengths(
    _ old: UnsafeBufferPointer<UInt8>, _ new: UnsafeBufferPointer<UInt8>
  ) -> (Int, Int) {
    let shorter = min(old.count, new.count)
    var start = 0
    while start < shorter, old[start] == new[start] { start += 1 }
    if start == old.count, start == new.count { return (start, 0) }
    while start > 0, !isCut(old, start) || !isCut(new, start) { start -= 1 }
    var end = 0
    while end < shorter - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
    while end > 0, !isCut(old, old.count - end) || !isCut(new, new.count - end) { end -= 1 }
    return (start, end)
  }

  /// Whether a word and a character end before a place: white space on one side of it, ASCII on
  /// both, and no CR LF.
  private static func isCut(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    guard place > 0, place < text.count else { return true }
    let (before, after) = (text[place - 1], text[place])
    let isBeforeSpace = before == 0x20 || before == 0x0A
    let isAfterSpace = after == 0x20 || after == 0x0A
    return isBeforeSpace != isAfterSpace && before < 0x80 && after < 0x80 && before != 0x0D
      && after != 0x0D
  }
}
