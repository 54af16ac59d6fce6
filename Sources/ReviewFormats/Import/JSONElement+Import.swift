import ReviewCore

extension JSONElement {
  /// The value of a key; nil where it is absent or null.
  func value(_ key: String) -> JSONElement? {
    self[key].flatMap { $0.kind == .null ? nil : $0 }
  }

  /// The text of a key; nil where it is absent or null.
  ///
  /// - Throws: `Fault` for what is neither a string nor a number.
  func text(_ key: String) throws(Fault) -> String? {
    guard let value = value(key) else { return nil }
    return try value.textOrNumber("\"\(key)\"")
  }

  /// What a person wrote; nil where it is absent or null.
  ///
  /// - Throws: `Fault` for what is no string: a number is no title.
  func string(_ key: String) throws(Fault) -> String? {
    guard let value = value(key) else { return nil }
    guard let string = value.string else { throw value.unexpected("\"\(key)\"", "a string") }
    return string
  }

  /// The text of a string, or the digits of a number: systems write ids as either.
  func textOrNumber(_ what: String) throws(Fault) -> String {
    if let text = string ?? number?.text { return text }
    throw unexpected(what, "a string or a number")
  }

  /// The elements of a key's array; none where it is absent or null.
  func list(_ key: String) throws(Fault) -> [JSONElement] {
    guard let value = value(key) else { return [] }
    guard value.kind == .array else { throw value.unexpected("\"\(key)\"", "an array") }
    return Array(value.elements)
  }

  /// Refuses what is no object.
  func requireObject(_ what: String) throws(Fault) {
    guard kind == .object else { throw unexpected(what, "an object") }
  }

  /// Whether a key holds true.
  func isTrue(_ key: String) -> Bool { self[key]?.bool == true }

  private func unexpected(_ what: String, _ expected: String) -> Fault {
    let hasSurrogate = kind == .string
    return Fault(
      position: position,
      problem: hasSurrogate
        ? "\(what) holds half of a surrogate pair, which is no Unicode text"
        : "\(what) is \(kind.name), but \(expected) is expected",
      remedy: "Export the file again")
  }
}
