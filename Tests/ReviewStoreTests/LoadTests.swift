import Glibc
import ReviewCore
import ReviewStore
import Synchronization
import SystemPackage
import Testing

@Suite struct LoadTests {
  let temporary = TemporaryFolder()

  /// The faults of the sample with more files in it, as `PATH:LINE severity problem`.
  func faults(_ files: [String: String]) async throws -> [String] {
    let folder = temporary.sample()
    for (name, text) in files { temporary.write(text, to: name) }
    return try await folder.load().faults.map { fault in
      let line = fault.position.map { ":\($0.line)" } ?? ""
      #expect(!fault.remedy.isEmpty)
      return "\(fault.path ?? "")\(line) \(fault.severity) \(fault.problem)"
    }
  }

  @Test func aWholeFolderIsRead() async throws {
    let folder = temporary.sample()
    temporary.write(
      #"{"speakers": [{"id": "s", "name": "Sam", "proposals": ["p1"]}]}"#, to: "speakers.json")
    temporary.write(#"{"assignments": {"ben": ["p2"]}}"#, to: "assignments.json")
    temporary.write(
      #"{"reviewer": "ben", "reviews": {"p1": {"status": "skipped"}}}"#, to: "reviews/ben.json")
    temporary.write(
      #"{"chair": "ada", "decisions": {"p1": {"decision": "accept"}}}"#, to: "decisions/ada.json")
    let loaded = try await folder.load()
    #expect(loaded.faults.isEmpty)
    #expect(loaded.summit.proposals.map(\.id) == [p1, p2, p3])
    #expect(loaded.summit.speakers(of: p1).map(\.name) == ["Sam"])
    #expect(loaded.summit.assignments == [ben: [p2]])
    #expect(loaded.summit.sheets[ben]?.reviews[p1]?.status == .skipped)
    #expect(loaded.summit.decision(of: p1)?.outcome == .accept)
  }

  @Test func onlyTheEventIsNeeded() async throws {
    temporary.write(#"{"name": "Bare"}"#, to: "summit.json")
    let loaded = try await ReviewFolder(temporary.path).load()
    #expect(loaded.summit.event.name == "Bare")
    #expect(loaded.summit.proposals.isEmpty)
    #expect(loaded.summit.speakers == nil)
    #expect(loaded.faults.isEmpty)
  }

  @Test func withoutAnEventNothingOpens() async throws {
    let folder = ReviewFolder(temporary.path)
    let missing = await #expect(throws: StoreError.self) { try await folder.load() }
    #expect(missing?.kind == .notFound)
    temporary.write("{\n\"name\": \"x\",\n}", to: "summit.json")
    let broken = await #expect(throws: StoreError.self) { try await folder.load() }
    #expect(broken?.kind == .broken)
    #expect(broken?.description.hasPrefix("\(temporary.path)/summit.json:3:1: ") == true)
  }

  @Test func aBrokenFileIsNamedAndTheRestOpens() async throws {
    let folder = temporary.sample()
    temporary.write("{", to: "proposals.json")
    temporary.write("[]", to: "speakers.json")
    temporary.write(#"{"reviewer": "ben"}"#, to: "reviews/ada.json")
    temporary.write(
      #"{"reviewer": "ben", "reviews": {"p1": {"status": "skipped"}}}"#, to: "reviews/ben.json")
    let loaded = try await folder.load()
    #expect(
      loaded.faults.map(\.path) == ["proposals.json", "reviews/ada.json", "speakers.json"])
    #expect(loaded.refusal(of: .proposals) != nil)
    #expect(loaded.refusal(of: .reviews(ada)) != nil)
    #expect(loaded.refusal(of: .reviews(ben)) == nil)
    #expect(loaded.summit.sheets.keys.map(\.text) == ["ben"])
    #expect(loaded.summit.speakers == nil)
  }

  @Test func aConflictOfGitIsNamedAsOne() async throws {
    let folder = temporary.sample()
    temporary.write(
      "{\n\"reviewer\": \"ada\",\n<<<<<<< HEAD\n\"a\": 1\n=======\n\"b\": 1\n>>>>>>> x\n}",
      to: "reviews/ada.json")
    let fault = try #require(try await folder.load().faults.first)
    #expect(fault.position == SourcePosition(line: 3, column: 1))
    #expect(fault.problem == "git left a conflict here, in lines 3 to 7")
  }

  @Test func aNewerFileIsReadAndNeverWritten() async throws {
    let folder = temporary.sample()
    temporary.write(
      #"{"format": 2, "reviewer": "ada", "reviews": {"p1": {"status": "skipped"}}}"#,
      to: "reviews/ada.json")
    let loaded = try await folder.load()
    #expect(loaded.summit.sheets[ada]?.reviews.count == 1)
    #expect(loaded.faults.map(\.severity) == [.warning])
    #expect(loaded.refusal(of: .reviews(ada))?.problem.contains("newer") == true)
  }

  @Test func filesOfThoseWhoMayNotHaveThemDoNotCount() async throws {
    let found = try await faults([
      "reviews/eve.json": #"{"reviewer": "eve", "reviews": {"p1": {"status": "skipped"}}}"#,
      "decisions/ben.json": #"{"chair": "ben", "decisions": {"p1": {"decision": "accept"}}}"#,
      "decisions/eve.json": #"{"chair": "eve"}"#,
    ])
    #expect(
      found == [
        "decisions/ben.json error \"ben\" is no chair, so their decisions do not count",
        "decisions/eve.json error \"eve\" is not on the committee, so their decisions do not count",
        "reviews/eve.json error \"eve\" is not on the committee, so their reviews do not count",
      ])
    let summit = try await ReviewFolder(temporary.path).load().summit
    #expect(summit.sheets.isEmpty)
    #expect(summit.decisions.isEmpty)
  }

  @Test(arguments: [
    ("reviews/ada (conflicted copy).json", "warning"), ("reviews/ada.json~", "warning"),
    ("reviews/ada.sync-conflict-20260101.json", "error"), ("reviews/ada.json.orig", "warning"),
    ("reviews/Ada.json", "error"), ("reviews/notes.txt", "warning"),
    ("proposals (1).json", "warning"), ("proposal.json", "warning"),
    ("Speakers.json", "warning"), ("decisions/-x.json", "error"),
  ])
  func namesThatMissAreNamed(_ name: String, _ severity: String) async throws {
    let found = try await faults([name: "{}"])
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("\(name) \(severity) ") == true, "\(found)")
  }

  @Test(arguments: [
    ".gitignore", "README.md", "reviews/.gitkeep", "reviews/.lectern-1-x.tmp", "notes/x.json",
    "export.json",
  ])
  func otherNamesArePassedOver(_ name: String) async throws {
    #expect(try await faults([name: "{}"]).isEmpty)
  }

  @Test func whatNamesNothingIsAWarningWithItsPlace() async throws {
    let found = try await faults([
      "proposals.json": """
      {"proposals": [
        {"id": "p1", "title": "One", "focusAreas": ["lakes",
          "lake"], "format": "tlak"},
        {"id": "p2", "title": "Two", "round": "early"}]}
      """,
      "speakers.json":
        "{\"speakers\": [{\"id\": \"s\", \"name\": \"Sam\",\n\"proposals\": [\"px\"]}]}",
      "assignments.json": "{\"assignments\": {\n\"adda\": [\"p1\",\n\"py\"]}}",
      "reviews/ada.json":
        "{\"reviewer\": \"ada\", \"reviews\": {\n\"pz\": {\"status\": \"skipped\"}}}",
      "decisions/ada.json":
        "{\"chair\": \"ada\", \"decisions\": {\n\"pw\": {\"decision\": \"accept\"}}}",
    ])
    let lacks = "which proposals.json does not have"
    let summitLacks = "which the summit does not have"
    #expect(
      found == [
        "assignments.json:2 warning \"adda\" is not on the committee (did you mean \"ada\"?)",
        "assignments.json:3 warning an assignment names the proposal \"py\", \(lacks)",
        "decisions/ada.json:2 warning a decision names the proposal \"pw\", \(lacks)",
        "proposals.json:3 warning the proposal \"p1\" names the focus area \"lake\", \(summitLacks) "
          + "(did you mean \"lakes\"?)",
        "proposals.json:3 warning the proposal \"p1\" names the format \"tlak\", \(summitLacks) "
          + "(did you mean \"talk\"?)",
        "proposals.json:4 warning the proposal \"p2\" names the round \"early\", \(summitLacks)",
        "reviews/ada.json:2 warning a review names the proposal \"pz\", \(lacks)",
        "speakers.json:2 warning a speaker names the proposal \"px\", \(lacks)",
      ])
    let summit = try await ReviewFolder(temporary.path).load().summit
    #expect(summit.sheets[ada]?.reviews.count == 1)
  }

  @Test func theEventIsCheckedAgainstTheProposals() async throws {
    let found = try await faults([
      "summit.json": """
      {"name": "x", "focusAreas": [{"id": "lakes", "name": "Lakes"}],
       "committee": [{"id": "ada", "name": "Ada", "role": "chair",
         "expertise": ["rivers"]}],
       "rules": {"atMostOne": [["p1",
         "p9"]]}}
      """
    ])
    #expect(
      found.map { $0.prefix(24) } == ["summit.json:3 warning \"e", "summit.json:5 warning \"a"])
  }

  @Test func whereTheProposalsAreBrokenNobodyIsSaidToNameUnknownOnes() async throws {
    let found = try await faults([
      "proposals.json": "{",
      "reviews/ada.json": #"{"reviewer": "ada", "reviews": {"p1": {"status": "skipped"}}}"#,
    ])
    #expect(found.count == 1)
  }

  @Test func aLinkThatLeadsNowhereIsNamed() async throws {
    let folder = temporary.sample()
    temporary.remove("proposals.json")
    _ = temporary.path.appending("proposals.json").withPlatformString { symlink("gone.json", $0) }
    let fault = try #require(try await folder.load().faults.first)
    #expect(fault.path == "proposals.json")
    #expect(fault.problem == "this is a link that leads nowhere")
  }

  @Test func aFolderIsFoundFromBelow() throws {
    Sample.write(to: temporary)
    let deep = temporary.path.appending("reviews/deep")
    try RealFileSystem().makeFolder(deep, isPrivate: false)
    let real = try RealFileSystem().realPath(of: temporary.path)
    #expect(try ReviewFolder.find(startingAt: deep).path == real)
    #expect(try ReviewFolder.find(startingAt: temporary.path).path == temporary.path)
    #expect(
      try ReviewFolder.find(startingAt: temporary.path.appending("summit.json")).path
        == temporary.path)
  }

  @Test func whereThereIsNoFolderTheErrorSaysSo() {
    for path in [temporary.path, temporary.path.appending("none")] {
      let error = #expect(throws: StoreError.self) { try ReviewFolder.find(startingAt: path) }
      #expect(error?.kind == .notFound)
    }
  }

  @Test func theTwinInMemoryOpensToo() async throws {
    let fileSystem = InMemoryFileSystem()
    fileSystem.write(Sample.summit, to: "/s/summit.json")
    fileSystem.write(Sample.proposals, to: "/s/proposals.json")
    let folder = try ReviewFolder.find(startingAt: "/s", on: fileSystem)
    let rescue = RescueFolder([PrivatePlace("/rescue")], on: fileSystem)
    try folder.save([p1: Sample.scored(4, at: 1)], rescue: rescue)
    #expect(try await folder.load().summit.sheets[ada]?.reviews.count == 1)
  }

  @Test func everyFileIsCounted() async throws {
    let folder = temporary.sample()
    for name in ["ada", "ben"] { temporary.write(#"{"reviews": {}}"#, to: "reviews/\(name).json") }
    let steps = Mutex<[LoadProgress]>([])
    _ = try await folder.load { step in steps.withLock { $0.append(step) } }
    #expect(steps.withLock { $0 } == (0...3).map { LoadProgress(read: $0, total: 3) })
  }

  @Test func whoDoesNotWantToWaitStopsIt() async throws {
    let folder = temporary.sample()
    let loading = Task {
      try await folder.load { _ in withUnsafeCurrentTask { $0?.cancel() } }
    }
    let error = await #expect(throws: StoreError.self) { try await loading.value }
    #expect(error?.kind == .cancelled)
  }
}
