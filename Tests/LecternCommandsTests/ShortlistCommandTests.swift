import ReviewCore
import Testing

@Suite struct ShortlistCommandTests {
  @Test func itHasTheDocumentedShape() async throws {
    let folder = try TestFolder.summit()
    let result = await folder.run("shortlist", "--as", "ada", "--format", "json")
    #expect(result.code == 0)
    let json = try result.json
    #expect(json["feasible"] == .bool(true))
    #expect(json["proven"] == .bool(true))
    #expect(json["method"] == "mean")
    #expect(json["slots"] == 1)
    #expect(json["objective"] == 4333)
    #expect(json["selected"] == ["1"])
    #expect(json["waitlist"] == ["2"])
    #expect(json["conflict"] == [])
    #expect(json["rules"].strings(of: "rule") == ["total"])
    #expect(json["rules"][0]["binding"] == .bool(true))
    #expect(json["rules"][0]["cost"] == 3000)
    #expect(result.messages.contains("3 proposals have no score"))
    #expect(!folder.exists("decisions"))
  }

  @Test func theSameInputGivesTheSameBytes() async throws {
    let folder = try TestFolder.summit()
    for format in ["table", "csv", "json", "ndjson"] {
      let one = await folder.run("shortlist", "--as", "ada", "--slots", "2", "--format", format)
      let other = await folder.run("shortlist", "--as", "ada", "--slots", "2", "--format", format)
      #expect(one.code == 0)
      #expect(!one.output.isEmpty)
      #expect(one.output == other.output)
    }
    let csv = await folder.run("shortlist", "--as", "ada", "--format", "csv")
    #expect(csv.output.hasPrefix("id,title,proposed,decision,score,share,standing\r\n1,"))
  }

  @Test func theTableSaysWhyInWords() async throws {
    let result = try await TestFolder.summit().run("shortlist", "--as", "ada")
    #expect(result.output.contains("1 of 1 slots, sum of scores 4.33: nothing is better."))
    #expect(result.output.contains("RULE THAT BINDS"))
    #expect(result.output.contains("── waiting list"))
  }

  @Test func aChairRecordsIt() async throws {
    let folder = try TestFolder.summit()
    let result = await folder.run("shortlist", "--as", "ada", "--apply")
    #expect(result.code == 0)
    #expect(result.messages.contains("Saved: 1 accepted, 1 on the waiting list."))
    let decisions = try folder.json("decisions/ada.json")["decisions"]
    #expect(
      decisions["1"] == [
        "decision": "accept", "reason": "proposed by the optimiser",
        "at": "2026-04-01T12:00:00.000Z",
      ])
    #expect(decisions["2"]["decision"] == "waitlist")
    let before = try folder.snapshot()
    let again = await folder.run("shortlist", "--as", "ada", "--apply")
    #expect(again.messages.contains("It is so already"))
    #expect(try folder.snapshot() == before)
  }

  @Test func whatIsDecidedStays() async throws {
    let folder = try TestFolder.summit()
    _ = await folder.run("decide", "1", "decline", "--reason", "No", "--as", "ada")
    _ = await folder.run("decide", "10", "accept", "--as", "ada")
    let result = await folder.run("shortlist", "--as", "ada", "--slots", "2", "--apply")
    #expect(result.code == 0)
    let decisions = try folder.json("decisions/ada.json")["decisions"]
    #expect(decisions["1"]["reason"] == "No")
    #expect(decisions["10"]["reason"] == .null)
    #expect(decisions["2"]["decision"] == "accept")
  }

  @Test func othersLookOn() async throws {
    let folder = try TestFolder.summit()
    #expect(await folder.run("shortlist", "--as", "ben").code == 0)
    let result = await folder.run("shortlist", "--as", "ben", "--apply")
    #expect(result.code == 2)
    #expect(result.messages.contains("Only a chair decides"))
    #expect(await folder.run("shortlist", "--apply").code == 2)
    #expect(!folder.exists("decisions"))
  }

  @Test func ofOneTalkInTwoVersionsOneGoesInWhereThatIsAsked() async throws {
    let folder = try TestFolder.summit()
    let text = "The same long words about streaming into tables, with a checkpoint and a catalogue."
    try folder.write(
      """
      { "format": 1, "proposals": [
        { "id": "1", "title": "Iceberg, slowly", "abstract": "\(text)" },
        { "id": "2", "title": "Iceberg, slowly", "abstract": "\(text) Again." },
        { "id": "10", "title": "Something else", "abstract": "Agents in the night." }
      ] }
      """, to: "proposals.json")
    _ = await folder.run("score", "10", "relevance=1", "content=1", "--as", "ada")
    let arguments = ["shortlist", "--as", "ada", "--slots", "2", "--format", "json"]
    #expect(try await folder.run(arguments).json["selected"] == ["1", "2"])
    let apart = try await folder.run(arguments + ["--one-of-similar"]).json
    #expect(apart["selected"] == ["1", "10"])
    #expect(apart["rules"].strings(of: "rule") == ["total", "at most one of the similar 1, 2"])
  }

  @Test func whatCannotHoldIsNamed() async throws {
    let folder = try TestFolder.summit()
    _ = await folder.run("decide", "1", "accept", "--as", "ada")
    _ = await folder.run("decide", "2", "accept", "--as", "ada")
    let before = try folder.snapshot()
    let result = await folder.run(
      "shortlist", "--as", "ada", "--slots", "1", "--apply", "--format", "json")
    #expect(result.code == 1)
    let json = try result.json
    #expect(json["feasible"] == .bool(false))
    #expect(json["selected"] == [])
    #expect(json["conflict"] == ["total max 1", "accepted 1", "accepted 2"])
    #expect(result.messages.contains("the programme has 1 slot"))
    #expect(try folder.snapshot() == before)
    let table = await folder.run("shortlist", "--as", "ada", "--slots", "1")
    #expect(table.code == 1)
    #expect(table.output.contains("- the programme has 1 slot"))
    #expect(table.output.contains("- 1 slot more"))
  }

  @Test func withoutACutLineItSaysWhatToDo() async throws {
    let folder = try TestFolder.summit()
    let text = try folder.text("summit.json")
    #expect(text.contains(", \"slots\": 1"))
    let cut = text.split(separator: ", \"slots\": 1", omittingEmptySubsequences: false)
    try folder.write(cut.joined(), to: "summit.json")
    let result = await folder.run("shortlist", "--as", "ada")
    #expect(result.code == 2)
    #expect(result.messages.contains("--slots N"))
    #expect(await folder.run("shortlist", "--as", "ada", "--slots", "2").code == 0)
    #expect(await folder.run("shortlist", "--slots", "-1").code == 64)
  }
}
