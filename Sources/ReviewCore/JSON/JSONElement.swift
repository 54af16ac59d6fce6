/// One value of a `JSONDocument`, with its place in the text.
package struct JSONElement: Sendable {
  /// What sort of value it is.
  package enum Kind: UInt8, Sendable {
    case null, `true`, `false`, number, string, array, object

    /// The sort in words, with its article.
    package var name: String {
      switch self {
      case .null: "null"
      case .true, .false: "a truth value"
      case .number: "a number"
      case .string: "a string"
      case .array: "an array"
      case .object: "an object"
      }
    }
  }

  let document: JSONDocument
  let index: Int

  private var node: JSONDocument.Node { document.nodes[index] }

  /// What sort of value it is.
  package var kind: Kind { node.kind }

  /// Offset of its first byte; of a string, the byte after the quote.
  var offset: Int { Int(node.start) }

  /// Where it begins. O(offset).
  package var position: SourcePosition {
    document.position(ofByte: node.kind == .string ? offset - 1 : offset)
  }

  /// The text of a string, or nil for what is no string or no Unicode text.
  package var string: String? {
    guard node.kind == .string, !node.isIllFormed else { return nil }
    return text
  }

  /// The text of a string; an unpaired surrogate stays an escape.
  var text: String {
    document.bytes.withUnsafeBufferPointer { bytes in
      let slice = UnsafeBufferPointer(rebasing: bytes[Int(node.start)..<Int(node.end)])
      return node.isEscaped
        ? String(decoding: JSONEscape.unescaped(slice), as: UTF8.self)
        : String(decoding: slice, as: UTF8.self)
    }
  }

  /// Whether it is a string that is no Unicode text.
  var isIllFormed: Bool { node.isIllFormed }

  /// A number as it was written, or nil.
  package var number: JSONNumber? {
    node.kind == .number ? JSONNumber(unchecked: rawText) : nil
  }

  /// True, false, or nil for anything else.
  package var bool: Bool? {
    switch node.kind {
    case .true: true
    case .false: false
    default: nil
    }
  }

  /// The bytes between its first and its last one, as they stand in the text.
  var rawText: String {
    String(decoding: document.bytes[Int(node.start)..<Int(node.end)], as: UTF8.self)
  }

  /// The values of an array, in order; empty for anything else.
  package var elements: Elements {
    Elements(document: document, cursor: index + 1, end: kind == .array ? Int(node.next) : 0)
  }

  /// The keys and values of an object, in the order of the text; empty for anything else.
  package var members: Members {
    Members(document: document, cursor: index + 1, end: kind == .object ? Int(node.next) : 0)
  }

  /// The value of a key of an object, or nil. Of a repeated key the first. O(members).
  package subscript(key: String) -> JSONElement? {
    members.first { $0.key.isSameBytes(as: key) }?.value
  }

  /// The first key in it, at any depth, that stands a second time in its object. O(log keys).
  package var repeatedKey: JSONElement? {
    let keys = document.repeatedKeys
    let place = keys.partitioningIndex { Int($0) > index }
    guard place < keys.count, keys[place] < node.next else { return nil }
    return JSONElement(document: document, index: Int(keys[place]))
  }

  /// The keys of this object itself that stand a second time, as their elements.
  package var ownRepeatedKeys: [JSONElement] {
    if document.repeatedKeys.isEmpty || kind != .object { return [] }
    let repeated = Set(document.repeatedKeys)
    var result: [JSONElement] = []
    var key = index + 1
    while key < Int(node.next) {
      if repeated.contains(Int32(key)) { result.append(.init(document: document, index: key)) }
      key = Int(document.nodes[key + 1].next)
    }
    return result
  }

  /// The first string in it, at any depth, that is no Unicode text.
  package var illFormedString: JSONElement? {
    (index..<Int(node.next)).first { document.nodes[$0].isIllFormed }
      .map { JSONElement(document: document, index: $0) }
  }

  /// The values of an array.
  package struct Elements: Sequence, IteratorProtocol {
    let document: JSONDocument
    var cursor: Int
    let end: Int

    /// The next value, or nil after the last.
    package mutating func next() -> JSONElement? {
      guard cursor < end else { return nil }
      defer { cursor = Int(document.nodes[cursor].next) }
      return JSONElement(document: document, index: cursor)
    }
  }

  /// The members of an object.
  package struct Members: Sequence, IteratorProtocol {
    let document: JSONDocument
    var cursor: Int
    let end: Int

    /// The next member, or nil after the last.
    package mutating func next() -> JSONMember? {
      guard cursor < end else { return nil }
      defer { cursor = Int(document.nodes[cursor + 1].next) }
      return JSONMember(
        keyElement: JSONElement(document: document, index: cursor),
        value: JSONElement(document: document, index: cursor + 1))
    }
  }
}

/// A key and its value in an object.
package struct JSONMember: Sendable {
  /// The key, as an element: for its place.
  package let keyElement: JSONElement
  /// The value.
  package let value: JSONElement

  /// The key's text.
  package var key: String { keyElement.text }
}
