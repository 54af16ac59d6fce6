/// The one reader of JSON: bytes to nodes.
struct JSONParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var nodes: [JSONDocument.Node] = []
  private(set) var repeatedKeys: [Int32] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    nodes.reserveCapacity(bytes.count / 24 + 8)
  }

  mutating func parse() -> Result<[JSONDocument.Node], JSONSyntaxError> {
    do throws(JSONSyntaxError) {
      guard bytes.count < Int(Int32.max) else {
        throw failure("a file of 2 GiB or more cannot be read", at: 0)
      }
      if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { offset = 3 }
      skipSpace()
      try parseValue(depth: 0)
      skipSpace()
      guard offset == bytes.count else {
        throw failure("there is something after the end of the JSON text")
      }
      // Objects are looked through as they end, inner ones first.
      repeatedKeys.sort()
      return .success(nodes)
    } catch {
      return .failure(error)
    }
  }

  private func failure(_ problem: String, at place: Int? = nil) -> JSONSyntaxError {
    JSONSyntaxError(problem, at: place ?? offset, in: bytes)
  }

  private mutating func skipSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  private mutating func parseValue(depth: Int) throws(JSONSyntaxError) {
    guard offset < bytes.count else {
      throw failure("the text ends where a value is expected")
    }
    switch bytes[offset] {
    case UInt8(ascii: "{"): try parseObject(depth: depth)
    case UInt8(ascii: "["): try parseArray(depth: depth)
    case UInt8(ascii: "\""): try parseString()
    case UInt8(ascii: "t"): try parseWord("true", .true)
    case UInt8(ascii: "f"): try parseWord("false", .false)
    case UInt8(ascii: "n"): try parseWord("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try parseNumber()
    default: throw failure("a value is expected here")
    }
  }

  private mutating func open(_ kind: JSONElement.Kind, depth: Int) throws(JSONSyntaxError) -> Int {
    guard depth < JSONDocument.maximumDepth else {
      throw failure("nested deeper than \(JSONDocument.maximumDepth) levels")
    }
    nodes.append(.init(start: UInt32(offset), end: 0, next: 0, kind: kind))
    offset += 1
    skipSpace()
    return nodes.count - 1
  }

  private mutating func close(_ node: Int) {
    offset += 1
    nodes[node].end = UInt32(offset)
    nodes[node].next = Int32(nodes.count)
  }

  /// Steps over a comma (true) or stops at the closing bracket (false).
  private mutating func anotherFollows(
    closing: UInt8, of what: String, openedAt start: UInt32
  ) throws(JSONSyntaxError) -> Bool {
    skipSpace()
    guard offset < bytes.count else {
      let place = SourcePosition(ofByte: Int(start), in: bytes)
      throw failure("the text ends inside the \(what) that begins in line \(place.line)")
    }
    if bytes[offset] == closing { return false }
    guard bytes[offset] == UInt8(ascii: ",") else {
      throw failure("a comma or the end of the \(what) is expected here")
    }
    offset += 1
    skipSpace()
    if offset < bytes.count, bytes[offset] == closing {
      throw failure("a comma stands before the end of the \(what)")
    }
    return true
  }

  private mutating func parseArray(depth: Int) throws(JSONSyntaxError) {
    let node = try open(.array, depth: depth)
    let closing = UInt8(ascii: "]")
    if offset < bytes.count, bytes[offset] == closing { return close(node) }
    repeat {
      try parseValue(depth: depth + 1)
    } while try anotherFollows(closing: closing, of: "array", openedAt: nodes[node].start)
    close(node)
  }

  private mutating func parseObject(depth: Int) throws(JSONSyntaxError) {
    let node = try open(.object, depth: depth)
    let closing = UInt8(ascii: "}")
    if offset < bytes.count, bytes[offset] == closing { return close(node) }
    repeat {
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
        throw failure("a key in quotes is expected here")
      }
      let key = offset
      try parseString()
      // A string keeps an unpaired surrogate as it was written; a key could not be told from others.
      guard nodes.last?.isIllFormed != true else {
        throw failure("half of a surrogate pair stands in a key", at: key)
      }
      skipSpace()
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: ":") else {
        throw failure("a colon is expected after the key")
      }
      offset += 1
      skipSpace()
      try parseValue(depth: depth + 1)
    } while try anotherFollows(closing: closing, of: "object", openedAt: nodes[node].start)
    close(node)
    noteRepeatedKeys(of: node)
  }

  private mutating func parseWord(
    _ word: StaticString, _ kind: JSONElement.Kind
  ) throws(JSONSyntaxError) {
    let length = word.utf8CodeUnitCount
    let matches =
      offset + length <= bytes.count
      && (0..<length).allSatisfy { bytes[offset + $0] == word.utf8Start[$0] }
    guard matches else { throw failure("a value is expected here") }
    append(kind, length: length)
  }

  private mutating func append(_ kind: JSONElement.Kind, length: Int) {
    nodes.append(
      .init(
        start: UInt32(offset), end: UInt32(offset + length), next: Int32(nodes.count + 1),
        kind: kind))
    offset += length
  }

  private mutating func parseNumber() throws(JSONSyntaxError) {
    var end = offset
    func isDigit(_ place: Int) -> Bool {
      place < bytes.count && bytes[place] >= UInt8(ascii: "0") && bytes[place] <= UInt8(ascii: "9")
    }
    func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

    if byte(end) == UInt8(ascii: "-") { end += 1 }
    guard isDigit(end) else { throw failure("a digit is expected here", at: end) }
    if byte(end) == UInt8(ascii: "0"), isDigit(end + 1) {
      throw failure("a number must not begin with 0", at: end)
    }
    while isDigit(end) { end += 1 }
    if byte(end) == UInt8(ascii: ".") {
      end += 1
      guard isDigit(end) else { throw failure("a digit is expected here", at: end) }
      while isDigit(end) { end += 1 }
    }
    if byte(end) | 0x20 == UInt8(ascii: "e") {
      end += 1
      if byte(end) == UInt8(ascii: "+") || byte(end) == UInt8(ascii: "-") { end += 1 }
      guard isDigit(end) else { throw failure("a digit is expected here", at: end) }
      while isDigit(end) { end += 1 }
    }
    append(.number, length: end - offset)
  }
}

