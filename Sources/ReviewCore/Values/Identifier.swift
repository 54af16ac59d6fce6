/// The id of a person, focus area, criterion, format or round: `[a-z0-9][a-z0-9._-]{0,63}`.
package struct Identifier: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The id itself.
  package let text: String

  /// Makes an id, or nil where `text` is none.
  package init?(_ text: String) {
    guard (1...64).contains(text.utf8.count), let first = text.utf8.first,
      Self.isLetterOrDigit(first),
      text.utf8.allSatisfy({ Self.isLetterOrDigit($0) || Self.marks.contains($0) })
    else { return nil }
    self.text = text
  }

  /// What an id may look like, for messages.
  package static let rule =
    "1 to 64 of a-z, 0-9, dot, underscore and hyphen, beginning with a letter or a digit"

  private static let marks = Set("._-".utf8)

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// The id itself.
  package var description: String { text }

  /// The order of ids: digits only first, by number; then the others by bytes.
  package static func < (first: Identifier, second: Identifier) -> Bool {
    IDOrder.precedes(first.text, second.text)
  }

  /// An id made of any text: folded, what an id may not hold as hyphens. Nil where nothing is left.
  package init?(makingFrom text: String) {
    var result = ""
    for scalar in text.folded.unicodeScalars {
      if scalar.isASCII, Self.isLetterOrDigit(UInt8(scalar.value)) {
        result.unicodeScalars.append(scalar)
      } else if !result.isEmpty, !result.hasSuffix("-") {
        result += "-"
      }
    }
    while result.hasSuffix("-") { result.removeLast() }
    self.init(String(result.prefix(64)))
  }
}

/// The order that ids give: those of digits only first, by number, then bytes; then by bytes.
package enum IDOrder {
  /// Whether one id stands before another. O(length).
  package static func precedes(_ first: String, _ second: String) -> Bool {
    let (isFirstNumeric, isSecondNumeric) = (isNumeric(first), isNumeric(second))
    guard isFirstNumeric == isSecondNumeric else { return isFirstNumeric }
    if isFirstNumeric {
      let (a, b) = (significantDigits(first), significantDigits(second))
      if a.count != b.count { return a.count < b.count }
      if !a.elementsEqual(b) { return a.lexicographicallyPrecedes(b) }
    }
    return first.utf8.lexicographicallyPrecedes(second.utf8)
  }

  private static func isNumeric(_ id: String) -> Bool {
    !id.utf8.isEmpty
      && id.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }

  private static func significantDigits(_ id: String) -> Substring.UTF8View {
    id.utf8.drop { $0 == UInt8(ascii: "0") }
  }
}
