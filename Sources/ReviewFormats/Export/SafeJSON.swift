/// JSON that does nothing to a terminal it is printed on.
package enum SafeJSON {
  /// The same document with DEL and the C1 controls as escapes. O(bytes).
  ///
  /// They can only stand in strings, and JSON lets any character be escaped: who reads it reads the
  /// same. The other controls are escapes already.
  package static func escaped(_ json: [UInt8]) -> [UInt8] {
    guard json.contains(where: { $0 == 0x7F || $0 == 0xC2 }) else { return json }
    var result: [UInt8] = []
    result.reserveCapacity(json.count + 64)
    var place = 0
    while place < json.count {
      let byte = json[place]
      if byte == 0x7F {
        result += Array("\\u007f".utf8)
      } else if byte == 0xC2, place + 1 < json.count, (0x80...0x9F).contains(json[place + 1]) {
        result += Array("\\u00\(String(json[place + 1], radix: 16))".utf8)
        place += 1
      } else {
        result.append(byte)
      }
      place += 1
    }
    return result
  }
}
