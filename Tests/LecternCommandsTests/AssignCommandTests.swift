import ReviewCore
import Testing

@Suite struct AssignCommandTests {
  /// The small summit: Ada and Ben have scored 1, Ada 2 (Ben began it); 10 is Cleo's own talk, 11
  /// withdrawn. Two reviews each, three members.
  private static func assign(
    _ arguments: String..., as identity: String = "ada", in folder: TestFolder? = nil
  ) async throws -> CommandResult {
    let folder = try folder ?? TestFolder.summit()
    return await folder.run(["assign", "--as", identity] + arguments)
  }

  private static func lists(_ json: JSONValue) -> [String: [String]] {
    var lists: [String: [String]] = [:]
    for (key, value) in json.object?.members ?? [] {
      lists[key] = value.array?.compactMap(\.string)
    }
    return lists
  }

  @Test func aPlanIsPrintedAndWritten() async throws {
    let folder = try TestFolder.summit()
    let result = try await Self.assign("--format", "json", in: folder)
    #expect(result.code == 0)
    let plan = try result.json
    #expect(plan["feasible"] == true)
    #expect(plan["short"] == [])
    let lists = Self.lists(plan["assignments"])
    #expect(lists["ada"]?.starts(with: ["1", "2"]) == true)
    #expect(lists["ben"]?.starts(with: ["1", "2"]) == true)
    #expect(lists["cleo"]?.contains("10") == false)
    for id in ["1", "2", "10", "12", "talk-a"] {
      #expect(lists.values.count { $0.contains(id) } == 2, "\(id)")
    }
    #expect(!lists.values.contains { $0.contains("11") })
    for (reviewer, proposals) in lists {
      #expect(plan["loads"][reviewer] == .int(proposals.count))
    }
    #expect(plan["objective"] == 0)
    #expect(Self.lists(try folder.json("assignments.json")["assignments"]) == lists)
    #expect(result.messages.contains("Saved"))
    // The same again changes nothing.
    let before = try folder.text("assignments.json")
    let again = try await Self.assign("--format", "json", in: folder)
    #expect(Self.lists(try again.json["assignments"]) == lists)
    #expect(try folder.text("assignments.json") == before)
    let faults = try await folder.run("check", "--format", "json").json["faults"]
    #expect(!faults.strings(of: "path").contains("assignments.json"))
  }

  @Test func theQueueFollowsThePlan() async throws {
    let folder = try TestFolder.summit()
    try folder.write(#"{"assignments": {"cleo": ["1"]}}"#, to: "assignments.json")
    #expect(await folder.run("next", "--as", "cleo").output == "1\n")
    let asked = await folder.run(
      "list", "--filter", "is:assigned", "--as", "cleo", "--format", "json")
    #expect(try asked.json.strings(of: "id") == ["1"])
  }

  @Test func whatIsShortIsWrittenAndSaid() async throws {
    let folder = try TestFolder.summit()
    let result = try await Self.assign(
      "--per-proposal", "3", "--format", "json", in: folder)
    #expect(result.code == 1)
    #expect(try result.json["feasible"] == false)
    #expect(try result.json["short"] == ["10"])
    #expect(
      result.messages.contains(
        "10 needs 3 more reviews; only Ada and Ben may give them, and at most 2: short by 1."))
    #expect(folder.exists("assignments.json"))
    let limited = try await Self.assign("--max-load", "2", "--format", "json", in: folder)
    #expect(limited.code == 1)
    #expect(try limited.json["loads"]["cleo"] == 2)
  }

  @Test func aDryRunWritesNothingAndAnybodyMayMakeOne() async throws {
    let folder = try TestFolder.summit()
    let before = try folder.snapshot()
    for identity in ["ada", "ben"] {
      let result = try await Self.assign("--dry-run", as: identity, in: folder)
      #expect(result.code == 0, "\(result.messages)")
      #expect(result.output.contains("5 proposals, 2 reviewers each"))
      #expect(result.messages.contains("Nothing is written"))
    }
    #expect(await folder.run("assign", "--dry-run").code == 0)
    #expect(try folder.snapshot() == before)
  }

