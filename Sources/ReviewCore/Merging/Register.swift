/// One last-writer-wins register: what was said, and when.
///
/// The later one stands; of equal times the one whose canonical JSON is greater, then the one whose
/// text is, so that every order of merging gives the same.
struct Register: Sendable {
  /// When it was said; nil, or no valid time, is before all times.
  let at: Timestamp?
  /// What was said, nil where nothing was.
  let value: JSONValue?

  init(at: JSONValue?, value: JSONValue?) {
    self.at = at?.string.flatMap { Timestamp($0) }
    self.value = value
  }

  /// Whether this one stands where both were said.
  func stands(over other: Register) -> Bool {
    guard let value else { return false }
    guard let otherValue = other.value else { return true }
    let (time, otherTime) = (at?.milliseconds ?? .min, other.at?.milliseconds ?? .min)
    if time != otherTime { return time > otherTime }
    let (canonical, otherCanonical) = (value.canonicalBytes, otherValue.canonicalBytes)
    if canonical != otherCanonical { return otherCanonical.lexicographicallyPrecedes(canonical) }
    return otherValue.lineBytes.lexicographicallyPrecedes(value.lineBytes)
  }
}

/// A text that a merge left out, to be kept somewhere else.
package struct LostText: Hashable, Sendable {
  /// The proposal that it is about, or the id of the remark.
  package let about: String
  /// What it was: `comment`, `feedback`, `reason`, `remark` or `note`.
  package let kind: String
  /// The text itself.
  package let text: String
  /// When it was written.
  package let at: String?

  /// Notes a text.
  package init(about: String, kind: String, text: String, at: String?) {
    self.about = about
    self.kind = kind
    self.text = text
    self.at = at
  }
}
