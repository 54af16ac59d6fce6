import Testing

@testable import ReviewCore

@Suite struct QueryCompletionTests {
  private static func vocabulary(
    _ rule: Rules.SpeakerVisibility = .hidden, by viewer: Identifier = "bo"
  ) -> QueryVocabulary {
    var event = QueryTests.event
    event.rules.speakers = rule
    var first = Proposal(id: "1", title: "T")
    first.tags = ["Iceberg", "big data"]
    var second = Proposal(id: "2", title: "U")
    second.tags = ["iceberg", "Iceberg", "say \"hi\" now"]
    var eve = Speaker(id: "s", name: "Éve Ng", proposals: ["1", "2"])
    eve.organization = "Acme"
    let summit = Summit(event: event, proposals: [first, second], speakers: [eve])
    return QueryVocabulary(summit.seen(by: viewer, at: 0))
  }

  /// Completes where `|` stands.
  private static func complete(
    _ line: String, in vocabulary: QueryVocabulary = vocabulary()
  ) -> (completion: QueryCompletion, text: String) {
    let parts = line.split(separator: "|", omittingEmptySubsequences: false)
    let text = parts.joined()
    return (QueryCompletion(of: text, cursor: parts[0].count, in: vocabulary), text)
  }

  private static func texts(
    _ line: String, in vocabulary: QueryVocabulary = vocabulary()
  ) -> [String] {
    complete(line, in: vocabulary).completion.candidates.map(\.text)
  }

  @Test(arguments: [
    ("area:|", ["lakehouse", "ml"]), ("area:la|", ["lakehouse"]), ("area:lear|", ["ml"]),
    ("AREA:L|", ["lakehouse", "ml"]), ("format:w|", ["workshop"]),
    ("level:|", ["Introductory", "Advanced"]),
    ("is:s|", ["scored", "skipped", "stale", "unscored", "abstained", "assigned", "discussed"]),
    ("state:w|", ["waitlist"]), ("round:|", ["early", "main"]), ("by:|", ["ada", "bo", "cy"]),
    ("by:e|", ["bo"]), ("tag:|", ["Iceberg", "\"big data\""]), ("tag:\"big|", ["\"big data\""]),
    ("tag:da|", ["\"big data\""]), ("my:|", ["5", "4", "3", "2", "1"]),
    ("my.style:4|", ["4"]), ("score:|", []), ("foo:|", []), ("\"ar|", []),
    ("-(x OR area:m|", ["ml", "lakehouse"]), ("ar|", ["area:"]),
    ("my|", ["my:", "my.relevance:", "my.style:"]),
    ("ice|", ["tag:Iceberg"]), ("adv|", ["level:Advanced"]), ("zzz|", []),
    ("OR|", ["OR"]),
  ])
  func theWordUnderTheCursorIsCompleted(line: String, texts: [String]) {
    #expect(Self.texts(line) == texts)
  }

  @Test func anEmptyWordMayBecomeAnyField() {
    for line in ["|", "x |", "(|", "-|", "x | y", "area:ml (|)"] {
      let texts = Self.texts(line)
      #expect(texts.first == "area:", "\(line)")
      #expect(texts.contains("is:"))
      #expect(texts.allSatisfy { $0.hasSuffix(":") })
    }
  }

  @Test func speakersAreOfferedOnlyWhereTheyAreShown() {
    let hidden = Self.vocabulary(.hidden)
    let shown = Self.vocabulary(.shown)
    let chair = Self.vocabulary(.hidden, by: "ada")
    for line in ["speaker:|", "org:|", "spe|", "org|"] {
      #expect(Self.texts(line, in: hidden).isEmpty, "\(line)")
      #expect(!Self.texts(line, in: shown).isEmpty, "\(line)")
      #expect(!Self.texts(line, in: chair).isEmpty, "\(line)")
    }
    #expect(Self.texts("speaker:eve|", in: shown) == ["\"Éve Ng\""])
    let afterScoring = Self.vocabulary(.afterScoring)
    #expect(Self.texts("speaker:|", in: afterScoring).isEmpty)
  }

  @Test(arguments: [
    ("are|", "area:|"), ("x area:la| y", "x area:lakehouse| y"), ("area:m|x", "area:ml |"),
    ("area:l|", "area:lakehouse |"), ("tag:\"bi| da\" x", "tag:\"big data\"| x"),
    ("a|rea:ml x", "area:|ml x"), ("(area:la|)", "(area:lakehouse|)"),
    ("|is:draft", "area:| is:draft"), ("é ta|", "é tag:|"),
  ])
  func takingACandidatePutsItInPlace(line: String, result: String) throws {
    let (completion, text) = Self.complete(line)
    let candidate = try #require(completion.candidates.first)
    let taken = completion.taking(candidate, in: text)
    let shown = Array(taken.text)
    #expect(
      String(shown[..<taken.cursor]) + "|" + String(shown[taken.cursor...]) == result)
  }

  @Test func candidatesSayWhatTheyMean() {
    func detail(_ line: String) -> String? {
      Self.complete(line).completion.candidates.first?.detail
    }
    #expect(detail("area:la|") == "Modern Lakehouses")
    #expect(detail("tag:ice|") == "2 proposals")
    #expect(detail("is:uns|") == "no judgement of mine yet")
    #expect(detail("are|") == "focus area")
  }

  /// Each candidate, taken, makes a query where the rest is one.
  @Test(arguments: ["", "x ", "-", "(a OR ", "area:", "tag:", "is:s", "format:", "b", "level:a"])
  func whatIsOfferedCanBeAsked(text: String) {
    let vocabulary = Self.vocabulary(.shown)
    let completion = QueryCompletion(of: text, cursor: text.count, in: vocabulary)
    for candidate in completion.candidates where candidate.isWhole && candidate.text != "OR" {
      let taken = completion.taking(candidate, in: text).text
      let closed = taken.contains("(") ? taken + ")" : taken
      #expect(throws: Never.self) { try Query(closed, for: vocabulary.event) }
    }
  }

  @Test(arguments: 1...10)
  func noLineAndNoCursorTraps(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let vocabulary = Self.vocabulary(.shown)
    let pieces = ["(", ")", "-", "\"", ":", " ", "area", "is:", "my.", "é", "x", "tag:\"b"]
    for _ in 0..<150 {
      let text = (0..<random.below(8)).map { _ in random.one(of: pieces) }.joined()
      for cursor in -1...text.count + 1 {
        let completion = QueryCompletion(of: text, cursor: cursor, in: vocabulary)
        let inside = max(0, min(cursor, text.count))
        #expect(completion.range.lowerBound <= inside && inside <= completion.range.upperBound)
        #expect(completion.range.upperBound <= text.count, "seed \(seed): \(text)")
        if let first = completion.candidates.first {
          let taken = completion.taking(first, in: text)
          #expect(taken.cursor <= taken.text.count)
        }
      }
    }
  }
}
