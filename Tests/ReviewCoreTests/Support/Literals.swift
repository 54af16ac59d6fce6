import ReviewCore

extension ProposalID: ExpressibleByStringLiteral {
  /// An id that is known to be one.
  public init(stringLiteral text: String) {
    guard let id = ProposalID(text) else { preconditionFailure("\(text) is no id") }
    self = id
  }
}

extension Identifier: ExpressibleByStringLiteral {
  /// An id that is known to be one.
  public init(stringLiteral text: String) {
    guard let id = Identifier(text) else { preconditionFailure("\(text) is no id") }
    self = id
  }
}

extension Timestamp: ExpressibleByIntegerLiteral {
  /// Milliseconds since 1970.
  public init(integerLiteral milliseconds: Int64) { self.init(milliseconds: milliseconds) }
}

/// A document of a text that is known to be JSON.
func document(_ text: String) throws -> JSONDocument { try JSONDocument(Array(text.utf8)) }

/// The object of a text that is known to be one.
func object(_ text: String) throws -> JSONObject {
  JSONValue(try document(text).root).object ?? JSONObject()
}

/// Bytes as text.
func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// The place of a fault as `line:column`.
func place(_ fault: Fault) -> String {
  fault.position.map { "\($0.line):\($0.column)" } ?? "-"
}
