import ReviewCore
import ReviewStore
import SystemPackage
import Testing

@Suite struct MergeOnSaveTests {
  let temporary = TemporaryFolder()

  func commented(_ text: String, at: Int64) -> Review {
    var review = Sample.scored(3, at: at)
    review.comment = text
    review.commentAt = Sample.time(at)
    return review
  }

  func save(
    _ folder: ReviewFolder, _ review: Review, replacing old: Review? = nil
  ) throws -> SaveOutcome {
    let change = SheetChange(
      ada, reviews: [p1: review], replacing: old.map { [p1: $0] } ?? [:])
    return try folder.save(
      change, in: Sample.event, rescue: temporary.rescue, at: Sample.time(99))
  }

  @Test func whatSomebodyElseWroteMeanwhileStays() throws {
    let folder = temporary.sample()
    try folder.save([p1: Sample.scored(1, at: 1)], rescue: temporary.rescue)
    let outcome = try folder.save([p2: Sample.scored(2, at: 2)], rescue: temporary.rescue)
    #expect(outcome.sheet.reviews == [p1: Sample.scored(1, at: 1), p2: Sample.scored(2, at: 2)])
  }

  @Test func aNewerJudgementInTheFileStaysAndIsReported() throws {
    let folder = temporary.sample()
    _ = try save(folder, Sample.scored(5, at: 10))
    let outcome = try save(folder, commented("late", at: 5))
    #expect(outcome.sheet.reviews[p1]?.at == Sample.time(10))
    #expect(outcome.sheet.reviews[p1]?.comment == "late")
    #expect(outcome.overtaken == [p1: [.judgement]])
  }

  @Test func aTextThatNobodySawIsRescuedBeforeItIsReplaced() throws {
    let folder = temporary.sample()
    _ = try save(folder, commented("theirs", at: 1))
    let outcome = try save(folder, commented("mine", at: 2))
    #expect(outcome.lost.map(\.text) == ["theirs"])
    let rescued = try #require(outcome.rescued)
    let content = try #require(try RealFileSystem().read(rescued))
    let root = try JSONDocument(content.bytes).root
    #expect(root["reviewer"]?.string == "ada")
    #expect(root["lost"]?.elements.map { $0["text"]?.string } == ["theirs"])
    #expect(content.stamp.permissions == 0o600)
    #expect(temporary.mode(of: "state/rescue") == 0o700)
  }

  @Test func aTextOfMineThatLosesIsRescued() throws {
    let folder = temporary.sample()
    _ = try save(folder, commented("theirs", at: 5))
    let outcome = try save(folder, commented("mine", at: 2))
    #expect(outcome.lost.map(\.text) == ["mine"])
    #expect(outcome.rescued != nil)
    #expect(outcome.overtaken == [p1: [.judgement, .comment]])
  }

  @Test func aTextThatALaterChangeOnlyCarriesAlongIsNotTakenForReplaced() throws {
    let folder = temporary.sample()
    let mine = commented("mine", at: 1)
    var later = Sample.scored(5, at: 3)
    (later.comment, later.commentAt) = (mine.comment, mine.commentAt)
    // Both were said while nothing could be saved.
    let both = SheetChange(ada, reviews: [p1: mine]).followed(
      by: SheetChange(ada, reviews: [p1: later], replacing: [p1: mine]))
    _ = try save(folder, commented("theirs", at: 5))
    let outcome = try folder.save(
      both, in: Sample.event, rescue: temporary.rescue, at: Sample.time(99))
    #expect(outcome.lost.map(\.text) == ["mine"])
    #expect(outcome.rescued != nil)
  }

  @Test func aTextThatItsWriterReplacedIsNotLost() throws {
    let folder = temporary.sample()
    let old = commented("first", at: 1)
    _ = try save(folder, old)
    let outcome = try save(folder, commented("second", at: 2), replacing: old)
    #expect(outcome.lost.isEmpty)
    #expect(outcome.rescued == nil)
  }

  @Test func aScriptSawWhatItReplaces() throws {
    let folder = temporary.sample()
    _ = try save(folder, commented("first", at: 1))
    let outcome = try folder.update(
      ada, in: Sample.event, rescue: temporary.rescue, at: Sample.time(9)
    ) { sheet in
      #expect(sheet.reviews[p1]?.comment == "first")
      return [p1: self.commented("second", at: 9)]
    }
    #expect(outcome.lost.isEmpty)
    #expect(outcome.sheet.reviews[p1]?.comment == "second")
  }

