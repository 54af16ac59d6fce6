import ReviewCore
import Testing

@Suite struct CheckCommandTests {
  @Test func aSoundFolderHasNoFaults() async throws {
    let result = try await TestFolder.summit().run("check", "--format", "json")
    #expect(result.code == 0)
    #expect(try result.json == ["faults": []])
  }

  @Test func faultsHavePathLineAndRemedy() async throws {
    let folder = try TestFolder.summit()
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
