import CursesTerminal
import TerminalUI
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// On a real pseudo-terminal. One after the other: there is one screen in a process.
@Suite(.serialized)
struct CursesTerminalTests {
  private let device: PseudoTerminal

  init() throws { device = try PseudoTerminal() }

  private func open(
    term: String = "xterm-256color", locale: String = "C.UTF-8", colors: ColorDepth? = nil
  ) throws -> CursesTerminal {
    let environment = TerminalEnvironment { ["TERM": term, "LC_ALL": locale][$0] }
    return try CursesTerminal(
      options: .init(colors: colors, environment: environment, path: device.path))
  }

  private func canvas(_ text: String, for terminal: CursesTerminal, style: Style = .plain) -> Canvas
  {
    var canvas = Canvas(size: terminal.size)
    canvas.write(text, column: 0, row: 0, style: style)
    return canvas
  }

  @Test func opensRawAndClosesAsItWas() throws {
    #expect(device.isCooked)
    let terminal = try open()
    #expect(!device.isCooked)
    #expect(terminal.size == Size(columns: 80, rows: 24))
    #expect(terminal.isUTF8)
    #expect(terminal.colorDepth == .many)
    #expect(terminal.notice == nil)
    terminal.present(canvas("Hello", for: terminal))
    let shown = device.output()
    for mode in ["\u{1B}[?1049h", "\u{1B}[?1000h", "\u{1B}[?1006h", "\u{1B}[?2004h", "Hello"] {
      #expect(shown.contains(mode))
    }
    terminal.close()
    #expect(device.isCooked)
    let left = device.output()
    for mode in ["\u{1B}[?1049l", "\u{1B}[?1000l", "\u{1B}[?1006l", "\u{1B}[?2004l", "\u{1B}[?25h"]
    {
      #expect(left.contains(mode))
    }
    terminal.close()
    #expect(device.output().isEmpty)
  }

  @Test func theSameFrameAgainWritesNothing() throws {
    let terminal = try open()
    terminal.present(canvas("Hello", for: terminal))
    _ = device.output()
    terminal.present(canvas("Hello", for: terminal))
    #expect(device.output().isEmpty)
    terminal.present(canvas("Jello", for: terminal))
    let change = device.output()
    #expect(change.contains("J"))
    #expect(!change.contains("ello"))
  }

  @Test func theBottomRightCellAndWideCharactersAreShown() throws {
    let terminal = try open()
    var canvas = Canvas(size: terminal.size)
    canvas.write("漢字 e\u{301}", column: 0, row: 0)
    canvas.write("#", column: 79, row: 23)
    terminal.present(canvas)
    let shown = device.output()
    #expect(shown.contains("漢字 e\u{301}"))
    #expect(shown.contains("#"))
  }

  @Test func escapesInACellAreNotWritten() throws {
    let terminal = try open()
    let cells = ["\u{1B}", "\u{9B}", "\n", "\u{301}", ""].map {
      Cell(text: $0, width: 1, style: .plain)
    }
    terminal.draw(row: 0, column: 0, cells: cells[...])
    terminal.flush(cursor: nil)
    let shown = device.output()
    #expect(shown.contains("\u{FFFD}"))
    #expect(!shown.contains("\u{1B}\u{1B}"))
    #expect(!shown.unicodeScalars.contains("\u{9B}"))
  }

  @Test func withoutColoursNoneAreWritten() throws {
    let terminal = try open(colors: ColorDepth.none)
    #expect(terminal.colorDepth == .none)
    let red = Style(foreground: Color(palette: 196, basic: 9))
    terminal.present(canvas("Hello", for: terminal, style: red))
    let shown = device.output()
    #expect(!shown.contains("196"))
    #expect(!shown.contains("[31m"))
  }

  @Test func inTheLocaleCNothingLeavesASCII() throws {
    let terminal = try open(locale: "C")
    #expect(!terminal.isUTF8)
    terminal.present(canvas("漢é", for: terminal))
    #expect(device.output().utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func terminfoSaysWhatTheKeysSend() throws {
    let terminal = try open()
    #expect(terminal.keySequences[Array("\u{1B}OA".utf8)] == "kcuu1")
    #expect(terminal.keySequences[Array("\u{1B}[Z".utf8)] == "kcbt")
  }

  @Test func anUnknownTypeChangesNothing() throws {
    #expect(throws: TerminalError.typeUnknown("unheard-of")) { try open(term: "unheard-of") }
    #expect(device.isCooked)
    #expect(device.output().isEmpty)
  }

