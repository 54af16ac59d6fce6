import Glibc
import ReviewCore
import Testing

/// Syncing from the screen, with the real git.
@Suite(.fewAtOnce)
struct SyncKeyTests {
  @Test func aKeySendsWhatWasSaidAndShowsWhatCameIn() async throws {
    let shared = try await SharedScratch(people: 2, proposals: 4)
    for name in shared.people { try await shared.clone(name) }
    let other = try await shared.lectern(
      ["score", "3", "relevance=2", "content=2"], as: "r2", in: "r2")
    #expect(other.code == 0, "\(other)")
    #expect(try await shared.lectern(["sync"], as: "r2", in: "r2").code == 0)
    let terminal = try RawTerminal(
      ["r1", "--as", "r1"], in: shared.scratch, environment: SharedScratch.settings)
    try await terminal.waitFor("0 of 4")
    terminal.type("43")
    try await terminal.waitFor("1 of 4")
    terminal.type("gp")
    try await terminal.waitFor("Synced: 1 file sent; news of 1 person came in.")
    let mine = try await shared.git("-C", "server.git", "show", "main:reviews/r1.json")
    #expect(try Files.text(of: "\(shared.scratch.path)/r1/reviews/r1.json") == mine)
    #expect(try shared.scores(of: "r2", in: "r1") == ["3": "2"])
    terminal.type("q")
    #expect(try await terminal.waitForEnd() == 0)
  }

  @Test func whatKeepsOneFromSyncingStaysOnTheScreen() async throws {
    let shared = try await SharedScratch(people: 2, proposals: 4)
    try await shared.clone("r1")
    try await shared.git("-C", "r1", "remote", "set-url", "origin", "../nowhere.git")
    let terminal = try RawTerminal(
      ["r1", "--as", "r1"], in: shared.scratch, environment: SharedScratch.settings)
    try await terminal.waitFor("0 of 4")
    terminal.type("43gp")
    try await terminal.waitFor("Not synced")
    try await terminal.waitFor("There is no repository at the address of the remote")
    terminal.type("\u{1b}")
    try await terminal.waitFor("the page closed") { !$0.contains("Not synced") }
    try await terminal.waitFor("1 of 4")
    terminal.type("q")
    #expect(try await terminal.waitForEnd() == 0)
    #expect(try shared.scores(of: "r1", in: "r1").count == 1)
  }

  @Test(arguments: [nil, 1, 2, 4])
  func aFullDiskIsSaidAndTheNextSyncGoesOn(at call: Int?) async throws {
    let shared = try await SharedScratch(people: 2, proposals: 2)
    for name in shared.people { try await shared.clone(name) }
    for name in shared.people {
      let scored = try await shared.lectern(
        ["score", "1", "relevance=2", "content=2"], as: name, in: name)
      #expect(scored.code == 0, "\(scored)")
    }
    #expect(try await shared.lectern(["sync"], as: "r2", in: "r2").code == 0)
    let full = try Mishap.fullDisk(at: call, under: "\(shared.scratch.path)/r1/.git").environment
    let failed = try await shared.scratch.run(
      Place.program, ["sync", "-C", "r1", "--as", "r1"],
      environment: shared.scratch.environment(SharedScratch.settings.merging(full) { $1 }))
    if call == nil { #expect(failed.code == 2, "\(failed)") }
    if failed.code != 0 { #expect(failed.errors.contains("isk"), "\(failed)") }
    #expect(try shared.scores(of: "r1", in: "r1") == ["1": "2"])
    let again = try await shared.lectern(["sync"], as: "r1", in: "r1")
    #expect(again.code == 0, "\(again)")
    #expect(try shared.scores(of: "r2", in: "r1") == ["1": "2"])
    let status = try await shared.git("-C", "r1", "status", "--porcelain", "--branch")
    #expect(status == "## main...origin/main\n")
  }

  @Test func escapeStopsAServerThatDoesNotAnswer() async throws {
    let shared = try await SharedScratch(people: 2, proposals: 4)
    try await shared.clone("r1")
    // What git runs for ssh never ends, and its child would outlive it.
    let ssh = "\(shared.scratch.path)/ssh"
    try Files.write("#!/bin/sh\necho $$ >\(ssh).pid\nsleep 1000\n".utf8, to: ssh)
    #expect(chmod(ssh, 0o755) == 0)
    try await shared.git("-C", "r1", "config", "core.sshCommand", ssh)
    try await shared.git("-C", "r1", "config", "ssh.variant", "simple")
    try await shared.git("-C", "r1", "remote", "set-url", "origin", "ssh://nowhere/x.git")
    let terminal = try RawTerminal(
      ["r1", "--as", "r1"], in: shared.scratch, environment: SharedScratch.settings)
    try await terminal.waitFor("0 of 4")
    terminal.type("43gp")
    try await terminal.waitFor("Fetching from origin")
    // Meanwhile one goes on working.
    terminal.type("43")
    try await terminal.waitFor("2 of 4")
    try await wait(for: "the server's process") { try Files.text(of: "\(ssh).pid") != nil }
    let pid = try #require(try Files.text(of: "\(ssh).pid")).filter(\.isNumber)
    terminal.type("\u{1b}")
    try await terminal.waitFor("Sync stopped")
    try await wait(for: "the end of what git had started") {
      let state = try Files.text(of: "/proc/\(pid)/stat") ?? ") Z"
      return state.contains(") Z")
    }
    terminal.type("q")
    #expect(try await terminal.waitForEnd() == 0)
  }
}
