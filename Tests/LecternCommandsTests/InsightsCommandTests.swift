import ReviewCore
import Testing

@Suite struct InsightsCommandTests {
  @Test func jsonHasTheDocumentedShape() async throws {
    let result = try await TestFolder.summit().run("insights", "--as", "ada", "--format", "json")
    #expect(result.code == 0)
    let json = try result.json
    #expect(json["proposals"]["total"] == 5)
    #expect(json["proposals"]["reviewed"] == 2)
    #expect(json["proposals"]["underReviewed"] == 4)
    #expect(json["reviewers"].strings(of: "id") == ["ada", "ben", "cleo"])
    #expect(json["reviewers"][0]["scored"] == 2)
    #expect(json["reviewers"][1]["drafts"] == 1)
    #expect(json["reviewers"][1]["assigned"] == 0)
    #expect(json["agreement"]["n"] == 2)
    #expect(json["disputed"].strings(of: "id") == ["1"])
    #expect(json["focusAreas"].strings(of: "id") == ["lakehouse", "agentic"])
  }

  @Test func whoMayNotKnowHowFarOthersAreHasNoNumbers() async throws {
    let json = try await TestFolder.summit().run("insights", "--as", "ben", "--format", "json").json
    #expect(json["reviewers"][0]["scored"] == .null)
    #expect(json["reviewers"][1]["scored"] == 1)
    #expect(json["proposals"]["hidden"] == 4)
  }

  @Test func textSaysWhatTheNumbersMean() async throws {
    let folder = try TestFolder.summit()
    let text = await folder.run("insights", "--as", "ada").output
    for words in [
      "5 proposals, 2 reviewed, 4 with fewer than 2 reviews", "REVIEWER  JUDGED",
      "Krippendorff's alpha", "0.3 to 0.4 is normal", "Most disputed", "FOCUS AREA",
      "Fewer than 2 reviews",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    let hidden = await folder.run("insights", "--as", "ben").output
    #expect(hidden.contains("The others' reviews of 4 proposals are hidden from you"))
    for line in await folder.run("insights", in: .init(terminalColumns: 60)).output
      .split(separator: "\n")
    {
      #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
  }

  @Test func anEmptySummitHasWords() async throws {
    let folder = try TestFolder()
    #expect(await folder.run("new", "x", "--template", "blank").code == 0)
    let result = await folder.run("insights", "x")
    #expect(result.code == 0)
    #expect(result.output.contains("No proposal has two finished reviews"))
    #expect(result.output.contains("Nobody is on the committee yet."))
  }
}
