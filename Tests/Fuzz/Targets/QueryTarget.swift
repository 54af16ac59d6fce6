import ReviewCore

/// The query language: reading, matching, completing, chips.
enum QueryTarget {
  private static let vocabulary = QueryVocabulary(FuzzSummit.seen)

  @Sendable static func check(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes.prefix(200), as: UTF8.self)
    let count = text.count
    do {
      let query = try Query(text, for: FuzzSummit.event)
      let chips = try QueryChips(text)
      for place in chips.chips.indices {
        _ = try Query(chips.removing(place), for: FuzzSummit.event)
        let other = chips.replacing(place, by: "area:lakes")
        _ = try Query(other, for: FuzzSummit.event)
      }
      let more = try Query(chips.adding("area:lakes"), for: FuzzSummit.event)
      let found = FuzzSummit.matches(query)
      try expect(FuzzSummit.matches(more).isSubset(of: found), "one more condition finds more")
    } catch let error as QueryError {
      try expect((1...count + 1).contains(error.column), "column \(error.column) of \(count)")
    }
    for cursor in 0...min(count, 40) {
      let completion = QueryCompletion(of: text, cursor: cursor, in: vocabulary)
      for candidate in completion.candidates.prefix(4) {
        let taken = completion.taking(candidate, in: text)
        try expect((0...taken.text.count).contains(taken.cursor), "the cursor leaves the text")
      }
    }
  }
}
