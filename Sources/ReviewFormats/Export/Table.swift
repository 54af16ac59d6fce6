package import ReviewCore

/// Rows of typed cells under named columns: what every export is before it is written.
package struct Table: Hashable, Sendable {
  /// The names of the columns, in order; no two are the same.
  package let columns: [String]
  /// The rows, each with a cell for each column.
  package private(set) var rows: [[Cell]] = []

  /// Makes a table without rows.
  package init(columns: [String]) { self.columns = columns }

  /// Adds a row; what it lacks is empty, what is too much is dropped.
  package mutating func append(_ row: [Cell]) {
    let missing = repeatElement(Cell.empty, count: max(0, columns.count - row.count))
    rows.append(Array((row + missing).prefix(columns.count)))
  }

  /// One value.
  package enum Cell: Hashable, Sendable {
    /// A text.
    case text(String)
    /// A finite number.
    case number(Double)
    /// A whole number.
    case integer(Int)
    /// True or false.
    case truth(Bool)
    /// Several texts.
    case list([String])
    /// Questions with their answers.
    case answers([Answer])
    /// Nothing, or hidden.
    case empty

    /// A text, or nothing.
    package init(_ text: String?) { self = text.map { .text($0) } ?? .empty }

    /// A number, or nothing.
    package init(_ number: Double?) { self = number.map { .number($0) } ?? .empty }

    /// A whole number, or nothing.
    package init(_ integer: Int?) { self = integer.map { .integer($0) } ?? .empty }

    /// The cell in one text: a list with `; ` between, or as JSON where that would be ambiguous
    /// (see `ListText`), numbers in the fewest digits.
    package var text: String {
      switch self {
      case .text(let text): text
      case .number(let number): JSONNumber(number).text
      case .integer(let integer): String(integer)
      case .truth(let truth): truth ? "true" : "false"
      case .list(let texts): ListText.text(of: texts)
      case .answers(let answers): AnswersText.text(of: answers)
      case .empty: ""
      }
    }

    /// The cell as JSON: typed, a list as an array, nothing as null.
    package var json: JSONValue {
      switch self {
      case .text(let text): .string(text)
      case .number(let number): .double(number)
      case .integer(let integer): .int(integer)
      case .truth(let truth): .bool(truth)
      case .list(let texts): .strings(texts)
      case .answers(let answers): .strings(AnswersText.lines(of: answers))
      case .empty: .null
      }
    }
  }
}
