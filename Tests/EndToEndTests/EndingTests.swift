import Glibc
import Testing

/// What ends the program while something lies over the screen (cases 2 and 3).
@Suite(.fewAtOnce)
struct EndingTests {
  private static let signals = [SIGHUP, SIGTERM, SIGQUIT, SIGSEGV]

  @Test(arguments: signals, [Situation.note, .reason, .sortMenu, .help])
  func aSignalPutsTheTerminalBack(signal: Int32, over situation: Situation) async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let shell = try RawTerminal("/bin/sleep", ["60"], in: scratch)
    let terminal = try await RawTerminal.started(in: .split, scratch)
    #expect(terminal.settings != shell.settings)
    terminal.type("43")
    try await terminal.waitFor("draft, 2 of 4")
    // A crash saves nothing more.
    if signal == SIGSEGV { try await terminal.waitFor("saved ✓") }
    try await terminal.enter(situation)
    terminal.send(signal)
    let end = try await terminal.waitForEnd()
    if signal == SIGSEGV { #expect(end == -SIGSEGV) }
    #expect(terminal.settings == shell.settings)
    #expect(!terminal.screen.isAlternate)
    #expect(terminal.screen.showsCursor)
    #expect(!terminal.screen.bracketsPastes)
    #expect(try scratch.review(next)?.scores.count == 2)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGSEGV, SIGKILL])
  func aNoteThatWasNotFinishedIsFoundAgain(signal: Int32) async throws {
    let scratch = try Scratch.withSample()
    let terminal = try await RawTerminal.started(in: .note, scratch)
    terminal.type("Half a sentence")
    try await terminal.waitFor("Half a sentence")
    if [SIGSEGV, SIGKILL].contains(signal) {
      // It is written by itself, without being asked for.
      try await wait(for: "the draft on the disk") {
        try scratch.privateFiles().contains {
          try Files.text(of: $0)?.contains("Half a sentence") == true
        }
      }
    }
    terminal.send(signal)
    _ = try await terminal.waitForEnd()
    let again = try await RawTerminal.started(in: .note, scratch)
    try await again.waitFor("Half a sentence")
    again.send(SIGTERM)
    _ = try await again.waitForEnd()
  }

  @Test(arguments: [Situation.note, .reason, .sortMenu, .help])
  func aTerminalThatIsGoneEndsItThoughHangUpsAreIgnored(situation: Situation) async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let terminal = try RawTerminal(
      "/bin/sh", ["-c", "trap '' HUP; exec \(Place.program) summit"], in: scratch)
    try await terminal.waitFor("24 of 71")
    terminal.type("43")
    try await terminal.waitFor("draft, 2 of 4")
    try await terminal.enter(situation)
    terminal.hangUp()
    #expect(try await terminal.waitForEnd() >= 0)
    #expect(try scratch.review(next)?.scores.count == 2)
  }

  @Test func whoWaitsForTheDiskWithoutATerminalDoesSoWithoutWork() async throws {
    let scratch = try Scratch.withSample()
    let terminal = try await RawTerminal.started(
      in: .split, scratch, environment: Mishap.fullDisk(under: scratch.summit).environment)
    terminal.type("4354")
    try await terminal.waitFor("NOT SAVED")
    let before = try terminal.processorTime
    terminal.hangUp()
    try await wait(for: "the end of the program") { try terminal.hasJustEnded }
    // Leaving waits for 1.5 s; a loop that spins would spend them all.
    #expect(try terminal.processorTime - before < 0.75)
    #expect(try scratch.rescued().count == 1)
  }
}
