import ReviewCore
import Testing

@Suite struct ChoosingCommandTests {
  @Test func rankHasTheDocumentedShape() async throws {
    let result = try await TestFolder.summit().run("rank", "--as", "ada", "--format", "json")
    #expect(result.code == 0)
    let json = try result.json
    #expect(json["method"] == "mean")
    #expect(json["inputs"].string?.hasPrefix("sha256:") == true)
    #expect(json["proposals"].strings(of: "id") == ["1", "2", "10", "12", "talk-a"])
    let first: JSONValue = [
      "rank": 1, "id": "1", "title": "Iceberg, slowly", "score": .double(4.333333),
      "standardError": .null, "n": 2, "mean": .double(4.333333), "median": .double(4.333333),
      "spread": .double(0.471405), "probabilityIn": .null, "decision": "undecided",
    ]
    #expect(json["proposals"][0] == first)
    #expect(json["proposals"][2]["rank"] == .null)
    #expect(
      json["reviewers"] == [
        ["id": "ada", "n": 2, "severity": .null], ["id": "ben", "n": 1, "severity": .null],
      ])
  }

  @Test func aFilterLeavesTheRanksAlone() async throws {
    let result = try await TestFolder.summit().run(
      "rank", "--as", "ada", "--format", "json", "--filter", "id:2")
    #expect(try result.json["proposals"][0]["rank"] == 2)
    #expect(try result.json["proposals"].array?.count == 1)
  }

  @Test func theTableHasTheCutLineAndMarksFewReviews() async throws {
    let result = try await TestFolder.summit().run("rank", "--as", "ada")
    let lines = result.output.split(separator: "\n")
    #expect(lines[1].contains("Iceberg"))
    #expect(lines[2].hasPrefix("── cut: 1 slots"))
    #expect(lines[3].contains("1*"))
    #expect(lines.last == "* fewer than 2 reviews")
  }

  @Test func explainSaysWhatPlacedIt() async throws {
    let folder = try TestFolder.summit()
    let text = await folder.run("rank", "--as", "ada", "--explain", "2")
    #expect(text.output.contains("Rank 2 of 2, below the cut line of 1"))
    #expect(text.output.contains("Below 1 (4.33): lower score"))
    let json = try await folder.run(
      "rank", "--as", "ada", "--explain", "2", "--format", "json"
    ).json
    #expect(json["placedBy"] == "score")
    #expect(json["reviews"].strings(of: "reviewer") == ["ada"])
    #expect(await folder.run("rank", "--explain", "11").code == 2)
    #expect(await folder.run("rank", "--explain", "99").code == 2)
  }

  @Test func otherMethodsAndNegativeSlotsAreWrongUsage() async throws {
    let folder = try TestFolder.summit()
    let result = await folder.run("rank", "--method", "borda")
    #expect(result.code == 64)
    #expect(result.messages.contains("calibrated, mean, median"))
    #expect(await folder.run("rank", "--slots", "-1").code == 64)
    #expect(await folder.run("rank", "--method", "median", "--format", "ndjson").code == 0)
    #expect(await folder.run("rank", "--format", "csv").output.hasPrefix("rank,id,title,score,"))
  }

  @Test func aChairDecides() async throws {
    let folder = try TestFolder.summit()
    let result = await folder.run("decide", "1", "accept", "--reason", "Best", "--as", "ada")
    #expect(result.code == 0)
    let saved = try folder.json("decisions/ada.json")["decisions"]["1"]
    #expect(
      saved == ["decision": "accept", "reason": "Best", "at": "2026-04-01T12:00:00.000Z"])
    let shortlist = await folder.run("export", "--what", "shortlist", "--format", "json")
    #expect(try shortlist.json.strings(of: "id") == ["1"])
  }

  @Test func othersDoNotDecide() async throws {
    let folder = try TestFolder.summit()
    #expect(await folder.run("decide", "1", "accept", "--as", "ben").code == 2)
    #expect(await folder.run("decide", "1", "accept").code == 2)
    #expect(await folder.run("decide", "99", "accept", "--as", "ada").code == 2)
    #expect(await folder.run("decide", "11", "accept", "--as", "ada").code == 2)
    let result = await folder.run("decide", "1", "acept", "--as", "ada")
    #expect(result.code == 64)
    #expect(result.messages.contains("accept"))
    #expect(!folder.exists("decisions"))
  }

  @Test func exportsAreWhatTheViewerMaySee() async throws {
    let folder = try TestFolder.summit()
    let all = await folder.run("export", "--what", "scores", "--format", "json", "--as", "ada")
    #expect(try all.json.array?.count == 5)
    let mine = await folder.run("export", "--what", "scores", "--format", "json", "--as", "cleo")
    #expect(try mine.json == [])
  }

  @Test func addressesNeedToBeAskedFor() async throws {
    let folder = try TestFolder.summit()
    let without = await folder.run("export", "--what", "proposals", "--format", "csv")
    #expect(!without.output.contains("@example.org"))
    let with = await folder.run("export", "--what", "proposals", "--format", "csv", "--with-emails")
    #expect(with.output.contains("dora@example.org"))
  }

  @Test func aFileIsNotWrittenOverWithoutForce() async throws {
    let folder = try TestFolder.summit()
    let arguments = ["export", "--what", "ranking", "--format", "markdown", "--output", "r.md"]
    #expect(await folder.run(arguments).code == 0)
    let text = try folder.text("r.md")
    #expect(text.hasPrefix("| rank |"))
    try folder.write("mine", to: "r.md")
    #expect(await folder.run(arguments).code == 2)
    #expect(try folder.text("r.md") == "mine")
    #expect(await folder.run(arguments + ["--force"]).code == 0)
    #expect(try folder.text("r.md") == text)
  }

  @Test(arguments: [
    ["--what", "feedback", "--format", "csv"], ["--what", "agenda", "--format", "csv"],
    ["--what", "ranking", "--format", "html"], ["--what", "rankin", "--format", "csv"],
    ["--what", "ranking"], ["--format", "csv"],
    ["--what", "ranking", "--format", "csv", "--force"],
  ])
  func whatIsNotHereYetIsWrongUsage(arguments: [String]) async throws {
    let result = try await TestFolder.summit().run(["export"] + arguments)
    #expect(result.code == 64)
    #expect(result.output.isEmpty)
  }
}
