/// Why a text is not a query.
package struct QueryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Column of the text that is wrong, from 1, in characters.
  package let column: Int
  /// How many characters are wrong; at least 1.
  package let length: Int
  /// What is wrong and, where one is near, the known word that was probably meant.
  package let problem: String

  /// `column 6: problem`.
  package var description: String { "column \(column): \(problem)" }
}
