import ReviewCore
import Testing

@Suite struct ShowCommandTests {
  @Test func aChairSeesEverything() async throws {
    let json = try await TestFolder.summit().run(
      "show", "1", "--as", "ada", "--format", "json"
    ).json
    #expect(json["abstract"] == "About ice.")
    #expect(json["reviews"].strings(of: "reviewer") == ["ada", "ben"])
    #expect(json["speakers"][0]["email"] == "dora@example.org")
    #expect(json["n"] == 2)
  }

  @Test func whoHasNotJudgedSeesNoReviews() async throws {
    let folder = try TestFolder.summit()
    let json = try await folder.run("show", "1", "--as", "cleo", "--format", "json").json
    #expect(json["reviews"] == [])
    #expect(json["n"] == .null)
    #expect(json["mean"] == .null)
    #expect(json["otherReviewsHidden"] == true)
    #expect(json["speakers"][0]["email"] == .null)
    let text = await folder.run("show", "1", "--as", "cleo").output
    #expect(text.contains("hidden"))
    #expect(!text.contains("4.33"))
  }

  @Test func textIsWrappedToTheTerminal() async throws {
    let folder = try TestFolder.summit()
    let result = await folder.run("show", "12", in: .init(terminalColumns: 20))
    for line in result.output.split(separator: "\n") { #expect(line.count <= 20) }
    #expect(!result.output.contains("\u{1b}"))
  }

  @Test func anUnknownProposalNamesTheNearest() async throws {
    let result = try await TestFolder.summit().run("show", "tlak-a")
    #expect(result.code == 2)
    #expect(result.messages.contains("did you mean \"talk-a\""))
  }
}
