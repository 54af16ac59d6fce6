import LecternCommands
import ReviewCore
import Testing

@Suite struct ConfigCommandTests {
  private func folder(_ settings: String?) throws -> TestFolder {
    let folder = try TestFolder()
    if let settings { try folder.write(settings, to: "config/lectern/config.json") }
    return folder
  }

  private func run(_ folder: TestFolder, _ arguments: String...) async -> CommandResult {
    await folder.run(
      arguments, in: .init(environment: ["XDG_CONFIG_HOME": "\(folder.path)/config"]))
  }

  @Test func withoutAFileEverythingIsAsItComes() async throws {
    let result = await run(try folder(nil), "config", "check")
    #expect(result.code == 0)
    #expect(result.output.contains("not there"))
    #expect(result.output.contains("theme: dark"))
  }

  @Test func withoutAHomeThereIsNoFile() async throws {
    let result = try await folder(nil).run("config", "check")
    #expect(result.code == 0)
    #expect(result.output.contains("neither XDG_CONFIG_HOME nor HOME is set"))
    #expect(result.messages.isEmpty)
  }

  @Test func theHomeIsASecondPlace() async throws {
    let folder = try TestFolder()
    try folder.write("{\"theme\": \"light\"}", to: ".config/lectern/config.json")
    let result = await folder.run(
      "config", "check", in: .init(environment: ["HOME": folder.path, "XDG_CONFIG_HOME": "x"]))
    #expect(result.output.contains("theme: light"))
  }

  @Test func faultsHavePathLineAndRemedy() async throws {
    let folder = try folder("{\n  \"theme\": \"lite\",\n  \"keys\": {\"skip\": [\"z\"]}\n}")
    let text = await run(folder, "config", "check")
    #expect(text.code == 1)
    let path = "\(folder.path)/config/lectern/config.json"
    #expect(text.output.hasPrefix("\(path):2:12: "))
    #expect(text.output.contains("key: skip is z"))
    let json = try await run(folder, "config", "check", "--format", "json").json
    #expect(json["path"] == .string(path))
    #expect(json["faults"][0]["line"] == 2)
    #expect(json["settings"]["theme"] == "dark")
    #expect(json["settings"]["keys"]["skip"][0] == "z")
  }

  @Test func aFileThatCannotBeReadIsAFault() async throws {
    let folder = try TestFolder()
    try folder.write("", to: "config/lectern/config.json/inside")
    let result = await run(folder, "config", "check")
    #expect(result.code == 1)
    #expect(result.output.contains("cannot be read"))
  }

  @Test func whatIsShownIsAFileThatHasNoFault() async throws {
    let folder = try folder("{\"keys\": {\"abstain\": [\"A\", \"Ctrl-A\"]}, \"measure\": 80}")
    let shown = await run(folder, "config", "show")
    #expect(shown.code == 0)
    try folder.write(shown.output, to: "config/lectern/config.json")
    #expect(await run(folder, "config", "check").code == 0)
    #expect(await run(folder, "config", "show").output == shown.output)
  }

  @Test func keysAreThoseOfThePerson() async throws {
    let folder = try folder("{\"keys\": {\"abstain\": \"A\", \"skip\": \"c\"}}")
    let result = await run(folder, "keys", "--format", "json")
    let bindings = try result.json.array ?? []
    let abstain = bindings.filter { $0["command"] == "abstain" }
    #expect(!abstain.isEmpty && abstain.allSatisfy { $0["keys"] == ["A"] })
    #expect(result.messages.contains("c would do both \"skip\" and \"conflict\""))
  }
}
