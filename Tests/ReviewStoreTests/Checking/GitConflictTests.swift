import ReviewCore
import ReviewStore
import SystemPackage
import Testing

@Suite struct GitConflictTests {
  let temporary = TemporaryFolder()

  static let head = "{\n  \"format\": 1,\n  \"reviewer\": \"ada\",\n  \"reviews\": {\n"
  static let end = "  }\n}\n"

  static func entry(_ id: String, _ day: Int, comma: Bool = false) -> String {
    "    \"\(id)\": {\"status\": \"skipped\", \"at\": \"2026-01-0\(day)T00:00:00.000Z\"}"
      + "\(comma ? "," : "")\n"
  }

  static let merge =
    head + "<<<<<<< HEAD\n" + entry("p1", 1, comma: true) + entry("p2", 1) + "=======\n"
    + entry("p1", 2, comma: true) + entry("p3", 1) + ">>>>>>> theirs\n" + end
  static let diff3 =
    head + "<<<<<<< ours\n" + entry("p1", 1, comma: true) + entry("p2", 1) + "||||||| base\n"
    + entry("p1", 1) + "=======\n" + entry("p1", 2, comma: true) + entry("p3", 1) + ">>>>>>> b\n"
    + end
  /// In the style zdiff3 what both sides have at the begin of a conflict stands before it.
  static let zdiff3 =
    head + entry("p1", 2, comma: true) + "<<<<<<< ours\n" + entry("p2", 1) + "||||||| 1f2e\n"
    + "=======\n" + entry("p3", 1) + ">>>>>>> theirs\n" + end
  static let twoHunks =
    head + "<<<<<<< a\n" + entry("p1", 1, comma: true) + "=======\n" + entry("p1", 2, comma: true)
    + ">>>>>>> b\n" + "<<<<<<< a\n" + entry("p2", 1) + "=======\n" + entry("p3", 1) + ">>>>>>> b\n"
    + end
  /// In the middle of an entry, as git leaves it where each key has a line of its own.
  static let inAnEntry =
    head + "    \"p2\": {\"status\": \"skipped\", \"at\": \"2026-01-01T00:00:00.000Z\"},\n"
    + "    \"p3\": {\"status\": \"skipped\", \"at\": \"2026-01-01T00:00:00.000Z\"},\n"
    + "    \"p1\": {\n      \"status\": \"skipped\",\n<<<<<<< HEAD\n"
    + "      \"at\": \"2026-01-01T00:00:00.000Z\"\n=======\n"
    + "      \"at\": \"2026-01-02T00:00:00.000Z\"\n>>>>>>> b\n    }\n" + end
  /// A conflict in the base of a conflict, as a merge of several bases leaves it.
  static let nested =
    head + "<<<<<<< a\n" + entry("p1", 2, comma: true) + entry("p2", 1) + "||||||| merged\n"
    + "<<<<<<<<< b1\n" + entry("p1", 1) + "=========\n>>>>>>>>> b2\n=======\n" + entry("p3", 1)
    + ">>>>>>> b\n" + end

  func mend(for person: Identifier? = ada) throws -> [MendOutcome] {
    let folder = temporary.sample()
    return try folder.mends(for: person, in: Sample.event, at: Sample.time(0)).map {
      try folder.perform($0, rescue: temporary.rescue, at: Sample.time(0))
    }
  }

  @Test(arguments: [merge, diff3, zdiff3, twoHunks, inAnEntry, nested], [false, true])
  func bothSidesAreMergedByTheRule(text: String, withCR: Bool) async throws {
    let text = withCR ? text.split(separator: "\n").joined(separator: "\r\n") : text
    temporary.write(text, to: "reviews/ada.json")
    let kept = try #require(try mend().first?.kept)
    #expect(try RealFileSystem().read(kept)?.bytes == Array(text.utf8))
    let loaded = try await temporary.sample().load()
    #expect(loaded.faults.isEmpty)
    let sheet = try #require(loaded.summit.sheets[ada])
    #expect(Set(sheet.reviews.keys) == [p1, p2, p3])
    #expect(sheet.reviews[p1]?.at == Timestamp("2026-01-02T00:00:00.000Z"))
  }

  @Test func aConflictIsExplainedWithItsLines() async throws {
    temporary.write(Self.twoHunks, to: "reviews/ada.json")
    let fault = try #require(try await temporary.sample().load().faults.first)
    #expect(fault.path == "reviews/ada.json")
    #expect(fault.position?.line == 5)
    #expect(fault.problem == "git left a conflict here, in lines 5 to 9 and 10 to 14")
    #expect(fault.remedy.hasPrefix("ada makes one file of both sides with \"lectern check --fix\""))
  }

