import ReviewCore
import Testing

/// Proposals whose texts want to command the terminal.
@Suite(.fewAtOnce)
struct HostileTextTests {
  private static let hostile: [(String, [UInt8])] = [
    ("a write to the clipboard", Array("\u{1b}]52;c;aGVsbG8=\u{7}".utf8)),
    ("an erased screen", Array("\u{1b}[2J".utf8)),
    ("a title of the window", Array("\u{1b}]0;owned\u{7}".utf8)),
    ("a C1 control", Array("\u{9b}31m".utf8)),
    ("a raw device control", Array("\u{90}q1\u{9c}".utf8)),
    ("an override of direction", Array("\u{202e}".utf8)),
    ("an isolate of direction", Array("\u{2066}".utf8)),
    ("a bell", [0x07]),
    ("a backspace", [0x08]),
    ("a delete", [0x7F]),
    ("a soft hyphen", Array("\u{ad}".utf8)),
    ("a space without width", Array("\u{200b}".utf8)),
  ]

  private func summit() throws -> Scratch {
    let text = Self.hostile.map { String(decoding: $0.1, as: UTF8.self) }.joined(separator: "x")
    let scratch = try Scratch.withSummit(of: [
      proposal("1", "Evil \(text) title", abstract: "Evil \(text) abstract"),
      proposal("2", "=cmd|'/C calc'!A0 \(text)", abstract: text),
    ])
    let speakers: JSONValue = [
      "format": 1,
      "speakers": [
        [
          "id": "s", "name": .string("Eve \(text)"), "bio": .string(text), "proposals": ["1"],
          "links": [.string("https://example.org/\(text)")],
        ]
      ],
    ]
    try Files.write(speakers.fileBytes, to: "\(scratch.summit)/speakers.json")
    let sheet: JSONValue = [
      "format": 1, "reviewer": "ada",
      "reviews": [
        "1": [
          "status": "scored", "scores": ["relevance": 4, "content": 4],
          "comment": .string("Evil \(text) comment"), "at": "2026-03-20T10:11:12.345Z",
          "commentAt": "2026-03-20T10:11:12.345Z",
        ]
      ],
    ]
    try Files.write(sheet.fileBytes, to: scratch.sheetPath(of: "ada"))
    return scratch
  }

  private func expectHarmless(
    _ terminal: RawTerminal, mayRing: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    // The backspace is a movement that curses itself makes.
    for (what, bytes) in Self.hostile where bytes != [0x08] {
      #expect(!terminal.output.has(bytes), "\(what)", sourceLocation: sourceLocation)
    }
    #expect(!terminal.output.has(Array("\u{1b}]".utf8)), sourceLocation: sourceLocation)
  }

  @Test func theInterfaceShowsThemAsText() async throws {
    let scratch = try summit()
    let terminal = try RawTerminal(["summit"], in: scratch)
    try await terminal.waitFor("Evil")
    // The one that Ada has read comes second.
    terminal.type("j")
    try await terminal.waitFor("Eve")
    terminal.type("44")
    try await terminal.waitFor("4 4: Evil")
    terminal.type("j    \r  ?")
    try await terminal.waitFor("Keys: ")
    terminal.type("\u{3}")
    #expect(try await terminal.waitForEnd() == 0)
    let (shown, left) = (terminal.output, Array("\u{1b}[2J".utf8))
    // ncurses erases the screen itself when it opens: home, then to the end.
    #expect(shown.count(of: left) <= 2)
    for (what, bytes) in Self.hostile where bytes != [0x08] && bytes != left {
      #expect(!shown.has(bytes), "\(what)")
    }
    #expect(!shown.has(Array("\u{1b}]".utf8)))
  }

  @Test(arguments: [
    ["list"], ["show", "1"], ["show", "2"], ["rank"], ["rank", "--explain", "1"],
  ])
  func theCommandsShowThemAsText(arguments: [String]) async throws {
    let scratch = try summit()
    let terminal = try RawTerminal(arguments + ["-C", "summit"], in: scratch)
    #expect(try await terminal.waitForEnd() == 0)
    #expect(terminal.text.contains("Evil") || terminal.text.contains("cmd"))
    expectHarmless(terminal)
  }

  @Test(arguments: [["list", "--format", "json"], ["show", "1", "--format", "json"], ["check"]])
  func whatIsPrintedForProgramsCommandsNoTerminalEither(arguments: [String]) async throws {
    let scratch = try summit()
    let terminal = try RawTerminal(arguments + ["-C", "summit"], in: scratch)
    _ = try await terminal.waitForEnd()
    #expect(!terminal.output.contains(0x1B))
  }

  @Test func aHostileIdOfAReviewIsShownAsText() async throws {
    let scratch = try summit()
    let name = "\u{1b}]52;c;eA==\u{7}"
    let sheet = "{\"format\": 1, \"reviewer\": \"ada\", \"reviews\": {\"\(name)\": 1}}"
    try Files.write(sheet.utf8, to: scratch.sheetPath(of: "ada"))
    for arguments in [["check", "summit"], ["list", "summit"]] {
      let terminal = try RawTerminal(arguments, in: scratch)
      _ = try await terminal.waitForEnd()
      #expect(!terminal.output.has(Array("\u{1b}]".utf8)))
    }
  }
}

extension [UInt8] {
  /// Whether other bytes stand in these.
  func has(_ bytes: [UInt8]) -> Bool { count(of: bytes) > 0 }

  /// How often other bytes stand in these.
  func count(of bytes: [UInt8]) -> Int {
    guard let first = bytes.first, count >= bytes.count else { return 0 }
    return (0...(count - bytes.count)).count {
      self[$0] == first && self[$0..<($0 + bytes.count)].elementsEqual(bytes)
    }
  }
}
