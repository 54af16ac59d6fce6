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