  @Test func onlyAChairAssigns() async throws {
    let folder = try TestFolder.summit()
    let before = try folder.snapshot()
    let reviewer = try await Self.assign(as: "ben", in: folder)
    #expect(reviewer.code == 2)
    #expect(reviewer.messages.contains("ben is a reviewer. Only a chair assigns"))
    let nobody = await folder.run("assign")
    #expect(nobody.code == 2)
    #expect(nobody.messages.contains("LECTERN_REVIEWER"))
    #expect(try folder.snapshot() == before)
    try folder.write(#"{"format": 1, "name": "x"}"#, to: "summit.json")
    let empty = await folder.run("assign")
    #expect(empty.code == 2)
    #expect(empty.messages.contains("Nobody is on the committee"))
    #expect(await folder.run("assign", "--dry-run").code == 2)
  }

  @Test(arguments: [
    (["--exclude", "bne"], 2, "did you mean \"ben\""),
    (["--exclude", "ben:nine"], 2, "There is no proposal"),
    (["--per-proposal", "0"], 64, "--per-proposal"), (["--max-load", "-1"], 64, "--max-load"),
    (["--max-load", "x"], 64, "--max-load"),
  ])
  func whatMakesNoSenseIsRefused(arguments: [String], code: Int32, words: String) async throws {
    let folder = try TestFolder.summit()
    let result = await folder.run(["assign", "--as", "ada"] + arguments)
    #expect(result.code == code)
    #expect(result.messages.contains(words))
    #expect(!folder.exists("assignments.json"))
  }

  @Test func whatIsExcludedIsNotGiven() async throws {
    let result = try await Self.assign(
      "--exclude", "cleo:12", "--exclude", "cleo:talk-a", "--format", "json")
    #expect(result.code == 0)
    #expect(Self.lists(try result.json["assignments"])["cleo"] == [])
    let idle = try await Self.assign("--exclude", "cleo", "--format", "json")
    #expect(Self.lists(try idle.json["assignments"])["cleo"] == [])
  }

  @Test func suggestedConflictsAreLeftToTheChair() async throws {
    let folder = try TestFolder.summit()
    let summit = try folder.text("summit.json")
    try folder.write(
      summit.replacing("cleo@example.org", with: "cleo@lakes.example"), to: "summit.json")
    try folder.write(
      """
      { "format": 1, "speakers": [
        { "id": "s", "name": "Eve", "email": "eve@lakes.example", "proposals": ["12", "talk-a"] }
      ] }
      """, to: "speakers.json")
    let result = try await Self.assign("--format", "json", "--dry-run", in: folder)
    let suggested = try result.json["suggestedConflicts"]
    #expect(suggested.strings(of: "proposal") == ["12", "talk-a"])
    #expect(suggested[0]["reasons"] == ["also at lakes.example"])
    let assigned = (suggested.array ?? []).filter { $0["assigned"] == true }
    #expect(!assigned.isEmpty)
    #expect(result.messages.contains("--confirm-conflicts"))
    #expect(result.messages.contains("cleo:"))
    let confirmed = try await Self.assign(
      "--format", "json", "--dry-run", "--confirm-conflicts", in: folder)
    let cleo = try #require(Self.lists(try confirmed.json["assignments"])["cleo"])
    #expect(!cleo.contains("12") && !cleo.contains("talk-a"))
    #expect(confirmed.messages.contains("the plan runs into none of them"))
  }

  @Test func everyFormatSaysTheSame() async throws {
    let json = try await Self.assign("--dry-run", "--format", "json")
    let lists = Self.lists(try json.json["assignments"])
    let csv = try await Self.assign("--dry-run", "--format", "csv")
    var rows = csv.output.split(separator: "\r\n").map { $0.split(separator: ",") }
    #expect(rows.removeFirst() == ["reviewer", "proposal", "title"])
    #expect(rows.count == lists.values.reduce(0) { $0 + $1.count })
    #expect(rows.allSatisfy { lists[String($0[0])]?.contains(String($0[1])) == true })
    let lines = try await Self.assign("--dry-run", "--format", "ndjson").output
      .split(separator: "\n")
    #expect(lines.count == 3)
    let first = JSONValue(try JSONDocument(Array(lines[0].utf8)).root)
    #expect(first["reviewer"] == "ada")
    #expect(first["kept"] == 2)
    let table = try await Self.assign("--dry-run").output
    #expect(table.contains("cleo"))
    #expect(!table.contains("\u{1b}"))
  }
}
