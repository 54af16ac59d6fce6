import ReviewCore
import ReviewStore
import SystemPackage
import Testing

@Suite struct ComparisonSaveTests {
  let temporary = TemporaryFolder()
  let file = "reviews/ada.json"

  private let pair = ProposalPair(p1, p2)!

  private func save(
    _ comparisons: [ProposalPair: Comparison], into folder: ReviewFolder
  ) throws -> SaveOutcome {
    try folder.save(
      SheetChange(ada, comparisons: comparisons), in: Sample.event, rescue: temporary.rescue,
      at: Sample.time(0))
  }

  private func said(_ outcome: Comparison.Outcome, at: Int64) -> Comparison {
    Comparison(outcome: outcome, at: Sample.time(at))
  }

  @Test func aComparisonIsReadAgain() async throws {
    let folder = temporary.sample()
    let other = try #require(ProposalPair(p3, p1))
    let comparisons = [pair: said(.second, at: 1), other: said(.skipped, at: 2)]
    let outcome = try save(comparisons, into: folder)
    #expect(outcome.sheet.comparisons == comparisons)
    let loaded = try await folder.load()
    #expect(loaded.summit.sheets[ada]?.comparisons == comparisons)
    #expect(loaded.faults.isEmpty)
    #expect(
      temporary.text(of: file) == """
        {
          "comparisons": {
            "p1": {
              "p2": {
                "at": "2026-02-02T02:40:00.001Z",
                "outcome": "second"
              },
              "p3": {
                "at": "2026-02-02T02:40:00.002Z",
                "outcome": "skipped"
              }
            }
          },
          "format": 1,
          "reviewer": "ada"
        }

        """)
  }

  @Test func theLaterOneStands() throws {
    let folder = temporary.sample()
    _ = try save([pair: said(.first, at: 5)], into: folder)
    _ = try save([pair: said(.second, at: 3)], into: folder)
    #expect(try save([:], into: folder).sheet.comparisons == [pair: said(.first, at: 5)])
    _ = try save([pair: said(.cleared, at: 6)], into: folder)
    #expect(try save([:], into: folder).sheet.comparisons == [pair: said(.cleared, at: 6)])
  }

  @Test func aTimeIsAfterTheOneItReplaces() {
    let old = said(.first, at: 100)
    let new = Comparison(.tied, replacing: old, at: Sample.time(7))
    #expect(new.at == Sample.time(101))
    #expect(Comparison(.tied, replacing: nil, at: Sample.time(7)).at == Sample.time(7))
    #expect(new.undone(to: old, at: Sample.time(8)) == said(.first, at: 102))
    #expect(new.undone(to: nil, at: Sample.time(500)) == said(.cleared, at: 500))
  }

  @Test func whatIsNotKnownStays() throws {
    let folder = temporary.sample()
    temporary.write(
      #"{"reviewer":"ada","comparisons":{"p1":{"p2":{"outcome":"first","why":{"x":[1]}}}}}"#,
      to: file)
    let old = try #require(try save([:], into: folder).sheet.comparisons[pair])
    let new = Comparison(.second, replacing: old, at: Sample.time(1))
    _ = try save([pair: new], into: folder)
    let root = try JSONDocument(Array(try #require(temporary.text(of: file)).utf8)).root
    #expect(root["comparisons"]?["p1"]?["p2"]?["outcome"]?.string == "second")
    #expect(root["comparisons"]?["p1"]?["p2"]?["why"]?["x"]?.kind == .array)
  }

  @Test(arguments: [
    #""comparisons":{"p1":{"p2":{"outcome":"won"},"p3":{"outcome":"tied"}}}"#,
    #""comparisons":{"p1":{"p2":{"outcome":"first"},"p2":{"outcome":"second"}}}"#,
    #""comparisons":{"p1":[]}"#,
  ])
  func oneThatCannotBeReadHindersNothingElse(_ stored: String) throws {
    let folder = temporary.sample()
    temporary.write(#"{"reviewer":"ada",\#(stored)}"#, to: file)
    let log = SaveQueueTests.EventLog()
    let queue = SaveQueue<SheetChange>(
      folder: folder, rescue: temporary.rescue, now: { Sample.time(0) }, report: log.note)
    let change = SheetChange(ada, comparisons: [pair: said(.first, at: 1)])
      .followed(by: SheetChange(ada, reviews: [p1: Sample.scored(4, at: 1)]))
    queue.submit(change, revision: 3, in: Sample.event)
    #expect(queue.drain(timeout: .seconds(60)).rescued.isEmpty)
    #expect(log.all == ["refused 3 [] true", "saved 3"])
    let text = try #require(temporary.text(of: file))
    #expect(text.contains("\"content\": 4"))
    #expect(!text.contains("02:40:00.001Z\",\n        \"outcome\""))
    #expect(temporary.names(in: "state/rescue").count == 1)
  }

  @Test func twoClonesGiveTheSameFile() {
    let one = SheetChange(ada, comparisons: [pair: said(.first, at: 1)])
    let other = SheetChange(ada, comparisons: [pair: said(.tied, at: 1)])
    #expect(one.followed(by: other).tree == other.followed(by: one).tree)
  }
}
