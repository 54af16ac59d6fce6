import Glibc
import ReviewCore
import Testing

/// A home that is not there, private files that are broken, a clock that jumps (case 20). Broken settings
/// are in `SettingsTests`.
@Suite(.fewAtOnce)
struct SurroundingsTests {
  @Test(
    arguments: [
      ["HOME": nil], ["HOME": "", "XDG_STATE_HOME": ""], ["HOME": nil, "XDG_STATE_HOME": nil],
      ["HOME": "/nowhere/at/all", "XDG_STATE_HOME": nil],
      ["XDG_STATE_HOME": "/proc/nowhere"], ["USER": nil, "LOGNAME": nil, "PATH": nil],
    ] as [[String: String?]])
  func withoutAHomeOneScoresAllTheSame(environment: [String: String?]) async throws {
    let scratch = try Scratch.withSample()
    // What is private goes to /tmp then, by the id of the summit: one of the test's own.
    let path = "\(scratch.summit)/summit.json"
    let id = "home-\(UInt64.random(in: 0 ... .max))"
    let tree = JSONValue(try JSONDocument(try #require(try Files.bytes(of: path))).root)
    var event = try #require(tree.object)
    event["id"] = .string(id)
    try Files.write(JSONValue.object(event).fileBytes, to: path)
    defer {
      let folder = "/tmp/lectern-\(getuid())"
      Files.remove("\(folder)/\(id)")
      // Where nothing else is in it.
      rmdir(folder)
    }
    let next = try await scratch.next()
    let terminal = try await RawTerminal.started(in: .split, scratch, environment: environment)
    terminal.type("4354")
    try await terminal.waitFor("25 of 71")
    try await terminal.waitFor("saved ✓")
    terminal.type("*q")
    #expect(try await terminal.waitForEnd() == 0)
    #expect(try scratch.review(next)?.status == "scored")
  }

  @Test(arguments: ["{", "[]", "{\"format\": 99}", "\u{0}\u{1}\u{FFFD}", "", "{\"reviewer\": 5}"])
  func brokenPrivateFilesKeepNobodyFromWorking(content: String) async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    // A first session shows which files there are.
    let first = try await RawTerminal.started(in: .split, scratch, typing: "*")
    try await first.enter(.note)
    first.type("words\u{1b}")
    try await first.waitFor("the note to be closed") { !Situation.note.isShown(on: $0) }
    first.type("q")
    #expect(try await first.waitForEnd() == 0)
    for path in scratch.privateFiles() {
      try Files.write(content.utf8, to: path)
    }
    let second = try await RawTerminal.started(in: .split, scratch)
    second.type("4354")
    try await second.waitFor("saved ✓")
    second.type("q")
    #expect(try await second.waitForEnd() == 0)
    #expect(try scratch.review(next)?.status == "scored")
  }

  @Test(arguments: [-86_400 * 3_650, -86_400, -3_600, 86_400 * 365])
  func aClockThatJumpsLosesNothing(seconds: Int) async throws {
    let scratch = try Scratch.withSample()
    let unread = try await scratch.unread()
    let clock = "\(scratch.path)/clock"
    try Files.write("0".utf8, to: clock)
    let terminal = try await RawTerminal.started(
      in: .split, scratch, environment: Mishap.clock(by: clock).environment)
    terminal.type("4354")
    try await terminal.waitFor("25 of 71")
    try await terminal.waitFor("saved ✓")
    try Files.write("\(seconds)".utf8, to: clock)
    // What is said later is later, whatever the clock says: on one that was said before, too.
    terminal.type("u")
    try await terminal.waitFor("24 of 71")
    try await terminal.waitFor("saved ✓")
    terminal.type("2222")
    try await terminal.waitFor("25 of 71")
    terminal.type("1111")
    try await terminal.waitFor("26 of 71")
    try await terminal.waitFor("saved ✓")
    terminal.type("q")
    #expect(try await terminal.waitForEnd() == 0)
    #expect(try scratch.review(unread[0])?.scores["novelty"] == "2")
    #expect(try scratch.review(unread[1])?.scores["novelty"] == "1")
    // Once the clock is right again, what was said in its future is told, and nothing else.
    #expect(try await scratch.errors() == [])
    let check = try await scratch.lectern("check", "summit")
    #expect(check.code == (seconds > 86_400 ? 1 : 0))
    #expect(check.output.isEmpty || check.output.contains("has a time in the future"))
  }
}
