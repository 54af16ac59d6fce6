import Testing

/// Terminals, locales and surroundings of all kinds.
@Suite(.fewAtOnce)
struct TerminalKindTests {
  @Test(arguments: ["linux", "screen", "tmux-256color", "xterm", "vt100", "xterm-kitty"])
  func aKnownTerminalOrOneLikeAnXtermOpens(type: String) async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let terminal = try RawTerminal(["summit"], in: scratch, environment: ["TERM": .some(type)])
    try await terminal.waitForBytes("id \(next)")
    terminal.type("4354q")
    #expect(try await terminal.waitForEnd() == 0)
    #expect(try scratch.review(next)?.status == "scored")
    #expect(terminal.text.contains("is not known on this machine") == (type == "xterm-kitty"))
  }

  @Test(arguments: [nil, "", "dumb", "no-such-terminal"] as [String?])
  func aTerminalThatCannotBeDrawnOnIsRefusedWithTheWayOut(type: String?) async throws {
    let scratch = try Scratch.withSample()
    let terminal = try RawTerminal(["summit"], in: scratch, environment: ["TERM": type])
    #expect(try await terminal.waitForEnd() == 2)
    #expect(terminal.text.contains("lectern list, lectern show, lectern score"))
    #expect(terminal.text.contains("`lectern review --accessible`"))
    #expect(!terminal.output.contains(0x1B))
  }

  @Test func withoutATerminalTheCommandsAreNamed() async throws {
    let scratch = try Scratch.withSample()
    let result = try await scratch.run(
      "/usr/bin/setsid", ["--wait", Place.program, "summit"], environment: scratch.environment())
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("lectern list, lectern show, lectern score"))
  }

  @Test(arguments: ["C", "POSIX"])
  func anASCIILocaleGetsASCIIOnly(locale: String) async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let terminal = try RawTerminal(
      ["summit"], in: scratch, environment: ["LC_ALL": .some(locale)])
    try await terminal.waitFor("id \(next)")
    terminal.type("4354")
    try await terminal.waitFor("saved v")
    for _ in 0..<20 { terminal.type("j ") }
    terminal.type("?")
    try await terminal.waitFor("Keys: ")
    terminal.type("\u{3}")
    #expect(try await terminal.waitForEnd() == 0)
    #expect(terminal.output.allSatisfy { $0 < 0x80 })
    #expect(try scratch.review(next)?.status == "scored")
  }

  @Test(arguments: ["de_DE.UFT-8", "xx_XX.UTF-8"])
  func aMisspeltLocaleIsTakenForUTF8(locale: String) async throws {
    let scratch = try Scratch.withSample()
    let terminal = try RawTerminal(
      ["summit"], in: scratch, environment: ["LC_ALL": .some(locale)])
    try await terminal.waitFor("Inés  24 of 71")
    try await terminal.waitFor("模式漂移")
    terminal.type("q")
    #expect(try await terminal.waitForEnd() == 0)
  }

  @Test func noColorMeansNoColor() async throws {
    // One after the other: who scores changes what the other one shows.
    for environment in [["NO_COLOR": "1"], [:]] {
      let scratch = try Scratch.withSample()
      let terminal = try RawTerminal(["summit"], in: scratch, environment: environment)
      try await terminal.waitFor("24 of 71")
      terminal.type("4354")
      try await terminal.waitFor("saved ✓")
      terminal.type("q")
      #expect(try await terminal.waitForEnd() == 0)
      #expect(terminal.colors.isEmpty == !environment.isEmpty)
    }
  }

  @Test func theListOnATerminalObeysNoColorAndItsWidth() async throws {
    let scratch = try Scratch.withSample()
    let terminal = try RawTerminal(
      ["list", "summit"], in: scratch, columns: 60, environment: ["NO_COLOR": "1"])
    #expect(try await terminal.waitForEnd() == 0)
    #expect(terminal.colors.isEmpty)
    let rows = terminal.text.split(whereSeparator: \.isNewline)
    #expect(rows.count >= 72)
    #expect(rows.allSatisfy { $0.count <= 60 })
  }

  @Test func standardOutputStaysFreeForAPipe() async throws {
    let scratch = try Scratch.withSample()
    let terminal = try RawTerminal(
      "/bin/sh", ["-c", "echo 5 | \(Place.program) summit > out"], in: scratch)
    try await terminal.waitFor("24 of 71")
    terminal.type("q")
    #expect(try await terminal.waitForEnd() == 0)
    #expect(try Files.bytes(of: "\(scratch.path)/out") == [])
  }
}

extension RawTerminal {
  /// Waits until a text was written in one piece, on whatever terminal.
  func waitForBytes(_ text: String) async throws {
    try await wait(for: "\(text) in the output", evidence: { self.text }) {
      takeOutput()
      return self.text.contains(text)
    }
  }

  /// The numbers of all sequences that set a colour.
  var colors: [Int] {
    text.split(separator: "\u{1b}[").flatMap { piece -> [Int] in
      let numbers = piece.prefix { $0.isASCII && ($0.isNumber || $0 == ";") }
      guard piece.dropFirst(numbers.count).first == "m" else { return [] }
      return numbers.split(separator: ";").compactMap { Int($0) }.filter {
        (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0)
      }
    }
  }
}
