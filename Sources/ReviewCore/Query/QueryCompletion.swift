/// What the word under the cursor of a query line may become.
package struct QueryCompletion: Hashable, Sendable {
  /// The characters of the query that a candidate takes the place of.
  package let range: Range<Int>
  /// What is typed of it so far, without its field.
  package let typed: String
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
    typed = word.typed
    let found: [Candidate] =
      switch word.kind {
      case .phrase: []
      case .field: Self.fields(beginning: word.typed, in: vocabulary)
      case .word: Self.conditions(beginning: word.typed, in: vocabulary)
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

  /// Fields that begin like the word.
  private static func fields(
    beginning word: String, in vocabulary: QueryVocabulary
  ) -> [Candidate] {
    let folded = word.folded
    return vocabulary.fields.filter { $0.name.folded.hasPrefix(folded) }
      .map { Candidate(text: "\($0.name):", detail: $0.meaning) }
  }

  /// Fields that begin like the word, and whole conditions whose value has a word that does.
  private static func conditions(
    beginning word: String, in vocabulary: QueryVocabulary
  ) -> [Candidate] {
    var found = fields(beginning: word, in: vocabulary)
    guard word.count >= 2 else { return found }
    if word == "OR" { found.append(Candidate(text: "OR", detail: "either of two conditions")) }
    for field in ["is", "area", "format", "level", "state", "round", "tag"] {
      found += values(of: field, holding: word, isWithinWords: false, in: vocabulary)
        .map { Candidate(text: "\(field):\($0.text)", detail: $0.detail) }
    }
    return found
  }

  /// The values of a field that hold what was typed: those that begin with it first, then those
  /// whose name does, those of which a word does, and those that have it within a word; where there
  /// are none of these, those that have its letters in this order.
  private static func values(
    of field: String, holding word: String, isWithinWords: Bool = true,
    in vocabulary: QueryVocabulary
  ) -> [Candidate] {
    let folded = word.folded
    var ranked: [[Candidate]] = [[], [], [], []]
    for value in vocabulary.values(of: field.lowercased()) {
      guard let rank = rank(of: folded, in: value), isWithinWords || rank < 3,
        let text = Query.quoted(value.text)
      else { continue }
      ranked[rank].append(Candidate(text: text, detail: value.detail))
    }
    let found = ranked.flatMap(\.self)
    return found.isEmpty && isWithinWords
      ? fuzzyValues(of: field, holding: word, in: vocabulary) : found
  }

  private static func fuzzyValues(
    of field: String, holding word: String, in vocabulary: QueryVocabulary
  ) -> [Candidate] {
    let values = vocabulary.values(of: field.lowercased())
    let index = FuzzyIndex(values.lazy.map { ([$0.text] + $0.names).joined(separator: " ") })
    return index.hits(of: FuzzyPattern(word)).compactMap { hit in
      Query.quoted(values[hit.place].text).map {
        Candidate(text: $0, detail: values[hit.place].detail)
      }
    }
  }

  private static func rank(of folded: String, in value: QueryVocabulary.Value) -> Int? {
    if folded.isEmpty || value.text.folded.hasPrefix(folded) { return 0 }
    let names = ([value.text] + value.names).map(\.folded).filter { $0.contains(folded) }
    if names.isEmpty { return nil }
    if names.contains(where: { $0.hasPrefix(folded) }) { return 1 }
    let words = names.flatMap { $0.split { !$0.isLetter && !$0.isNumber } }
    return words.contains { $0.hasPrefix(folded) } ? 2 : 3
  }
}
