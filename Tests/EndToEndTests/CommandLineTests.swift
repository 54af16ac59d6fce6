import ReviewCore
import Testing

/// The main job without a terminal: from an empty folder to a shortlist.
@Suite(.fewAtOnce)
struct CommandLineTests {
  private let nobody: [String: String?] = ["LECTERN_REVIEWER": nil]

  @Test func theMainJobIsDoneByCommandsAlone() async throws {
    let scratch = try Scratch()
    func lectern(_ arguments: String...) async throws -> CommandResult {
      try await scratch.run(
        Place.program, arguments, environment: scratch.environment(nobody))
    }
    func done(_ arguments: String...) async throws -> CommandResult {
      let result = try await scratch.run(
        Place.program, arguments, environment: scratch.environment(nobody))
      #expect(result.code == 0, "\(arguments): \(result)")
      return result
    }
    _ = try await done("new", "summit", "--as", "ada", "--name", "Ada Thorvaldsen")
    _ = try await done(
      "committee", "add", "ines", "--name", "Inés Figueroa", "--as", "ada", "-C", "summit")
    _ = try await done(
      "committee", "add", "kenji", "--name", "Kenji Watanabe", "--role", "chair", "--as", "ada",
      "-C", "summit")

    let csv = "\(Place.sampleData)/sessionize-export.csv"
    let dry = try await done("import", csv, "--into", "summit", "--dry-run", "--format", "json")
    #expect(try Files.bytes(of: "\(scratch.summit)/proposals.json") == nil)
    let imported = try await done("import", csv, "--into", "summit", "--format", "json")
    #expect(dry.output == imported.output)
    let importReport = try imported.json
    let report = try #require(importReport.object)
    #expect(report["new"]?.array?.count == 72)
    #expect(report["unchanged"] == .int(0))
    #expect(report["faults"] == .array([]))
    #expect(
      Set(["new", "changed", "withdrawn", "unchanged", "unmapped", "faults"]).isSubset(
        of: report.members.map(\.key)))
    let file = try Files.bytes(of: "\(scratch.summit)/proposals.json")
    let sample = try Files.bytes(of: "\(Place.sampleData)/beam-summit-2026/proposals.json")
    let (made, given) = (try scratch.expected(file), try scratch.expected(sample))
    #expect(made == given)
    _ = try await done("import", csv, "--into", "summit")
    #expect(try Files.bytes(of: "\(scratch.summit)/proposals.json") == file)

    for (id, scores) in [("1231708", "5443"), ("1231729", "3333"), ("1231738", "2121")] {
      for reviewer in ["ada", "ines"] {
        let values = zip(["relevance", "content", "novelty", "clarity"], scores)
        _ = try await scratch.run(
          Place.program,
          ["score", id] + values.map { "\($0)=\($1)" }
            + ["--as", reviewer, "-C", "summit"],
          environment: scratch.environment(nobody))
      }
    }
    let ranked = try await done("rank", "summit", "--as", "ada", "--format", "json")
    try expectRanking(ranked.json)

