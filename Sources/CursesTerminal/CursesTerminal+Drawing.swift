internal import CNCurses
package import TerminalUI

extension CursesTerminal {
  /// Hands cells of one row to ncurses, from `column` on. Nothing is written before `flush`.
  package func draw(row: Int, column: Int, cells: ArraySlice<Cell>) {
    var column = column
    for cell in cells {
      // The second half of a wide character came with the first.
      if cell.width > 0 { put(cell, row: row, column: column) }
      column += 1
    }
  }

  /// Writes what differs from what the terminal shows, and shows the cursor at a place, or hides
  /// it.
  package func flush(cursor: Position?) {
    lectern_screen_flush(Int32(clamping: cursor?.row ?? -1), Int32(clamping: cursor?.column ?? -1))
  }

  private func put(_ cell: Cell, row: Int, column: Int) {
    let colors = ColorPair(cell.style, depth: colorDepth)
    var text = cell.text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        lectern_screen_put(
          Int32(clamping: row), Int32(clamping: column), Int32(cell.width), characters.baseAddress,
          characters.count, UInt32(cell.style.attributes.rawValue), colors.foreground,
          colors.background)
      }
    }
  }
}
