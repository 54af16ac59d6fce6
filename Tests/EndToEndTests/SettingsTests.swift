import ReviewCore
import Testing

/// The person's own settings in the real program, broken ones too (case 20).
@Suite(.fewAtOnce)
struct SettingsTests {
  private func scratch(_ settings: String) throws -> Scratch {
    let scratch = try Scratch.withSample()
    try Files.makeFolder("\(scratch.path)/config/lectern")
    try Files.write(settings.utf8, to: "\(scratch.path)/config/lectern/config.json")
    return scratch
  }

  @Test(arguments: [
    ("{\"thme\": \"light\"}", ":1:2: there is no setting"),
    ("{\"keys\": {\"abstain\": \"c\"}}", ":1:11: c would do both"),
    ("{\"theme\": \"light\",\n", ":2:1:"), ("", ":1:1:"), ("\u{0}\u{1}", ":1:1:"), ("[]", ":1:1:"),
  ])
  func brokenSettingsKeepNobodyFromWorking(_ settings: String, _ fault: String) async throws {
    let scratch = try scratch(settings)
    let next = try await scratch.next()
    let terminal = try await TmuxTerminal("summit", in: scratch)
    try await terminal.waitFor("1 fault (! shows it)", "id \(next)")
    try await terminal.type("!")
    try await terminal.waitFor("What could not be read", "config.json\(fault.prefix(4))")
    try await terminal.press("q")
    try await terminal.waitFor("the page to be closed") { !$0.contains("What could not be") }
    try await terminal.type("4354")
    try await terminal.waitFor("25 of 71", "saved ✓")
    try await terminal.type("q")
    try await terminal.waitForEnd()
    #expect(try scratch.review(next)?.status == "scored")
    let check = try await scratch.lectern("config", "check")
    #expect(check.code == 1)
    #expect(check.output.contains("config/lectern/config.json\(fault)"))
  }

  @Test func settingsHoldInTheRealProgram() async throws {
    let scratch = try scratch(
      #"{"ascii": true, "theme": "light", "keys": {"quit": "Z", "abstain": "A"}}"#)
    let terminal = try await TmuxTerminal("summit", in: scratch)
    try await terminal.waitFor("24 of 71", "A abstain")
    let screen = try await terminal.screen()
    #expect(screen.utf8.allSatisfy { $0 < 0x80 })
    try await terminal.type("gt")
    try await terminal.waitFor("Theme: monochrome")
    try await terminal.type("Z")
    try await terminal.waitForEnd()
    let again = try await TmuxTerminal("summit", in: scratch)
    try await again.waitFor("24 of 71")
    try await again.type("gt")
    try await again.waitFor("Theme: dark")
  }
}