  @Test func aConflictInAChairsFileIsLeftAlone() async throws {
    let text = "{\"format\": 1, \"proposals\": [\n<<<<<<< a\n=======\n>>>>>>> b\n]}\n"
    let folder = temporary.sample()
    temporary.write(text, to: "proposals.json")
    let fault = try #require(
      try await folder.load().faults.first { $0.path == "proposals.json" })
    #expect(fault.position?.line == 2)
    #expect(fault.problem == "git left a conflict here, in lines 2 to 4")
    #expect(fault.remedy.hasPrefix("Of each, keep the lines that stand"))
    #expect(folder.mends(for: ada, in: Sample.event, at: Sample.time(0)).isEmpty)
    #expect(temporary.text(of: "proposals.json") == text)
  }

  @Test func aConflictInTheSummitSaysSo() async throws {
    let folder = temporary.sample()
    temporary.write("<<<<<<< a\n" + Sample.summit + "\n=======\n{}\n>>>>>>> b\n", to: "summit.json")
    do {
      _ = try await folder.load()
      Issue.record("it opened")
    } catch {
      #expect(error.problem.hasPrefix("git left a conflict here, in lines 1 to "))
    }
  }

  @Test func somebodyElsesConflictIsTheirs() throws {
    temporary.write(Self.merge, to: "reviews/ada.json")
    #expect(try mend(for: ben).isEmpty)
    #expect(temporary.text(of: "reviews/ada.json") == Self.merge)
  }

  @Test(arguments: [
    head + "<<<<<<< HEAD\n" + entry("p1", 1) + end,
    head + entry("p1", 1) + ">>>>>>> b\n" + end,
    head + "<<<<<<< HEAD\n" + entry("p1", 1) + "=======\n" + end,
  ])
  func aConflictWithoutAnEndIsNotTouched(text: String) async throws {
    temporary.write(text, to: "reviews/ada.json")
    let fault = try #require(try await temporary.sample().load().faults.first)
    #expect(fault.problem.contains("a marker is missing"))
    #expect(try mend().isEmpty)
    #expect(temporary.text(of: "reviews/ada.json") == text)
  }

  @Test func aSideThatCannotBeReadIsNamedWithItsLine() async throws {
    let text =
      Self.head + "<<<<<<< HEAD\n" + Self.entry("p1", 1) + "=======\n    oops\n>>>>>>> b\n"
      + Self.end
    temporary.write(text, to: "reviews/ada.json")
    let fault = try #require(try await temporary.sample().load().faults.first)
    #expect(fault.position?.line == 8)
    #expect(fault.problem.hasPrefix("git left a conflict here, and one side of it cannot be read"))
    #expect(try mend().isEmpty)
    #expect(temporary.text(of: "reviews/ada.json") == text)
  }

  @Test func textThatLooksLikeAMarkerIsText() async throws {
    temporary.write(
      #"{"format": 1, "reviewer": "ada", "reviews": {"p1": {"status": "draft", "#
        + #""comment": "<<<<<<< HEAD\n=======\n>>>>>>> b"}}}"#, to: "reviews/ada.json")
    #expect(try await temporary.sample().load().faults.isEmpty)
  }

  /// Until it is mended nothing is written over, and what waits goes in afterwards.
  @Test func aSaveWaitsUntilTheConflictIsMended() throws {
    temporary.write(Self.merge, to: "reviews/ada.json")
    let folder = temporary.sample()
    let review = Sample.scored(4, at: 1)
    do {
      try folder.save([p2: review], rescue: temporary.rescue)
      Issue.record("it was written over")
    } catch {
      #expect(error.problem == "git left a conflict here, in lines 5 to 11")
      #expect(error.entries.isEmpty)
    }
    #expect(temporary.text(of: "reviews/ada.json") == Self.merge)
    _ = try mend()
    let outcome = try folder.save([p2: review], rescue: temporary.rescue)
    #expect(outcome.sheet.reviews[p2] == review)
    #expect(outcome.sheet.reviews[p3]?.status == .skipped)
  }

  @Test func entriesThatStandTwiceBecomeOneByTheRule() async throws {
    temporary.write(
      Self.head + Self.entry("p1", 2, comma: true) + Self.entry("p1", 1) + Self.end,
      to: "reviews/ada.json")
    #expect(try await temporary.sample().load().summit.sheets[ada]?.reviews.isEmpty == true)
    #expect(try mend().count == 1)
    let loaded = try await temporary.sample().load()
    #expect(loaded.faults.isEmpty)
    #expect(
      loaded.summit.sheets[ada]?.reviews[p1]?.at == Timestamp("2026-01-02T00:00:00.000Z"))
  }

  @Test func comparisonsAreBroughtIntoOrder() async throws {
    temporary.write(
      """
      {"format": 1, "reviewer": "ada", "comparisons": {
        "p2": {"p1": {"outcome": "first", "at": "2026-01-02T00:00:00.000Z"}},
        "p1": {"p2": {"outcome": "tied", "at": "2026-01-01T00:00:00.000Z"}}}}
      """, to: "reviews/ada.json")
    #expect(try mend().count == 1)
    let loaded = try await temporary.sample().load()
    #expect(loaded.faults.isEmpty)
    let pair = try #require(ProposalPair(p1, p2))
    #expect(loaded.summit.sheets[ada]?.comparisons[pair]?.outcome == .second)
  }
}
