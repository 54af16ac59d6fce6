import ReviewCore
import ReviewStore
import SystemPackage
import Testing

@Suite struct CopyTests {
  let temporary = TemporaryFolder()

  /// Ada's file with entries, each a proposal and its day.
  static func file(_ days: KeyValuePairs<String, Int>, of person: String = "ada") -> String {
    let entries = days.map { id, day in
      #""\#(id)": {"status": "skipped", "at": "2026-01-\#(day < 10 ? "0" : "")\#(day)T00:00:00.000Z"}"#
    }
    return
      #"{"format": 1, "reviewer": "\#(person)", "reviews": {\#(entries.joined(separator: ", "))}}"#
  }

  func faults() async throws -> [Fault] { try await temporary.sample().load().faults }

  func mends(for person: Identifier?) -> [Mend] {
    temporary.sample().mends(for: person, in: Sample.event, at: Sample.time(0))
  }

  func mendAll(for person: Identifier?) throws -> [MendOutcome] {
    try mends(for: person).map {
      try temporary.sample().perform($0, rescue: temporary.rescue, at: Sample.time(0))
    }
  }

  @Test(arguments: [
    "ada (Kenji's conflicted copy 2026-03-01).json", "ada (conflicted copy).json",
    "ada (conflicted copy 2026-03-01 101112).json", "ada_conflict-20260301-101112.json",
    "ada.sync-conflict-20260301-101112-ABCDEFG.json", "ada (SFConflict ada 2026-03-01).json",
    "ada (1).json", "ada(1).json", "ada - Copy.json", "ada - Copy (2).json", "Copy of ada.json",
    "Copy (2) of ada.json", "ada copy.json", "ada copy 2.json", "ada 2.json", "ada.json.orig",
    "ada.json.rej", "ada.json~", "ada.json~HEAD", "ada.json.mine", "ada.json.theirs",
    "ada_BACKUP_123.json", "ada_LOCAL_123.json", "ada_REMOTE_123.json", "ada_BASE_123.json",
    "ada (1) (conflicted copy).json", "ada.json.bak",
    // Names that are ids: the content says whose they are.
    "ada-laptop.json", "ada.sync-conflict-1.json", "ada_backup_1.json",
  ])
  func everyNameOfACopyIsRecognised(name: String) async throws {
    temporary.write(Self.file(["p1": 1]), to: "reviews/ada.json")
    temporary.write(Self.file(["p1": 1, "p2": 1]), to: "reviews/\(name)")
    let fault = try #require(try await faults().first)
    #expect(try await faults().count == 1)
    #expect(fault.path == "reviews/\(name)")
    #expect(
      fault.problem
        == "this is a copy of reviews/ada.json that a sync program or git left, and it is not read; "
        + "1 entry of it is missing from reviews/ada.json")
    #expect(
      fault.remedy
        == "ada merges it into reviews/ada.json with \"lectern check --fix\", and nothing is lost")
    #expect(mends(for: ada).map(\.path) == ["reviews/\(name)"])
  }

  @Test(arguments: [
    ("summit (1).json", "summit.json"), ("proposals - Copy.json", "proposals.json"),
    ("proposals.sync-conflict-20260301-101112-ABCDEFG.json", "proposals.json"),
    ("proposals.json.orig", "proposals.json"),
  ])
  func aCopyOfAChairsFileIsLeftToAPerson(name: String, file: String) async throws {
    temporary.write(
      #"{"format": 1, "proposals": [{"id": "p1", "title": "Two"}], "name": "x"}"#, to: name)
    let fault = try #require(try await faults().first)
    #expect(fault.path == name)
    #expect(fault.severity == .warning)
    #expect(fault.problem.contains("copy of \(file)"))
    #expect(fault.problem.contains("the two differ in "))
    #expect(mends(for: ada).isEmpty)
  }

  @Test func aCopyThatSaysTheSameIsTakenAwayForAnybody() async throws {
    temporary.write(
      Sample.proposals.split(separator: " ").joined(separator: " "), to: "proposals 2.json")
    let fault = try #require(try await faults().first)
    #expect(fault.problem.hasSuffix("it says the same as proposals.json"))
    let kept = try #require(try mendAll(for: nil).first?.kept)
    #expect(try RealFileSystem().read(kept) != nil)
    #expect(!temporary.names().contains("proposals 2.json"))
    #expect(temporary.text(of: "proposals.json") == Sample.proposals)
    #expect(try await faults().isEmpty)
  }

  @Test func whatACopyHoldsIsCounted() async throws {
    temporary.write(Self.file(["p1": 1, "p2": 2]), to: "reviews/ada.json")
    temporary.write(Self.file(["p1": 2, "p2": 1, "p3": 1]), to: "reviews/ada (1).json")
    let fault = try #require(try await faults().first)
    #expect(fault.severity == .error)
    #expect(
      fault.problem.hasSuffix("1 entry of it is missing from reviews/ada.json, 1 newer than there"))
  }

  @Test func aCopyInWhichNothingIsNewIsOnlyAWarning() async throws {
    temporary.write(Self.file(["p1": 2, "p2": 2]), to: "reviews/ada.json")
    temporary.write(Self.file(["p1": 1]), to: "reviews/ada (1).json")
    let fault = try #require(try await faults().first)
    #expect(fault.severity == .warning)
    #expect(fault.problem.hasSuffix("nothing in it is missing from reviews/ada.json"))
  }

  @Test func mergingACopyGivesWhatTheRuleGives() async throws {
    let (file, copy) = (Self.file(["p1": 1, "p2": 2]), Self.file(["p1": 2, "p3": 1]))
    temporary.write(file, to: "reviews/ada.json")
    temporary.write(copy, to: "reviews/ada (1).json")
    let outcome = try #require(try mendAll(for: ada).first)
    let merged = try FolderFile.reviews(ada).merging(
      [Array(copy.utf8), Array(file.utf8)], at: "ada.json")
    #expect(temporary.text(of: "reviews/ada.json") == String(decoding: merged.bytes, as: UTF8.self))
    #expect(temporary.names(in: "reviews") == ["ada.json"])
    let kept = try #require(outcome.kept)
    let content = try #require(try RealFileSystem().read(kept))
    #expect(content.bytes == Array(copy.utf8))
    #expect(content.stamp.permissions == 0o600)
    #expect(try await faults().isEmpty)
  }

  @Test func aTextThatLosesIsInTheRescueFolder() async throws {
    func commented(_ text: String, _ day: Int) -> String {
      """
      {"format": 1, "reviewer": "ada", "reviews": {"p1": {"status": "draft",
        "comment": "\(text)", "commentAt": "2026-01-0\(day)T00:00:00.000Z"}}}
      """
    }
    temporary.write(commented("new", 2), to: "reviews/ada.json")
    temporary.write(commented("old", 1), to: "reviews/ada (1).json")
    let rescued = try #require(try mendAll(for: ada).first?.rescued)
    let root = try JSONDocument(try #require(try RealFileSystem().read(rescued)).bytes).root
    #expect(root["lost"]?.elements.map { $0["text"]?.string } == ["old"])
  }

  @Test func aCopyWhoseFileIsGoneBecomesTheFile() async throws {
    temporary.write(Self.file(["p1": 1]), to: "reviews/ada (1).json")
    #expect(try await faults().first?.severity == .error)
    _ = try mendAll(for: ada)
    #expect(temporary.text(of: "reviews/ada.json") == Self.file(["p1": 1]))
    #expect(temporary.names(in: "reviews") == ["ada.json"])
  }

  @Test func aCopyOfSomebodyElsesFileIsTheirs() {
    temporary.write(Self.file(["p1": 1]), to: "reviews/ada.json")
    temporary.write(Self.file(["p1": 2]), to: "reviews/ada (1).json")
    #expect(mends(for: ben).isEmpty)
    #expect(mends(for: nil).isEmpty)
  }

  @Test func aCopyOfADecisionFileIsMergedByItsChair() throws {
    func decided(_ word: String, _ day: Int) -> String {
      """
      {"format": 1, "chair": "ada", "decisions":
        {"p1": {"decision": "\(word)", "at": "2026-01-0\(day)T00:00:00.000Z"}}}
      """
    }
    temporary.write(decided("accept", 1), to: "decisions/ada.json")
    temporary.write(decided("decline", 2), to: "decisions/ada (1).json")
    _ = try mendAll(for: ada)
    #expect(temporary.text(of: "decisions/ada.json")?.contains("decline") == true)
    #expect(temporary.names(in: "decisions") == ["ada.json"])
  }

  @Test(arguments: [
    "{", #"{"format": 1, "reviewer": "ben"}"#, #"{"format": 9, "reviewer": "ada"}"#,
  ])
  func aCopyThatIsNoVersionStays(text: String) async throws {
    temporary.write(Self.file(["p1": 1]), to: "reviews/ada.json")
    temporary.write(text, to: "reviews/ada (1).json")
    let fault = try #require(try await faults().first)
    #expect(fault.problem.hasPrefix("this looks like a copy of reviews/ada.json, and cannot be"))
    #expect(mends(for: ada).isEmpty)
  }

  @Test func aNameOfAMemberIsNoCopy() async throws {
    let summit = Sample.summit.replacing(#""id": "ben""#, with: #""id": "ada-2""#)
    temporary.write(summit, to: "summit.json")
    temporary.write(Sample.proposals, to: "proposals.json")
    temporary.write(Self.file(["p1": 1], of: "ada-2"), to: "reviews/ada-2.json")
    #expect(try await ReviewFolder(temporary.path).load().faults.isEmpty)
  }

  /// A kill at any call of the merge: repeated, it comes to the same.
  @Test func aMergeThatIsEndedAnywhereIsFinishedByTheNext() throws {
    let (file, copy) = (Self.file(["p1": 1, "p2": 2]), Self.file(["p1": 2, "p3": 1]))
    let expected = try FolderFile.reviews(ada).merging(
      [Array(copy.utf8), Array(file.utf8)], at: "ada.json")
    for number in 0... {
      temporary.remove("state")
      temporary.write(file, to: "reviews/ada.json")
      temporary.write(copy, to: "reviews/ada (1).json")
      let mend = try #require(mends(for: ada).first)
      let ended = FailingGate { $1 >= number ? .ioError : nil }
      let folder = ReviewFolder(temporary.path, on: RealFileSystem(gate: ended))
      let rescue = RescueFolder(
        [PrivatePlace(temporary.path.appending("state/rescue"))],
        on: RealFileSystem(gate: ended))
      let isWhole = (try? folder.perform(mend, rescue: rescue, at: Sample.time(0))) != nil
      // Whatever happened: all is in the file, or still in the copy.
      _ = try mendAll(for: ada)
      #expect(Array((temporary.text(of: "reviews/ada.json") ?? "").utf8) == expected.bytes)
      #expect(
        temporary.names(in: "reviews").filter { !TemporaryName.isOurs($0) } == ["ada.json"])
      #expect(temporary.names(in: "state/rescue/originals").count == 1)
      if isWhole { return #expect(number > 10) }
    }
  }
}
