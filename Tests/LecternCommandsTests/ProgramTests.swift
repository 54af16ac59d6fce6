import ReviewCore
import Testing

@testable import LecternCommands

@Suite struct ProgramTests {
  @Test(arguments: [
    ("shwo", "lectern show"), ("lst", "lectern list"), ("improt", "lectern import"),
  ])
  func aMistypedCommandIsNoFolder(word: String, near: String) async throws {
    let result = try await TestFolder.summit().run(word, "1", "--format", "json")
    #expect(result.code == 64)
    #expect(result.output.isEmpty)
    #expect(result.messages.contains("`\(near)`"))
  }

  @Test func aMistypedCommandBehindAnOptionIsNoFolderEither() async throws {
    let result = try await TestFolder.summit().run("--as", "ada", "shwo")
    #expect(result.code == 64)
    #expect(result.messages.contains("`lectern show`"))
  }

  @Test func aMistypedSubcommandNamesTheNearest() async throws {
    let result = try await TestFolder.summit().run("committee", "lst", "--format", "json")
    #expect(result.code == 64)
    #expect(result.messages.contains("did you mean \"list\""))
  }

  @Test func whatLooksLikeAPathIsAFolder() async throws {
    let result = try await TestFolder.summit().run("./shwo")
    #expect(result.code == 2)
    #expect(result.messages.contains("lectern new"))
  }

  @Test func unknownOptionsAre64WithTheNearest() async throws {
    let result = try await TestFolder.summit().run("list", "--fromat", "json")
    #expect(result.code == 64)
    #expect(result.messages.contains("--format"))
  }

  @Test func versionAndHelpAreResults() async throws {
    let folder = try TestFolder()
    let version = await folder.run("--version")
    #expect(version.code == 0)
    #expect(version.output == "lectern 0.1.0\n")
    let help = await folder.run("--help")
    #expect(help.code == 0)
    #expect(help.messages.isEmpty)
    for name in RootCommand.commandNames { #expect(help.output.contains("  \(name) ")) }
  }

  @Test(arguments: RootCommand.commandNames)
  func everyCommandHasHelp(name: String) async throws {
    let result = try await TestFolder().run(name, "--help")
    #expect(result.code == 0)
    #expect(result.output.contains("USAGE: lectern \(name)"))
  }

  @Test func outsideOfAReviewFolderTheMessageSaysWhatToDo() async throws {
    let result = try await TestFolder().run("list")
    #expect(result.code == 2)
    #expect(result.messages.contains("lectern new"))
  }

  @Test func aNamedFolderIsTakenAtItsWord() async throws {
    let folder = try TestFolder.summit()
    // The folder above is a review folder; this one is not.
    let result = await folder.run("list", "reviews")
    #expect(result.code == 2)
    #expect(await folder.run("list", "summit.json", "--quiet").code == 0)
    #expect(await folder.run("list", "-C", ".", "--quiet").code == 0)
    #expect(await folder.run("list", ".", "-C", "reviews").code == 64)
  }

  @Test func theNearestFolderAboveIsFound() async throws {
    let folder = try TestFolder.summit()
    let world = TestFolder.World(workingFolder: "\(folder.path)/reviews")
    let result = await folder.run("next", "--as", "ben", in: world)
    #expect(result.output == "2\n")
  }

  @Test func aBrokenFileOfOthersIsNamedAndTheRestOpens() async throws {
    let folder = try TestFolder.summit()
    try folder.write("{ \"format\": 1,\n  oops }", to: "reviews/cleo.json")
    let result = await folder.run("next", "--as", "ben", "--quiet")
    #expect(result.code == 0)
    #expect(result.output == "2\n")
    #expect(result.messages.hasPrefix("\(folder.path)/reviews/cleo.json:2:3: "))
  }

  @Test func brokenProposalsAreNoEmptyList() async throws {
    let folder = try TestFolder.summit()
    try folder.write("[", to: "proposals.json")
    let result = await folder.run("list", "--format", "json")
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.messages.hasPrefix("\(folder.path)/proposals.json:1:"))
  }

  @Test func aReaderWhoLeavesIsNoError() async throws {
    let folder = try TestFolder.summit()
    #expect(await folder.run(failingWith: OutputError.Closed()) == 0)
    #expect(await folder.run(failingWith: OutputError.Failed(reason: "No space left")) == 2)
  }
}

extension TestFolder {
  /// Runs `lectern list` with a stdout that cannot be written to.
  fileprivate func run(failingWith error: any Error & Sendable) async -> Int32 {
    let surroundings = Surroundings(
      environment: [:], now: { Timestamp(milliseconds: 0) }, randomDigits: { _ in "" },
      gitSetting: { _, _ in nil },
      output: Output(results: { _ in throw error }, messages: { _ in }), workingFolder: path)
    return await Program.run(["list"], in: surroundings)
  }
}
