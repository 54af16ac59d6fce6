package import ReviewCore

/// What stands between two fields of a CSV text.
package enum CSVSeparator: UInt8, CaseIterable, Hashable, Sendable {
  case comma = 0x2C
  case semicolon = 0x3B
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

/// Finds the fields and rows of a CSV text.
struct CSVParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private var place = 0
  private var line = 1
  private(set) var fields: [CSVTable.Field] = []
  private(set) var starts: [CSVTable.RowStart] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { place = 3 }
  }

  private func fault(_ problem: String, at offset: Int, remedy: String) -> Fault {
    Fault(
      position: SourcePosition(ofByte: offset, in: bytes), problem: problem, remedy: remedy)
  }

  /// Checks that all is UTF-8 without NUL, eight ASCII bytes at a time.
  func checkText() throws(Fault) {
    let raw = UnsafeRawBufferPointer(bytes)
    var place = 0
    while place < bytes.count {
      if place + 8 <= bytes.count {
        let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        let hasZero = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
        if (word & 0x8080_8080_8080_8080) | hasZero == 0 {
          place += 8
          continue
        }
      }
      let length = bytes[place] < 0x80 ? 1 : UTF8Sequence.length(at: place, in: bytes)
      if length == 0 {
        throw fault(
          "these bytes are not UTF-8", at: place, remedy: "Save the file as CSV in UTF-8")
      }
      if bytes[place] == 0 {
        throw fault(
          "there is a NUL byte", at: place, remedy: "Save the file as CSV in UTF-8, not UTF-16")
      }
      place += length
    }
  }

  mutating func parse() throws(Fault) {
    fields.reserveCapacity(bytes.count / 48 + 16)
    while place < bytes.count {
      if stepOverLineEnd() { continue }
      starts.append(
        .init(field: UInt32(fields.count), offset: UInt32(place), line: UInt32(line)))
      while true {
        if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
          try parseQuoted()
        } else {
          parsePlain()
        }
        guard place < bytes.count, bytes[place] == separator else { break }
        place += 1
      }
      _ = stepOverLineEnd()
    }
  }

  private mutating func stepOverLineEnd() -> Bool {
    guard place < bytes.count, bytes[place] == 0x0A || bytes[place] == 0x0D else { return false }
    let isPair = bytes[place] == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
    place += isPair ? 2 : 1
    line += 1
    return true
  }

  private mutating func parsePlain() {
    let start = place
    var end = place
    while end < bytes.count {
      let byte = bytes[end]
      if byte == separator || byte == 0x0A || byte == 0x0D { break }
      end += 1
    }
    fields.append(.init(start: UInt32(start), packedEnd: UInt32(end) << 1))
    place = end
  }

  private mutating func parseQuoted() throws(Fault) {
    let quote = UInt8(ascii: "\"")
    let start = place + 1
    var end = start
    var doubled: UInt32 = 0
    while true {
      guard end < bytes.count else {
        throw fault(
          "the quote that begins this field is never closed", at: place,
          remedy: "Close it, or write a quote within quotes twice")
      }
      let byte = bytes[end]
      if byte == quote {
        guard end + 1 < bytes.count, bytes[end + 1] == quote else { break }
        doubled = 1
        end += 1
      } else if byte == 0x0A {
        line += 1
      } else if byte == 0x0D, end + 1 >= bytes.count || bytes[end + 1] != 0x0A {
        line += 1
      }
      end += 1
    }
    fields.append(.init(start: UInt32(start), packedEnd: UInt32(end) << 1 | doubled))
    place = end + 1
    guard
      place == bytes.count || bytes[place] == separator || bytes[place] == 0x0A
        || bytes[place] == 0x0D
    else {
      throw fault(
        "there is something behind the closing quote of a field", at: place,
        remedy: "Write a quote within quotes twice, and nothing between the last quote and the "
          + "separator")
    }
  }
}
