extension JSONValue {
  /// The text of a file: sorted keys, two-space indent, unescaped slashes, a final newline.
  package var fileBytes: [UInt8] {
    var output: [UInt8] = []
    append(to: &output, indent: 0)
    output.append(0x0A)
    return output
  }

  /// The text of one line: sorted keys, no space, numbers as they were written.
  package var lineBytes: [UInt8] {
    var output: [UInt8] = []
    append(to: &output, indent: nil)
    return output
  }

  /// The same bytes for the same value: `lineBytes` with each number in its shortest form.
  package var canonicalBytes: [UInt8] { withShortestNumbers.lineBytes }

  private var withShortestNumbers: JSONValue {
    switch self {
    case .number(let number):
      .number(number.double.isFinite ? JSONNumber(number.double) : number)
    case .array(let values): .array(values.map(\.withShortestNumbers))
    case .object(let object):
      .object(JSONObject(members: object.members.map { ($0.key, $0.value.withShortestNumbers) }))
    default: self
    }
  }

  /// Appends the text of the value; `indent` nil puts all in one line.
  private func append(to output: inout [UInt8], indent: Int?) {
    switch self {
    case .null: output.append(contentsOf: "null".utf8)
    case .bool(let bool): output.append(contentsOf: (bool ? "true" : "false").utf8)
    case .number(let number): output.append(contentsOf: number.text.utf8)
    case .string(let string): JSONEscape.appendQuoted(string, to: &output)
    case .illFormed(let raw):
      output.append(UInt8(ascii: "\""))
      output.append(contentsOf: raw)
      output.append(UInt8(ascii: "\""))
    case .array(let values):
      Self.appendList(values, "[", "]", to: &output, indent: indent) { value, output, indent in
        value.append(to: &output, indent: indent)
      }
    case .object(let object):
      Self.appendList(object.sorted, "{", "}", to: &output, indent: indent) {
        member, output, indent in
        JSONEscape.appendQuoted(member.key, to: &output)
        output.append(contentsOf: (indent == nil ? ":" : ": ").utf8)
        member.value.append(to: &output, indent: indent)
      }
    }
  }

  private static func appendList<Item>(
    _ items: [Item], _ open: Unicode.Scalar, _ close: Unicode.Scalar, to output: inout [UInt8],
    indent: Int?, _ append: (Item, inout [UInt8], Int?) -> Void
  ) {
    output.append(UInt8(ascii: open))
    let inner = indent.map { $0 + 1 }
    for (index, item) in items.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      appendLineBreak(inner, to: &output)
      append(item, &output, inner)
    }
    if !items.isEmpty { appendLineBreak(indent, to: &output) }
    output.append(UInt8(ascii: close))
  }

  private static func appendLineBreak(_ indent: Int?, to output: inout [UInt8]) {
    guard let indent else { return }
    output.append(0x0A)
    output.append(contentsOf: repeatElement(0x20, count: 2 * indent))
  }
}
