import TerminalUI

/// A table for people: columns that stand under each other, foreign text made safe.
struct TextTable {
  private let columns: [Column]
  private var rows: [Row] = []

  private enum Row {
    case cells([String])
    case rule(String)
  }

  /// One column.
  struct Column {
    let title: String
    var alignment = Alignment.left
    /// Whether it gives way where the terminal is narrow.
    var isFlexible = false

    /// A column of text.
    static func text(_ title: String) -> Column { Column(title: title) }

    /// A column of numbers.
    static func number(_ title: String) -> Column { Column(title: title, alignment: .right) }

    /// The column that gives way.
    static func flexible(_ title: String) -> Column { Column(title: title, isFlexible: true) }
  }

  /// Makes a table without rows.
  init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row.
  mutating func append(_ cells: [String]) { rows.append(.cells(cells)) }

  /// Adds a line across the table, with a word in it.
  mutating func appendRule(_ word: String) { rows.append(.rule(word)) }

  /// The table's lines.
  ///
  /// - Parameter limit: how many columns the terminal has; nil cuts nothing.
  func lines(limit: Int?) -> [String] {
    var widths = columns.map { DisplayWidth.of($0.title) }
    for case .cells(let cells) in rows {
      for (place, cell) in cells.enumerated() {
        widths[place] = max(widths[place], DisplayWidth.of(DisplayText.line(cell)))
      }
    }
    shrink(&widths, to: limit)
    let total = widths.reduce(2 * (widths.count - 1), +)
    return [line(columns.map(\.title), widths, limit)]
      + rows.map { row in
        switch row {
        case .cells(let cells): line(cells, widths, limit)
        case .rule(let word):
          clipped(
            "── \(word) " + String(repeating: "─", count: max(2, total)),
            columns: min(total, 100, limit ?? .max),
            ellipsis: ""
          ).text
        }
      }
  }

  private func shrink(_ widths: inout [Int], to limit: Int?) {
    guard let limit, let place = columns.firstIndex(where: \.isFlexible) else { return }
    let total = widths.reduce(2 * (widths.count - 1), +)
    if total > limit { widths[place] = max(12, widths[place] - (total - limit)) }
  }

  private func line(_ cells: [String], _ widths: [Int], _ limit: Int?) -> String {
    var line = ""
    for (place, cell) in cells.enumerated() {
      if place > 0 { line += "  " }
      line += padded(cell, columns: widths[place], alignment: columns[place].alignment)
    }
    while line.last == " " { line.removeLast() }
    guard let limit else { return line }
    return clipped(line, columns: limit).text
  }
}
