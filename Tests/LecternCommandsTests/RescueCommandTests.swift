import FoundationEssentials
import ReviewCore
import Testing

/// `lectern rescue`, with files as the interface leaves them.
@Suite struct RescueCommandTests {
  private let world = TestFolder.World(keepsState: true)

  /// A folder in which a save of Cleo's has failed, and the name of the rescue file.
  private func rescued() async throws -> (folder: TestFolder, file: String) {
    let folder = try TestFolder.summit()
    try folder.write("in the way", to: "reviews/cleo.json/x")
    let said = await folder.run(
      "score", "1", "--comment", "Strong \u{1b}[2J", "--as", "cleo", in: world)
    #expect(said.code == 2)
    #expect(said.messages.contains("What you said is kept in "))
    try FileManager.default.removeItem(atPath: "\(folder.path)/reviews/cleo.json")
    let list = try await folder.run("rescue", "--as", "cleo", "--format", "json", in: world).json
    let file = try #require(list.array?.first?["file"].string)
    #expect(list.array?.count == 1)
    #expect(list.array?.first?["writer"] == "cleo")
    return (folder, file)
  }

  @Test func whatWasNotSavedIsListedShownAndTakenBackIn() async throws {
    let (folder, file) = try await rescued()
    let list = await folder.run("rescue", "--as", "cleo", in: world)
    #expect(list.output == "\(file)  1 review\n")
    let shown = await folder.run("rescue", "show", file, "--as", "cleo", in: world)
    #expect(shown.output.contains("Now: nothing"))
    #expect(!shown.output.contains("\u{1b}"))
    let restored = await folder.run("rescue", "restore", file, "--as", "cleo", in: world)
    #expect(restored.code == 0)
    #expect(restored.messages == "Taken back in: 1 review.\n")
    let review = try folder.json("reviews/cleo.json")["reviews"]["1"]
    #expect(review["comment"] == "Strong \u{1b}[2J")
    #expect(await folder.run("rescue", "--as", "cleo", in: world).output.isEmpty)
  }

  @Test func onlyWhoSaidItTakesItBackIn() async throws {
    let (folder, file) = try await rescued()
    let list = await folder.run("rescue", "--as", "ben", in: world)
    #expect(list.output == "\(file)  1 review  of cleo\n")
    for action in ["show", "restore", "put-away"] {
      let refused = await folder.run("rescue", action, file, "--as", "ben", in: world)
      #expect(refused.code == 2)
      #expect(!refused.output.contains("Strong"))
    }
    #expect(try !folder.text("reviews/ben.json").contains("Strong"))
  }

  @Test func whatIsPutAwayIsNotListedAnyMore() async throws {
    let (folder, file) = try await rescued()
    let away = await folder.run("rescue", "put-away", file, "--as", "cleo", in: world)
    #expect(away.messages.contains("/kept/\(file)"))
    #expect(await folder.run("rescue", "--as", "cleo", in: world).output.isEmpty)
    #expect(await folder.run("rescue", "show", file, "--as", "cleo", in: world).code == 2)
    #expect(!folder.exists("reviews/cleo.json"))
  }

  @Test func wrongUsageIsNamed() async throws {
    let folder = try TestFolder.summit()
    #expect(await folder.run("rescue", "show", "--as", "cleo").code == 64)
    #expect(await folder.run("rescue", "list", "x", "--as", "cleo").code == 64)
    #expect(await folder.run("rescue", "mend", "x", "--as", "cleo").code == 64)
    #expect(await folder.run("rescue", "restore", "x", "--as", "cleo").code == 2)
    let nothing = await folder.run("rescue", "--as", "cleo")
    #expect(nothing.code == 0)
    #expect(nothing.messages == "Nothing: all that was ever said is saved.\n")
  }
}
