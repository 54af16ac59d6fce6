/// Neighbouring cells of one row that must be drawn again.
///
/// A run never begins with the second half of a wide character, nor ends with the first.
package struct CellRun: Equatable, Sendable {
  /// The row, from 0 at the top.
  package let row: Int
  /// The column of the first cell.
  package let startColumn: Int
  /// The cells, from left to right.
  package let cells: ArraySlice<Cell>

  /// Makes a run from its place and its cells.
  package init(row: Int, startColumn: Int, cells: ArraySlice<Cell>) {
    self.row = row
    self.startColumn = startColumn
    self.cells = cells
  }
}

extension Canvas {
  /// What differs from the frame before, as runs from top to bottom and from left to right.
  ///
  /// Whole rows where there is no frame before, or it had another size. Complexity: O(cells).
  package func changes(since previous: Canvas?) -> [CellRun] {
    guard size.columns > 0 else { return [] }
    guard let previous, previous.size == size else {
      return (0..<size.rows).map { run(row: $0, from: 0, to: size.columns) }
    }
    return cells.withUnsafeBufferPointer { new in
      previous.cells.withUnsafeBufferPointer { old in
        runs(of: new, since: old)
      }
    }
  }

  private func runs(
    of new: UnsafeBufferPointer<Cell>, since old: UnsafeBufferPointer<Cell>
  ) -> [CellRun] {
    var runs: [CellRun] = []
    for row in 0..<size.rows {
      let start = row * size.columns
      let end = start + size.columns
      var index = start
      while index < end {
        if new[index] == old[index] {
          index += 1
          continue
        }
        var first = index
        if new[first].width == 0, first > start { first -= 1 }
        while index < end, new[index] != old[index] { index += 1 }
        if index < end, new[index].width == 0 { index += 1 }
        if let last = runs.last, last.row == row, last.cells.endIndex >= first {
          first = last.cells.startIndex
          runs.removeLast()
        }
        runs.append(run(row: row, from: first - start, to: index - start))
      }
    }
    return runs
  }

  private func run(row: Int, from left: Int, to right: Int) -> CellRun {
    let start = row * size.columns
    return CellRun(row: row, startColumn: left, cells: cells[(start + left)..<(start + right)])
  }
}
