import Glibc
import ReviewCore
import ReviewStore
import SystemPackage
import Testing

@Suite struct SaveTests {
  let temporary = TemporaryFolder()
  let file = "reviews/ada.json"

  @Test func aSavedReviewIsReadAgain() async throws {
    let folder = temporary.sample()
    let outcome = try folder.save([p1: Sample.scored(4, at: 1)], rescue: temporary.rescue)
    let loaded = try await folder.load()
    #expect(loaded.summit.sheets[ada] == outcome.sheet)
    #expect(loaded.summit.sheets[ada]?.reviews[p1] == Sample.scored(4, at: 1))
    #expect(loaded.stamp(of: .reviews(ada)) == outcome.stamp)
    #expect(loaded.faults.isEmpty)
    #expect(outcome.lost.isEmpty && outcome.overtaken.isEmpty && outcome.rescued == nil)
  }

  @Test func theFileReadsWellInADiff() throws {
    try temporary.sample().save([p1: Sample.scored(4, at: 1)], rescue: temporary.rescue)
    #expect(
      temporary.text(of: file) == """
        {
          "format": 1,
          "reviewer": "ada",
          "reviews": {
            "p1": {
              "at": "2026-02-02T02:40:00.001Z",
              "scores": {
                "content": 4
              },
              "status": "scored"
            }
          }
        }

        """)
  }

  @Test func unknownKeysStayAtAnyDepth() throws {
    let folder = temporary.sample()
    temporary.write(
      """
      {"reviewer": "ada", "format": 1, "mood": {"today": [1.50, null]},
       "reviews": {
         "p1": {"status": "scored", "scores": {"content": 3, "wit": 2}, "at": "2026-02-01T00:00:00Z",
                "plugin": {"deep": {"er": true}}, "none": null},
         "p2": {"status": "skipped", "at": "2026-02-01T00:00:00Z", "x": [1e3]}},
       "comparisons": {"p1": {"p2": {"outcome": "first", "why": "w"}}}}
      """, to: file)
    let event = Sample.event
    let (rescue, now) = (temporary.rescue, Sample.time(0))
    _ = try folder.update(ada, in: event, rescue: rescue, at: now) { sheet in
      var review = sheet.reviews[p1]!
      review.scores[Identifier("content")!] = 5
      review.at = now
      return [p1: review]
    }
    let text = temporary.text(of: file)!
    let root = try JSONDocument(Array(text.utf8)).root
    #expect(text.contains("1.50"))
    #expect(root["mood"]?["today"]?.elements.map(\.kind) == [.number, .null])
    #expect(root["reviews"]?["p1"]?["plugin"]?["deep"]?["er"]?.bool == true)
    #expect(root["reviews"]?["p1"]?["none"]?.kind == .null)
    #expect(root["reviews"]?["p1"]?["scores"]?["wit"]?.number?.text == "2")
    #expect(root["reviews"]?["p1"]?["scores"]?["content"]?.number?.text == "5")
    #expect(text.contains("1e3"))
    #expect(root["comparisons"]?["p1"]?["p2"]?["why"]?.string == "w")
  }

  @Test(arguments: [
    #"{"status": "scored", "scores": {"content": 9}}"#, #"{"status": "done"}"#, "17",
    #"{"status": "draft", "at": "2026-02-30T00:00:00Z"}"#,
    #"{"status": "draft", "status": "skipped"}"#, #"{"status": "draft", "comment": "\ud800"}"#,
  ])
  func aBadEntryIsKeptVerbatimAndNeverWrittenOver(_ entry: String) throws {
    let folder = temporary.sample()
    temporary.write(#"{"reviewer":"ada","reviews":{"p1":"# + entry + "}}", to: file)
    let before = temporary.text(of: file)
    let error = #expect(throws: StoreError.self) {
      try folder.save(
        [p1: Sample.scored(4, at: 1), p2: Sample.scored(4, at: 1)], rescue: temporary.rescue)
    }
    #expect(error?.kind == .notAllowed)
    #expect(error?.proposals == [p1])
    #expect(error?.position?.line == 1)
    #expect(temporary.text(of: file) == before)

    let outcome = try folder.save([p2: Sample.scored(4, at: 1)], rescue: temporary.rescue)
    #expect(outcome.faults.map(\.path) == [file])
    let stored = try JSONDocument(Array(temporary.text(of: file)!.utf8)).root["reviews"]?["p1"]
    let expected = try JSONDocument(Array(entry.utf8)).root
    #expect(JSONValue(try #require(stored)) == JSONValue(expected))
  }

  @Test func oneOfTwoEntriesOfAProposalIsNotWrittenOver() throws {
    let folder = temporary.sample()
    let one = #""p1": {"status": "skipped"}"#
    temporary.write(#"{"reviewer":"ada","reviews":{\#(one), \#(one)}}"#, to: file)
    #expect(throws: StoreError.self) {
      try folder.save([p1: Sample.scored(4, at: 1)], rescue: temporary.rescue)
    }
    try folder.save([p2: Sample.scored(4, at: 1)], rescue: temporary.rescue)
    let root = try JSONDocument(Array(temporary.text(of: file)!.utf8)).root
    #expect(root["reviews"]?.members.map(\.key) == ["p1", "p1", "p2"])
  }

  @Test(arguments: [
    ("", StoreError.Kind.broken), ("{", .broken), ("[]", .broken), ("nul", .broken),
    (#"{"reviewer": "ada", "reviews": []}"#, .broken), (#"{"reviewer": "ben"}"#, .broken),
    ("{}", .broken), (#"{"reviewer": "ada", "reviewer": "ada"}"#, .broken),
    (#"{"reviewer": "ada", "format": 0}"#, .broken),
    (#"{"reviewer": "ada", "format": 2}"#, .notAllowed),
    (#"{"reviewer": "ada", "reviews": {"\ud800": {}}}"#, .broken),
  ])
  func aFileThatIsNotUnderstoodIsNeverWrittenOver(_ text: String, _ kind: StoreError.Kind) throws {
    let folder = temporary.sample()
    temporary.write(text, to: file)
    let error = #expect(throws: StoreError.self) {
      try folder.save([p1: Sample.scored(4, at: 1)], rescue: temporary.rescue)
    }
    #expect(error?.kind == kind)
    #expect(error?.proposals == [])
    #expect(temporary.text(of: file) == text)
    #expect(temporary.names(in: "reviews") == ["ada.json"])
  }

  @Test func invalidUTF8IsNeverWrittenOver() throws {
    let folder = temporary.sample()
    let bytes = Array(#"{"reviewer": "ada", "x": ""#.utf8) + [0xFF] + Array(#""}"#.utf8)
    temporary.write(bytes, to: file)
    let error = #expect(throws: StoreError.self) {
      try folder.save([p1: Sample.scored(4, at: 1)], rescue: temporary.rescue)
    }
    #expect(error?.position == SourcePosition(line: 1, column: 27))
    #expect(try RealFileSystem().read(temporary.path.appending(file))?.bytes == bytes)
  }

  @Test func whoIsNotOnTheCommitteeHasNoFile() throws {
    let folder = temporary.sample()
    let change = SheetChange(Identifier("eve")!, reviews: [p1: Sample.scored(4, at: 1)])
    let error = #expect(throws: StoreError.self) {
      try folder.save(change, in: Sample.event, rescue: temporary.rescue, at: Sample.time(0))
    }
    #expect(error?.kind == .notAllowed)
    #expect(temporary.names(in: "reviews").isEmpty)
  }

  @Test func aReviewThatCouldNotBeReadAgainIsNotWritten() throws {
    let folder = temporary.sample()
    let error = #expect(throws: StoreError.self) {
      try folder.save([p1: Review(.scored), p2: Review(.skipped)], rescue: temporary.rescue)
    }
    #expect(error?.proposals == [p1])
    #expect(temporary.names(in: "reviews").isEmpty)
  }

  @Test func aFolderThatIsGoneIsNotMadeAnew() throws {
    let folder = ReviewFolder(temporary.path)
    let error = #expect(throws: StoreError.self) {
      try folder.save([p1: Sample.scored(4, at: 1)], rescue: temporary.rescue)
    }
    #expect(error?.kind == .notFound)
    #expect(temporary.names().isEmpty)
  }

  @Test func permissionsAndLinksStay() throws {
    let folder = temporary.sample()
    temporary.write(#"{"reviewer": "ada"}"#, to: "elsewhere/mine.json")
    _ = temporary.path.appending("elsewhere/mine.json").withPlatformString { chmod($0, 0o604) }
    try RealFileSystem().makeFolder(temporary.path.appending("reviews"), isPrivate: false)
    _ = temporary.path.appending(file).withPlatformString { symlink("../elsewhere/mine.json", $0) }
    try folder.save([p1: Sample.scored(4, at: 1)], rescue: temporary.rescue)
    #expect(temporary.mode(of: "elsewhere/mine.json") == 0o604)
    #expect(temporary.text(of: "elsewhere/mine.json")?.contains("p1") == true)
    #expect(temporary.names(in: "elsewhere") == ["mine.json"])
  }

  @Test(arguments: [true, false])
  func nothingIsWrittenThroughALinkThatLeadsOut(isFolder: Bool) throws {
    let folder = temporary.sample()
    let outside = TemporaryFolder()
    outside.write(#"{"reviewer": "ada"}"#, to: "ada.json")
    let link = isFolder ? "reviews" : file
    if !isFolder {
      try RealFileSystem().makeFolder(temporary.path.appending("reviews"), isPrivate: false)
    }
    let target = isFolder ? outside.path : outside.path.appending("ada.json")
    _ = temporary.path.pushing(FilePath(link)).withPlatformString { symlink(target.string, $0) }
    let error = #expect(throws: StoreError.self) {
      try folder.save([p1: Sample.scored(4, at: 1)], rescue: temporary.rescue)
    }
    #expect(error?.kind == .notAllowed)
    #expect(error?.problem.hasPrefix("a link leads from here out of the review folder") == true)
    #expect(outside.names() == ["ada.json"])
    #expect(outside.text(of: "ada.json") == #"{"reviewer": "ada"}"#)
  }

  @Test func whatIsThereAlreadyIsNotWrittenAgainAndKeepsItsSpacing() throws {
    let folder = temporary.sample()
    try folder.save([p1: Sample.scored(4, at: 1)], rescue: temporary.rescue)
    let line = JSONValue(try JSONDocument(Array(temporary.text(of: file)!.utf8)).root).lineBytes
    temporary.write(line, to: file)
    let stamp = try folder.fileSystem.stamp(of: folder.path(of: .reviews(ada)))
    let outcome = try folder.save([p1: Sample.scored(4, at: 1)], rescue: temporary.rescue)
    #expect(outcome.stamp == stamp)
    #expect(temporary.text(of: file) == String(decoding: line, as: UTF8.self))
  }

  @Test func aRetryAfterTheFolderCouldNotBeSyncedSyncsIt() throws {
    let failing = FailingGate(.synchronizeFolder, with: .ioError)
    let folder = temporary.sample()
    try RealFileSystem().makeFolder(temporary.path.appending("reviews"), isPrivate: false)
    let fileSystem = RealFileSystem(gate: failing)
    let unsynced = ReviewFolder(folder.path, on: fileSystem)
    for _ in 0..<2 {
      #expect(throws: StoreError.self) {
        try unsynced.save([p1: Sample.scored(4, at: 1)], rescue: temporary.rescue)
      }
    }
    failing.disarm()
    try unsynced.save([p1: Sample.scored(4, at: 1)], rescue: temporary.rescue)
    #expect(failing.calls.last == .synchronizeFolder)
  }

  @Test func errorsNameThePlaceTheProblemAndTheRemedy() throws {
    let folder = temporary.sample()
    temporary.write("{\n  \"reviewer\": ada\n}", to: file)
    let error = #expect(throws: StoreError.self) {
      try folder.save([p1: Sample.scored(4, at: 1)], rescue: temporary.rescue)
    }
    #expect(
      error?.description == "\(temporary.path)/reviews/ada.json:2:15: a value is expected here. "
        + "Mend the file by hand, or put an older copy in its place; until then it is not written.")
  }
}
