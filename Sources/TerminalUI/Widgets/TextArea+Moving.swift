extension TextArea {
  /// Moves the cursor up or down. On the first row up goes to its beginning, on the last row down
  /// goes to its end.
  mutating func moveRows(by rows: Int) {
    let wrapped = wrapped(line)
    let start = Row(line: line, number: wrapped.row(of: place))
    let column = wantedColumn ?? self.column(of: place, in: wrapped)
    let target = row(rows, from: start)
    if target == start {
      moveCursor(toLine: rows < 0 ? 0 : .max, place: rows < 0 ? 0 : .max)
      return
    }
    put(on: target, column: column)
    wantedColumn = column
    settle()
  }

  /// Moves by screens, keeping one row of the screen before in sight.
  mutating func page(by pages: Int) {
    let rows = pages * max(1, size.rows - 1)
    top = row(rows, from: top)
    moveRows(by: rows)
  }

  /// Moves to the beginning or the end of the cursor's row.
  mutating func moveInRow(toEnd isEnd: Bool) {
    let wrapped = wrapped(line)
    let number = wrapped.row(of: place)
    let clusters = wrapped.clusters(of: number)
    let isLast = number == wrapped.starts.count - 1
    let end = isLast ? clusters.upperBound : max(clusters.lowerBound, clusters.upperBound - 1)
    moveCursor(toLine: line, place: isEnd ? end : clusters.lowerBound)
  }

  /// Puts the cursor where somebody clicked; `draw` was told the same rectangle.
  package mutating func moveCursor(to position: Position, in rect: Rect) {
    resize(rect.size, isASCII: isASCII)
    let rows = max(0, min(position.row - rect.top, rect.rows - 1))
    put(on: row(rows, from: top), column: max(0, position.column - rect.left))
    wantedColumn = nil
    settle()
  }
}
