import Testing

@Suite struct VisibilityTests {
  private static let reading: [[String]] = [
    ["list"], ["list", "--format", "json"], ["list", "--sort", "-score"],
    ["list", "--filter", "score:>=1"], ["list", "--filter", "by:ada"], ["list", "--sort", "n"],
    ["show", "1"], ["show", "1", "--format", "json"], ["rank"], ["rank", "--format", "json"],
    ["rank", "--method", "median", "--format", "csv"], ["rank", "--explain", "1"],
    ["similar"], ["similar", "1", "--format", "json"],
    ["export", "--what", "scores", "--format", "csv"],
    ["export", "--what", "ranking", "--format", "json"],
  ]

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
