import Glibc
import ReviewCore
import Testing

/// A window that somebody pulls at, from 1x1 to 300x100 (case 9).
@Suite(.fewAtOnce)
struct StormTests {
  @Test(arguments: Situation.allCases)
  func aStormLeavesEverySituationAsItWas(situation: Situation) async throws {
    let scratch = try Scratch.withSample()
    let before = try scratch.allReviews()
    let terminal = try await RawTerminal.started(in: situation, scratch)
    let inLine = [.note, .reason, .filter, .palette].contains(situation)
    if inLine {
      terminal.type("words")
      try await terminal.waitFor("words")
    }
    terminal.storm(seed: 4, endingAt: situation.size)
    try await terminal.waitFor("\(situation) again") { screen in
      situation.isShown(on: screen) && (!inLine || screen.contains("words"))
    }
    terminal.send(SIGTERM)
    _ = try await terminal.waitForEnd()
    #expect(try scratch.allReviews() == before)
  }

  @Test func aStormWhileTheFolderIsReadHarmsNothing() async throws {
    let scratch = try Scratch.withSample()
    let terminal = try RawTerminal(["summit"], in: scratch)
    terminal.storm(seed: 5, endingAt: (120, 36))
    try await terminal.waitFor("24 of 71")
    terminal.type("q")
    #expect(try await terminal.waitForEnd() == 0)
  }

  @Test func aStormDuringAnImportHarmsNothing() async throws {
    let scratch = try Scratch.withSummit(of: [])
    let rows = (1...5_000).map { "\($0),Talk \($0),\"Words, and more of them\",Somebody" }
    let csv = (["id,title,abstract,speaker"] + rows).joined(separator: "\n")
    try Files.write(csv.utf8, to: "\(scratch.path)/new.csv")
    let terminal = try RawTerminal(
      ["import", "new.csv", "--into", "summit", "--as", "ada"], in: scratch)
    var seed: UInt64 = 0
    repeat {
      seed += 1
      terminal.storm(seed: seed, endingAt: (120, 36))
    } while terminal.isRunning
    #expect(try await terminal.waitForEnd() == 0)
    #expect(try scratch.proposals().count == 5_000)
  }
}

extension RawTerminal {
  /// A hundred sizes one after the other, the smallest and the largest among them.
  func storm(seed: UInt64, endingAt size: (columns: Int, rows: Int)) {
    var random = Seeded(seed)
    resize(columns: 1, rows: 1)
    resize(columns: 300, rows: 100)
    for _ in 0..<98 {
      let columns = Int.random(in: 1...300, using: &random)
      resize(columns: columns, rows: Int.random(in: 1...100, using: &random))
      takeOutput()
    }
    resize(columns: size.columns, rows: size.rows)
    type("\u{c}")
  }
}
