import ReviewAnalysis
import ReviewCore
import Testing

/// Numbers: reference case txt-01 (scikit-learn's TfidfVectorizer and an independent program).
@Suite struct SimilarityIndexTests {
  private static let index = Compared(Talks.seen(Talks.eight))
  private static let ids = Talks.eight.map(\.id)

  @Test func theWordsAreThoseOfTheReference() {
    #expect(Self.index.vocabularyCount == 57)
    let weights: [(String, Double)] = [
      ("watermarks", 1.8109302162), ("streaming", 2.0986122887), ("and", 1.5877866649),
      ("at", 2.0986122887), ("tests", 1.8109302162), ("pipelines", 1.8109302162),
      ("café", 2.5040773968),
    ]
    for (word, weight) in weights {
      #expect(abs((Self.index.weight(of: word) ?? 0) - weight) < 1e-9, "\(word)")
    }
    #expect(Self.index.weight(of: "a") == nil)
    #expect(Self.index.weight(of: "Café") == nil)
  }

  @Test func theCosinesAreThoseOfTheReference() throws {
    let expected: [[Double]] = [
      [1.0, 0.7727502425, 0.1787405034, 0.0496188207, 0.0919360378, 0.1008543184, 0.0, 0.0],
      [0.7727502425, 1.0, 0.224349644, 0.0444857391, 0.0439959214, 0.0245315215, 0.0, 0.0],
      [0.1787405034, 0.224349644, 1.0, 0.0395695317, 0.0391338447, 0.0901086408, 0.0, 0.0],
      [
        0.0496188207, 0.0444857391, 0.0395695317, 1.0, 0.6419129213, 0.0605742501, 0.1040780252,
        0.0,
      ],
      [
        0.0919360378, 0.0439959214, 0.0391338447, 0.6419129213, 1.0, 0.1001336392, 0.0343106855,
        0.0,
      ],
      [0.1008543184, 0.0245315215, 0.0901086408, 0.0605742501, 0.1001336392, 1.0, 0.0, 0.0],
      [0.0, 0.0, 0.0, 0.1040780252, 0.0343106855, 0.0, 1.0, 0.0],
      [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    ]
    for (row, one) in Self.ids.enumerated() {
      for (column, other) in Self.ids.enumerated() {
        let cosine = try #require(Self.index.exactCosine(of: one, other))
        #expect(abs(cosine - expected[row][column]) < 1e-9, "\(one) \(other)")
      }
    }
  }

  @Test func thePhrasesInCommonAreThoseOfTheReference() throws {
    for (row, one) in Self.ids.enumerated() {
      for (column, other) in Self.ids.enumerated() {
        let expected =
          switch (min(row, column), max(row, column)) {
          case (0, 1): 0.1212121212
          case (3, 4): 0.04
          case (7, 7): 0.0
          default: row == column ? 1.0 : 0.0
          }
        let jaccard = try #require(Self.index.exactJaccard(of: one, other))
        #expect(abs(jaccard - expected) < 1e-9, "\(one) \(other)")
      }
    }
  }

  @Test func theMostAlikeStandFirstWithWhatMakesThemAlike() throws {
    let similar = try #require(Self.index.similar(to: "t1"))
    #expect(similar.map(\.id) == ["t2"])
    let likeness = try #require(similar.first?.likeness)
    #expect(similar.first?.title == "Joining streams at scale: watermarks and state")
    #expect(likeness.cosine == 0.77275)
    #expect(likeness.jaccard == 0.121212)
    #expect(likeness.kind == .possibleDuplicate)
    #expect(likeness.isConfirmed)
    #expect(likeness.words == "possible duplicate, 12 % of the phrases the same")
    #expect(likeness.sharedTerms == ["scale", "at", "streams", "state", "watermarks"])
    let other = try #require(Self.index.similar(to: "t4")?.first?.likeness)
    #expect(other.kind == .possibleDuplicate)
    #expect(!other.isConfirmed)
    #expect(other.words == "possible duplicate, in other words")
    #expect(Self.index.similar(to: "t8") == [])
  }

  /// The example of Documentation/Ranking.md.
  @Test func theExampleByHandIsRight() throws {
    let titles = ["Iceberg upserts fast", "Iceberg upserts slow", "Kafka joins"]
    let ids: [ProposalID] = ["1", "2", "3"]
    let talks = zip(ids, titles).map { Talks.Talk(id: $0, title: $1, abstract: "") }
    let similar = try #require(Compared(Talks.seen(talks)).similar(to: "1"))
    #expect(similar.map(\.id) == ["2"])
    #expect(similar[0].likeness.cosine == 0.53635)
    #expect(similar[0].likeness.jaccard == 0)
    #expect(!similar[0].likeness.isConfirmed)
  }

  @Test func whatIsWithdrawnIsComparedWithNothing() {
    let index = Compared(Talks.seen(Talks.eight, withdrawn: ["t2"]))
    #expect(index.similar(to: "t2") == nil)
    #expect(index.similar(to: "t1") == [])
    #expect(index.similar(to: "none") == nil)
    #expect(index.count == 7)
    // Seven texts: ln(8/3) + 1.
    #expect(abs((index.weight(of: "watermarks") ?? 0) - 1.9808292530) < 1e-9)
  }

  @Test func onlyShownSpeakersAreTheSame() {
    var talks = Array(Talks.eight.prefix(2))
    talks[0].speakers = ["s1", "s2"]
    talks[1].speakers = ["s2"]
    func sameSpeaker(_ seen: SeenSummit) -> Bool? {
      Compared(seen).similar(to: "t1")?.first?.likeness.sameSpeaker
    }
    #expect(sameSpeaker(Talks.seen(talks)) == true)
    #expect(sameSpeaker(Talks.seen(talks, speakers: .hidden, by: "ines")) == nil)
    #expect(sameSpeaker(Talks.seen(talks, speakers: .hidden, by: "ada")) == true)
    #expect(sameSpeaker(Talks.seen(talks, areSpeakersKnown: false)) == nil)
    talks[1].speakers = ["s3"]
    #expect(sameSpeaker(Talks.seen(talks)) == false)
  }

  @Test(arguments: 0..<60 as Range<UInt64>) func allPairsAreFoundAndNoOther(seed: UInt64) throws {
    let talks = Talks.random(3 + Int(seed) % 30, seed: seed, words: seed % 2 == 0 ? 12 : 40)
    let index = Compared(Talks.seen(talks))
    let pairs = index.pairs()
    #expect(pairs.total == pairs.pairs.count)
    var expected: [(Double, ProposalID, ProposalID)] = []
    let reference = PlainCosines(talks)
    for (place, one) in talks.enumerated() {
      for (otherPlace, other) in talks.enumerated().dropFirst(place + 1) {
        let cosine = try #require(index.cosine(of: one.id, other.id))
        #expect(abs(cosine - reference.cosine(place, otherPlace)) < 1e-6)
        #expect(cosine == index.cosine(of: other.id, one.id))
        if cosine >= 0.3 { expected.append((cosine, one.id, other.id)) }
      }
      let similar = try #require(index.similar(to: one.id))
      #expect(
        similar.map(\.likeness)
          == pairs.pairs.filter { $0.first.id == one.id || $0.second.id == one.id }
          .map(\.likeness))
    }
    expected.sort { ($1.0, $0.1, $0.2) < ($0.0, $1.1, $1.2) }
    #expect(pairs.pairs.map(\.likeness.cosine) == expected.map(\.0))
    #expect(pairs.pairs.map(\.first.id) == expected.map(\.1))
    #expect(pairs.pairs.map(\.second.id) == expected.map(\.2))
    for limit in [0, 1, 3] {
      let few = index.pairs(limit: limit)
      #expect(few.pairs == Array(pairs.pairs.prefix(limit)))
      #expect(few.total == pairs.total)
    }
  }

