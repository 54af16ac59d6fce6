import ReviewAnalysis
import ReviewCore
import Testing

@Suite struct AssignmentSolutionTests {
  @Test(arguments: AssignmentReferenceCases.small)
  func theSmallReferenceCasesAreSolved(reference: AssignmentReferenceCases.Small) throws {
    let solution = try #require(AssignmentSolution(of: reference.problem))
    let objective = solution.objective
    #expect(reference.demand.reduce(0, +) - objective.missing == reference.given)
    if let total = reference.total {
      #expect(objective.missing == 0)
      #expect(objective.loadFaults == 0)
      #expect(objective.affinity == total)
      #expect(solution.shortages.isEmpty)
      #expect(solution.underloads.isEmpty)
    } else {
      #expect(objective.missing + objective.loadFaults > 0)
      #expect(!solution.shortages.isEmpty || !solution.underloads.isEmpty)
    }
  }

  @Test func aShortageIsProvedByProposalsAndAllWhoMayReadThem() throws {
    func solution(_ name: String) throws -> AssignmentSolution {
      let reference = AssignmentReferenceCases.small.first { $0.name == name }
      let problem = try #require(reference).problem
      return try #require(AssignmentSolution(of: problem))
    }
    let hall = try solution("infeasible: Hall set")
    #expect(
      hall.shortages == [
        AssignmentShortage(proposals: [0, 1, 2], reviewers: [0, 1], wanted: 6, possible: 4)
      ])
    #expect(hall.missing.reduce(0, +) == 2)
    // Two proposals lack one each, rather than one of them both.
    #expect(hall.missing.max() == 1)
    #expect(hall.underloads.isEmpty)
    let conflicted = try solution("infeasible: minimum load of a conflicted reviewer")
    #expect(
      conflicted.underloads == [
        AssignmentShortage(proposals: [], reviewers: [0], wanted: 2, possible: 1)
      ])
    let minima = try solution("infeasible: sum of minimums exceeds demand")
    #expect(
      minima.underloads == [
        AssignmentShortage(proposals: [0, 1], reviewers: [0, 1, 2], wanted: 3, possible: 2)
      ])
  }

  /// The largest takes too long in a debug build; release builds solve it in three seconds.
  private static var largeCases: [AssignmentReferenceCases.Large] {
    #if DEBUG
      AssignmentReferenceCases.large.dropLast()
    #else
      AssignmentReferenceCases.large
    #endif
  }

  @Test(arguments: largeCases)
  func theLargeReferenceCasesAreSolved(reference: AssignmentReferenceCases.Large) throws {
    let problem = reference.problem
    #expect(problem.candidates.reduce(0) { $0 + $1.count } == reference.pairs)
    #expect(problem.candidates.joined().reduce(0) { $0 + $1.affinity } == reference.sum)
    let solution = try #require(AssignmentSolution(of: problem))
    #expect(solution.objective.missing == 0)
    #expect(solution.objective.loadFaults == 0)
    #expect(solution.objective.affinity == reference.total)
    #expect(solution.loads.allSatisfy { (reference.minimum...reference.maximum).contains($0) })
  }

  // MARK: - Brute force

  private static func problem(_ random: inout SplitMix64) -> AssignmentProblem {
    let reviewers = 1 + random.below(4)
    let proposals = 1 + random.below(reviewers == 4 ? 3 : 4)
    let loads = (0..<reviewers).map { _ in
      LoadLimits(
        minimum: random.below(3), comfortable: random.below(4), maximum: random.below(5))
    }
    func candidate(_ reviewer: Int) -> AssignmentProblem.Candidate {
      .init(reviewer, affinity: random.below(4), isExpert: random.once(in: 3))
    }
    var candidates: [[AssignmentProblem.Candidate]] = []
    var kept: [[AssignmentProblem.Candidate]] = []
    for _ in 0..<proposals {
      let all = (0..<reviewers).filter { _ in !random.once(in: 4) }.map(candidate)
      let cut = random.once(in: 3) ? random.below(all.count + 1) : 0
      kept.append(Array(all.prefix(cut)))
      candidates.append(random.shuffled(Array(all.dropFirst(cut))))
    }
    return AssignmentProblem(
      loads: loads, demand: (0..<proposals).map { _ in random.below(4) }, candidates: candidates,
      kept: kept)
  }

  /// The best of all choices, each tried.
  private static func best(of problem: AssignmentProblem) -> AssignmentObjective? {
    var room = problem.loads.map(\.maximum)
    for candidate in problem.kept.joined() { room[candidate.reviewer] -= 1 }
    var best: AssignmentObjective?
    var given: [[Int]] = []
    func choose() {
      let proposal = given.count
      guard proposal < problem.demand.count else {
        let objective = AssignmentObjective(of: problem, given: given)
        best = min(best ?? objective, objective)
        return
      }
      let candidates = problem.candidates[proposal].map(\.reviewer)
      let open = max(0, problem.demand[proposal] - problem.kept[proposal].count)
      for choice in 0..<(1 << candidates.count) where choice.nonzeroBitCount <= open {
        let chosen = candidates.indices.filter { choice >> $0 & 1 == 1 }.map { candidates[$0] }
        guard chosen.allSatisfy({ room[$0] > 0 }) else { continue }
        for reviewer in chosen { room[reviewer] -= 1 }
        given.append(chosen)
        choose()
        given.removeLast()
        for reviewer in chosen { room[reviewer] += 1 }
      }
    }
    choose()
    return best
  }

  @Test(arguments: 1...12)
  func noOtherChoiceIsBetter(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    for round in 0..<30 {
      let problem = Self.problem(&random)
      let solution = try #require(AssignmentSolution(of: problem))
      #expect(solution.objective == Self.best(of: problem), "seed \(seed), round \(round)")
      check(solution, "seed \(seed), round \(round)")
    }
  }

  /// Whether a solution keeps to its problem, and proves what it lacks.
  private func check(_ solution: AssignmentSolution, _ place: Comment) {
    let problem = solution.problem
    for (proposal, given) in solution.given.enumerated() {
      let allowed = Set(problem.candidates[proposal].map(\.reviewer))
      #expect(Set(given).count == given.count, place)
      #expect(allowed.isSuperset(of: given), place)
      let readers = given.count + problem.kept[proposal].count
      #expect(readers <= max(problem.demand[proposal], problem.kept[proposal].count), place)
      #expect(solution.missing[proposal] == max(0, problem.demand[proposal] - readers), place)
    }
    let short = solution.shortages.reduce(0) { $0 + $1.short }
    #expect(short == solution.objective.missing, place)
    var kept = [Int](repeating: 0, count: problem.loads.count)
    for candidate in problem.kept.joined() { kept[candidate.reviewer] += 1 }
    for shortage in solution.shortages {
      // Nobody else may read more of them than those who are counted as doing so.
      let outside = shortage.proposals.reduce(0) { sum, proposal in
        sum
          + problem.candidates[proposal].count {
            !shortage.reviewers.contains($0.reviewer)
              && problem.loads[$0.reviewer].maximum > kept[$0.reviewer]
          }
      }
      let room = shortage.reviewers.reduce(0) {
        $0 + max(0, problem.loads[$1].maximum - kept[$1])
      }
      #expect(shortage.possible == room + outside, place)
    }
    for (loads, limits) in zip(zip(solution.loads, kept), problem.loads) {
      #expect(loads.0 <= max(limits.maximum, loads.1), place)
    }
    let lacking = zip(solution.loads, problem.loads).reduce(0) { $0 + max(0, $1.1.minimum - $1.0) }
    #expect(solution.underloads.reduce(0) { $0 + $1.short } == lacking, place)
  }

  @Test func degenerateProblemsHaveSolutions() throws {
    let nothing = try #require(
      AssignmentSolution(of: AssignmentProblem(loads: [], demand: [], candidates: [])))
    #expect(nothing.given.isEmpty)
    let nobody = try #require(
      AssignmentSolution(of: AssignmentProblem(loads: [], demand: [3, 1], candidates: [])))
    #expect(nobody.missing == [3, 1])
    let one = LoadLimits(minimum: 5, maximum: -1)
    let noRoom = try #require(
      AssignmentSolution(
        of: AssignmentProblem(
          loads: [one], demand: [.max, -4], candidates: [[.init(0, affinity: .max)], []])))
    #expect(noRoom.missing == [1_000, 0])
    #expect(
      noRoom.shortages == [
        AssignmentShortage(proposals: [0], reviewers: [], wanted: 1_000, possible: 0)
      ])
    let absurd = AssignmentProblem(
      loads: [LoadLimits(minimum: .min, comfortable: .max, maximum: .max)], demand: [1],
      candidates: [[.init(7, affinity: 1), .init(0, affinity: 1), .init(0, affinity: 9)]],
      kept: [[], []])
    #expect(AssignmentSolution(of: absurd)?.given == [[0]])
    #expect(AssignmentSolution(of: absurd)?.objective.affinity == 1)
  }
}
