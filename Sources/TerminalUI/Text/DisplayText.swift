/// Makes hostile text safe to show. What is stored and exported stays the original.
///
/// - Escape sequences are removed whole, with ESC or with a C1 introducer. A control string (OSC,
///   DCS, SOS, PM, APC) that does not end on its line loses only its introducer.
/// - Controls, bidi marks, zero-width characters, soft hyphens, variation selectors, skin tones,
///   keycaps, tags and annotations are removed; of emoji glued by a joiner the first is kept.
/// - Regional indicators become letters. What a C library may not print becomes U+FFFD.
/// - A base keeps at most 4 combining marks; marks without a base get a dotted circle.
package enum DisplayText {
  /// Spaces from one tab stop to the next in `lines`.
  static let tabStop = 4

  /// The text on one line: newlines and tabs become one space each. Complexity: O(n).
  package static func line(_ text: String) -> String {
    if isPlain(text) { return text }
    var result = String.UnicodeScalarView()
    for scalar in SafeScalars(text) {
      result.append(scalar == "\n" || scalar == "\t" ? " " : scalar)
    }
    return String(result)
  }

  /// The lines of a text, split at every form of newline: CR LF, CR, LF, VT, FF, NEL, LS, PS.
  ///
  /// A newline at the very end begins no further line. There is always at least one line. Tabs
  /// are expanded to stops of 4 columns. Complexity: O(n).
  package static func lines(_ text: String) -> [String] {
    if isPlain(text) { return [text] }
    // No escape sequence and no cluster reaches beyond a newline, so each line stands by itself.
    return RawLines(text).map { expanded(String($0)) }
  }

  /// One line, made safe, with its tabs expanded.
  private static func expanded(_ text: String) -> String {
    if isPlain(text) { return text }
    var line = String.UnicodeScalarView()
    var column = 0
    for scalar in SafeScalars(text) {
      guard scalar == "\t" else {
        line.append(scalar)
        column += DisplayWidth.of(scalar)
        continue
      }
      repeat {
        line.append(" ")
        column += 1
      } while column % tabStop != 0
    }
    return String(line)
  }

  /// The text on one line for a terminal that shows ASCII only.
  ///
  /// Accents are stripped, typographic characters give way to their twins, any other character
  /// becomes `?`. Complexity: O(n).
  package static func ascii(_ text: String) -> String {
    if isPlain(text) { return text }
    var result = ""
    for scalar in SafeScalars(text) {
      result += ASCIITwins.shown(scalar)
    }
    return result
  }

  /// Whether the text is printable ASCII, so that there is nothing to do.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable(\.isPrintableASCII) ?? false
  }
}
