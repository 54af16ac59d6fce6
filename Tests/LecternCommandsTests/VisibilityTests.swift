import Testing

@Suite struct VisibilityTests {
  private static let reading: [[String]] = [
    ["list", "--sort", "id"], ["list", "--sort", "id", "--format", "json"],
    ["list", "--sort", "-score"],
    ["list", "--filter", "score:>=1"], ["list", "--filter", "by:ada"], ["list", "--sort", "n"],
    ["show", "1"], ["show", "1", "--format", "json"], ["rank"], ["rank", "--format", "json"],
    ["rank", "--method", "median", "--format", "csv"], ["rank", "--explain", "1"],
    ["similar"], ["similar", "1", "--format", "json"],
    ["insights"], ["insights", "--format", "json"],
    ["export", "--what", "scores", "--format", "csv"],
    ["export", "--what", "ranking", "--format", "json"],
  ]

  private static let discussing: [[String]] = [
    ["discuss", "1"], ["discuss", "1", "--format", "json"], ["discuss", "2"],
    ["list", "--filter", "is:discussed"], ["list", "--filter", "is:unread", "--format", "json"],
    ["list", "--sort", "remark"], ["list", "--sort", "-remark"], ["list"], ["next"],
    ["assign", "--dry-run"],
  ]

  /// What others say to each other, while it is hidden, changes no byte of what is printed.
  @Test(arguments: reading + discussing, [["--as", "cleo"], []])
  func hiddenRemarksChangeNothing(command: [String], identity: [String]) async throws {
    let folder = try TestFolder.summit()
    let before = await folder.run(command + identity)
    for (author, id) in [("ada", "1"), ("ada", "talk-a"), ("ben", "2"), ("ben", "11")] {
      let said = await folder.run("discuss", id, "--say", "Secret", "--as", author)
      #expect(said.code == 0)
    }
    let after = await folder.run(command + identity)
    #expect(before.output == after.output)
    #expect(before.messages == after.messages)
    #expect(before.code == after.code)
  }

  private static let queueing: [[String]] = [["list"], ["list", "--format", "json"], ["next"]]

  /// The queue goes by the number of finished reviews, and by nothing else that is hidden.
  @Test(arguments: queueing)
  func theQueueKnowsOnlyTheNumberOfHiddenReviews(command: [String]) async throws {
    let folder = try TestFolder.summit()
    let before = await folder.run(command + ["--as", "cleo"])
    func write(_ score: String, of proposal: String) throws {
      try folder.write(
        """
        { "format": 1, "reviewer": "ada", "reviews": {
          "1": { "status": "scored", "overall": \(score), "at": "2026-03-02T00:00:00.000Z" },
          "\(proposal)": { "status": "scored", "overall": \(score), "comment": "other",
                           "at": "2026-03-02T00:00:00.000Z" },
          "12": { "status": "abstained", "reason": "r", "at": "2026-03-02T00:00:00.000Z" }
        } }
        """, to: "reviews/ada.json")
    }
    try write("1", of: "2")
    let same = await folder.run(command + ["--as", "cleo"])
    #expect(before.code == 0)
    #expect(before.output == same.output)
    #expect(before.messages == same.messages)
    // Everything that nobody has finished comes before what ada has.
    try write("5", of: "talk-a")
    let other = await folder.run(command + ["--as", "cleo"])
    #expect(before.output != other.output)
  }

  /// What others say, while it is hidden, changes no byte of what is printed.
  @Test(arguments: reading, [["--as", "cleo"], []])
  func hiddenReviewsChangeNothing(command: [String], identity: [String]) async throws {
    let folder = try TestFolder.summit()
    let before = await folder.run(command + identity)
    try folder.write(
      """
      { "format": 1, "reviewer": "ada", "reviews": {
        "2": { "status": "scored", "scores": { "relevance": 1, "content": 1 },
               "at": "2026-03-01T00:00:00.000Z", "comment": "no" },
        "12": { "status": "scored", "overall": 5, "at": "2026-03-01T00:00:00.000Z" }
      } }
      """, to: "reviews/ada.json")
    let after = await folder.run(command + identity)
    #expect(before.code == 0)
    #expect(before.output == after.output)
    #expect(before.messages == after.messages)
  }
}
