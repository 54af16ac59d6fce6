import ReviewAnalysis
import ReviewCore
import Testing

/// Assignments whose best is known: small ones to be checked by hand, with their proofs where they
/// cannot be met (computed with HiGHS and OR-tools), and large ones that a seed makes (computed with
/// OR-tools' cost-scaling push-relabel).
enum AssignmentReferenceCases {
  struct Small: Sendable, CustomTestStringConvertible {
    var name: String
    /// Affinity by reviewer and proposal; -1 is forbidden.
    var affinity: [[Int]]
    var demand: [Int]
    var minimum: [Int]
    var maximum: [Int]
    var kept: [(reviewer: Int, proposal: Int)] = []
    /// The best total; nil where it cannot be met.
    var total: Int?
    /// How many reviews can be given at most.
    var given: Int

    var testDescription: String { name }

    var problem: AssignmentProblem {
      let proposals = demand.indices
      return AssignmentProblem(
        loads: zip(minimum, maximum).map { LoadLimits(minimum: $0, maximum: $1) }, demand: demand,
        candidates: proposals.map { proposal in
          affinity.indices.filter { affinity[$0][proposal] >= 0 }
            .map { .init($0, affinity: affinity[$0][proposal]) }
        },
        kept: proposals.map { proposal in
          kept.filter { $0.proposal == proposal }
            .map { .init($0.reviewer, affinity: affinity[$0.reviewer][proposal]) }
        })
    }
  }

  static let small = [
    Small(
      name: "greedy trap", affinity: [[9, 8], [8, 1]], demand: [1, 1], minimum: [0, 0],
      maximum: [1, 1], total: 16, given: 2),
    Small(
      name: "balanced loads", affinity: [[9, 9, 9, 9], [5, 5, 5, 5]], demand: [1, 1, 1, 1],
      minimum: [2, 2], maximum: [2, 2], total: 28, given: 4),
    Small(
      name: "conflict", affinity: [[-1, 3], [4, 5], [2, 8]], demand: [2, 2], minimum: [1, 1, 1],
      maximum: [2, 2, 2], total: 17, given: 4),
    Small(
      name: "locked pair", affinity: [[9, 1], [1, 9]], demand: [1, 1], minimum: [1, 1],
      maximum: [1, 1], kept: [(0, 1)], total: 2, given: 2),
    Small(
      name: "fair against total",
      affinity: [[10, 10, 1], [10, 10, 1], [3, 3, 2], [3, 3, 2]], demand: [2, 2, 2],
      minimum: [1, 1, 1, 1], maximum: [2, 2, 2, 2], total: 44, given: 6),
    Small(
      name: "infeasible: Hall set",
      affinity: [[5, 5, 5, 1], [5, 5, 5, 1], [-1, -1, -1, 9], [-1, -1, -1, 9]],
      demand: [2, 2, 2, 1], minimum: [0, 0, 0, 0], maximum: [2, 2, 3, 3], given: 5),
    Small(
      name: "infeasible: minimum load of a conflicted reviewer",
      affinity: [[5, -1, -1], [5, 5, 5]], demand: [1, 1, 1], minimum: [2, 1], maximum: [3, 3],
      given: 3),
    Small(
      name: "infeasible: sum of minimums exceeds demand", affinity: [[1, 1], [1, 1], [1, 1]],
      demand: [1, 1], minimum: [1, 1, 1], maximum: [2, 2, 2], given: 2),
  ]

  struct Large: Sendable, CustomTestStringConvertible {
    var name: String
    var reviewers: Int
    var proposals: Int
    /// How many reviewers are drawn for each proposal; nil is all of them.
    var drawn: Int?
    var seed: UInt64
    var minimum: Int
    var maximum: Int
    var pairs: Int
    var sum: Int
    var total: Int

    var testDescription: String { name }

    /// Draws the case; `comfortable` loads do not matter in it.
    var problem: AssignmentProblem {
      var random = SplitMix64(seed: seed)
      var candidates = [[AssignmentProblem.Candidate]](repeating: [], count: proposals)
      if let drawn {
        for proposal in 0..<proposals {
          var used: Set<Int> = []
          for _ in 0..<drawn {
            let reviewer = random.below(reviewers)
            let affinity = random.below(101)
            if used.insert(reviewer).inserted {
              candidates[proposal].append(.init(reviewer, affinity: affinity))
            }
          }
        }
      } else {
        for reviewer in 0..<reviewers {
          for proposal in 0..<proposals {
            let affinity = random.below(101)
            if random.below(100) >= 3 {
              candidates[proposal].append(.init(reviewer, affinity: affinity))
            }
          }
        }
      }
      return AssignmentProblem(
        loads: .init(repeating: LoadLimits(minimum: minimum, maximum: maximum), count: reviewers),
        demand: .init(repeating: 3, count: proposals), candidates: candidates)
    }
  }

  static let large = [
    Large(
      name: "500x30", reviewers: 30, proposals: 500, seed: 42, minimum: 45, maximum: 55,
      pairs: 14_572, sum: 732_002, total: 140_949),
    Large(
      name: "2000x100", reviewers: 100, proposals: 2_000, seed: 43, minimum: 55, maximum: 65,
      pairs: 193_952, sum: 9_694_970, total: 590_420),
    Large(
      name: "20000x10000", reviewers: 10_000, proposals: 20_000, drawn: 20, seed: 44, minimum: 4,
      maximum: 8, pairs: 399_583, sum: 19_987_655, total: 5_437_363),
  ]
}
