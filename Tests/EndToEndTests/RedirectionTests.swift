import ReviewCore
import Testing

/// Standard streams that are pipes, files, or closed (case 17).
@Suite(.fewAtOnce)
struct RedirectionTests {
  @Test(arguments: [
    "< /dev/null", "<&-", ">&-", "2>&-", "<&- >&- 2>&-", "> out 2> errors", "2>&1 > out | cat",
    "< summit/summit.json > out",
  ])
  func theInterfaceNeedsTheTerminalAlone(streams: String) async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let shell = try RawTerminal("/bin/sleep", ["60"], in: scratch)
    let terminal = try RawTerminal(
      "/bin/sh", ["-c", "\(Place.program) summit \(streams)"], in: scratch)
    try await terminal.waitFor("24 of 71")
    terminal.type("4354")
    try await terminal.waitFor("saved ✓")
    terminal.type("q")
    #expect(try await terminal.waitForEnd() == 0)
    #expect(terminal.settings == shell.settings)
    #expect(!terminal.screen.isAlternate)
    #expect(try scratch.review(next)?.status == "scored")
    #expect(try Files.bytes(of: "\(scratch.path)/out") ?? [] == [])
  }

  @Test func aReaderWhoHasEnoughIsNoFailure() async throws {
    let scratch = try Scratch.withSample()
    let result = try await scratch.run(
      "/bin/bash",
      ["-c", "\(Place.program) list summit --format json | head -c 10; echo ${PIPESTATUS[0]}"],
      environment: scratch.environment())
    #expect(result.output.hasSuffix("0\n"), "\(result)")
    #expect(result.errors.isEmpty)
  }
}
