/// Finds what stands for a character on a terminal that shows ASCII only.
enum ASCIITwins {
  /// Printable ASCII for a safe code point: nothing for a mark, `?` where there is no twin.
  static func shown(_ scalar: Unicode.Scalar) -> String {
    if scalar.isASCII { return scalar == "\n" || scalar == "\t" ? " " : String(Character(scalar)) }
    if let twin = twins[scalar] { return twin }
    return ScalarClass(scalar) == .mark ? "" : "?"
  }

  private static let twins: [Unicode.Scalar: String] = {
    var twins: [Unicode.Scalar: String] = [:]
    for entry in ASCIITwinTable.entries.unicodeScalars.split(separator: "\t") {
      guard let first = entry.first else { continue }
      twins[first] = String(entry.dropFirst())
    }
    return twins
  }()
}
