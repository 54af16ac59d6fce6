extension Query {
  /// The text of a condition, the value in quotes where it needs them; nil for a value that cannot
  /// be written: one with both a space and a quotation mark.
  package static func term(_ field: String, _ value: String) -> String? {
    quoted(value).map { "\(field):\($0)" }
  }

  /// A value as it stands after the colon; nil where it cannot be written.
  static func quoted(_ value: String) -> String? {
    let isPlain =
      !value.isEmpty && value.first != "\""
      && !value.contains { $0.isWhitespace || $0 == "(" || $0 == ")" }
    if isPlain { return value }
    return value.contains("\"") ? nil : "\"\(value)\""
  }
}

extension Query.Status {
  /// What it asks for, in a few words.
  package var meaning: String {
    switch self {
    case .unscored: "no judgement of mine yet"
    case .scored: "scored by me"
    case .draft: "begun by me"
    case .abstained: "I abstain"
    case .conflict: "I am in conflict"
    case .skipped: "skipped for now"
    case .stale: "the text changed since I judged it"
    case .bookmarked: "bookmarked by me"
    case .withdrawn: "taken back by the speaker"
    case .assigned: "I am asked to review it"
    case .discussed: "somebody said something of it"
    case .unread: "a remark that I have not read"
    }
  }
}

extension Query.Term {
  /// What conditions have in common that are put together by OR where several are picked from a
  /// menu: a proposal that meets one of them hardly meets another. Nil for the rest.
  var choice: String? {
    switch self {
    case .area: "area"
    case .format: "format"
    case .level: "level"
    case .round: "round"
    case .decision: "state"
    case .my(nil, _): "my"
    case .my(let criterion?, _): "my.\(criterion)"
    case .status(let status):
      switch status {
      case .unscored, .scored, .draft, .abstained, .conflict, .skipped: "is"
      case .stale, .bookmarked, .withdrawn, .assigned, .discussed, .unread: nil
      }
    default: nil
    }
  }
}
