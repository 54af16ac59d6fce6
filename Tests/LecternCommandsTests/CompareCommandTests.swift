import ReviewCore
import Testing

@Suite struct CompareCommandTests {
  /// A folder in which four proposals are scored by Ada, who is a chair.
  private func folder() async throws -> TestFolder {
    let folder = try TestFolder.summit()
    for (id, score) in [("10", 3), ("12", 4), ("talk-a", 3)] {
      _ = await folder.run(
        "score", id, "relevance=\(score)", "content=\(score)", "--as", "ada")
    }
    return folder
  }

  private func stored(_ member: String, in folder: TestFolder) throws -> JSONValue {
    try folder.json("reviews/\(member).json")["comparisons"]
  }

  @Test(arguments: [
    ("first", "first"), ("second", "second"), ("tied", "tied"), ("skipped", "skipped"),
    ("cleared", "cleared"),
  ])
  func whatIsSaidIsSaved(_ outcome: String, _ saved: String) async throws {
    let folder = try await folder()
    let result = await folder.run("compare", "1", "2", "--outcome", outcome, "--as", "ada")
    #expect(result.code == 0)
    #expect(result.output.isEmpty)
    #expect(result.messages.hasPrefix("Saved: "))
    #expect(try stored("ada", in: folder)["1"]["2"]["outcome"].string == saved)
    #expect(try stored("ada", in: folder)["1"]["2"]["at"] == "2026-04-01T12:00:00.000Z")
  }

  @Test func theFirstIsTheOneThatIsNamedFirst() async throws {
    let folder = try await folder()
    let result = await folder.run(
      "compare", "2", "12", "--outcome", "first", "--as", "ada", "--format", "json")
    #expect(try stored("ada", in: folder)["12"]["2"]["outcome"] == "second")
    #expect(try result.json == ["first": "2", "second": "12", "outcome": "first"])
    #expect(result.messages == "Saved: 2 is better than 12.\n")
  }

  @Test func sayingItAgainReplacesIt() async throws {
    let folder = try await folder()
    for outcome in ["first", "tied"] {
      _ = await folder.run("compare", "1", "2", "--outcome", outcome, "--as", "ada")
    }
    let stored = try stored("ada", in: folder)["1"]["2"]
    #expect(stored["outcome"] == "tied")
    #expect(stored["at"] == "2026-04-01T12:00:00.001Z")
  }

  @Test(arguments: [
    (["compare", "1", "--outcome", "first"], 64, "Two proposals"),
    (["compare", "1", "2", "10", "--outcome", "first"], 64, "Two proposals"),
    (["compare", "1", "2"], 64, "--outcome first|second"),
    (["compare", "--outcome", "first"], 64, "Name the two"),
    (["compare", "1", "1", "--outcome", "first"], 64, "given twice"),
    (["compare", "1", "2", "--outcome", "frist"], 64, "did you mean \"first\""),
    (["compare", "1", "99", "--outcome", "first"], 2, "There is no proposal \"99\""),
    (["compare", "1", "11", "--outcome", "first"], 2, "withdrawn"),
  ])
  func whatCannotBeComparedIsRefused(
    _ arguments: [String], _ code: Int32, _ words: String
  ) async throws {
    let folder = try await folder()
    let before = try folder.snapshot()
    let result = await folder.run(arguments + ["--as", "ada"])
    #expect(result.code == code)
    #expect(result.messages.contains(words), "\(result.messages)")
    #expect(try folder.snapshot() == before)
  }

  @Test func aConflictClosesTheComparison() async throws {
    let folder = try await folder()
    let result = await folder.run("compare", "1", "10", "--outcome", "first", "--as", "cleo")
    #expect(result.code == 2)
    #expect(result.messages.contains("conflict of interest with \"10\""))
    #expect(await folder.run("compare", "1", "2", "--outcome", "first").code == 2)
  }

  @Test func theNextPairIsNearTheCutLine() async throws {
    let folder = try await folder()
    let result = await folder.run("compare", "--as", "ada", "--format", "json")
    #expect(result.code == 0)
    let json = try result.json
    #expect(json["cut"] == 1)
    #expect(json["comparisons"] == 0)
    let (first, second) = (
      try #require(json["first"].string), try #require(json["second"].string)
    )
    #expect(Set([first, second]).isSubset(of: ["1", "2", "10", "12", "talk-a"]))
    #expect(first != second)
    guard case .number(let number) = json["firstIsBetter"] else {
      Issue.record("there is no probability")
      return
    }
    let probability = number.double
    #expect(probability > 0 && probability < 1)
    _ = await folder.run("compare", first, second, "--outcome", "tied", "--as", "ada")
    let next = try await folder.run("compare", "--as", "ada", "--format", "json").json
    #expect(next["comparisons"] == 1 && next["mine"] == 1)
    #expect(next["first"].string != first || next["second"].string != second)
  }

  @Test func itIsPrintedForPeopleWithSafeTitles() async throws {
    let folder = try await folder()
    let text = await folder.run("compare", "--as", "ada").output
    #expect(text.hasPrefix("id"))
    #expect(text.split(separator: "\n").count == 3)
    #expect(!text.contains("\u{1B}"))
  }

  @Test func whereNothingIsLeftTheCodeSaysSo() async throws {
    let folder = try TestFolder.summit()
    let none = await folder.run("compare", "--as", "cleo")
    #expect(none.code == 1)
    #expect(none.output.isEmpty)
    #expect(none.messages.contains("Nothing is scored yet"))
    let json = await folder.run("compare", "--as", "cleo", "--format", "json")
    #expect(json.code == 1)
    #expect(try json.json["first"] == .null)
    let nobody = await folder.run("compare")
    #expect(nobody.code == 2)
  }
}
