import ReviewCore

/// Random JSON trees, with what is hard to read and write in them.
enum RandomJSON {
  static func value(_ random: inout SplitMix64, depth: Int = 4) -> JSONValue {
    switch random.below(depth == 0 ? 5 : 8) {
    case 0: return .null
    case 1: return .bool(random.once(in: 2))
    case 2: return .int(random.below(2_000_001) - 1_000_000)
    case 3: return .double(Double(random.below(100_000)) / 64 - 700)
    case 4: return .string(string(&random))
    case 5: return .array((0..<random.below(4)).map { _ in value(&random, depth: depth - 1) })
    default:
      var object = JSONObject()
      for _ in 0..<random.below(5) { object[string(&random)] = value(&random, depth: depth - 1) }
      return .object(object)
    }
  }

  static func string(_ random: inout SplitMix64) -> String {
    let pieces = [
      "a", "b", "é", "e\u{301}", "\"", "\\", "/", "\n", "\r", "\t", "\u{0}", "\u{1F}", "\u{7F}",
      "\u{2028}", "😀", "日", "\u{FEFF}", "\u{10FFFF}",
    ]
    return (0..<random.below(5)).map { _ in random.one(of: pieces) }.joined()
  }
}