  @Test func whatIsNoTerminalIsRefused() {
    #expect(throws: TerminalError.noTerminal) {
      try CursesTerminal(options: .init(path: "/dev/null"))
    }
  }

  @Test func bytesComeAsTheyAreTyped() throws {
    let terminal = try open()
    #expect(terminal.wait(timeoutMilliseconds: 0).isTimeout)
    device.type([3, 13, 0x1B, 0x5B, 0x41, 0xFF])
    #expect(terminal.wait(timeoutMilliseconds: 1000).input == [3, 13, 0x1B, 0x5B, 0x41, 0xFF])
    #expect(terminal.wait(timeoutMilliseconds: 10).isTimeout)
  }

  @Test func aWakeEndsTheWait() throws {
    let terminal = try open()
    let pipe = terminal.wakePipe
    for _ in 0..<100_000 { pipe.wake() }
    #expect(terminal.wait(timeoutMilliseconds: nil).isWoken)
    #expect(terminal.wait(timeoutMilliseconds: 0).isTimeout)
  }

  @Test func manyResizesAreFew() throws {
    let terminal = try open()
    terminal.present(canvas("Hello", for: terminal))
    for columns in UInt16(1)...100 {
      device.resize(columns: columns, rows: 30)
      kill(getpid(), SIGWINCH)
    }
    var resizes = 0
    while terminal.wait(timeoutMilliseconds: 50).isResized {
      resizes += 1
      _ = terminal.resized()
    }
    // Not exactly one: the system may deliver some late.
    #expect((1..<50).contains(resizes))
    #expect(terminal.size == Size(columns: 100, rows: 30))
    _ = device.output()
    terminal.present(canvas("Hello", for: terminal))
    #expect(device.output().contains("Hello"))
  }

  @Test func aSignalToEndIsTold() throws {
    let terminal = try open()
    kill(getpid(), SIGTERM)
    let wake = terminal.wait(timeoutMilliseconds: 1000)
    #expect(wake.signals == .terminate)
    #expect(wake.mustLeave)
    // The second within the second of grace is told as well, and does not kill.
    kill(getpid(), SIGHUP)
    #expect(terminal.wait(timeoutMilliseconds: 1000).signals == .hangup)
  }

  @Test func aHangupIsToldOnceAndThenNotPolled() throws {
    let terminal = try open()
    _ = device.output()
    device.hangUp()
    #expect(terminal.wait(timeoutMilliseconds: 1000).isHangup)
    let begin = ContinuousClock.now
    #expect(terminal.wait(timeoutMilliseconds: 100).isTimeout)
    #expect(ContinuousClock.now - begin >= .milliseconds(100))
  }

  @Test func aChildHasTheTerminalAsItWas() throws {
    let terminal = try open()
    terminal.present(canvas("Hello", for: terminal))
    _ = device.output()
    let wasCooked = terminal.whileSuspended { device.isCooked }
    #expect(wasCooked)
    #expect(!device.isCooked)
    #expect(device.output().contains("Hello"))
    #expect(terminal.wait(timeoutMilliseconds: 0).isResized)
  }

  @Test func anErrorOfTheChildGivesTheTerminalBack() throws {
    struct Failure: Error {}
    let terminal = try open()
    #expect(throws: Failure.self) {
      try terminal.whileSuspended { throw Failure() }
    }
    #expect(!device.isCooked)
  }

  @Test func restoringAtOnceNeedsNoNcurses() throws {
    let terminal = try open()
    terminal.present(canvas("Hello", for: terminal))
    _ = device.output()
    CursesTerminal.restore()
    #expect(device.isCooked)
    #expect(
      device.output().contains(
        "\u{1B}[?2004l\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l\u{1B}[?25h\u{1B}[?1049l\u{1B}[0m"))
    CursesTerminal.restore()
    #expect(device.output().isEmpty)
  }

  @Test func theMouseIsTakenAndGivenBackAtAnyTime() throws {
    let terminal = try open()
    _ = device.output()
    terminal.setMouse(false)
    #expect(!terminal.isMouseOn)
    #expect(device.output() == "\u{1B}[?1006l\u{1B}[?1000l")
    terminal.setMouse(false)
    #expect(device.output().isEmpty)
    terminal.whileSuspended {}
    #expect(!device.output().contains("\u{1B}[?1000h"))
    terminal.setMouse(true)
    #expect(device.output() == "\u{1B}[?1000h\u{1B}[?1006h")
    _ = terminal.whileSuspended { device.output() }
    #expect(device.output().contains("\u{1B}[?1000h\u{1B}[?1006h"))
    terminal.close()
    #expect(device.output().contains("\u{1B}[?1006l\u{1B}[?1000l"))
  }

  @Test func theMouseChangesWhileAChildHasTheTerminal() throws {
    let terminal = try open()
    _ = device.output()
    let meanwhile = terminal.whileSuspended {
      _ = device.output()
      terminal.setMouse(false)
      return device.output()
    }
    #expect(meanwhile.isEmpty)
    #expect(!device.output().contains("\u{1B}[?1000h"))
  }

  @Test func aTextGoesToTheClipboardAndNothingElseDoes() throws {
    let terminal = try open()
    _ = device.output()
    #expect(terminal.copy("foo") == .sent(through: nil))
    #expect(device.output() == "\u{1B}]52;c;Zm9v\u{7}")
    #expect(terminal.copy("\u{1B}]0;x\u{7}") == .refused(.controlCharacters))
    #expect(device.output().isEmpty)
  }

  @Test func whatHappensBesideAChildIsToldAfterIt() throws {
    let terminal = try open()
    let pipe = terminal.wakePipe
    device.type(Array("for the child".utf8))
    let mustLeave = terminal.whileSuspended {
      pipe.wake()
      let before = terminal.waitBesideChild()
      kill(getpid(), SIGTERM)
      return [before, terminal.waitBesideChild()]
    }
    #expect(mustLeave == [false, true])
    let wake = terminal.wait(timeoutMilliseconds: nil)
    #expect(wake.signals == .terminate)
    #expect(wake.isWoken)
    #expect(wake.isResized)
    #expect(!terminal.wait(timeoutMilliseconds: 0).mustLeave)
  }
}
