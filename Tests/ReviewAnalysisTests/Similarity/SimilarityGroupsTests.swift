import ReviewAnalysis
import ReviewCore
import Testing

@Suite struct SimilarityGroupsTests {
  private static let text = [
    "Change data capture turns a database into a stream that everybody can read.",
    "We compare four connectors by what they lose when the leader fails.",
    "Two of them lose rows; one repeats them; one asks for a prayer.",
    "You leave with a checklist and with fewer illusions.",
  ]

  private static func talk(_ id: ProposalID, _ title: String, _ sentences: [Int]) -> Talks.Talk {
    Talks.Talk(
      id: id, title: title, abstract: sentences.map { text[$0] }.joined(separator: " "),
      speakers: ["s"])
  }

  @Test func versionsOfATalkAreAGroupThoughTheFirstAndTheLastDiffer() {
    let talks = [
      Self.talk("9", "Capture", [0, 1]), Self.talk("10", "Capturing changes", [0, 1, 2, 3]),
      Self.talk("11", "A prayer", [2, 3]), Self.talk("12", "Unlike the others", []),
      Talks.Talk(id: "13", title: "Windows in time", abstract: "Sessions, slides, tumbles."),
    ]
    let index = Compared(Talks.seen(talks))
    #expect((index.cosine(of: "9", "11") ?? 1) < 0.3)
    #expect(index.groups == [["9", "10", "11"]])
    let without = Compared(Talks.seen(talks, withdrawn: ["10"]))
    #expect(without.groups == [])
  }

  @Test func theSameWordsInOtherPhrasesAreNoGroup() {
    let index = Compared(Talks.seen(Talks.eight))
    // t4 and t5 have a cosine of 0.64 and 4 % of their phrases in common.
    #expect(index.groups == [["t1", "t2"]])
  }

  @Test(arguments: 0..<20 as Range<UInt64>) func groupsAreThePartsThatConfirmedPairsJoin(
    seed: UInt64
  ) {
    let talks = Talks.random(25, seed: seed, words: 10)
    let index = Compared(Talks.seen(talks))
    var labels = Dictionary(uniqueKeysWithValues: talks.map { ($0.id, $0.id) })
    for pair in index.pairs().pairs where pair.likeness.isConfirmed {
      let (one, other) = (labels[pair.first.id], labels[pair.second.id])
      for talk in talks where labels[talk.id] == other { labels[talk.id] = one }
    }
    let groups = Dictionary(grouping: talks.map(\.id)) { labels[$0]! }.values
      .filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    #expect(index.groups == groups)
  }
}
