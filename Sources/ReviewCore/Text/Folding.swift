extension String {
  /// The text without case and accents, for comparing what people typed.
  ///
  /// Lower case, canonical decomposition, combining marks dropped; `ß`, `ø`, `æ`, `đ`, `ł`, `ı`,
  /// which do not decompose, as one would type them.
  /// Scalar by scalar. O(length).
  package var folded: String { String(decoding: Folding.bytes(of: self), as: UTF8.self) }

  /// Whether the folded text holds `words`, which are folded already. O(length).
  func foldedContains(_ words: String) -> Bool {
    let text = Folding.bytes(of: self)
    var words = words
    return words.withUTF8 { words in
      guard let first = words.first else { return true }
      return text.withUnsafeBufferPointer { text in
        var place = 0
        while place + words.count <= text.count {
          if text[place] == first {
            var length = 1
            while length < words.count, text[place + length] == words[length] { length += 1 }
            if length == words.count { return true }
          }
          place += 1
        }
        return false
      }
    }
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

  /// The folded UTF-8 of a text. Searching reads every abstract, so no character is looked up twice.
  static func bytes(of text: String) -> [UInt8] {
    var result: [UInt8] = []
    append(text, to: &result)
    return result
  }

  /// Appends the folded UTF-8 of a text. O(length).
  static func append(_ text: String, to result: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      result.reserveCapacity(result.count + bytes.count)
      var place = 0
      while place < bytes.count {
        let byte = bytes[place]
        if byte < 0x80 {
          var end = place + 1
          while end < bytes.count, bytes[end] < 0x80 { end += 1 }
          appendASCII(UnsafeBufferPointer(rebasing: bytes[place..<end]), to: &result)
          place = end
          continue
        }
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        var value = UInt32(byte) & (0x7F >> UInt32(length))
        for trail in (place + 1)..<(place + length) {
          value = value << 6 | UInt32(bytes[trail] & 0x3F)
        }
        if value < tableEnd {
          result.append(contentsOf: table[Int(value)])
        } else if value >= 0xAC00 && value < 0xD800 || value >= 0x3100 && value < 0xA640
          || value >= 0x2000 && value < 0x20D0
        {
          // Hangul, Chinese, punctuation: neither case nor marks.
          result.append(contentsOf: bytes[place..<(place + length)])
        } else {
          append(value, to: &result)
        }
        place += length
      }
    }
  }

  /// A run at a time, since most texts are one.
  private static func appendASCII(_ run: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
    let start = result.count
    result.append(contentsOf: run)
    result.withUnsafeMutableBufferPointer { result in
      for place in start..<result.count {
        let byte = result[place]
        let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        result[place] = isCapital ? byte | 0x20 : byte
      }
    }
  }

  private static let tableEnd: UInt32 = 0x2000

  /// What the scalars below `tableEnd` fold to.
  private static let table: [[UInt8]] = (0..<tableEnd).map { value in
    var result: [UInt8] = []
    append(value, to: &result)
    return result
  }

  private static func append(_ value: UInt32, to result: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value) else { return }
    for scalar in scalar.properties.lowercaseMapping.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: continue
      default:
        let plain = undecomposable[scalar] ?? String(precomposed[Character(scalar)] ?? scalar)
        result.append(contentsOf: plain.utf8)
      }
    }
  }
}
