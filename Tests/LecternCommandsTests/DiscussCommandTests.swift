import ReviewCore
import Testing

@Suite struct DiscussCommandTests {
  @Test func whatIsSaidIsSavedAndShown() async throws {
    let folder = try TestFolder.summit()
    let said = await folder.run("discuss", "1", "--say", " Is it new? ", "--as", "ada")
    #expect(said.code == 0)
    #expect(said.output.isEmpty)
    let stored = try #require(try folder.json("reviews/ada.json")["discussion"].object)
    let entry = try #require(stored.members.first)
    #expect(said.messages == "Saved: \(entry.key) on 1.\n")
    #expect(
      entry.value == [
        "proposal": "1", "text": "Is it new?", "at": "2026-04-01T12:00:00.000Z",
      ])
    let shown = await folder.run("discuss", "1", "--as", "ben")
    #expect(shown.output == "Ada, 2026-04-01 12:00 UTC\n  Is it new?\n")
    let json = try await folder.run("discuss", "1", "--as", "ben", "--format", "json").json
    #expect(
      json == [
        [
          "id": .string(entry.key), "author": "ada", "at": "2026-04-01T12:00:00.000Z",
          "kind": "remark", "text": "Is it new?", "mine": false,
        ]
      ])
  }

  @Test func theSameAgainIsAnotherRemark() async throws {
    let folder = try TestFolder.summit()
    for _ in 0..<3 { _ = await folder.run("discuss", "1", "--say", "Yes.", "--as", "ada") }
    let json = try await folder.run("discuss", "1", "--as", "ada", "--format", "json").json
    #expect(json.array?.count == 3)
  }

  @Test func commentsStandInTheThread() async throws {
    let folder = try TestFolder.summit()
    _ = await folder.run("score", "1", "--comment", "Strong", "--as", "ben")
    _ = await folder.run("discuss", "1", "--say", "Agreed", "--as", "ada")
    let shown = await folder.run("discuss", "1", "--as", "ada")
    #expect(shown.output.contains("Ben, 2026-04-01 12:00 UTC, comment of the review\n  Strong\n"))
    let json = try await folder.run("discuss", "1", "--as", "ben", "--format", "json").json
    let entries = json.array ?? []
    #expect(Set(entries.map { $0["kind"].string }) == ["comment", "remark"])
    #expect(entries.first { $0["kind"] == "comment" }?["id"] == "1")
  }

  @Test func onesOwnIsTakenBack() async throws {
    let folder = try TestFolder.summit()
    _ = await folder.run("discuss", "1", "--say", "Hasty", "--as", "ada")
    let id = try #require(
      try folder.json("reviews/ada.json")["discussion"].object?.members.first?.key)
    let other = await folder.run("discuss", "1", "--take-back", id, "--as", "ben")
    #expect(other.code == 2)
    let taken = await folder.run("discuss", "1", "--take-back", id, "--as", "ada")
    #expect(taken.code == 0)
    #expect(try folder.json("reviews/ada.json")["discussion"][id]["cleared"] == true)
    #expect(await folder.run("discuss", "1", "--take-back", id, "--as", "ada").code == 2)
    let shown = await folder.run("discuss", "1", "--as", "ada")
    #expect(shown.output.isEmpty)
    #expect(shown.messages.contains("Nobody has said anything yet"))
  }

  @Test(arguments: [
    (["discuss", "1", "--say", " \n", "--as", "ada"], 2, "nothing to say"),
    (["discuss", "99", "--say", "x", "--as", "ada"], 2, "There is no proposal \"99\""),
    (["discuss", "99", "--as", "ada"], 2, "There is no proposal \"99\""),
    (["discuss", "1", "--say", "x"], 2, "Who are you?"),
    (["discuss", "10", "--say", "x", "--as", "cleo"], 2, "conflict of interest"),
    (["discuss", "1", "--take-back", "d-1", "--as", "ada"], 2, "no remark of yours \"d-1\""),
    (["discuss", "1", "--say", "x", "--take-back", "d-1", "--as", "ada"], 64, "one at a time"),
  ])
  func whatMayNotBeIsRefused(_ command: [String], _ code: Int32, _ words: String) async throws {
    let folder = try TestFolder.summit()
    let before = try folder.json("reviews/ada.json")
    let result = await folder.run(command)
    #expect(result.code == code)
    #expect(result.messages.contains(words), "\(result.messages)")
    #expect(result.output.isEmpty)
    #expect(try folder.json("reviews/ada.json") == before)
  }

  @Test(arguments: ["ada", "cleo"]) func whoIsInConflictReadsNothing(_ member: String) async throws
  {
    let folder = try TestFolder.summit()
    _ = await folder.run("discuss", "10", "--say", "Between us", "--as", "ben")
    _ = await folder.run("score", "10", "--overall", "3", "--as", "ben")
    if member == "ada" {
      _ = await folder.run("conflict", "10", "--reason", "friends", "--as", "ada")
    }
    let shown = await folder.run("discuss", "10", "--as", member)
    #expect(shown.code == 0)
    #expect(shown.output.isEmpty)
    #expect(shown.messages.contains("you have a conflict of interest"))
    let json = await folder.run("discuss", "10", "--as", member, "--format", "json")
    #expect(json.output == "[]\n")
  }

  @Test func aHostileTextIsSafeOnATerminal() async throws {
    let folder = try TestFolder.summit()
    _ = await folder.run(
      "discuss", "1", "--say", "a\u{1B}[31mred\u{9B}2J\u{202E}x\nsecond", "--as", "ada")
    let shown = await folder.run("discuss", "1", "--as", "ada")
    #expect(!shown.output.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    #expect(!shown.output.unicodeScalars.contains("\u{9B}"))
    #expect(!shown.output.unicodeScalars.contains("\u{202E}"))
    #expect(shown.output.contains("\n  second\n"))
  }

  @Test func aRankingDoesNotDependOnWhatIsSaid() async throws {
    let folder = try TestFolder.summit()
    let before = await folder.run("rank", "--as", "ada", "--format", "json")
    _ = await folder.run("discuss", "1", "--say", "The best", "--as", "ben")
    let after = await folder.run("rank", "--as", "ada", "--format", "json")
    #expect(before.code == 0)
    #expect(before.output == after.output)
  }
}
