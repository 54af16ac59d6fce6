import Synchronization

/// A JSON text that was read: its bytes, and where in them each value stands.
///
/// Values are nodes in the order of the text, a container before its content, so that a file of
/// many megabytes is one array and no text is decoded before it is asked for. Syntax is RFC 8259,
/// with these bounds: UTF-8 only (a byte order mark is passed over), at most `maximumDepth` levels,
/// less than 2 GiB.
package final class JSONDocument: Sendable {
  /// How deep arrays and objects may be nested.
  package static let maximumDepth = 128

  let bytes: [UInt8]
  let nodes: [Node]

  /// Nodes of keys that stand a second time in their object, in the order of the text.
  let repeatedKeys: [Int32]

  /// Where each line begins, once somebody has asked for a place.
  private let lineStarts = Mutex<[Int]?>(nil)

  /// One value or key.
  struct Node: Sendable {
    var start: UInt32
    var end: UInt32
    /// The node after this one and all that is in it.
    var next: Int32
    var kind: JSONElement.Kind
    /// A string with a backslash in it.
    var isEscaped = false
    /// A string with an escaped surrogate that has no partner: no Unicode text.
    var isIllFormed = false
  }

  /// Reads a JSON text. O(bytes).
  ///
  /// - Throws: `JSONSyntaxError` where the bytes are not JSON. A repeated key, and an unpaired
  ///   surrogate in a value, are *not* errors here: they break only the entry in which they stand.
  package init(_ bytes: [UInt8]) throws(JSONSyntaxError) {
    let parsed = bytes.withUnsafeBufferPointer { buffer in
      var parser = JSONParser(buffer)
      return parser.parse().map { ($0, parser.repeatedKeys) }
    }
    let (nodes, repeatedKeys) = try parsed.get()
    self.bytes = bytes
    self.nodes = nodes
    self.repeatedKeys = repeatedKeys
  }

  /// The outermost value.
  package var root: JSONElement { JSONElement(document: self, index: 0) }

  /// Where the byte at `offset` stands. O(bytes) the first time, then O(log lines + line).
  func position(ofByte offset: Int) -> SourcePosition {
    let starts = lineStarts.withLock { cached in
      let starts = cached ?? SourcePosition.lineStarts(of: bytes)
      cached = starts
      return starts
    }
    let line = starts.partitioningIndex { $0 > offset } - 1
    let inLine = SourcePosition(ofByte: offset - starts[line], in: bytes[starts[line]...])
    return SourcePosition(line: line + 1, column: inLine.column)
  }
}
