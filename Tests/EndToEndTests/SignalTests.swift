import Glibc
import Testing

/// Whatever ends the program, the terminal is put back and the work is on the disk.
@Suite(.fewAtOnce)
struct SignalTests {
  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT, SIGINT])
  func aSignalToEndSavesAndPutsTheTerminalBack(signal: Int32) async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    // The shell's settings are those of the terminal before the program has touched it.
    let shell = try RawTerminal("/bin/sleep", ["60"], in: scratch)
    let terminal = try RawTerminal(["summit"], in: scratch)
    try await terminal.waitFor("id \(next)")
    #expect(terminal.settings != shell.settings)
    terminal.type("435")
    try await terminal.waitFor("draft, 3 of 4")
    terminal.send(signal)
    _ = try await terminal.waitForEnd()
    #expect(terminal.settings == shell.settings)
    expectLeft(terminal)
    #expect(try scratch.review(next)?.scores.count == 3)
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE])
  func aCrashPutsTheTerminalBack(signal: Int32) async throws {
    let scratch = try Scratch.withSample()
    let shell = try RawTerminal("/bin/sleep", ["60"], in: scratch)
    let terminal = try RawTerminal(["summit"], in: scratch)
    try await terminal.waitFor("24 of 71")
    #expect(terminal.settings != shell.settings)
    terminal.send(signal)
    #expect(try await terminal.waitForEnd() == -signal)
    #expect(terminal.settings == shell.settings)
    expectLeft(terminal)
  }

  private func expectLeft(
    _ terminal: RawTerminal, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(!terminal.screen.isAlternate, sourceLocation: sourceLocation)
    #expect(terminal.screen.showsCursor, sourceLocation: sourceLocation)
    #expect(!terminal.screen.bracketsPastes, sourceLocation: sourceLocation)
  }

  @Test(arguments: [false, true])
  func aClosedTerminalEndsTheProgramWithTheLastDigitSaved(ignoresHangUp: Bool) async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let arguments = ignoresHangUp ? ["-c", "trap '' HUP; exec \(Place.program) summit"] : []
    let terminal =
      ignoresHangUp
      ? try RawTerminal("/bin/sh", arguments, in: scratch)
      : try RawTerminal(["summit"], in: scratch)
    try await terminal.waitFor("id \(next)")
    terminal.type("4354")
    try await terminal.waitFor("4 3 5 4: ")
    terminal.hangUp()
    _ = try await terminal.waitForEnd()
    #expect(try scratch.review(next)?.status == "scored")
  }

  @Test func aPersonStopsTheProgramAndComesBack() async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let shell = try await TmuxTerminal(
      command: ["/bin/bash", "--norc", "--noprofile"], in: scratch,
      environment: ["PS1": "prompt> "])
    try await shell.waitFor("prompt>")
    try await shell.type("stty -g > before; \(Place.program) summit")
    try await shell.press("Enter")
    try await shell.waitFor("id \(next)")
    try await shell.type("4")
    try await shell.waitFor("draft, 1 of 4", "saved ✓")
    #expect(try await shell.display("#{alternate_on}") == "1")

    try await shell.press("C-z")
    try await shell.waitFor("Stopped")
    #expect(try await shell.display("#{alternate_on}#{cursor_flag}") == "01")
    // A script changes something meanwhile.
    try await scratch.lectern("score", next, "content=2", "-C", "summit")
    try await shell.type("stty -g > stopped; fg")
    try await shell.press("Enter")
    try await shell.waitFor("id \(next)", "draft, 2 of 4")
    #expect(try await shell.display("#{alternate_on}") == "1")
    try await shell.type("q")
    try await shell.waitFor("stty -g > stopped; fg")
    try await shell.type("stty -g > after; echo ready")
    try await shell.press("Enter")
    try await wait(for: "the settings after it") {
      try Files.bytes(of: "\(scratch.path)/after")?.isEmpty == false
    }
    let before = try Files.text(of: "\(scratch.path)/before")
    #expect(try Files.text(of: "\(scratch.path)/stopped") == before)
    #expect(try Files.text(of: "\(scratch.path)/after") == before)
    try await shell.type("exit")
    try await shell.press("Enter")
  }
}
