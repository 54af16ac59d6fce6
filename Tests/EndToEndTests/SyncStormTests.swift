import Glibc
import ReviewCore
import Testing

/// A committee that scores and syncs all at once, over one server.
@Suite(.fewAtOnce)
struct SyncStormTests {
  /// So many times each scores and syncs: `LECTERN_STORM` is another number.
  static let rounds = getenv("LECTERN_STORM").flatMap { Int(String(cString: $0)) } ?? 2

  private struct Desk: Sendable {
    let person: String
    let clone: String
  }

  @Test func twelveWhoScoreAndSyncAtOnceLoseNothing() async throws {
    let shared = try await SharedScratch(people: 12, proposals: 2 * Self.rounds)
    // The first has two clones, and says something in both.
    var desks = shared.people.map { Desk(person: $0, clone: $0) }
    desks.append(Desk(person: "r1", clone: "r1-train"))
    for desk in desks { try await shared.clone(desk.clone) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (place, desk) in desks.enumerated() {
        group.addTask {
          for round in 1...Self.rounds {
            // In its second clone the first judges other proposals.
            let id = desk.clone == "r1-train" ? round + Self.rounds : round
            let scored = try await shared.lectern(
              ["score", "\(id)", "relevance=\(place % 5 + 1)", "content=3"], as: desk.person,
              in: desk.clone)
            #expect(scored.code == 0, "\(scored)")
            let synced = try await shared.lectern(["sync"], as: desk.person, in: desk.clone)
            #expect(synced.code == 0, "\(desk.clone): \(synced)")
          }
        }
      }
      try await group.waitForAll()
    }
    for desk in desks {
      let synced = try await shared.lectern(["sync"], as: desk.person, in: desk.clone)
      #expect(synced.code == 0, "\(synced)")
    }
    for desk in desks {
      let status = try await shared.git("-C", desk.clone, "status", "--porcelain", "--branch")
      #expect(status == "## main...origin/main\n", "\(desk.clone)")
      for (place, person) in shared.people.enumerated() {
        let scores = try shared.scores(of: person, in: desk.clone)
        var expected: [String: String] = [:]
        for round in 1...Self.rounds {
          expected["\(round)"] = "\(place % 5 + 1)"
          if person == "r1" { expected["\(round + Self.rounds)"] = "3" }
        }
        #expect(scores == expected, "\(person) in \(desk.clone)")
      }
    }
  }

  /// So many kills: `LECTERN_STORM` makes three times as many.
  @Test func aKillAtAnyMomentLeavesARepositoryThatSyncs() async throws {
    var random = Seeded(6)
    let rounds = 3 * Self.rounds
    let shared = try await SharedScratch(people: 2, proposals: 2 * rounds)
    for name in ["r1", "r1-train"] { try await shared.clone(name) }
    try Files.write("mine\n".utf8, to: "\(shared.scratch.path)/r1/draft.txt")
    var expected: [String: String] = [:]
    for round in 1...rounds {
      for (clone, id) in [("r1-train", "\(2 * round)"), ("r1", "\(2 * round - 1)")] {
        _ = try await shared.lectern(
          ["score", id, "relevance=4", "content=3"], as: "r1", in: clone)
        expected[id] = "4"
      }
      #expect(try await shared.lectern(["sync"], as: "r1", in: "r1-train").code == 0)
      let seconds = Double.random(in: 0.01...0.45, using: &random)
      // What git still does goes on without the program, as in a true kill.
      _ = try await shared.scratch.run(
        "timeout",
        ["-s", "KILL", "\(seconds)", Place.program, "sync", "-C", "r1", "--as", "r1"],
        environment: shared.scratch.environment(SharedScratch.settings))
      let again = try await shared.lectern(["sync"], as: "r1", in: "r1")
      #expect(again.code == 0, "killed after \(seconds) s: \(again)")
      #expect(try shared.scores(of: "r1", in: "r1") == expected)
      let status = try await shared.git("-C", "r1", "status", "--porcelain", "--branch")
      #expect(status == "## main...origin/main\n?? draft.txt\n", "killed after \(seconds) s")
    }
    let left = Files.names(in: "\(shared.scratch.path)/r1/.git")
    #expect(left.filter { $0.hasPrefix("lectern") || $0.hasSuffix(".lock") } == [])
  }
}