// MARK: - Strings

extension JSONParser {
  /// Appends the node of the string that begins at `offset`; its bounds leave the quotes out.
  private mutating func parseString() throws(JSONSyntaxError) {
    let quote = offset
    var place = offset + 1
    var node = JSONDocument.Node(start: UInt32(place), end: 0, next: 0, kind: .string)
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") {
        node.end = UInt32(place)
        node.next = Int32(nodes.count + 1)
        nodes.append(node)
        offset = place + 1
        return
      }
      if byte == UInt8(ascii: "\\") {
        node.isEscaped = true
        place = try stepOverEscape(at: place, isIllFormed: &node.isIllFormed)
      } else if byte < 0x20 {
        throw failure("a control character must be escaped in a string", at: place)
      } else if byte < 0x80 {
        place += 1
      } else {
        let length = UTF8Sequence.length(at: place, in: bytes)
        guard length > 0 else { throw failure("these bytes are not UTF-8", at: place) }
        place += length
      }
    }
    throw failure("the string has no closing quote", at: quote)
  }

  private func stepOverEscape(
    at place: Int, isIllFormed: inout Bool
  ) throws(JSONSyntaxError) -> Int {
    guard place + 1 < bytes.count else {
      throw failure("the text ends inside an escape", at: place)
    }
    switch bytes[place + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return place + 2
    case UInt8(ascii: "u"):
      guard let unit = JSONEscape.codeUnit(at: place, in: bytes) else {
        throw failure("four hexadecimal digits are expected after \\u", at: place)
      }
      if UTF16.isLeadSurrogate(unit) {
        if let trail = JSONEscape.codeUnit(at: place + 6, in: bytes), UTF16.isTrailSurrogate(trail)
        {
          return place + 12
        }
        isIllFormed = true
      } else if UTF16.isTrailSurrogate(unit) {
        isIllFormed = true
      }
      return place + 6
    default:
      throw failure("there is no such escape", at: place)
    }
  }
}

// MARK: - Repeated keys

extension JSONParser {
  private mutating func noteRepeatedKeys(of object: Int) {
    var keys: [Int32] = []
    var node = object + 1
    while node < nodes.count {
      keys.append(Int32(node))
      node = Int(nodes[node + 1].next)
    }
    if keys.count <= 12, keys.allSatisfy({ !nodes[Int($0)].isEscaped }) {
      for index in keys.indices.dropFirst() {
        let isRepeated = keys[..<index].contains { sameBytes($0, keys[index]) }
        if isRepeated { repeatedKeys.append(keys[index]) }
      }
    } else {
      var seen: Set<[UInt8]> = []
      for key in keys where !seen.insert(keyBytes(key)).inserted { repeatedKeys.append(key) }
    }
  }

  private func sameBytes(_ first: Int32, _ second: Int32) -> Bool {
    let (a, b) = (nodes[Int(first)], nodes[Int(second)])
    guard a.end - a.start == b.end - b.start else { return false }
    return (0..<Int(a.end - a.start)).allSatisfy {
      bytes[Int(a.start) + $0] == bytes[Int(b.start) + $0]
    }
  }

  private func keyBytes(_ key: Int32) -> [UInt8] {
    let node = nodes[Int(key)]
    let slice = UnsafeBufferPointer(rebasing: bytes[Int(node.start)..<Int(node.end)])
    return node.isEscaped ? JSONEscape.unescaped(slice) : Array(slice)
  }
}
