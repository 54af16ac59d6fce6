import Glibc
import ReviewCore
import Testing

/// What the committee says to each other, in a real terminal and on the disk.
@Suite(.fewAtOnce)
struct DiscussionTests {
  /// A proposal of the sample that is discussed and that `ines` has scored.
  private let discussed = "1231708"

  private func opened(_ scratch: Scratch, as member: String = "ines") async throws -> RawTerminal {
    let terminal = try RawTerminal(["summit", "--as", member], in: scratch)
    try await terminal.waitFor("1-5 score")
    terminal.type("fid:\(discussed)\r")
    try await terminal.waitFor("1 of 72")
    terminal.type("T")
    try await terminal.waitFor("Discussion: ")
    return terminal
  }

  @Test func whatIsSaidIsOnTheDiskAndInAnotherTerminal() async throws {
    let scratch = try Scratch.withSample()
    let other = try RawTerminal(["summit", "--as", "ada"], in: scratch)
    try await other.waitFor("1-5 score")
    let terminal = try await opened(scratch)
    terminal.type("\rSay it in April.\r")
    try await terminal.waitFor("saved ✓")
    try await other.waitFor("Inés Figueroa on")
    other.type("T")
    try await other.waitFor("Say it in April.")
    let thread =
      try await scratch.lectern(
        "discuss", discussed, "-C", "summit", "--as", "ada", "--format", "json"
      ).json.array ?? []
    #expect(thread.last?.object?["text"]?.string == "Say it in April.")
    terminal.type("xuq")
    try await terminal.waitFor("Undone")
    try await terminal.waitFor("1-5 score")
    terminal.type("Q")
    #expect(try await terminal.waitForEnd() == 0)
    other.type("q")
    try await other.waitFor("1-5 score")
    other.type("Q")
    #expect(try await other.waitForEnd() == 0)
    #expect(try await scratch.lectern("check", "summit").code == 0)
  }

  @Test func aRemarkThatIsWrittenOutlivesAKill() async throws {
    let scratch = try Scratch.withSample()
    let terminal = try await opened(scratch)
    terminal.type("\rHalf a sentence")
    try await wait(for: "the draft on the disk") {
      try scratch.privateFiles().contains {
        try Files.text(of: $0)?.contains("Half a sentence") == true
      }
    }
    terminal.send(SIGKILL)
    _ = try await terminal.waitForEnd()
    let again = try await opened(scratch)
    try await again.waitFor("Draft: Half a sentence")
    // What was read stays read.
    #expect(!again.screen.contains("UTC  new"))
    again.send(SIGTERM)
    _ = try await again.waitForEnd()
  }

  @Test func aViewIsThereTheNextTime() async throws {
    let scratch = try Scratch.withSample()
    let terminal = try RawTerminal(["summit"], in: scratch)
    try await terminal.waitFor("1-5 score")
    terminal.type("fis:scored\u{13}")
    try await terminal.waitFor("Keep this view as")
    terminal.type("finished\r")
    // The message may be gone before a loaded machine looks; that it is kept shows the next time.
    try await terminal.waitFor("finished")
    terminal.type("q")
    #expect(try await terminal.waitForEnd() == 0)
    let again = try RawTerminal(["summit"], in: scratch)
    try await again.waitFor("finished \u{B7} ")
    again.type("F")
    try await again.waitFor("yours")
    again.send(SIGTERM)
    _ = try await again.waitForEnd()
  }
}
