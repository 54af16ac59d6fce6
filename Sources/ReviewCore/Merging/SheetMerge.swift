/// The merge rule for review files: trees in, tree out, so that what this version does not know
/// stays.
///
/// Commutative, associative and idempotent: the same reviewer in two terminals, a script beside the
/// interface, two clones, give the same file in every order.
package enum SheetMerge {
  /// A merged file, and the texts that another text replaced.
  package struct Result: Sendable {
    /// The merged file.
    package var file: JSONObject
    /// What lost, where it is a text that somebody wrote.
    package var lost: [LostText] = []
  }

  /// Merges two versions of one review file. O(size).
  package static func merge(_ first: JSONObject, _ second: JSONObject) -> Result {
    var result = Result(file: JSONObject())
    result.file = union(first, second) { key, one, other in
      guard let one = one.object, let other = other.object else {
        return greater(one, other)
      }
      switch key {
      case "reviews":
        return .object(
          union(one, other) { mergeReviews($0, $1, $2, &result.lost) })
      case "comparisons":
        return .object(union(one, other) { mergeComparisons($1, $2) })
      case "discussion":
        return .object(
          union(one, other) { mergeTexts("text", as: "remark", $0, $1, $2, &result.lost) })
      default: return greater(.object(one), .object(other))
      }
    }
    return result
  }

  // MARK: - Entries

  private static let textKeys: Set<String> = ["comment", "commentAt", "feedback", "feedbackAt"]

  private static func mergeReviews(
    _ id: String, _ first: JSONValue, _ second: JSONValue, _ lost: inout [LostText]
  ) -> JSONValue {
    guard let one = first.object, let other = second.object else { return greater(first, second) }
    let (judged, unjudged) = ordered(judgement(of: one), judgement(of: other))
    var merged = judged.value?.object ?? JSONObject()
    noteLoss(of: "reason", from: unjudged, to: judged, about: id, &lost)
    for key in ["comment", "feedback"] {
      let (kept, dropped) = ordered(text(key, of: one), text(key, of: other))
      for member in kept.value?.object?.members ?? [] { merged.append(member.key, member.value) }
      noteLoss(of: key, from: dropped, to: kept, about: id, &lost)
    }
    return .object(merged)
  }

  private static func judgement(of entry: JSONObject) -> Register {
    let value = entry.removing(textKeys)
    return Register(at: entry["at"], value: value.isEmpty ? nil : .object(value))
  }

  private static func text(_ key: String, of entry: JSONObject) -> Register {
    var value = JSONObject()
    for name in [key, key + "At"] {
      if let member = entry[name] { value.append(name, member) }
    }
    return Register(at: entry[key + "At"], value: value.isEmpty ? nil : .object(value))
  }

  private static func mergeComparisons(_ first: JSONValue, _ second: JSONValue) -> JSONValue {
    guard let one = first.object, let other = second.object else { return greater(first, second) }
    return .object(union(one, other) { later($1, $2).kept })
  }

  /// Merges two values as whole registers, and notes the text of one that another replaced.
  static func mergeTexts(
    _ textKey: String, as kind: String? = nil, _ id: String, _ first: JSONValue,
    _ second: JSONValue, _ lost: inout [LostText]
  ) -> JSONValue {
    let (kept, dropped) = later(first, second)
    if let text = dropped.object?[textKey]?.string, !text.isEmpty,
      !(kept.object?[textKey]?.string?.isSameBytes(as: text) ?? false)
    {
      lost.append(
        LostText(about: id, kind: kind ?? textKey, text: text, at: dropped.object?["at"]?.string))
    }
    return kept
  }

  // MARK: - Registers

  private static func ordered(
    _ first: Register, _ second: Register
  ) -> (kept: Register, dropped: Register) {
    second.stands(over: first) ? (second, first) : (first, second)
  }

  private static func noteLoss(
    of key: String, from dropped: Register, to kept: Register, about id: String,
    _ lost: inout [LostText]
  ) {
    guard let text = dropped.value?.object?[key]?.string, !text.isEmpty,
      !(kept.value?.object?[key]?.string?.isSameBytes(as: text) ?? false)
    else { return }
    lost.append(LostText(about: id, kind: key, text: text, at: dropped.at?.description))
  }

  /// The two values as whole registers, the one that stands first.
  static func later(
    _ first: JSONValue, _ second: JSONValue
  ) -> (kept: JSONValue, dropped: JSONValue) {
    let one = Register(at: first.object?["at"], value: first)
    let other = Register(at: second.object?["at"], value: second)
    return other.stands(over: one) ? (second, first) : (first, second)
  }

  // MARK: - Trees

  /// All members of both objects; of a key in both, what `combine` makes of the two.
  ///
  /// A key that stands twice in an object is as two keys, its first and its second: nobody knows
  /// which is meant, so both stay.
  static func union(
    _ first: JSONObject, _ second: JSONObject,
    _ combine: (String, JSONValue, JSONValue) -> JSONValue
  ) -> JSONObject {
    var members = first.members.map { ($0.key, $0.value) }
    var places: [ByteKey: [Int]] = [:]
    for (place, member) in members.enumerated() {
      places[.init(member.0), default: []].append(place)
    }
    var met: [ByteKey: Int] = [:]
    for member in second.members {
      let key = ByteKey(member.key)
      let time = met[key, default: 0]
      met[key] = time + 1
      if let known = places[key], time < known.count {
        let place = known[time]
        let old = members[place].1
        members[place].1 = old == member.value ? old : combine(member.key, old, member.value)
      } else {
        members.append((member.key, member.value))
      }
    }
    return JSONObject(members: members)
  }

  /// A key compared by its bytes.
  private struct ByteKey: Hashable {
    let text: String
    init(_ text: String) { self.text = text }
    static func == (first: Self, second: Self) -> Bool { first.text.isSameBytes(as: second.text) }
    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  /// The one whose canonical JSON is greater.
  static func greater(_ first: JSONValue, _ second: JSONValue) -> JSONValue {
    let one = Register(at: nil, value: first)
    return Register(at: nil, value: second).stands(over: one) ? second : first
  }
}
