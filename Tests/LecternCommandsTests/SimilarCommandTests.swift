import ReviewCore
import Testing

@Suite struct SimilarCommandTests {
  /// Two versions of a talk, one related, one apart, and one that was withdrawn.
  private static func folder() throws -> TestFolder {
    let folder = try TestFolder.summit()
    let text =
      "How we join two unbounded streams with event time, watermarks and state, and what broke."
    try folder.write(
      """
      { "format": 1, "proposals": [
        { "id": "1", "title": "Streaming joins at scale", "abstract": "\(text)" },
        { "id": "2", "title": "Joins at scale", "abstract": "\(text) Twice." },
        { "id": "3", "title": "Iceberg \\u001b[31m", "abstract": "Tables for cats." },
        { "id": "4", "title": "Gone", "abstract": "\(text)", "status": "withdrawn" }
      ] }
      """, to: "proposals.json")
    return folder
  }

  @Test func aProposalHasTheDocumentedShape() async throws {
    let result = try await Self.folder().run("similar", "1", "--as", "ada", "--format", "json")
    #expect(result.code == 0)
    let entry = try result.json[0]
    #expect(try result.json.strings(of: "id") == ["2"])
    #expect(entry["title"] == "Joins at scale")
    #expect(entry["sameSpeaker"] == true)
    #expect(entry["kind"] == "possibleDuplicate")
    #expect(entry["isConfirmed"] == true)
    #expect(entry["cosine"] == .double(0.920433))
    #expect(entry["jaccard"] == .double(0.888889))
    #expect(result.messages == "1 proposal with a cosine of 0.3 or more.\n")
  }

  @Test func allPairsHaveTheDocumentedShape() async throws {
    let result = try await Self.folder().run("similar", "--as", "ada", "--format", "json")
    let entry = try result.json[0]
    #expect(try result.json.array?.count == 1)
    #expect(entry["a"] == "1")
    #expect(entry["b"] == "2")
    #expect(entry["cosine"] == .double(0.920433))
    #expect(entry["sameSpeaker"] == true)
    #expect(result.messages == "1 pair with a cosine of 0.3 or more.\n")
  }

  @Test func hiddenSpeakersAreNotCompared() async throws {
    let folder = try Self.folder()
    let summit = try folder.text("summit.json").replacing(
      "\"slots\": 1", with: "\"slots\": 1, \"speakers\": \"hidden\"")
    try folder.write(summit, to: "summit.json")
    for arguments in [["similar"], ["similar", "1"]] {
      let result = await folder.run(arguments + ["--as", "ben", "--format", "json"])
      #expect(try result.json[0]["sameSpeaker"] == .null)
    }
  }

  @Test func aTableHasALineForEachProposal() async throws {
    let folder = try Self.folder()
    let lines = await folder.run("similar", "--as", "ada").output.split(separator: "\n")
    #expect(lines.first == "COSINE  PHRASES  SPEAKER  ID  TITLE")
    #expect(lines.count == 4)
    #expect(lines[1] == "  0.92     89 %  same     1   Streaming joins at scale")
    #expect(lines[2] == "                          2   Joins at scale")
    #expect(lines[3].hasSuffix("shared: and, watermarks, unbounded, streams, broke"))
    for line in await folder.run("similar", in: .init(terminalColumns: 44)).output
      .split(separator: "\n")
    {
      #expect(line.count <= 44)
    }
  }

  @Test func csvAndLinesHoldTheSame() async throws {
    let folder = try Self.folder()
    let csv = await folder.run("similar", "--format", "csv").output
    #expect(
      csv.hasPrefix(
        "a,b,a.title,b.title,cosine,sameSpeaker,jaccard,kind,isConfirmed,sharedTerms\r\n1,2,"))
    let one = await folder.run("similar", "1", "--format", "csv").output
    #expect(one.hasPrefix("id,title,cosine,sameSpeaker,jaccard,kind,isConfirmed,sharedTerms\r\n2,"))
    let lines = await folder.run("similar", "--format", "ndjson").output
    #expect(lines.split(separator: "\n").count == 1)
    #expect(lines.hasPrefix("{\"a\":\"1\",\"b\":\"2\","))
  }

  @Test func whatCannotBeComparedIsSaid() async throws {
    let folder = try Self.folder()
    let withdrawn = await folder.run("similar", "4")
    #expect(withdrawn.code == 2)
    #expect(withdrawn.messages.contains("was withdrawn"))
    #expect(await folder.run("similar", "99").code == 2)
    #expect(await folder.run("similar", "--limit", "-1").code == 64)
    let apart = await folder.run("similar", "3", "--format", "json")
    #expect(apart.code == 0)
    #expect(apart.output == "[]\n")
    let none = await folder.run("similar", "--limit", "0", "--format", "json")
    #expect(none.output == "[]\n")
    #expect(
      none.messages
        == "1 pair with a cosine of 0.3 or more; the 0 most alike are printed.\n")
  }
}
