import ReviewCore

extension SourcePosition {
  /// Where a file begins: the place of what is wrong with it as a whole.
  static let beginning = SourcePosition(line: 1, column: 1)
}

extension Fault {
  /// An id that no proposal can have.
  static func impossibleID(_ id: String, at position: SourcePosition?) -> Fault {
    id.isEmpty
      ? Fault(
        position: position, problem: "the proposal has no id", remedy: "Give each proposal an id")
      : Fault(
        position: position, problem: "\(id.quoted) cannot be the id of a proposal",
        remedy: "An id is \(ProposalID.rule)")
  }

  /// A proposal without a title.
  static func missingTitle(of id: String, at position: SourcePosition?) -> Fault {
    Fault(
      position: position, problem: "the proposal \(id.quoted) has no title",
      remedy: "Give it a title, or take it out")
  }

  /// Two proposals of one id.
  static func twoTitles(of id: String, at position: SourcePosition?) -> Fault {
    Fault(
      position: position, problem: "a second proposal has the id \(id.quoted), with another title",
      remedy: "Give each its own id, or take one out")
  }
}

extension Fault {
  /// Two names of one person.
  static func secondName(
    _ name: String, of known: String, by key: String, at position: SourcePosition?
  ) -> Fault {
    Fault(
      position: position, severity: .warning,
      problem: "a second speaker with this \(key) is called \(name.quoted); the first name, "
        + "\(known.quoted), counts",
      remedy: "Where they are two people, give each their own \(key)")
  }
}

extension String {
  /// The text, or nil where it is empty.
  var nonEmpty: String? { isEmpty ? nil : self }

  /// The name of a column: without white space at its ends; `Column 7` where there is none.
  func columnName(_ index: Int) -> String { trimmed.nonEmpty ?? "Column \(index + 1)" }

  /// The parts between any of the separators, trimmed, empty ones left out.
  func parts(separatedBy separators: Set<Character>) -> [String] {
    split { separators.contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// The parts between a separator of any length, trimmed, empty ones left out. O(length).
  func parts(separatedBy separator: String) -> [String] {
    guard !separator.isEmpty else { return [trimmed].filter { !$0.isEmpty } }
    let (bytes, mark) = (Array(utf8), Array(separator.utf8))
    var parts: [String] = []
    var (start, place) = (0, 0)
    while place < bytes.count {
      if bytes[place...].starts(with: mark) {
        parts.append(String(decoding: bytes[start..<place], as: UTF8.self))
        place += mark.count
        start = place
      } else {
        place += 1
      }
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self))
    return parts.map(\.trimmed).filter { !$0.isEmpty }
  }
}

extension Set<Character> {
  /// What separates several names in a cell: a comma may be part of a name.
  static let betweenNames: Set<Character> = [";", "\n", "\r", "\r\n"]
  /// What separates several values in a cell.
  static let betweenValues: Set<Character> = [",", ";", "\n", "\r", "\r\n"]
}
