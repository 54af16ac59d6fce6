/// Which characters make words, as Python's `\w` has it: letters, whatever has a numeric value, and
/// the underscore. Combining marks are none.
///
/// Source: the tokens of scikit-learn's `TfidfVectorizer`, which science.md takes over.
enum WordScalar {
  /// Looks up an ASCII byte: its lower case where it makes words, else 0.
  static let ascii: [UInt8] = (0..<128).map { (byte: UInt8) -> UInt8 in
    switch Unicode.Scalar(byte) {
    case "a"..."z", "0"..."9", "_": byte
    case "A"..."Z": byte | 0x20
    default: 0
    }
  }

  /// Appends the lower case of a scalar outside ASCII that makes words; what it leaves of a scalar
  /// that makes none is nothing.
  ///
  /// - Returns: whether all of the lower case makes words, part of it, or none.
  static func append(_ value: UInt32, to word: inout [UInt8]) -> Part {
    if value < tableEnd {
      let entry = table[Int(value)]
      if entry.part != .none { word.append(contentsOf: entry.bytes) }
      return entry.part
    }
    guard let scalar = Unicode.Scalar(value) else { return .none }
    if isCaselessLetter(value) {
      word.append(contentsOf: UTF8.encode(scalar) ?? .init())
      return .all
    }
    let entry = entry(of: scalar)
    word.append(contentsOf: entry.bytes)
    return entry.part
  }

  /// How much of the lower case of a scalar makes words.
  enum Part {
    case none
    /// A letter, then something that ends the word: `İ` is `i` and a combining dot.
    case beginning
    case all
  }

  private struct Entry {
    var bytes: [UInt8] = []
    var part = Part.none
  }

  private static let tableEnd: UInt32 = 0x2000

  /// What is known of the scalars below `tableEnd`, since asking the library takes long.
  private static let table: [Entry] = (0..<tableEnd).map { value in
    Unicode.Scalar(value).map(entry) ?? Entry()
  }

  /// Chinese and Japanese signs and Hangul: most of what such a text has.
  private static func isCaselessLetter(_ value: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(value) || (0xAC00...0xD7A3).contains(value)
      || (0x3041...0x3096).contains(value) || (0x30A1...0x30FA).contains(value)
  }

  private static func entry(of scalar: Unicode.Scalar) -> Entry {
    var entry = Entry()
    for lower in scalar.properties.lowercaseMapping.unicodeScalars {
      guard makesWords(lower) else {
        entry.part = entry.bytes.isEmpty ? .none : .beginning
        return entry
      }
      entry.bytes.append(contentsOf: String(lower).utf8)
      entry.part = .all
    }
    return entry
  }

  private static func makesWords(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "_" { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return true
    default: return scalar.properties.numericType != nil
    }
  }
}
