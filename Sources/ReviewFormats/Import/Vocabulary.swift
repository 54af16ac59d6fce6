import ReviewCore

/// The values that one field of the summit may have, and how a text names them.
struct Vocabulary {
  /// A way to name a value; the earlier ones go first.
  private var tiers: [[String: Int]] = []
  private var keywords: [(words: String, value: Int)] = []
  /// No text longer than this can be a list of values.
  private(set) var longestCell = 0
  let count: Int

  private static let ambiguous = -1

  /// The focus areas: by id, name, short name; keywords that exactly one area has.
  init(areas: [FocusArea]) {
    count = areas.count
    addTier(areas.map { [$0.id.text] })
    addTier(areas.map { [$0.name] })
    addTier(areas.map { [$0.short] })
    addWordTier(areas.map { [$0.id.text, $0.name, $0.short] })
    var owners: [String: Int] = [:]
    for (index, area) in areas.enumerated() {
      for word in Set(area.keywords.map(\.foldedWords)) where !word.isEmpty {
        owners[word] = owners[word] == nil ? index : Self.ambiguous
      }
    }
    keywords = owners.filter { $0.value != Self.ambiguous }
      .map { (words: " \($0.key) ", value: $0.value) }.sorted { $0.words < $1.words }
  }

  /// The formats: by id, name, and name with minutes ("Talk (25 min)").
  init(formats: [SessionFormat]) {
    count = formats.count
    addTier(formats.map { [$0.id.text] })
    addTier(formats.map { [$0.name] })
    addWordTier(
      formats.map { format in
        let units = ["min", "mins", "minute", "minutes", "m", ""]
        let lengths = format.minutes.map { minutes in
          units.flatMap { ["\(format.name) \(minutes) \($0)", "\(minutes) \($0) \(format.name)"] }
        }
        return [format.id.text, format.name] + (lengths ?? [])
      })
  }

  /// The levels, by name.
  init(levels: [String]) {
    count = levels.count
    addTier(levels.map { [$0] })
    addWordTier(levels.map { [$0] })
  }

  /// The rounds, by id and name.
  init(rounds: [Round]) {
    count = rounds.count
    addTier(rounds.map { [$0.id.text] })
    addTier(rounds.map { [$0.name] })
    addWordTier(rounds.map { [$0.id.text, $0.name] })
  }

  private mutating func addTier(_ names: [[String]]) {
    add(names.map { $0.map(Self.key) })
    longestCell += names.joined().reduce(0) { $0 + 4 * $1.utf8.count + 16 }
  }

  private mutating func addWordTier(_ names: [[String]]) {
    add(names.map { $0.map(\.foldedWords) })
  }

  private mutating func add(_ names: [[String]]) {
    var tier: [String: Int] = [:]
    for (index, names) in names.enumerated() {
      for name in Set(names) where !name.isEmpty {
        tier[name] = tier[name] == nil ? index : Self.ambiguous
      }
    }
    tiers.append(tier)
  }

  /// A text for comparing: folded, white space as single spaces.
  static func key(_ text: String) -> String {
    text.folded.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// The value that a text names, or nil where it names none, or more than one.
  func value(named text: String) -> Int? {
    let key = Self.key(text)
    for tier in tiers.dropLast() {
      if let value = tier[key], value != Self.ambiguous { return value }
    }
    guard let value = tiers.last?[text.foldedWords], value != Self.ambiguous else { return nil }
    return value
  }

  /// The values whose keywords stand in a text, in the order in which they stand there.
  func values(byKeywordIn text: String) -> [Int] {
    if keywords.isEmpty { return [] }
    let padded = Array(" \(text.foldedWords) ".utf8)
    var found: [(place: Int, value: Int)] = []
    for keyword in keywords {
      let words = Array(keyword.words.utf8)
      guard padded.count >= words.count else { continue }
      let place = (0...(padded.count - words.count)).first {
        padded[$0] == 0x20 && padded[$0...].starts(with: words)
      }
      if let place { found.append((place, keyword.value)) }
    }
    var values: [Int] = []
    for match in found.sorted(by: { ($0.place, $0.value) < ($1.place, $1.value) })
    where !values.contains(match.value) {
      values.append(match.value)
    }
    return values
  }
}
