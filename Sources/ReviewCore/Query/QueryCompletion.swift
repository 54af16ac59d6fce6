/// What the word under the cursor of a query line may become.
package struct QueryCompletion: Hashable, Sendable {
  /// The characters of the query that a candidate takes the place of.
  package let range: Range<Int>
  /// What may stand there, the likeliest first; at most `limit`.
  package let candidates: [Candidate]

  /// The most candidates there are.
  package static let limit = 50

  /// One thing that the word may become.
  package struct Candidate: Hashable, Sendable {
    /// What goes into the query: a field with its colon, a value, a whole condition.
    package let text: String
    /// What it means, in a few words.
    package let detail: String

    /// Whether the condition is whole with it; a field still wants its value.
    package var isWhole: Bool { text.last != ":" }
  }

  /// Completes the word under the cursor. O(words that the summit knows).
  ///
  /// - Parameter cursor: characters before the cursor; outside the text means its nearest end.
  package init(of text: String, cursor: Int, in vocabulary: QueryVocabulary) {
    let characters = Array(text)
    let cursor = max(0, min(cursor, characters.count))
    let word = QueryWord(at: cursor, of: characters)
    range = word.range
    let found: [Candidate] =
      switch word.kind {
      case .phrase: []
      case .field: Self.conditions(beginning: word.typed, in: vocabulary)
      case .value(let field): Self.values(of: field, holding: word.typed, in: vocabulary)
      }
    candidates = Array(found.prefix(Self.limit))
  }

  /// The query once a candidate is taken, and where the cursor then is. At the end of the query a
  /// whole condition is followed by a space.
  package func taking(_ candidate: Candidate, in text: String) -> (text: String, cursor: Int) {
    let characters = Array(text)
    guard range.upperBound <= characters.count else { return (text, characters.count) }
    let after = characters[range.upperBound...]
    let before = Array(characters[..<range.lowerBound]) + Array(candidate.text)
    guard let next = after.first else {
      let end = candidate.isWhole ? before + [" "] : before
      return (String(end), end.count)
    }
    // What was put before a word must not join it.
    let space = range.isEmpty && !next.isWhitespace && next != ")" ? " " : ""
    return (String(before) + space + String(after), before.count)
  }

  /// Fields that begin like the word, and values that hold it, as whole conditions.
  private static func conditions(
    beginning word: String, in vocabulary: QueryVocabulary
  ) -> [Candidate] {
    let folded = word.folded
    let fields = vocabulary.fields.filter { $0.name.folded.hasPrefix(folded) }
    var found = fields.map { Candidate(text: "\($0.name):", detail: $0.meaning) }
    guard word.count >= 2 else { return found }
    if word == "OR" { found.append(Candidate(text: "OR", detail: "either of two conditions")) }
    for field in ["is", "area", "format", "level", "state", "round", "tag"] {
      found += values(of: field, holding: word, in: vocabulary)
        .map { Candidate(text: "\(field):\($0.text)", detail: $0.detail) }
    }
    return found
  }

  /// The values of a field that hold what was typed: those that begin with it first.
  private static func values(
    of field: String, holding word: String, in vocabulary: QueryVocabulary
  ) -> [Candidate] {
    let folded = word.folded
    var ranked: [[Candidate]] = [[], [], []]
    for value in vocabulary.values(of: field.lowercased()) {
      guard let rank = rank(of: folded, in: value), let text = Query.quoted(value.text) else {
        continue
      }
      ranked[rank].append(Candidate(text: text, detail: value.detail))
    }
    return ranked.flatMap(\.self)
  }

  /// 0 where the value or its name begins with the word, 1 where a word of them does, 2 where they
  /// hold it.
  private static func rank(of folded: String, in value: QueryVocabulary.Value) -> Int? {
    if folded.isEmpty { return 0 }
    var best: Int?
    for text in [value.text] + value.names {
      let name = text.folded
      if name.hasPrefix(folded) { return 0 }
      guard name.contains(folded) else { continue }
      let isWord = name.split { !$0.isLetter && !$0.isNumber }.contains { $0.hasPrefix(folded) }
      best = min(best ?? 2, isWord ? 1 : 2)
    }
    return best
  }
}
