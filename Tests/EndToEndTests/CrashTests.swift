import Glibc
import Testing

/// The program itself fails while it takes in a key (case 1).
@Suite(.fewAtOnce)
struct CrashTests {
  @Test(.outsideSanitizers, arguments: [Situation.split, .note, .help, .sortMenu])
  func aTrapPutsTheTerminalBackAndSaysWhatItWas(situation: Situation) async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let shell = try RawTerminal("/bin/sleep", ["60"], in: scratch)
    let terminal = try await RawTerminal.started(
      in: .split, scratch, environment: Mishap.trapAtControlG.environment)
    terminal.type("435")
    try await terminal.waitFor("draft, 3 of 4")
    try await terminal.waitFor("saved ✓")
    try await terminal.enter(situation)
    terminal.type("\u{7}")
    let end = try await terminal.waitForEnd()
    #expect(end == -SIGILL || end == -SIGTRAP)
    #expect(terminal.settings == shell.settings)
    #expect(!terminal.screen.isAlternate)
    #expect(terminal.screen.showsCursor)
    #expect(!terminal.screen.bracketsPastes)
    // On the screen that stays, not on the one that is gone.
    #expect(terminal.screen.contains("Fatal error: Index out of range"))
    #expect(try scratch.review(next)?.scores.count == 3)
    #expect(try await scratch.lectern("check", "summit").code == 0)
  }
}
