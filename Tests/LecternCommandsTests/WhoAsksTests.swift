import ReviewCore
import Testing

@Suite struct WhoAsksTests {
  @Test func theOptionGoesFirst() async throws {
    let world = TestFolder.World(
      environment: ["LECTERN_REVIEWER": "cleo"], git: ["user.email": "cleo@example.org"])
    let result = try await TestFolder.summit().run("next", "--as", "ben", in: world)
    #expect(result.output == "2\n")
  }

  @Test func theEnvironmentGoesBeforeGit() async throws {
    let world = TestFolder.World(
      environment: ["LECTERN_REVIEWER": "ben"], git: ["user.email": "cleo@example.org"])
    #expect(try await TestFolder.summit().run("next", in: world).output == "2\n")
  }

  @Test func gitsAddressIsComparedWithoutCase() async throws {
    let world = TestFolder.World(
      environment: ["LECTERN_REVIEWER": ""], git: ["user.email": "ADA@example.ORG"])
    #expect(try await TestFolder.summit().run("next", in: world).output == "12\n")
  }

  @Test func aNameThatIsNotOnTheCommitteeIsRefused() async throws {
    let folder = try TestFolder.summit()
    let option = await folder.run("list", "--as", "bem")
    #expect(option.code == 2)
    #expect(option.messages.contains("did you mean \"ben\""))
    let world = TestFolder.World(environment: ["LECTERN_REVIEWER": "Nobody!"])
    #expect(await folder.run("list", in: world).code == 2)
  }

  @Test func withoutAnIdentityNothingHiddenIsShown() async throws {
    let world = TestFolder.World(git: ["user.email": "stranger@example.org"])
    let result = try await TestFolder.summit().run("list", "--format", "json", in: world)
    for entry in try result.json.array ?? [] {
      #expect(entry["my"] == .null)
      #expect(entry["n"] == .null)
      #expect(entry["score"] == .null)
    }
  }
}
