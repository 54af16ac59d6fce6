import Glibc
import ReviewCore
import Testing

/// The program dies at any moment, without a chance to do anything about it.
@Suite(.fewAtOnce)
struct KillTests {
  /// How far the person was when the screen said for the last time that all is saved.
  private final class Witness {
    var judged = 24

    func look(_ terminal: RawTerminal, _ byte: UInt8) {
      // The last byte of ✓: the corner is drawn after the header of the same frame.
      guard byte == 0x93, terminal.screen.lines.last?.hasSuffix("saved ✓") == true else { return }
      judged = Self.count(in: terminal.screen) ?? judged
    }

    /// The number in "25 of 71" of the header.
    static func count(in screen: TerminalScreen) -> Int? {
      let words = screen.lines[0].split(separator: " ")
      guard let place = words.firstIndex(of: "71"), place >= 2 else { return nil }
      return Int(words[place - 2])
    }
  }

  @Test(arguments: 0..<25)
  func whatWasShownAsSavedOutlivesAKill(seed: UInt64) async throws {
    var random = Seeded(seed)
    let scratch = try Scratch.withSample()
    let before = try scratch.reviews()
    let terminal = try RawTerminal(["summit"], in: scratch)
    try await terminal.waitFor("24 of 71")
    let witness = Witness()
    terminal.watcher = witness.look
    let end = terminal.output.count + Int.random(in: 200...60_000, using: &random)
    var typed = 0
    while terminal.output.count < end, typed < 4 * 46, terminal.isRunning {
      let keys = Int.random(in: 1...6, using: &random)
      for _ in 0..<keys {
        terminal.type(["4", "3", "5", "4"][typed % 4])
        typed += 1
      }
      terminal.takeOutput()
    }
    terminal.send(SIGKILL)
    #expect(try await terminal.waitForEnd() == -SIGKILL)

    let after = try scratch.reviews()
    let new = after.members.filter { before[$0.key] != $0.value }.compactMap(\.value.object)
    let finished = new.filter { $0.status == "scored" }
    #expect(finished.count >= witness.judged - 24, "shown as saved: \(witness.judged)")
    let digits = ["relevance": "4", "content": "3", "novelty": "5", "clarity": "4"]
    #expect(finished.allSatisfy { $0.scores == digits })
    #expect(new.count - finished.count <= 1, "at most one is begun")
    for (id, review) in before.members where after[id]?.object?.status != "scored" {
      #expect(after[id] == review || review.object?.status != "scored")
    }
    #expect(try await scratch.lectern("check", "summit").code == 0)

    let judged = finished.count + 24
    let again = try RawTerminal(["summit"], in: scratch)
    try await again.waitFor("\(judged) of 71")
    again.type("q")
    #expect(try await again.waitForEnd() == 0)
  }
}
