import FoundationEssentials
import ReviewCore
import Testing

@Suite struct ImportCommandTests {
  private static let header =
    "Session Id,Title,Description,Focus area,Speaker Id,FirstName,LastName,Email"

  @Test func theSampleComesFromItsExport() async throws {
    let folder = try TestFolder()
    _ = await folder.run("new", "x", "--as", "mia", "--name", "Mia")
    let result = await folder.run(
      "import", Sample.export, "--into", "x", "--as", "mia", "--format", "json")
    #expect(result.code == 0)
    let report = try result.json
    #expect(report["new"].array?.count == 72)
    #expect(report["unmapped"] == [])
    #expect(report["faults"] == [])
    for name in ["proposals.json", "speakers.json"] {
      let sample = try Data(contentsOf: URL(filePath: "\(Sample.folder)/\(name)"))
      #expect(Array(try folder.text("x/\(name)").utf8) == Array(sample), "\(name)")
    }
    let before = try folder.snapshot()
    let again = await folder.run(
      "import", Sample.export, "-C", "x", "--as", "mia", in: .init(time: "2026-05-01T00:00:00.000Z")
    )
    #expect(again.output == "0 new, 0 changed, 0 withdrawn, 72 unchanged.\n")
    #expect(try folder.snapshot() == before)
  }

  @Test func aDryRunChangesNothing() async throws {
    let folder = try TestFolder()
    _ = await folder.run("new", "x", "--as", "mia")
    let before = try folder.snapshot()
    let result = await folder.run("import", Sample.export, "--into", "x", "--dry-run")
    #expect(result.code == 0)
    #expect(result.output.hasPrefix("72 new"))
    #expect(try folder.snapshot() == before)
  }

  @Test func oneFaultAndNothingChanges() async throws {
    let folder = try TestFolder.summit()
    try folder.write("\(Self.header)\n7,Good,A,,,,,\n8,\"Bad,A,,,,,\n", to: "bad.csv")
    try folder.write("\(Self.header)\n9,Fine,A,,,,,\n", to: "good.csv")
    let before = try folder.snapshot()
    let result = await folder.run("import", "good.csv", "bad.csv", "--as", "ada")
    #expect(result.code == 2)
    #expect(result.messages.hasPrefix("bad.csv:3:3: "))
    #expect(try folder.snapshot() == before)
    let json = await folder.run("import", "bad.csv", "--as", "ada", "--format", "json")
    #expect(json.code == 2)
    #expect(try json.json["faults"][0]["line"] == 3)
  }

  @Test func aFormatThatIsNotKnownIsAFault() async throws {
    let folder = try TestFolder.summit()
    try folder.write("a,b\n1,2\n", to: "odd.csv")
    let result = await folder.run("import", "odd.csv")
    #expect(result.code == 2)
    #expect(result.messages.hasPrefix("odd.csv:1:1: "))
    #expect(result.messages.contains("--map"))
  }

  @Test func aReviewerDoesNotImport() async throws {
    let folder = try TestFolder.summit()
    try folder.write("\(Self.header)\n9,Fine,A,,,,,\n", to: "good.csv")
    #expect(await folder.run("import", "good.csv", "--as", "ben").code == 2)
    #expect(await folder.run("import", "nofile.csv", "--as", "ada").code == 2)
    #expect(await folder.run("import", "--as", "ada").code == 64)
    let system = await folder.run("import", "good.csv", "--from", "sesionize", "--as", "ada")
    #expect(system.code == 64)
    #expect(system.messages.contains("did you mean \"sessionize\""))
    #expect(await folder.run("import", "good.csv", "--as", "ada").code == 0)
  }

  @Test func whatIsNotMappedIsListedOnStderr() async throws {
    let folder = try TestFolder.summit()
    try folder.write(
      "\(Self.header)\n9,Fine,A,Lakehouses,,,,\n8,Odd,A,Agents,,,,\n7,More,A,Gardening,,,,\n",
      to: "good.csv")
    let result = await folder.run("import", "good.csv")
    #expect(result.code == 0)
    #expect(result.messages.contains("not mapped: "))
    #expect(result.messages.contains("Gardening"))
  }
}
