package import ReviewCore

/// What stands between two fields of a CSV text.
package enum CSVSeparator: UInt8, CaseIterable, Hashable, Sendable {
  /// `,`
  case comma = 0x2C
  /// `;`
  case semicolon = 0x3B
  /// A tab.
  case tab = 0x09
}

/// Reads CSV texts after RFC 4180.
///
/// UTF-8, with or without a byte order mark; lines end with CR LF, LF or CR; a line end within
/// quotes is part of the text and stays as it is; white space belongs to its field; a quote in a
/// field that does not begin with one is a character like others; empty lines are no rows.
package struct CSVReader: Sendable {
  /// What stands between two fields; nil takes the one that the header has most of.
  package var separator: CSVSeparator?
  /// Whether one leading `'` is taken off each cell: in files that `CSVWriter` wrote.
  package var undefuses = false

  /// Makes a reader.
  package init(separator: CSVSeparator? = nil, undefuses: Bool = false) {
    self.separator = separator
    self.undefuses = undefuses
  }

  /// Reads a text. O(bytes).
  ///
  /// - Throws: `Fault` with line and column for what is not UTF-8, a NUL, a quote that is not
  ///   closed, something behind a closing quote, and 2 GiB or more. A row that is longer than the
  ///   header is *not* thrown but in the table's `faults`; a shorter one reads as empty at its end.
  package func read(_ bytes: [UInt8]) throws(Fault) -> CSVTable {
    guard bytes.count < Int(Int32.max) else {
      throw Fault(problem: "a file of 2 GiB or more cannot be read", remedy: "Split it")
    }
    let result = bytes.withUnsafeBufferPointer {
      buffer -> Result<(CSVParser, CSVSeparator), Fault> in
      let separator = separator ?? Self.detectedSeparator(of: buffer)
      var parser = CSVParser(buffer, separator: separator.rawValue)
      do throws(Fault) {
        try parser.checkText()
        try parser.parse()
        return .success((parser, separator))
      } catch {
        return .failure(error)
      }
    }
    let (parser, by) = try result.get()
    return CSVTable(
      bytes: bytes, fields: parser.fields, starts: parser.starts, reader: self, by: by)
  }

  /// The separator that the first row has most of, outside of quotes; of equals the comma.
  static func detectedSeparator(of bytes: UnsafeBufferPointer<UInt8>) -> CSVSeparator {
    var counts: [CSVSeparator: Int] = [:]
    var isQuoted = false
    var isBegun = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D {
        if isBegun { break }
      } else {
        isBegun = true
        if let separator = CSVSeparator(rawValue: byte) { counts[separator, default: 0] += 1 }
      }
    }
    var best = CSVSeparator.comma
    for candidate in CSVSeparator.allCases
    where counts[candidate, default: 0] > counts[best, default: 0] {
      best = candidate
    }
    return best
  }
}
