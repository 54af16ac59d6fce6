import FoundationEssentials
import ReviewCore
import Testing

@Suite struct SetUpCommandTests {
  @Test func newMakesTheSampleEventWithItsMakerAsChair() async throws {
    let folder = try TestFolder()
    let result = await folder.run("new", "a/summit", "--as", "mia", "--name", "Mia")
    #expect(result.code == 0)
    let summit = try folder.json("a/summit/summit.json")
    #expect(summit["id"] == "summit-ffff")
    #expect(summit["committee"] == [["id": "mia", "name": "Mia", "role": "chair"]])
    let sample = try JSONValue(
      JSONDocument(Array(Data(contentsOf: URL(filePath: Sample.folder + "/summit.json")))).root)
    for key in ["name", "theme", "focusAreas", "formats", "levels", "rubric", "rounds"] {
      #expect(summit[key] == sample[key], "\(key)")
    }
    var rules = sample["rules"].object
    rules?["atMostOne"] = nil
    #expect(summit["rules"].object == rules)
    #expect(await folder.run("check", "a/summit").code == 0)
  }

  @Test func gitNamesTheMaker() async throws {
    let folder = try TestFolder()
    let world = TestFolder.World(
      git: ["user.name": "Zoë O'Hara", "user.email": "zoe@example.org"])
    #expect(await folder.run("new", "x", "--template", "blank", in: world).code == 0)
    let summit = try folder.json("x/summit.json")
    #expect(
      summit["committee"] == [
        [
          "id": "zoe-o-hara", "name": "Zoë O'Hara", "role": "chair", "email": "zoe@example.org",
        ]
      ])
    #expect(summit["rubric"]["criteria"] == [])
  }

  @Test func withoutANameTheCommitteeIsEmptyAndAnybodyMayBegin() async throws {
    let folder = try TestFolder()
    let result = await folder.run("new", "x")
    #expect(result.code == 0)
    #expect(result.messages.contains("lectern committee add"))
    #expect(try folder.json("x/summit.json")["committee"] == [])
    let added = await folder.run(
      "committee", "add", "mia", "--name", "Mia", "--role", "chair", "-C", "x")
    #expect(added.code == 0)
    let second = await folder.run("committee", "add", "leo", "--name", "Leo", "-C", "x")
    #expect(second.code == 2)
  }

  @Test func newNeverWritesOverASummit() async throws {
    let folder = try TestFolder.summit()
    let before = try folder.snapshot()
    #expect(await folder.run("new", ".", "--as", "mia").code == 2)
    #expect(try folder.snapshot() == before)
    #expect(await folder.run("new", "x", "--template", "blnk").code == 64)
    #expect(await folder.run("new", "x", "--as", "Mia!").code == 64)
  }

  @Test func aMemberIsAddedAndAllElseStays() async throws {
    let folder = try TestFolder.summit()
    let result = await folder.run(
      "committee", "add", "dan", "--name", "Dan", "--email", "dan@example.org", "--organization",
      "Acme", "--expertise", "agentic, lakehouse", "--as", "ada")
    #expect(result.code == 0)
    let summit = try folder.json("summit.json")
    #expect(summit["unknown"] == ["kept": true])
    #expect(summit["committee"][0]["badge"] == 7)
    #expect(
      summit["committee"][3] == [
        "id": "dan", "name": "Dan", "role": "reviewer", "email": "dan@example.org",
        "organization": "Acme", "expertise": ["agentic", "lakehouse"],
      ])
    let list = await folder.run("committee", "list", "--format", "json")
    #expect(try list.json.strings(of: "id") == ["ada", "ben", "cleo", "dan"])
  }

  @Test(arguments: [
    (["add", "ben", "--name", "B", "--as", "ada"], 2), (["add", "dan", "--name", "D"], 2),
    (["add", "dan", "--name", "D", "--as", "ben"], 2),
    (["add", "dan", "--name", "D", "--expertise", "agentik", "--as", "ada"], 2),
    (["add", "Dan!", "--name", "D", "--as", "ada"], 64), (["add", "dan", "--as", "ada"], 64),
    (["add", "dan", "--name", " ", "--as", "ada"], 64),
    (["remove", "ada", "--as", "ada"], 2), (["remove", "bem", "--as", "ada"], 2),
    (["remove", "ben", "--as", "cleo"], 2),
  ])
  func theCommitteeIsNotChangedAmiss(arguments: [String], code: Int) async throws {
    let folder = try TestFolder.summit()
    let before = try folder.snapshot()
    #expect(await folder.run(["committee"] + arguments).code == Int32(code))
    #expect(try folder.snapshot() == before)
  }

  @Test func whoIsRemovedLeavesTheirFile() async throws {
    let folder = try TestFolder.summit()
    let result = await folder.run("committee", "remove", "ben", "--as", "ada")
    #expect(result.code == 0)
    #expect(result.messages.contains("reviews/ben.json stays"))
    #expect(folder.exists("reviews/ben.json"))
  }

  @Test func keysListsEveryContext() async throws {
    let result = try await TestFolder().run("keys")
    #expect(result.code == 0)
    #expect(result.output.contains("READING"))
    #expect(result.output.contains("Ctrl-"))
    #expect(try await TestFolder().run("keys", "--format", "json").json.array?.isEmpty == false)
  }
}

/// The sample in the repository.
enum Sample {
  static var root: String {
    var parts = #filePath.split(separator: "/")
    parts.removeLast(3)
    return "/" + parts.joined(separator: "/") + "/SampleData"
  }

  static var folder: String { root + "/beam-summit-2026" }
  static var export: String { root + "/sessionize-export.csv" }
}
