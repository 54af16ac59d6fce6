/// Writes CSV texts after RFC 4180: UTF-8, commas, CR LF, a header, quotes only where needed.
///
/// A cell that a spreadsheet would run is defused (see `defused`). `CSVReader` with `undefuses`
/// reads the same cells back. A NUL, which no CSV reader takes, is written as U+FFFD.
package struct CSVWriter: Sendable {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  /// Begins a text with its header row.
  package init(header: [String]) { append(header) }

  /// Writes a row.
  package mutating func append(_ row: [String]) {
    if row.count == 1, row[0].isEmpty { bytes += Array("\"\"".utf8) }
    for (index, cell) in row.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell: Self.defused(cell))
    }
    bytes += [0x0D, 0x0A]
  }

  private mutating func append(cell: String) {
    let needsQuotes =
      cell.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0D || $0 == 0x0A }
      || cell.unicodeScalars.first == "\u{FEFF}"
    if needsQuotes { bytes.append(0x22) }
    for byte in cell.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      if byte == 0 {
        bytes += [0xEF, 0xBF, 0xBD]
      } else {
        bytes.append(byte)
      }
    }
    if needsQuotes { bytes.append(0x22) }
  }

  /// The cell with one more leading `'` where it begins with `'`, or where it begins with
  /// `= + - @`, tab or carriage return and is no number: a spreadsheet would run it.
  package static func defused(_ cell: String) -> String {
    switch cell.utf8.first {
    case UInt8(ascii: "'"): "'" + cell
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      isNumber(cell) ? cell : "'" + cell
    default: cell
    }
  }

  /// Whether a cell is a decimal number: sign, digits with at most one point, exponent.
  static func isNumber(_ cell: String) -> Bool {
    var rest = Substring(cell).utf8
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let whole = rest.prefix(while: isDigit)
    rest = rest.dropFirst(whole.count)
    var digits = whole.count
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      let fraction = rest.prefix(while: isDigit)
      rest = rest.dropFirst(fraction.count)
      digits += fraction.count
    }
    guard digits > 0 else { return false }
    guard let mark = rest.first else { return true }
    guard mark | 0x20 == UInt8(ascii: "e") else { return false }
    rest.removeFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    return !rest.isEmpty && rest.allSatisfy(isDigit)
  }
}
