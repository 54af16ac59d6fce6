/// A JSON value that can be changed and written. Strings are compared by their bytes.
package enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
  /// A string that is no Unicode text, as the bytes between its quotes: kept, never made up.
  case illFormed([UInt8])

  /// The value of an element, with all that is in it. O(size).
  package init(_ element: JSONElement) {
    switch element.kind {
    case .null: self = .null
    case .true: self = .bool(true)
    case .false: self = .bool(false)
    case .number: self = .number(JSONNumber(unchecked: element.rawText))
    case .string:
      self = element.isIllFormed ? .illFormed(Array(element.rawText.utf8)) : .string(element.text)
    case .array: self = .array(element.elements.map { JSONValue($0) })
    case .object:
      self = .object(
        JSONObject(members: element.members.map { ($0.key, JSONValue($0.value)) }))
    }
  }

  /// The object that it is, or nil.
  package var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  /// The string that it is, or nil.
  package var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  /// The array that it is, or nil.
  package var array: [JSONValue]? {
    if case .array(let array) = self { array } else { nil }
  }

  /// A whole number.
  package static func int(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }

  /// A finite number.
  package static func double(_ value: Double) -> JSONValue { .number(JSONNumber(value)) }

  /// A string or, for nil, null.
  package static func optional(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }

  /// A number or, for nil, null.
  package static func optional(_ value: Double?) -> JSONValue { value.map { .double($0) } ?? .null }

  /// A whole number or, for nil, null.
  package static func optional(_ value: Int?) -> JSONValue { value.map { .int($0) } ?? .null }

  /// An array of strings.
  package static func strings(_ values: some Sequence<String>) -> JSONValue {
    .array(values.map { .string($0) })
  }
}

extension JSONValue: Hashable {
  /// Whether both are written the same, but for the order of keys.
  package static func == (first: JSONValue, second: JSONValue) -> Bool {
    switch (first, second) {
    case (.null, .null): true
    case (.bool(let one), .bool(let other)): one == other
    case (.number(let one), .number(let other)): one == other
    case (.string(let one), .string(let other)): one.isSameBytes(as: other)
    case (.illFormed(let one), .illFormed(let other)): one == other
    case (.array(let one), .array(let other)): one == other
    case (.object(let one), .object(let other)): one == other
    default: false
    }
  }

  /// Hashes what is written.
  package func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let bool): hasher.combine(bool)
    case .number(let number): hasher.combine(number)
    case .string(let string): hasher.combine(string)
    case .illFormed(let raw): hasher.combine(raw)
    case .array(let values): hasher.combine(values)
    case .object(let object): hasher.combine(object)
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral
{
  /// A string.
  package init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  package init(integerLiteral value: Int) { self = .int(value) }
  /// A truth value.
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  /// An object.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(members: elements))
  }
  /// An array.
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}
