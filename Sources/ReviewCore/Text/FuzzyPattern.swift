/// What is typed to pick something from a menu: the letters of a name, in order, with gaps.
///
/// Accents do not matter, and case only as a wish: a capital that is typed puts names first that have
/// it as a capital. Each word of the pattern must be found, in any order: `exp csv`
/// and `csv exp` both find "Export the shortlist as CSV".
package struct FuzzyPattern: Sendable {
  /// The words, folded.
  let words: [[UInt32]]
  /// The letters of all words, as `FuzzyLetters` keeps them.
  let letters: UInt64
  /// The words with capitals as they were typed.
  private let cased: [[UInt32]]

  /// Makes a pattern of what was typed; a word counts up to its 64th letter.
  package init(_ text: String) {
    words = FuzzyLetters.folded(text)
      .split { FuzzyLetters.isSpace($0) }
      .map { Array($0.prefix(64)) }
    letters = words.joined().reduce(0) { $0 | FuzzyLetters.bit(of: $1) }
    cased = text.split(whereSeparator: \.isWhitespace)
      .filter { word in word.contains(where: \.isUppercase) }
      .map { $0.unicodeScalars.prefix(64).map(\.value) }
  }

  /// Whether a capital was typed.
  package var hasCapitals: Bool { !cased.isEmpty }

  /// What a name is better by that has the words with capitals letter for letter, in order; 0 for the
  /// others, and where no capital was typed. O(pattern · name).
  package func caseBonus(in name: String) -> Int {
    guard hasCapitals else { return 0 }
    let scalars = name.unicodeScalars.prefix(FuzzyAlignment.limit).map(\.value)
    return scalars.withUnsafeBufferPointer { scalars in
      cased.reduce(0) { bonus, word in
        FuzzyAlignment.score(of: word, in: scalars) == nil
          ? bonus : bonus + Self.caseWeight * word.count
      }
    }
  }

  /// What each letter of a word is worth that a name has in the same case.
  private static let caseWeight = 4

  /// Whether nothing is sought; it fits everything, with the score 0.
  package var isEmpty: Bool { words.isEmpty }

  /// How well a name fits, more is better; nil where it does not. O(pattern · name).
  package func score(of name: String) -> Int? {
    FuzzyLetters.folded(name).withUnsafeBufferPointer { score(of: $0) }
  }

  /// The same for a name that is folded already.
  func score(of name: UnsafeBufferPointer<UInt32>) -> Int? {
    var total = 0
    for word in words {
      guard let score = FuzzyAlignment.score(of: word, in: name) else { return nil }
      total += score
    }
    return total
  }

  /// Which characters of a name were met, in order, neighbours together; for highlighting. Empty
  /// where the name does not fit. O(pattern · name).
  ///
  /// Give it the text as it is shown: a line that went through `DisplayText`.
  package func ranges(in name: String) -> [Range<String.Index>] {
    var (folded, origins): ([UInt32], [String.Index]) = ([], [])
    for index in name.indices {
      for letter in FuzzyLetters.folded(String(name[index])) {
        folded.append(letter)
        origins.append(index)
      }
    }
    var met: Set<String.Index> = []
    for word in words {
      let places = folded.withUnsafeBufferPointer { FuzzyAlignment.places(of: word, in: $0) }
      guard let places else { return [] }
      met.formUnion(places.map { origins[$0] })
    }
    var ranges: [Range<String.Index>] = []
    for start in met.sorted() {
      let end = name.index(after: start)
      if let last = ranges.last, last.upperBound == start {
        ranges[ranges.count - 1] = last.lowerBound..<end
      } else {
        ranges.append(start..<end)
      }
    }
    return ranges
  }
}

/// What fuzzy matching needs to know of letters.
enum FuzzyLetters {
  /// The folded scalars of a text; of a very long one only what any menu could show.
  static func folded(_ text: String) -> [UInt32] {
    let shown =
      text.utf8.count > 4 * FuzzyAlignment.limit
      ? String(text.unicodeScalars.prefix(FuzzyAlignment.limit)) : text
    return text.isEmpty
      ? [] : String(decoding: Folding.bytes(of: shown), as: UTF8.self).unicodeScalars.map(\.value)
  }

  /// One of 64 bits: its own for each Latin letter and digit, a shared one for any other.
  static func bit(of letter: UInt32) -> UInt64 {
    switch letter {
    case 0x61...0x7A: 1 << (letter - 0x61)
    case 0x30...0x39: 1 << (letter - 0x30 + 26)
    default: 1 << (36 + letter % 28)
    }
  }

  static func isSpace(_ letter: UInt32) -> Bool { letter <= 0x20 || letter == 0xA0 }

  /// Whether a word may go on with it: a letter or a digit, and whatever is not ASCII, but for
  /// spaces and general punctuation.
  static func isInWord(_ letter: UInt32) -> Bool {
    switch letter {
    case 0x61...0x7A, 0x30...0x39: true
    case 0..<0xC0, 0x2000...0x206F, 0x3000...0x303F: false
    default: true
    }
  }
}
