/// Cuts a text to a number of columns, on the boundary of a grapheme cluster.
///
/// The text is made safe for display first. Where something is cut, the end is marked by
/// `ellipsis`, which is itself cut where there is no room for it.
/// - Parameters:
///   - text: Raw text; a newline counts as a space.
///   - columns: The room there is; a negative number counts as 0.
///   - ellipsis: Safe text that marks the cut.
/// - Returns: The text and its width, which is at most `columns`, and 1 less where a wide
///   character met the edge.
/// - Complexity: O(columns) for a long text.
package func clipped(
  _ text: String, columns: Int, ellipsis: String = "…"
) -> (text: String, width: Int) {
  let room = max(0, columns)
  let whole = head(of: text, columns: room)
  if whole.isComplete { return (whole.text, whole.width) }
  let mark = head(of: ellipsis, columns: room)
  let kept = head(of: whole.text, columns: room - mark.width)
  return (kept.text + mark.text, kept.width + mark.width)
}

/// Cuts a text to a number of columns, and fills what is left over with spaces.
///
/// Like `clipped`; the result takes exactly `columns` columns, or none if that is negative.
/// - Parameter alignment: Where the text stands within its columns.
package func padded(
  _ text: String, columns: Int, alignment: Alignment = .left, ellipsis: String = "…"
) -> String {
  let cut = clipped(text, columns: columns, ellipsis: ellipsis)
  let free = max(0, columns - cut.width)
  let before =
    switch alignment {
    case .left: 0
    case .center: free / 2
    case .right: free
    }
  return String(repeating: " ", count: before) + cut.text
    + String(repeating: " ", count: free - before)
}

/// Where a text stands within wider room.
package enum Alignment: Hashable, Sendable {
  /// At the left, spaces after it.
  case left
  /// In the middle; an odd space goes after it.
  case center
  /// At the right, spaces before it.
  case right
}

/// The longest start of a text, made safe, that fits; and whether that is all of it.
private func head(of text: String, columns: Int) -> (text: String, width: Int, isComplete: Bool) {
  // One more column is taken than fits, so that it shows whether the text goes on.
  var taken = String.UnicodeScalarView()
  var columnsTaken = 0
  var isAll = true
  for scalar in SafeScalars(text) {
    let shown: Unicode.Scalar = scalar == "\n" || scalar == "\t" ? " " : scalar
    let width = DisplayWidth.of(shown)
    if columnsTaken > columns, width > 0 {
      isAll = false
      break
    }
    taken.append(shown)
    columnsTaken += width
  }
  let candidate = String(taken)
  if columnsTaken <= columns, isAll { return (candidate, columnsTaken, true) }
  if columnsTaken > columns, candidate.utf8.count == columnsTaken {
    return (String(candidate.prefix(columns)), columns, false)
  }
  var end = candidate.startIndex
  var width = 0
  while end < candidate.endIndex {
    let next = DisplayWidth.of(candidate[end])
    if width + next > columns { break }
    width += next
    end = candidate.index(after: end)
  }
  return (String(candidate[..<end]), width, false)
}