  @Test func whatAScriptThrowsChangesNothing() throws {
    struct Refusal: Error {}
    let folder = temporary.sample()
    #expect(throws: Refusal.self) {
      try folder.update(ada, in: Sample.event, rescue: temporary.rescue, at: Sample.time(9)) {
        _ -> [ProposalID: Review] in throw Refusal()
      }
    }
    #expect(temporary.names(in: "reviews").isEmpty)
  }

  @Test func aTextThatCannotBeRescuedIsHandedBack() throws {
    let folder = temporary.sample()
    _ = try save(folder, commented("theirs", at: 1))
    temporary.write("a file", to: "state")
    let outcome = try save(folder, commented("mine", at: 2))
    #expect(outcome.lost.map(\.text) == ["theirs"])
    #expect(outcome.rescued == nil)
    #expect(outcome.rescueError != nil)
  }

  @Test func comparisonsAndRemarksGoTheSameWay() throws {
    let folder = temporary.sample()
    try folder.save([p1: Sample.scored(1, at: 1)], rescue: temporary.rescue)
    let time = JSONValue.string(Sample.time(1).description)
    let tree = JSONObject(members: [
      ("comparisons", ["p1": ["p2": ["outcome": "first", "at": time]]]),
      ("discussion", ["d-1": ["proposal": "p1", "text": "so", "at": time]]),
    ])
    let outcome = try folder.save(
      SheetChange(ada, tree: tree), in: Sample.event, rescue: temporary.rescue, at: Sample.time(0))
    #expect(outcome.sheet.reviews.count == 1)
    #expect(outcome.sheet.comparisons[ProposalPair(p1, p2)!]?.outcome == .first)
    #expect(outcome.sheet.discussion["d-1"]?.text == "so")
  }

  @Test func aComparisonThatCannotBeReadIsNotWrittenOver() throws {
    let folder = temporary.sample()
    let text = #"{"reviewer":"ada","comparisons":{"p1":{"p2":{"outcome":"won"}}}}"#
    temporary.write(text, to: "reviews/ada.json")
    let tree = JSONObject(members: [("comparisons", ["p1": ["p2": ["outcome": "first"]]])])
    #expect(throws: StoreError.self) {
      try folder.save(
        SheetChange(ada, tree: tree), in: Sample.event, rescue: temporary.rescue,
        at: Sample.time(0))
    }
    #expect(temporary.text(of: "reviews/ada.json") == text)
  }

  /// An editor or git writes between the read and the rename of a save, without any lock.
  @Test(arguments: [true, false]) func aWriteWithoutALockInBetweenIsNotLost(
    _ hasLocks: Bool
  ) throws {
    let folder = temporary.sample()
    try RealFileSystem().makeFolder(temporary.path.appending("reviews"), isPrivate: false)
    let temporary = temporary
    let gate = FailingGate { call, _ in
      if call == .lock && !hasLocks { return .noLocks }
      if call == .synchronize, temporary.text(of: "reviews/ada.json") == nil {
        let other = ReviewSheet.file(of: ada, reviews: [p2: Sample.scored(2, at: 2)])
        temporary.write(JSONValue.object(other).fileBytes, to: "reviews/ada.json")
      }
      return nil
    }
    let racing = ReviewFolder(folder.path, on: RealFileSystem(gate: gate))
    let outcome = try racing.save([p1: Sample.scored(1, at: 1)], rescue: temporary.rescue)
    #expect(Set(outcome.sheet.reviews.keys) == [p1, p2])
  }

  /// Two programs save 100 times each, at random; each knows only what it said itself.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func twoProgramsThatSaveByTurnsLoseNothing(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let ids = (0..<40).map { ProposalID("p\($0)")! }
    let folders = [temporary.sample(), ReviewFolder(temporary.path)]
    var expected: [ProposalID: Review] = [:]
    for step in 0..<200 {
      let id = ids.randomElement(using: &random)!
      let review = Sample.scored(Double(Int.random(in: 1...5, using: &random)), at: Int64(step))
      expected[id] = review
      try folders.randomElement(using: &random)!.save([id: review], rescue: temporary.rescue)
    }
    let sheet = try folders[0].save([:], rescue: temporary.rescue).sheet
    #expect(sheet.reviews == expected, "seed \(seed)")
  }

  @Test func twoProgramsThatSaveAtOnceLoseNothing() async throws {
    let folder = temporary.sample()
    let rescue = temporary.rescue
    await withTaskGroup(of: Void.self) { group in
      for worker in 0..<2 {
        group.addTask {
          for step in 0..<50 {
            let id = ProposalID("w\(worker)-\(step)")!
            _ = try? folder.save([id: Sample.scored(3, at: Int64(step))], rescue: rescue)
          }
        }
      }
    }
    #expect(try folder.save([:], rescue: rescue).sheet.reviews.count == 100)
  }

  @Test(arguments: [7, 8] as [UInt64])
  func theFileIsTheSameInWhateverOrderChangesCome(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let changes = (0..<12).map { _ in
      let at = Int64.random(in: 0...4, using: &random)
      var review = Sample.scored(Double(Int.random(in: 1...5, using: &random)), at: at)
      review.comment = ["a", "b", nil].randomElement(using: &random)!
      review.commentAt = Sample.time(Int64.random(in: 0...4, using: &random))
      return [[p1, p2].randomElement(using: &random)!: review]
    }
    var texts: Set<String?> = []
    for _ in 0..<6 {
      let temporary = TemporaryFolder()
      let folder = temporary.sample()
      for change in changes.shuffled(using: &random) {
        try folder.save(change, rescue: temporary.rescue)
      }
      texts.insert(temporary.text(of: "reviews/ada.json"))
    }
    #expect(texts.count == 1, "seed \(seed)")
  }
}
