import ReviewAnalysis
import ReviewCore
import Testing

@Suite struct AssignmentJoiningTests {
  /// Two areas with two experts each who would never meet.
  @Test func twoGroupsAreJoinedAtTheSmallestCost() throws {
    let problem = AssignmentProblem(
      loads: .init(repeating: LoadLimits(minimum: 3, maximum: 3), count: 4),
      demand: .init(repeating: 2, count: 6),
      candidates: (0..<6).map { proposal in
        (0..<4).map { reviewer in
          let isHome = (proposal < 3) == (reviewer < 2)
          return .init(reviewer, affinity: isHome ? 9 : proposal == 5 ? 4 : 1, isExpert: isHome)
        }
      })
    let apart = try #require(AssignmentSolution(of: problem))
    #expect(apart.graph.partCount == 2)
    let joined = apart.joined()
    #expect(joined.graph.partCount == 1)
    #expect(joined.loads == [3, 3, 3, 3])
    #expect(joined.objective.experts == 6)
    #expect(apart.objective.affinity - joined.objective.affinity == 8 + 5)
  }

  @Test func whereEachProposalHasOneReaderNothingCanBeJoined() throws {
    let problem = AssignmentProblem(
      loads: .init(repeating: LoadLimits(minimum: 0, maximum: 9), count: 3),
      demand: .init(repeating: 1, count: 9),
      candidates: .init(repeating: (0..<3).map { .init($0, affinity: 0) }, count: 9))
    let solution = try #require(AssignmentSolution(of: problem))
    #expect(solution.joined() == solution)
    #expect(solution.graph.partCount == 3)
  }

  @Test func noStepsMeanNoChange() throws {
    var random = SplitMix64(seed: 3)
    let problem = Self.problem(&random)
    let solution = try #require(AssignmentSolution(of: problem))
    #expect(solution.joined(limit: 0) == solution)
  }

  private static func problem(_ random: inout SplitMix64) -> AssignmentProblem {
    let (reviewers, proposals) = (4 + random.below(3), 3 + random.below(4))
    return AssignmentProblem(
      loads: (0..<reviewers).map { _ in
        LoadLimits(minimum: random.below(2), comfortable: 2 + random.below(2), maximum: 4)
      },
      demand: .init(repeating: 2, count: proposals),
      candidates: (0..<proposals).map { proposal in
        (0..<reviewers).filter { _ in !random.once(in: 5) }.map {
          .init(
            $0, affinity: ($0 + proposal) % 2 == 0 ? 5 : random.below(3),
            isExpert: random.once(in: 3))
        }
      })
  }

  /// Every exchange of one or two reviews, tried.
  private static func exchanges(of solution: AssignmentSolution) -> [[[Int]]] {
    var results: [[[Int]]] = []
    let given = solution.given
    for (proposal, reviewers) in given.enumerated() {
      for leaving in reviewers {
        for coming in solution.problem.candidates[proposal].map(\.reviewer)
        where !reviewers.contains(coming) {
          var moved = given
          moved[proposal] = reviewers.filter { $0 != leaving } + [coming]
          results.append(moved)
          for (other, readers) in given.enumerated()
          where other != proposal && readers.contains(coming) && !readers.contains(leaving) {
            guard solution.problem.candidates[other].contains(where: { $0.reviewer == leaving })
            else { continue }
            var swapped = moved
            swapped[other] = readers.filter { $0 != coming } + [leaving]
            results.append(swapped)
          }
        }
      }
    }
    return results
  }

  @Test(arguments: 1...10)
  func oneExchangeIsFoundWhereThereIsOne(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    for round in 0..<40 {
      let problem = Self.problem(&random)
      let apart = try #require(AssignmentSolution(of: problem))
      let parts = apart.graph.partCount
      let joined = apart.joined()
      let (before, after) = (apart.objective, joined.objective)
      #expect(joined.graph.partCount <= parts, "seed \(seed), round \(round)")
      #expect(
        (before.missing, before.unevenShortage, before.loadFaults, before.experts)
          == (after.missing, after.unevenShortage, after.loadFaults, after.experts),
        "seed \(seed), round \(round)")
      guard parts == 2 else { continue }
      // The best of all that join the two parts, give up nothing above affinity, and leave nobody
      // without anything to read.
      let idle = apart.loads.count { $0 == 0 }
      let best = Self.exchanges(of: apart).filter { given in
        let graph = ReviewGraph(reviewers: problem.loads.count, readers: given)
        return graph.partCount == 1 && graph.partOfReviewer.count { $0 < 0 } <= idle
      }.map { AssignmentObjective(of: problem, given: $0) }
        .filter {
          ($0.missing, $0.loadFaults, $0.experts)
            == (before.missing, before.loadFaults, before.experts)
        }.min()
      #expect(joined.graph.partCount == (best == nil ? 2 : 1), "seed \(seed), round \(round)")
      if let best { #expect(after == best, "seed \(seed), round \(round)") }
    }
  }
}