    _ = try await done(
      "decide", "1231708", "accept", "--reason", "The best", "--as", "ada", "-C", "summit")
    _ = try await done("decide", "1231729", "waitlist", "--as", "kenji", "-C", "summit")
    #expect(
      try await lectern("decide", "1231738", "decline", "--as", "ines", "-C", "summit").code == 2)
    let shortlist = try await done(
      "export", "summit", "--what", "shortlist", "--format", "csv", "--as", "ada")
    let rows = shortlist.output.split(separator: "\r\n")
    try #require(rows.count == 3)
    #expect(rows.first?.hasPrefix("id,title,decision") == true)
    #expect(rows[1].hasPrefix("1231708,Postgres to Iceberg without lying about deletes,accept"))
    #expect(rows[2].hasPrefix("1231729,"))
    #expect(!shortlist.output.contains("@"))
    #expect(try await lectern("check", "summit").code == 0)
  }

  private func expectRanking(_ json: JSONValue) throws {
    let ranking = try #require(json.object)
    #expect(ranking["method"] == "mean")
    #expect(ranking["inputs"]?.string?.hasPrefix("sha256:") == true)
    let proposals = try #require(ranking["proposals"]?.array).compactMap(\.object)
    #expect(proposals.prefix(3).map { $0["id"]?.string } == ["1231708", "1231729", "1231738"])
    let first = try #require(proposals.first)
    #expect(
      Set([
        "rank", "id", "title", "score", "standardError", "n", "mean", "median", "spread",
        "probabilityIn", "decision",
      ]).isSubset(of: first.members.map(\.key)))
    #expect(first["rank"] == .int(1))
    #expect(first["n"] == .int(2))
    #expect(first["score"] == .double(4.2))
    #expect(proposals.last?["rank"] == .null)
    #expect(ranking["reviewers"]?.array?.count ?? 0 >= 2)
  }

  @Test func theListHasItsDocumentedShape() async throws {
    let scratch = try Scratch.withSample()
    let result = try await scratch.lectern("list", "summit", "--format", "json")
    let json = try result.json
    let list = try #require(json.array).compactMap(\.object)
    #expect(list.count == 72)
    let keys = [
      "id", "title", "status", "focusAreas", "format", "level", "tags", "my", "n", "score",
    ]
    for entry in list { #expect(Set(keys).isSubset(of: entry.members.map(\.key))) }
    let mine = list.compactMap { $0["my"]?.object }
    #expect(mine.count == 25)
    #expect(mine.allSatisfy { $0["status"]?.string != nil && $0["scores"]?.object != nil })
    // The others' scores are hidden until one's own is in.
    let unscored = list.filter { $0["my"] == .null }
    #expect(unscored.allSatisfy { $0["n"] == .null && $0["score"] == .null })
    #expect(result.output.hasSuffix("]\n"))
    let lines = try await scratch.lectern("list", "summit", "--format", "ndjson")
    #expect(lines.output.split(separator: "\n").count == 72)
  }

  @Test func wrongUsageAndWhatCannotBeHaveTheirExitCodes() async throws {
    let scratch = try Scratch.withSample()
    let before = try scratch.allReviews()
    let mistyped = try await scratch.lectern("shwo", "1231708")
    #expect(mistyped.code == 64)
    #expect(mistyped.errors.contains("lectern show"))
    #expect(try await scratch.lectern("show", "nothing", "-C", "summit").code == 2)
    #expect(try await scratch.lectern("score", "1231708", "relevance=6", "-C", "summit").code == 2)
    #expect(try await scratch.lectern("list", "nowhere/at/all").code == 2)
    let query = try await scratch.lectern("list", "summit", "--filter", "area:lakehuose")
    #expect(query.code == 64)
    #expect(query.errors.contains("lakehouse"))
    #expect(try await scratch.lectern("--version").output == "lectern 0.1.0\n")
    #expect(try await scratch.lectern("keys").output.contains("Ctrl-R"))
    #expect(try scratch.allReviews() == before)
  }

  @Test func aFaultInAnImportIsNamedAndChangesNothing() async throws {
    let scratch = try Scratch.withSample()
    let before = try Files.bytes(of: "\(scratch.summit)/proposals.json")
    try Files.write("id,title,speaker\n1,\"never closed,x\n".utf8, to: "\(scratch.path)/bad.csv")
    let result = try await scratch.lectern(
      "import", "bad.csv", "--into", "summit", environment: nobody)
    #expect(result.code == 2)
    #expect(result.errors.contains("bad.csv:2:"))
    #expect(try Files.bytes(of: "\(scratch.summit)/proposals.json") == before)
  }
}

extension Scratch {
  /// A file of proposals without what an import says of itself.
  fileprivate func expected(_ bytes: [UInt8]?) throws -> [JSONObject] {
    let root = JSONValue(try JSONDocument(bytes ?? []).root).object
    // The sample keeps the earlier text of one proposal, which no export has.
    return root?["proposals"]?.array?.compactMap { $0.object?.removing(["earlier", "updatedAt"]) }
      ?? []
  }
}
