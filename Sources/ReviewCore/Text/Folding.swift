extension String {
  /// The text without case and accents, for comparing what people typed.
  ///
  /// Lower case, canonical decomposition, combining marks dropped; `ß`, `ø`, `æ`, `đ`, `ł`, `ı`,
  /// which do not decompose, as one would type them.
  package var folded: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
    var result = String.UnicodeScalarView()
    for character in lowercased() {
      for scalar in Folding.decomposed(character) {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: continue
        default:
          if let plain = Folding.undecomposable[scalar] {
            result.append(contentsOf: plain.unicodeScalars)
          } else {
            result.append(scalar)
          }
        }
      }
    }
    return String(result)
  }

  /// `folded`, with each run of what is neither letter nor digit as one space, and none at the ends.
  package var foldedWords: String {
    folded.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  /// The text without white space at its ends.
  package var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

/// What `folded` needs to know of characters.
enum Folding {
  static let undecomposable: [Unicode.Scalar: String] = [
    "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i",
    "ħ": "h",
  ]

  /// Latin, Greek and Cyrillic letters that carry marks, without them.
  ///
  /// The standard library offers no decomposition, but it compares by canonical equivalence: a
  /// precomposed letter is found by comparing it with its base and mark put together.
  private static let precomposed: [Character: Unicode.Scalar] = {
    var table: [Character: Unicode.Scalar] = [:]
    func add(_ base: Unicode.Scalar, _ marks: [UInt32]) {
      var view = String.UnicodeScalarView([base])
      view.append(contentsOf: marks.lazy.compactMap { Unicode.Scalar($0) })
      table[Character(String(view))] = base
    }
    let bases = "abcdefghijklmnopqrstuvwxyzαειηουωабвгдежзиіклмнопрстуфхцчшщыэюяѵ".unicodeScalars
    let marks: [ClosedRange<UInt32>] = [0x300...0x315, 0x31B...0x31B, 0x323...0x333, 0x342...0x345]
    for base in bases {
      for mark in marks.joined() { add(base, [mark]) }
    }
    // Two marks: Vietnamese, Livonian, Pinyin.
    let second: [UInt32] = [0x300, 0x301, 0x303, 0x304, 0x307, 0x308, 0x309, 0x30C, 0x323]
    for base in "aeilorsuy".unicodeScalars {
      for mark: UInt32 in [0x302, 0x303, 0x304, 0x306, 0x307, 0x308, 0x30A, 0x31B, 0x323, 0x328] {
        for other in second where other != mark { add(base, [mark, other]) }
      }
    }
    return table
  }()

  /// The scalars of a character; a precomposed letter as its base alone.
  static func decomposed(_ character: Character) -> [Unicode.Scalar] {
    if let base = precomposed[character] { return [base] }
    return Array(character.unicodeScalars)
  }
}
