/// The rows that a line is shown on.
struct WrappedLine: Sendable {
  /// Where each row begins, in clusters; the first begins at 0.
  let starts: [Int]
  /// Clusters of the whole line.
  let count: Int

  /// The clusters of a row.
  func clusters(of row: Int) -> Range<Int> {
    starts[row]..<(row + 1 < starts.count ? starts[row + 1] : count)
  }

  /// The row of a place between two clusters: where a row ends, the next one.
  func row(of place: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= place { low = middle } else { high = middle }
    }
    return low
  }
}

extension TextArea {
  /// The rows of a line. O(line) where it was not in sight yet.
  func wrapped(_ line: Int) -> WrappedLine {
    if let rows = lines[line].rows { return rows }
    return wrap(line, from: WrappedLine(starts: [0], count: 0), row: 0, same: 0)
  }

  /// Wraps the cursor's line anew, after an edit that began at a place and ended at the cursor.
  /// O(rows that changed), so that typing in a very long line is typing in any.
  mutating func rewrap(from start: Int) {
    guard let old = lines[line].rows else { return }
    // A row may end otherwise because of what is on the two rows after it, and a cluster before
    // the edit may have joined with it.
    let row = max(0, old.row(of: max(0, min(start, place) - 1)) - 3)
    lines[line].rows = wrap(line, from: old, row: row, same: lines[line].characters.count - place)
  }

  /// Wraps a line from a row on. One column is left free, for the cursor behind the last cluster,
  /// and for a space that ends a row; further spaces there are out of sight.
  ///
  /// - Parameters:
  ///   - old: How the line was wrapped before it was edited.
  ///   - row: The first row that may have changed.
  ///   - same: Clusters at the end of the line that are as they were.
  private func wrap(_ line: Int, from old: WrappedLine, row: Int, same: Int) -> WrappedLine {
    let characters = lines[line].characters
    let start = old.starts[row]
    let shift = characters.count - old.count
    var wrapper = RowWrapper(
      measure: max(1, size.columns - 1), start: start,
      previous: start > 0 ? characters[start - 1] : nil)
    for place in start..<characters.count {
      let character = characters[place]
      let isNew = wrapper.add(
        character, width: width(of: character, at: wrapper.columns), at: place)
      guard isNew, let last = wrapper.starts.last, last > characters.count - same else { continue }
      // From a row on that begins where one began, all goes on as before.
      let oldRow = old.row(of: last - shift)
      if old.starts[oldRow] == last - shift {
        let rest = old.starts[(oldRow + 1)...].map { $0 + shift }
        return WrappedLine(
          starts: old.starts[..<row] + wrapper.starts + rest, count: characters.count)
      }
    }
    return WrappedLine(starts: old.starts[..<row] + wrapper.starts, count: characters.count)
  }

  /// Columns of a cluster as it is shown, at a column of its row.
  func width(of character: Character, at column: Int) -> Int {
    if let value = character.asciiValue {
      if value == 0x09 { return DisplayText.tabStop - column % DisplayText.tabStop }
      return value >= 0x20 && value < 0x7F ? 1 : 0
    }
    if !isASCII, let first = character.unicodeScalars.first {
      switch ScalarClass(first) {
      case .narrow, .wide: return DisplayWidth.of(character)
      default: break
      }
    }
    return DisplayWidth.of(shown(character))
  }

  /// A cluster made safe by itself.
  func shown(_ character: Character) -> String {
    isASCII ? DisplayText.ascii(String(character)) : DisplayText.line(String(character))
  }

  /// Columns before a place, in its row.
  func column(of place: Int, in wrapped: WrappedLine) -> Int {
    var column = 0
    for cluster in wrapped.starts[wrapped.row(of: place)]..<place {
      column += width(of: lines[line].characters[cluster], at: column)
    }
    return column
  }

  /// The row that the cursor is in.
  var cursorRow: Row { Row(line: line, number: wrapped(line).row(of: place)) }

  /// Puts the cursor on a row, at a column or at the nearest one before it that there is.
  mutating func put(on row: Row, column wanted: Int) {
    let wrapped = wrapped(row.line)
    let number = min(row.number, wrapped.starts.count - 1)
    let clusters = wrapped.clusters(of: number)
    // Behind the last cluster of a row that goes on, one would be on the next row.
    let isLast = number == wrapped.starts.count - 1
    let end = isLast ? clusters.upperBound : clusters.upperBound - 1
    line = row.line
    place = clusters.lowerBound
    var column = 0
    while place < end {
      column += width(of: lines[line].characters[place], at: column)
      if column > wanted { break }
      place += 1
    }
  }

  /// The row so many rows below another, above if negative; the nearest one that there is.
  func row(_ distance: Int, from start: Row) -> Row {
    var row = start
    var left = distance
    while left > 0 {
      let last = wrapped(row.line).starts.count - 1
      if row.number + left <= last { return Row(line: row.line, number: row.number + left) }
      guard row.line + 1 < lines.count else { return Row(line: row.line, number: last) }
      left -= last - row.number + 1
      row = Row(line: row.line + 1, number: 0)
    }
    while left < 0 {
      if row.number + left >= 0 { return Row(line: row.line, number: row.number + left) }
      guard row.line > 0 else { return Row(line: 0, number: 0) }
      left += row.number + 1
      row = Row(line: row.line - 1, number: wrapped(row.line - 1).starts.count - 1)
    }
    return row
  }

  /// Rows from one to another that is not above it, counted up to `most`.
  func distance(from start: Row, to end: Row, most: Int) -> Int {
    var (distance, line) = (-start.number, start.line)
    while line < end.line {
      distance += wrapped(line).starts.count
      if distance > most { return most }
      line += 1
    }
    return min(most, distance + end.number)
  }

  /// Scrolls as far as it must for the cursor to be in sight, and not beyond the end. Wraps no more
  /// lines than there are rows.
  mutating func settle() {
    let rows = max(1, size.rows)
    keepRows(of: line)
    let cursor = cursorRow
    // Lines may have gone, or be wrapped otherwise.
    if top.line >= lines.count { top = cursor }
    top.number = min(top.number, wrapped(top.line).starts.count - 1)
    if cursor < top { top = cursor }
    let below = distance(from: top, to: cursor, most: rows)
    if below >= rows { top = row(1 - rows, from: cursor) }
    let bottom = row(rows - 1, from: top)
    let missing = rows - 1 - distance(from: top, to: bottom, most: rows)
    if missing > 0 { top = row(-missing, from: top) }
    for line in top.line...bottom.line { keepRows(of: line) }
  }

  private mutating func keepRows(of line: Int) {
    if lines[line].rows == nil { lines[line].rows = wrapped(line) }
  }
}
