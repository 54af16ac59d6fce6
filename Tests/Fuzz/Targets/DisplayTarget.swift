import TerminalUI

/// Text on its way to the screen: nothing that a terminal would obey comes through.
enum DisplayTarget {
  @Sendable static func check(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    try checkSafe(DisplayText.line(text), "a line")
    for line in DisplayText.lines(text) { try checkSafe(line, "one of the lines") }
    let ascii = DisplayText.ascii(text)
    try expect(ascii.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "ASCII that is none")
    for columns in [1, 2, 7, 40] {
      for line in wrap(text, columns: columns) {
        try checkSafe(line, "a wrapped line")
        let width = DisplayWidth.of(line)
        try expect(width <= columns || line.count == 1, "\(width) columns of \(columns)")
      }
      let symbols = MarkdownSymbols(.ascii)
      for line in Markdown.lines(text, columns: columns, symbols: symbols) {
        try checkSafe(line.text, "a line of Markdown")
        let width = DisplayWidth.of(line.text)
        try expect(width <= columns || line.text.count == 1, "\(width) of \(columns) in Markdown")
      }
    }
    var canvas = Canvas(size: Size(columns: 20, rows: 2))
    let taken = canvas.write(text, column: -3, row: 0)
    try expect((0...23).contains(taken), "\(taken) columns of 23 were taken")
    for row in canvas.text.split(separator: "\n") { try checkSafe(String(row), "the canvas") }
  }

  /// Whether a text holds no control, no mark that turns text around, no separator of lines.
  private static func checkSafe(_ text: String, _ what: String) throws {
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let isControl = value < 0x20 || (0x7F...0x9F).contains(value)
      let turns = (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
      let separates = value == 0x2028 || value == 0x2029
      try expect(
        !isControl && !turns && !separates && value != 0x200E && value != 0x200F,
        "U+\(String(value, radix: 16)) in \(what)")
    }
  }
}
