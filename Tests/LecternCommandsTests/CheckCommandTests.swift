import ReviewCore
import Testing

@Suite struct CheckCommandTests {
  @Test func aSoundFolderHasNoFaults() async throws {
    let result = try await Self.sound().run("check", "--format", "json")
    #expect(result.code == 0)
    #expect(try result.json == ["faults": []])
  }

  /// The small summit, in which every proposal has a speaker.
  static func sound() throws -> TestFolder {
    let folder = try TestFolder.summit()
    try folder.write(
      """
      {"format": 1, "speakers": [
        {"id": "s1", "name": "Dora", "proposals": ["1", "2", "10", "12", "talk-a"]}]}
      """, to: "speakers.json")
    return folder
  }

  static let copy = """
    {"format": 1, "reviewer": "ada", "reviews": {
      "2": {"status": "skipped", "at": "2026-03-02T00:00:00.000Z"}}}
    """

  @Test func aCopyOfOnesOwnFileIsMerged() async throws {
    let folder = try Self.sound()
    try folder.write(Self.copy, to: "reviews/ada (1).json")
    #expect(await folder.run("check", "--as", "ada").code == 1)
    let result = await folder.run("check", "--fix", "--as", "ada", "--format", "json")
    #expect(result.code == 0)
    #expect(try result.json["faults"] == [])
    let fixed = try result.json["fixed"][0]
    #expect(fixed["path"] == "reviews/ada (1).json")
    #expect(
      fixed["action"] == "merge this copy into reviews/ada.json, then take it away")
    #expect(fixed["kept"].string?.hasPrefix("\(folder.path)-state/") == true)
    #expect(try folder.json("reviews/ada.json")["reviews"]["2"]["status"] == "skipped")
    #expect(try folder.json("reviews/ada.json")["reviews"]["1"]["status"] == "scored")
    #expect(!folder.exists("reviews/ada (1).json"))
  }

  @Test(arguments: [["--as", "ben"], []]) func nobodyMergesAnothersFile(who: [String]) async throws
  {
    let folder = try Self.sound()
    try folder.write(Self.copy, to: "reviews/ada (1).json")
    let before = try folder.snapshot()
    let result = await folder.run(["check", "--fix"] + who)
    #expect(result.code == 1)
    #expect(result.output.contains("ada merges it into reviews/ada.json"))
    #expect(try folder.snapshot() == before)
  }

  @Test func aDryRunSaysWhatItWouldDoAndDoesNothing() async throws {
    let folder = try Self.sound()
    try folder.write(Self.copy, to: "reviews/ada (1).json")
    let before = try folder.snapshot()
    let result = await folder.run("check", "--fix", "--dry-run", "--as", "ada")
    #expect(result.code == 1)
    #expect(
      result.output.hasPrefix(
        "\(folder.path)/reviews/ada (1).json: would: merge this copy into reviews/ada.json"))
    #expect(try folder.snapshot() == before)
    let json = await folder.run(
      "check", "--fix", "--dry-run", "--as", "ada", "--format", "json")
    #expect(try json.json["fixed"] == [])
    #expect(try json.json["planned"][0]["path"] == "reviews/ada (1).json")
    #expect(await folder.run("check", "--dry-run").code == 64)
  }

  @Test func aConflictIsMergedAndSaidFirst() async throws {
    let folder = try Self.sound()
    let ours = try folder.text("reviews/ada.json")
    try folder.write(
      "<<<<<<< HEAD\n\(ours)\n=======\n\(Self.copy)\n>>>>>>> theirs\n", to: "reviews/ada.json")
    let result = await folder.run("check", "--fix", "--as", "ada")
    #expect(result.code == 0)
    #expect(
      result.output.hasPrefix(
        "\(folder.path)/reviews/ada.json: fix: make one file of both sides of git's conflict"))
    #expect(result.messages.contains("As it was, it is in \(folder.path)-state/"))
    #expect(try folder.json("reviews/ada.json")["reviews"]["2"]["status"] == "skipped")
  }

  /// The job must not be a way in: it may only read, and nothing that a stranger names gets into the
  /// shell.
  @Test func theExampleOfACIJobIsSafe() throws {
    let folder = try TestFolder()
    try folder.copy("\(Sample.root)/ci/lectern-check.yml", to: "job.yml")
    let lines = try folder.text("job.yml").split(separator: "\n").filter {
      !$0.drop(while: { $0 == " " }).hasPrefix("#")
    }
    #expect(lines.contains("permissions:") && lines.contains("  contents: read"))
    #expect(!lines.contains { $0.contains("${{") || $0.contains("pull_request_target") })
    #expect(lines.contains { $0.contains("check \"$SUMMIT\"") })
    // Actions are named by a commit, which nobody can exchange.
    for line in lines where line.contains("uses: ") {
      let commit = line.split(separator: "@").last?.split(separator: " ").first ?? ""
      #expect(commit.count == 40 && commit.allSatisfy(\.isHexDigit))
    }
  }

  @Test func whoIsNotOnTheCommitteeFixesNothing() async throws {
    #expect(try await Self.sound().run("check", "--fix", "--as", "zoe").code == 2)
  }

  @Test func faultsHavePathLineAndRemedy() async throws {
    let folder = try Self.sound()
    try folder.write("{ \"format\": 1,\n oops }", to: "reviews/cleo.json")
    let result = await folder.run("check", "--format", "json")
    #expect(result.code == 1)
    let fault = try result.json["faults"][0]
    #expect(fault["path"] == "reviews/cleo.json")
    #expect(fault["line"] == 2)
    #expect(fault["severity"] == "error")
    #expect(fault["problem"].string?.isEmpty == false)
    #expect(fault["remedy"].string?.isEmpty == false)
    let text = await folder.run("check")
    #expect(text.code == 1)
    #expect(text.output.hasPrefix("\(folder.path)/reviews/cleo.json:2:2: "))
  }

  @Test func aBrokenSummitIsAFaultToo() async throws {
    let folder = try TestFolder.summit()
    try folder.write("{", to: "summit.json")
    let result = await folder.run("check", "--format", "json")
    #expect(result.code == 1)
    #expect(try result.json["faults"][0]["path"] == "summit.json")
  }

  @Test func aWarningIsAFaultToo() async throws {
    let folder = try TestFolder.summit()
    try folder.write("{ \"format\": 1, \"reviewer\": \"zoe\" }", to: "reviews/zoe.json")
    #expect(await folder.run("check").code == 1)
  }

  @Test func noFolderIsTwo() async throws {
    #expect(try await TestFolder().run("check").code == 2)
  }
}
