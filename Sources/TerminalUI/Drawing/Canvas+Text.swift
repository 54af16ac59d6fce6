extension Canvas {
  /// What the canvas says, row by row, without spaces at the ends of rows.
  package var text: String { rowTexts.joined(separator: "\n") }

  /// `text`, an empty line, and then one line for each run of cells that is not plain.
  ///
  /// Such a line reads `3: 0-12 bold fg=75`: row, first and last column, attributes, colours by
  /// their number among 256.
  package var styledText: String {
    let styles = styleLines
    return styles.isEmpty ? text : text + "\n\n" + styles.joined(separator: "\n")
  }

  private var rowTexts: [String] {
    (0..<size.rows).map { row in
      let texts = cells[(row * size.columns)..<((row + 1) * size.columns)].map(\.text)
      let kept = texts.reversed().drop { $0 == " " }.reversed()
      return kept.joined()
    }
  }

  private var styleLines: [String] {
    var lines: [String] = []
    for row in 0..<size.rows {
      var column = 0
      while column < size.columns {
        let style = self[column: column, row: row].style
        let start = column
        while column < size.columns, self[column: column, row: row].style == style { column += 1 }
        if style != .plain { lines.append("\(row): \(start)-\(column - 1) \(style.summary)") }
      }
    }
    return lines
  }
}

extension Style {
  /// The attributes and colours in words, as snapshots show them.
  fileprivate var summary: String {
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"),
      (.italic, "italic"),
    ]
    var words = names.filter { attributes.contains($0.0) }.map(\.1)
    if let foreground { words.append("fg=\(foreground.palette)") }
    if let background { words.append("bg=\(background.palette)") }
    return words.joined(separator: " ")
  }
}
