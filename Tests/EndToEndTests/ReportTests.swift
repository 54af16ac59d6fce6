import Glibc
import ReviewCore
import Testing

/// What terminals send by themselves, at random: the mouse, and answers to questions (case 7).
@Suite(.fewAtOnce)
struct ReportTests {
  private static let situations: [Situation] = [
    .split, .list, .reading, .note, .reason, .sortMenu, .help, .palette,
  ]

  @Test(arguments: situations)
  func whatTheTerminalSendsByItselfSaysNothing(situation: Situation) async throws {
    let scratch = try Scratch.withSample()
    let before = try scratch.allReviews()
    let terminal = try await RawTerminal.started(in: situation, scratch)
    var random = Seeded(11)
    for _ in 0..<200 {
      terminal.type(Self.mouseReport(&random))
      terminal.type(Self.sequence(&random))
    }
    let drawn = terminal.output.count
    terminal.type("\u{c}")
    try await terminal.waitFor("the screen to be drawn anew") { _ in
      terminal.output.count > drawn
    }
    #expect(terminal.isRunning)
    terminal.send(SIGTERM)
    _ = try await terminal.waitForEnd()
    #expect(try scratch.allReviews() == before)
  }

  /// A press, a release or a movement of any button, on the screen or beside it.
  private static func mouseReport(_ random: inout Seeded) -> String {
    let button = [0, 1, 2, 4, 8, 16, 32, 35, 64, 65].randomElement(using: &random) ?? 0
    let column = Int.random(in: 0...130, using: &random)
    let row = Int.random(in: 0...40, using: &random)
    return "\u{1b}[<\(button);\(column);\(row)\(Bool.random(using: &random) ? "M" : "m")"
  }

  /// A CSI, OSC, DCS, APC or PM, well formed, full of digits.
  private static func sequence(_ random: inout Seeded) -> String {
    let digits = (0..<Int.random(in: 1...8, using: &random)).map { _ in
      "\(Int.random(in: 0...255, using: &random))"
    }
    let body = digits.joined(separator: ";")
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return "\u{1b}]\(body)\u{7}"
    case 1: return "\u{1b}]\(body)\u{1b}\\"
    case 2: return "\u{1b}P\(body)q\(body)\u{1b}\\"
    case 3: return "\u{1b}_\(body)\u{1b}\\"
    case 4: return "\u{1b}^\(body)\u{1b}\\"
    default:
      // Answers: not M, which an old mouse goes on after, nor ~ with the number of a paste or a key.
      let final = ["c", "n", "R", "t", "y", "x", "I", "O"].randomElement(using: &random) ?? "c"
      let mark = ["", "?", ">", "="].randomElement(using: &random) ?? ""
      return "\u{1b}[\(mark)\(body)\(final)"
    }
  }
}