  @Test func nothingAndOneAreLikeNothing() {
    #expect(Compared(Talks.seen([])).pairs().pairs == [])
    let one = Compared(Talks.seen([Talks.eight[0]]))
    #expect(one.pairs().pairs == [])
    #expect(one.similar(to: "t1") == [])
    let empty = Compared(
      Talks.seen(Talks.eight.map { .init(id: $0.id, title: "", abstract: "") }))
    #expect(empty.pairs().pairs == [])
    #expect(empty.vocabularyCount == 0)
  }

  @Test func itIsCurrentUntilATextOrWhoSpeaksChanges() {
    let talks = Self.talks(speakers: ["s1", "s2"])
    let index = SimilarityIndex(of: Talks.seen(talks))
    #expect(index.isCurrent(for: Talks.seen(talks)))
    #expect(!index.isCurrent(for: Talks.seen(Self.talks(speakers: ["s1", "s1"]))))
    #expect(!index.isCurrent(for: Talks.seen(talks, withdrawn: ["t2"])))
    #expect(!index.isCurrent(for: Talks.seen(talks, areSpeakersKnown: false)))
    var other = talks
    other[0].abstract += "!"
    #expect(!index.isCurrent(for: Talks.seen(other)))
  }

  private static func talks(speakers: [ProposalID]) -> [Talks.Talk] {
    zip(Talks.eight, speakers).map { talk, speaker in
      var talk = talk
      talk.speakers = [speaker]
      return talk
    }
  }

