/// A place on the screen: column and row, counted from 0 at the top left.
package struct Position: Hashable, Sendable {
  /// Columns from the left edge.
  package var column: Int
  /// Rows from the top edge.
  package var row: Int

  /// Makes a place from its column and row.
  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// How many columns and rows something has. Never negative.
package struct Size: Hashable, Sendable {
  /// Width in terminal columns.
  package var columns: Int
  /// Height in terminal rows.
  package var rows: Int

  /// Makes a size; a negative extent becomes 0.
  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A rectangle of cells. Its size is never negative.
package struct Rect: Hashable, Sendable {
  /// The top left cell.
  package var origin: Position
  /// Width and height.
  package var size: Size

  /// Makes a rectangle from its top left cell and its size.
  package init(column: Int, row: Int, columns: Int, rows: Int) {
    origin = Position(column: column, row: row)
    size = Size(columns: columns, rows: rows)
  }

  /// The first column.
  package var left: Int { origin.column }
  /// The first row.
  package var top: Int { origin.row }
  /// The column after the last one.
  package var right: Int { origin.column + size.columns }
  /// The row after the last one.
  package var bottom: Int { origin.row + size.rows }
  /// Width in columns.
  package var columns: Int { size.columns }
  /// Height in rows.
  package var rows: Int { size.rows }
  /// Whether it has no cell.
  package var isEmpty: Bool { columns == 0 || rows == 0 }

  /// Whether the cell at `position` is inside.
  package func contains(_ position: Position) -> Bool {
    position.column >= left && position.column < right && position.row >= top
      && position.row < bottom
  }

  /// The rectangle without `columns` at the left and right and `rows` at the top and bottom.
  package func inset(columns: Int = 0, rows: Int = 0) -> Rect {
    Rect(
      column: left + columns, row: top + rows, columns: self.columns - 2 * columns,
      rows: self.rows - 2 * rows)
  }

  /// Cuts `rows` from the top: the part cut off, and what is left.
  package func splitTop(_ rows: Int) -> (Rect, Rect) {
    let cut = min(max(0, rows), self.rows)
    return (
      Rect(column: left, row: top, columns: columns, rows: cut),
      Rect(column: left, row: top + cut, columns: columns, rows: self.rows - cut)
    )
  }

  /// Cuts `rows` from the bottom: what is left, and the part cut off.
  package func splitBottom(_ rows: Int) -> (Rect, Rect) {
    splitTop(self.rows - min(max(0, rows), self.rows))
  }

  /// Cuts `columns` from the left: the part cut off, and what is left.
  package func splitLeft(_ columns: Int) -> (Rect, Rect) {
    let cut = min(max(0, columns), self.columns)
    return (
      Rect(column: left, row: top, columns: cut, rows: rows),
      Rect(column: left + cut, row: top, columns: self.columns - cut, rows: rows)
    )
  }
}
