import Glibc
import ReviewCore
import Testing

/// A megabyte of anything, and a lone Escape (case 18); sequences split: `HostileInputTests`.
@Suite(.fewAtOnce)
struct JunkTests {
  @Test func aMegabyteOfJunkIsSurvived() async throws {
    let scratch = try Scratch.withSample()
    let terminal = try await RawTerminal.started(in: .split, scratch)
    var random = Seeded(18)
    // What no terminal sends: halves of letters, and control strings without sense.
    var bytes: [UInt8] = []
    while bytes.count < 1 << 20 {
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes.append(UInt8.random(in: 0x80...0xFF, using: &random))
      case 1: bytes += Array("\u{1b}]".utf8) + Self.noise(200, &random) + [0x07]
      default: bytes += Array("\u{1b}[<".utf8) + Self.noise(200, &random) + [0x7E]
      }
    }
    terminal.type(bytes: bytes)
    // Ends whatever has begun.
    terminal.type("\u{18}\u{1b}\\")
    terminal.type("?")
    try await wait(for: "the help", limit: .seconds(120), evidence: { terminal.screen.text }) {
      terminal.takeOutput()
      return Situation.help.isShown(on: terminal.screen)
    }
    terminal.send(SIGTERM)
    _ = try await terminal.waitForEnd()
    #expect(try await scratch.lectern("check", "summit").code == 0)
    #expect(try scratch.reviews().members.allSatisfy { $0.value.object?.status != "draft" })
  }

  private static func noise(_ count: Int, _ random: inout Seeded) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0x30...0x3F, using: &random) }
  }

  @Test(arguments: [Situation.note, .reason, .filter, .sortMenu, .rubric, .help, .palette])
  func aLoneEscapeClosesWhatLiesOverTheScreen(situation: Situation) async throws {
    let scratch = try Scratch.withSample()
    let before = try scratch.allReviews()
    let terminal = try await RawTerminal.started(in: situation, scratch)
    terminal.type("\u{1b}")
    try await terminal.waitFor("the first screen") { screen in
      Situation.split.isShown(on: screen) && !situation.isShown(on: screen)
    }
    terminal.type("q")
    #expect(try await terminal.waitForEnd() == 0)
    #expect(try scratch.allReviews() == before)
  }
}
