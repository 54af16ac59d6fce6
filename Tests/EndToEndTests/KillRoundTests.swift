import Dispatch
import Glibc
import ReviewCore
import Testing

/// The real program is killed at random, again and again, over folders that grow meanwhile.
///
/// `Scripts/kill-rounds ROUNDS SEED` runs as many rounds as one likes; the ordinary suite runs 40.
@Suite struct KillRoundTests {
  private static func number(_ name: String, else other: Int) -> Int {
    getenv(name).flatMap { Int(String(cString: $0)) } ?? other
  }

  @Test func nothingThatWasShownAsSavedIsLostByAKill() async throws {
    let rounds = Self.number("LECTERN_KILL_ROUNDS", else: 40)
    let seed = Self.number("LECTERN_KILL_SEED", else: 1)
    let lanes = 4
    let start = ContinuousClock.now
    var total = KillRounds.Figures()
    try await withThrowingTaskGroup(of: KillRounds.Figures.self) { group in
      for lane in 0..<lanes {
        group.addTask {
          try await withCheckedThrowingContinuation { continuation in
            // These wait for processes: not on the threads of the other tests.
            DispatchQueue.global().async {
              continuation.resume(
                with: Result {
                  var lane = try KillRounds(seed: UInt64(seed), lane: UInt64(lane))
                  return try lane.run(rounds / lanes, tells: rounds > 200)
                })
            }
          }
        }
      }
      for try await figures in group { total.add(figures) }
    }
    for finding in total.findings { Issue.record("seed \(seed): \(finding)") }
    #expect(total.kills > 0)
    #expect(total.saves > 0)
    if rounds > 200 {
      let seconds = (ContinuousClock.now - start).components.seconds
      print(
        "\(total.rounds) rounds, \(total.kills) kills, \(total.saves) saves seen, "
          + "\(total.findings.count) findings, \(seconds) s")
    }
  }
}
