/// The values that a query can ask for in one summit, as the viewer may see it.
///
/// It is made once, when somebody begins to type a query, and read at each key.
package struct QueryVocabulary: Sendable {
  let event: Event
  /// The tags that proposals have, the most common first.
  let tags: [Word]
  /// The speakers who are shown, by how many proposals of theirs are.
  let speakers: [Word]
  /// Their organisations, likewise.
  let organizations: [Word]

  /// A value in one of its spellings, and how many proposals have it.
  struct Word: Hashable, Sendable {
    var text: String
    var count: Int
  }

  /// Reads a summit. O(proposals).
  package init(_ summit: SeenSummit) {
    event = summit.event
    var (tags, speakers, organizations) = (WordCount(), WordCount(), WordCount())
    summit.proposals.withUnsafeBufferPointer { proposals in
      for place in proposals.indices {
        tags.add(proposals[place].proposal.tags)
        guard let shown = proposals[place].speakers else { continue }
        speakers.add(shown.map(\.name))
        organizations.add(shown.compactMap(\.organization))
      }
    }
    self.tags = tags.words
    self.speakers = speakers.words
    self.organizations = organizations.words
  }
}

/// Counts words that differ in case and accents only as one.
struct WordCount {
  private var places: [String: Int] = [:]
  private var folded: [String: Int] = [:]
  private var counts: [QueryVocabulary.Word] = []

  /// Counts each of some words of one proposal once.
  mutating func add(_ words: [String]) {
    var seen: [Int] = []
    for word in words where !word.isEmpty {
      let place = place(of: word)
      if seen.contains(place) { continue }
      seen.append(place)
      counts[place].count += 1
    }
  }

  private mutating func place(of word: String) -> Int {
    if let place = places[word] { return place }
    let key = word.folded
    let place = folded[key] ?? counts.count
    if place == counts.count { counts.append(.init(text: word, count: 0)) }
    folded[key] = place
    places[word] = place
    return place
  }

  /// The words, the most common first, of equals by the alphabet.
  var words: [QueryVocabulary.Word] {
    counts.map { (word: $0, key: $0.text.folded) }
      .sorted { ($1.word.count, $0.key) < ($0.word.count, $1.key) }
      .map(\.word)
  }
}
