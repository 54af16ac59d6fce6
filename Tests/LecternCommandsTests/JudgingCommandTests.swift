import ReviewCore
import Testing

@Suite struct JudgingCommandTests {
  private func review(_ id: String, by member: String, in folder: TestFolder) throws -> JSONValue {
    try folder.json("reviews/\(member).json")["reviews"][id]
  }

  @Test func aScoreIsSavedWithDigestRoundAndTime() async throws {
    let folder = try TestFolder.summit()
    let result = await folder.run(
      "score", "12", "relevance=5", "content=3", "--comment", "-strong", "--confidence", "4",
      "--as", "cleo")
    #expect(result.code == 0)
    #expect(result.output.isEmpty)
    #expect(result.messages.hasPrefix("Saved: 12 scored 4.33"))
    let saved = try review("12", by: "cleo", in: folder)
    #expect(saved["status"] == "scored")
    #expect(saved["scores"] == ["relevance": 5, "content": 3])
    #expect(saved["confidence"] == 4)
    #expect(saved["comment"] == "-strong")
    #expect(saved["commentAt"] == "2026-04-01T12:00:00.000Z")
    #expect(saved["at"] == "2026-04-01T12:00:00.000Z")
    #expect(saved["round"] == "main")
    #expect(saved["digest"].string?.hasPrefix("sha256:") == true)
  }

  @Test func whatIsLeftOutStays() async throws {
    let folder = try TestFolder.summit()
    #expect(await folder.run("score", "2", "content=4", "--as", "ben", "--quiet").messages.isEmpty)
    let saved = try review("2", by: "ben", in: folder)
    #expect(saved["status"] == "scored")
    #expect(saved["scores"] == ["relevance": 2, "content": 4])
  }

  @Test func onlyACommentLeavesTheJudgementAlone() async throws {
    let folder = try TestFolder.summit()
    _ = await folder.run("score", "1", "--comment", "Yes", "--as", "ben")
    let saved = try review("1", by: "ben", in: folder)
    #expect(saved["status"] == "scored")
    #expect(saved["at"] == "2026-03-01T00:00:00.000Z")
    #expect(saved["comment"] == "Yes")
    _ = await folder.run("score", "12", "--feedback", "Thanks", "--as", "ben")
    #expect(try review("12", by: "ben", in: folder)["status"] == "draft")
  }

  @Test func anOverallScoreAloneIsEnough() async throws {
    let folder = try TestFolder.summit()
    _ = await folder.run("score", "12", "--overall", "4", "--as", "ben")
    let saved = try review("12", by: "ben", in: folder)
    #expect(saved["status"] == "scored")
    #expect(saved["overall"] == 4)
  }

  @Test(arguments: [
    (["score", "1", "relevance=6"], "1 to 5"), (["score", "1", "relevance=2.5"], "1 to 5"),
    (["score", "1", "relevance=nan"], "1 to 5"), (["score", "1", "relevance="], "1 to 5"),
    (["score", "1", "--overall", "-1"], "1 to 5"), (["score", "1", "--confidence", "9"], "1 to 5"),
    (["score", "1", "relevence=3"], "did you mean \"relevance\""),
    (["score", "1", "relevance=3", "content=9"], "1 to 5"),
    (["score", "13", "relevance=3"], "no proposal"), (["score", "talk-b", "content=3"], "talk-a"),
    (["score", "11", "relevance=3"], "withdrawn"),
    (["abstain", "11", "--reason", "x"], "withdrawn"),
    (["clear", "99"], "no proposal"),
  ])
  func whatCannotBeIsRefusedAndNothingIsWritten(
    arguments: [String], message: String
  ) async throws {
    let folder = try TestFolder.summit()
    let before = try folder.snapshot()
    let result = await folder.run(arguments + ["--as", "ben"])
    #expect(result.code == 2)
    #expect(result.messages.contains(message))
    #expect(try folder.snapshot() == before)
  }

  @Test(arguments: [
    ["score", "1"], ["score", "1", "relevance"], ["score", "1", "relevance=3", "relevance=4"],
    ["score"], ["score", "1", "--confidence", "x"], ["abstain", "1"],
    ["abstain", "1", "--reason", "  "], ["conflict", "1"], ["conflict", "1", "--reason", ""],
  ])
  func whatSaysNothingIsWrongUsage(arguments: [String]) async throws {
    let folder = try TestFolder.summit()
    let before = try folder.snapshot()
    #expect(await folder.run(arguments + ["--as", "ben"]).code == 64)
    #expect(try folder.snapshot() == before)
  }

  @Test func aSpeakerIsInConflictWithTheirOwnProposal() async throws {
    let folder = try TestFolder.summit()
    let result = await folder.run("score", "10", "relevance=5", "--as", "cleo")
    #expect(result.code == 2)
    #expect(result.messages.contains("conflict"))
    #expect(!folder.exists("reviews/cleo.json"))
  }

  @Test func nobodyCannotJudge() async throws {
    let result = try await TestFolder.summit().run("score", "1", "relevance=3")
    #expect(result.code == 2)
    #expect(result.messages.contains("--as"))
  }

  @Test(arguments: [
    (["abstain", "1", "--reason", "not my field"], "abstained", "not my field"),
    (["conflict", "1", "--reason", "colleague"], "conflict", "colleague"),
    (["skip", "1", "--reason", "later"], "skipped", "later"), (["skip", "1"], "skipped", nil),
    (["clear", "1"], "cleared", nil),
  ])
  func otherJudgementsAreSaved(
    arguments: [String], status: String, reason: String?
  ) async throws {
    let folder = try TestFolder.summit()
    #expect(await folder.run(arguments + ["--as", "ben"]).code == 0)
    let saved = try review("1", by: "ben", in: folder)
    #expect(saved["status"] == .string(status))
    #expect(saved["reason"] == .optional(reason))
  }

  @Test func nextLeadsThroughTheQueueAndEndsWithOne() async throws {
    let folder = try TestFolder.summit()
    var seen: [String] = []
    while seen.count < 9 {
      let next = await folder.run("next", "--as", "ben")
      guard next.code == 0 else {
        #expect(next.code == 1)
        #expect(next.output.isEmpty)
        #expect(!next.messages.isEmpty)
        break
      }
      seen.append(next.output.trimmed)
      _ = await folder.run("score", next.output.trimmed, "--overall", "3", "--as", "ben")
    }
    #expect(seen == ["2", "12", "talk-a", "10"])
  }

  @Test func nextNeedsAnIdentity() async throws {
    let result = try await TestFolder.summit().run("next")
    #expect(result.code == 2)
    #expect(result.messages.contains("LECTERN_REVIEWER"))
  }
}
