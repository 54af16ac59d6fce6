/// A JSON number as it was written, so that no digit is lost when it is written again.
package struct JSONNumber: Hashable, Sendable, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral
{
  /// The digits, after the grammar of RFC 8259.
  package let text: String

  init(unchecked text: String) { self.text = text }

  /// A whole number.
  package init(_ value: Int) { text = String(value) }

  /// A finite number, in the fewest digits that read back the same; a whole one without a point.
  ///
  /// What is not finite has no JSON form and becomes 0: callers check before.
  package init(_ value: Double) {
    if let whole = Int(exactly: value) {
      text = String(whole)
    } else {
      text = value.isFinite ? "\(value)" : "0"
    }
  }

  /// A literal.
  package init(integerLiteral value: Int) { self.init(value) }

  /// A literal.
  package init(floatLiteral value: Double) { self.init(value) }

  /// The nearest floating-point value; infinite where it is too large.
  package var double: Double { Double(text) ?? .infinity }

  /// The whole number that it is, or nil.
  package var int: Int? { Int(text) ?? Int(exactly: double) }
}
