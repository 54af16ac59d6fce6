import Glibc
import ReviewCore
import Testing

/// Bytes that come from a terminal without anybody having pressed a digit.
@Suite(.fewAtOnce)
struct HostileInputTests {
  /// What terminals send, by what it is.
  private static let sequences: [(String, [UInt8])] = [
    ("Ctrl-Right", Array("\u{1b}[1;5C".utf8)),
    ("Shift-Alt-Up", Array("\u{1b}[1;4A".utf8)),
    ("Down of an application", Array("\u{1b}OB".utf8)),
    ("F5", Array("\u{1b}[15~".utf8)),
    ("Ctrl-F5", Array("\u{1b}[15;5~".utf8)),
    ("Shift-Tab", Array("\u{1b}[Z".utf8)),
    ("a mouse report", Array("\u{1b}[<0;45;12M".utf8)),
    ("an old mouse report", Array("\u{1b}[M".utf8) + [0x35, 0x34, 0x33]),
    ("the colour of the background", Array("\u{1b}]11;rgb:1414/2525/3333\u{1b}\\".utf8)),
    ("the colour, ended by a bell", Array("\u{1b}]11;rgb:1414/2525/3333\u{7}".utf8)),
    ("the kind of the terminal", Array("\u{1b}[?62;4;5c".utf8)),
    ("the version of the terminal", Array("\u{1b}P>|XTerm(354)\u{1b}\\".utf8)),
    ("the place of the cursor", Array("\u{1b}[24;35R".utf8)),
    ("a paste", Array("\u{1b}[200~5q1dd\n\u{1b}[201~".utf8)),
    ("a key of the kitty protocol", Array("\u{1b}[53;5u".utf8)),
  ]

  /// Types a byte, then waits as long as a slow line does.
  ///
  /// The pace is what is tested, so the thread itself sleeps: a task that sleeps is woken when the
  /// pool has a thread free, and on a busy machine that was once more than the second after which
  /// an Escape is an Escape.
  private func typeSlowly(_ bytes: [UInt8], on terminal: RawTerminal) {
    for byte in bytes {
      terminal.type(bytes: [byte])
      usleep(100_000)
      terminal.takeOutput()
    }
  }

  @Test(arguments: sequences)
  func aSequenceSplitAtEveryByteScoresNothing(what: String, bytes: [UInt8]) async throws {
    let scratch = try Scratch.withSample()
    let before = try scratch.sheetBytes()
    let terminal = try RawTerminal(["summit"], in: scratch)
    try await terminal.waitFor("24 of 71")
    typeSlowly(bytes, on: terminal)
    terminal.type("?")
    try await terminal.waitFor("Keys: ")
    terminal.type("\u{3}")
    #expect(try await terminal.waitForEnd() == 0)
    #expect(try scratch.sheetBytes() == before)
  }

  @Test func invalidUTF8ScoresNothing() async throws {
    let scratch = try Scratch.withSample()
    let before = try scratch.sheetBytes()
    let terminal = try RawTerminal(["summit"], in: scratch)
    try await terminal.waitFor("24 of 71")
    terminal.type(bytes: [0xC3, 0xFF, 0xFE, 0x80, 0xBF, 0xE2, 0x82, 0xF0, 0x9F, 0xC0, 0xB5])
    typeSlowly([0xF0, 0x9F, 0x98, 0xE2, 0x82], on: terminal)
    terminal.type("?")
    try await terminal.waitFor("Keys: ")
    terminal.type("\u{3}")
    #expect(try await terminal.waitForEnd() == 0)
    #expect(try scratch.sheetBytes() == before)
  }

  @Test func aPasteIsDroppedAndTheScreenSaysSo() async throws {
    let scratch = try Scratch.withSample()
    let before = try scratch.sheetBytes()
    let terminal = try RawTerminal(["summit"], in: scratch)
    try await terminal.waitFor("24 of 71")
    #expect(terminal.screen.bracketsPastes)
    terminal.type("\u{1b}[200~5q1dd\n\u{1b}[201~")
    try await terminal.waitFor("Pasted text was dropped")
    terminal.type("q")
    #expect(try await terminal.waitForEnd() == 0)
    #expect(try scratch.sheetBytes() == before)
  }

  @Test func tmuxPastesIntoALineOfTextAndNowhereElse() async throws {
    let scratch = try Scratch.withSample()
    let before = try scratch.sheetBytes()
    let next = try await scratch.next()
    let terminal = try await TmuxTerminal("summit", in: scratch)
    try await terminal.waitFor("id \(next)")
    try await terminal.tmux("set-buffer", "5q1dd\n")
    try await terminal.tmux("paste-buffer", "-p")
    try await terminal.waitFor("Pasted text was dropped")
    #expect(try scratch.sheetBytes() == before)
    try await terminal.type("t")
    try await terminal.waitFor("Seen by the committee")
    try await terminal.tmux("paste-buffer", "-p")
    try await terminal.waitFor("5q1dd")
    try await terminal.press("Enter")
    try await terminal.waitFor("Comment saved", "saved ✓")
    #expect(try scratch.review(next)?["comment"]?.string == "5q1dd")
    #expect(try scratch.review(next)?.scores == [:])
  }

  @Test func junkLeavesTheProgramAndTheFilesWhole() async throws {
    let scratch = try Scratch.withSample()
    let terminal = try RawTerminal(["summit"], in: scratch)
    try await terminal.waitFor("24 of 71")
    var random = Seeded(7)
    // Everything but the keys that leave, stop or begin a sequence without an end.
    let bytes = (0..<2_000).map { _ -> UInt8 in
      let byte = UInt8.random(in: 0x20...0xFE, using: &random)
      return [0x71, 0x51].contains(byte) ? 0x7E : byte
    }
    terminal.type(bytes: bytes)
    terminal.type("\u{1b}\u{1b}")
    try await wait(for: "all keys to be taken in", evidence: { terminal.screen.text }) {
      terminal.type("\u{3}")
      terminal.takeOutput()
      return !terminal.isRunning
    }
    // A Ctrl-C too many is one for a terminal that is its own again.
    #expect([0, -SIGINT].contains(try await terminal.waitForEnd()))
    #expect(try await scratch.lectern("check", "summit").code == 0)
  }
}
