import ReviewAnalysis
import ReviewCore
import Testing

@Suite struct BoilerplateTests {
  private static let shared = "This talk is brought to you by the leader in data."
  private static let own = [
    "Windows and triggers explained with seven pictures.", "Kafka without tears or tickets.",
    "Our beautiful migration took forty weekends.", "Schema evolution meets reality in Lisbon.",
  ]

  private static func talks(_ speakers: [[ProposalID]], _ sentence: String = shared) -> [Talks.Talk]
  {
    speakers.enumerated().map { place, speakers in
      Talks.Talk(
        id: ProposalID(stringLiteral: "\(place + 1)"), title: "Talk number\(place)",
        abstract: place % 2 == 0 ? "\(own[place]) \(sentence)" : "\(sentence)\n\n\(own[place])",
        speakers: speakers)
    }
  }

  private static func isDropped(_ seen: SeenSummit) -> Bool {
    Compared(seen).weight(of: "leader") == nil
  }

  @Test func aSentenceOfThreeSpeakersIsDropped() {
    let talks = Self.talks([["a"], ["b"], ["c"]])
    #expect(Self.isDropped(Talks.seen(talks)))
    let index = Compared(Talks.seen(talks))
    #expect(index.pairs().pairs == [])
    // What the talks say themselves stays.
    #expect(index.weight(of: "kafka") != nil)
    #expect(index.exactJaccard(of: "1", "2") == 0)
    #expect(index.exactJaccard(of: "2", "2") == 1)
  }

  @Test func whatTwoSpeakersSayStays() {
    #expect(!Self.isDropped(Talks.seen(Self.talks([["a"], ["b"]]))))
    #expect(!Self.isDropped(Talks.seen(Self.talks([["a"], ["b"], ["b", "c"]]))))
    #expect(!Self.isDropped(Talks.seen(Self.talks([["a"], ["a"], ["a"], ["a"]]))))
    #expect(Self.isDropped(Talks.seen(Self.talks([["a", "b", "c"], ["a"], ["b"], ["c"]]))))
    #expect(Self.isDropped(Talks.seen(Self.talks([[], ["a"], ["b"]]))))
  }

  @Test func whoseSpeakersAreHiddenCountsByItself() {
    let talks = Self.talks([["a"], ["a"], ["a"]])
    #expect(Self.isDropped(Talks.seen(talks, speakers: .hidden, by: "ines")))
    #expect(Self.isDropped(Talks.seen(talks, speakers: .afterScoring, by: "ines")))
    #expect(Self.isDropped(Talks.seen(talks, areSpeakersKnown: false)))
    #expect(!Self.isDropped(Talks.seen(talks, speakers: .hidden, by: "ada")))
  }

  @Test func hiddenSpeakersChangeNothing() {
    let one = Talks.seen(Self.talks([["a"], ["a"], ["b"]]), speakers: .hidden, by: "ines")
    let other = Talks.seen(Self.talks([["a"], ["b"], ["c"]]), speakers: .hidden, by: "ines")
    #expect(Compared(one).pairs() == Compared(other).pairs())
  }

  @Test func withdrawnTalksDoNotCount() {
    let talks = Self.talks([["a"], ["b"], ["c"]])
    #expect(!Self.isDropped(Talks.seen(talks, withdrawn: ["2"])))
  }

  @Test(arguments: [
    "the leader in data.", "The  leader,\nin DATA!", "\"The leader in data.\"",
  ])
  func aSentenceIsTheSameInAnySpelling(_ spelling: String) {
    var talks = Self.talks([["a"], ["b"], ["c"]], "The leader in data.")
    talks[0].abstract = "\(Self.own[0]) \(spelling)"
    #expect(Self.isDropped(Talks.seen(talks)))
  }

  @Test func shortLinesAreWordsOfAList() {
    let talks = Self.talks([["a"], ["b"], ["c"]], "The data leader.")
    #expect(!Self.isDropped(Talks.seen(talks)))
  }

  @Test func listsHaveSentencesWithoutFullStops() {
    let talks = ["a", "b", "c"].map { (speaker: ProposalID) in
      Talks.Talk(
        id: speaker, title: "x",
        abstract: "Mine is \(speaker)zzz and so on\n- you meet the leader\n• more",
        speakers: [speaker])
    }
    #expect(Self.isDropped(Talks.seen(talks)))
    #expect(Compared(Talks.seen(talks)).weight(of: "more") != nil)
  }

  @Test func aLineThatGoesOnIsNoSentence() {
    let talks = ["a", "b", "c"].map { (speaker: ProposalID) in
      Talks.Talk(
        id: speaker, title: "x",
        abstract: "Mine is \(speaker)zzz and\nyou will meet the leader there",
        speakers: [speaker])
    }
    #expect(!Self.isDropped(Talks.seen(talks)))
  }

  @Test func threeCopiesAreCopiesAndNoBoilerplate() {
    let text =
      "Exactly once means what it says only when sinks take part. "
      + "We show how commits and checkpoints work together, and which of the usual sinks lie. "
      + "Come for the numbers, stay for the outages."
    let talks = ["a", "b", "c"].map { (speaker: ProposalID) in
      Talks.Talk(id: speaker, title: "Exactly once", abstract: text, speakers: [speaker])
    }
    let index = Compared(Talks.seen(talks))
    #expect(index.weight(of: "checkpoints") != nil)
    #expect(index.groups == [["a", "b", "c"]])
    // A text to come is none: of the three only the titles are left.
    let placeholders = ["a", "b", "c"].map { (speaker: ProposalID) in
      Talks.Talk(
        id: speaker, title: "\(speaker)11 \(speaker)22", abstract: "The abstract will follow soon.",
        speakers: [speaker])
    }
    #expect(Compared(Talks.seen(placeholders)).pairs().pairs == [])
  }
}
