/// Wraps a text to a measure, for reading.
///
/// The text is made safe for display first. Lines break at spaces, between wide characters, and,
/// in a word longer than the measure, after hyphens and slashes; where none of these helps the
/// word is cut. The indentation of a line, and of the text of a list item, is kept by the lines
/// that continue it. Blank lines are kept.
/// - Parameters:
///   - text: Raw text of one or more paragraphs.
///   - columns: The measure; less than 1 counts as 1.
/// - Returns: At least one line, each at most `columns` wide (a wide character in a measure of 1
///   stands alone and is too wide).
/// - Complexity: O(n) in the length of the text.
package func wrap(_ text: String, columns: Int) -> [String] {
  let measure = max(1, columns)
  var wrapped: [String] = []
  for line in DisplayText.lines(text) {
    // A line has at least as many bytes as columns.
    if line.utf8.count <= measure {
      wrapped.append(trimmedAtEnd(line))
    } else {
      var wrapper = LineWrapper(line, measure: measure)
      wrapper.wrap(into: &wrapped)
    }
  }
  return wrapped
}

/// The line without spaces at its end.
private func trimmedAtEnd(_ line: String) -> String {
  guard line.utf8.last == 0x20 else { return line }
  let kept = line.utf8.reversed().drop { $0 == 0x20 }.count
  return String(line.utf8.prefix(kept)) ?? line
}
