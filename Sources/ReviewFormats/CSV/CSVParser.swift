import ReviewCore

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