  @Test func onlyTheMostAlikeAreGivenWhereSoManyAreWanted() throws {
    let seen = Talks.seen(Talks.random(30, seed: 4))
    let index = SimilarityIndex(of: seen)
    let all = try #require(index.similar(to: "3", in: seen))
    #expect(all.count > 2)
    #expect(index.similar(to: "3", in: seen, limit: 2) == Array(all.prefix(2)))
    #expect(index.similar(to: "3", in: seen, limit: 0) == [])
  }

  @Test func theWorkCanBeStopped() {
    struct Stopped: Error {}
    #expect(throws: Stopped.self) {
      try SimilarityIndex(of: Talks.seen(Talks.eight)) { throw Stopped() }
    }
    #expect(throws: Stopped.self) {
      try Self.index.index.pairs(in: Self.index.seen, limit: nil) { throw Stopped() }
    }
    #expect(throws: Stopped.self) { try SimilarityGroups(in: Self.index.index) { throw Stopped() } }
  }
}

/// The cosines by their definition, text by text, for words of ASCII letters and digits.
private struct PlainCosines {
  private let vectors: [[String: Double]]

  init(_ talks: [Talks.Talk]) {
    let counts = talks.map { talk in
      Dictionary(
        "\(talk.title) \(talk.abstract)".split(separator: " ").filter { $0.count > 1 }
          .map { (String($0), 1.0) }, uniquingKeysWith: +)
    }
    // Logarithms by the library's own way round: ln x = 2 artanh((x - 1) / (x + 1)).
    func logarithm(_ value: Double) -> Double {
      let ratio = (value - 1) / (value + 1)
      var (power, sum) = (ratio, 0.0)
      for odd in stride(from: 1.0, to: 2_001, by: 2) {
        sum += power / odd
        power *= ratio * ratio
      }
      return 2 * sum
    }
    vectors = counts.map { text in
      let weighted = text.mapValues { $0 }.reduce(into: [:] as [String: Double]) { vector, entry in
        let frequency = Double(counts.count { $0[entry.key] != nil })
        vector[entry.key] =
          entry.value * (logarithm((1 + Double(talks.count)) / (1 + frequency)) + 1)
      }
      let length = weighted.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return weighted.mapValues { $0 / length }
    }
  }

  func cosine(_ one: Int, _ other: Int) -> Double {
    vectors[one].reduce(0) { $0 + $1.value * vectors[other][$1.key, default: 0] }
  }
}
