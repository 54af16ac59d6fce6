import ReviewCore
import Testing

@testable import ReviewAnalysis

@Suite struct SelectionSolverTests {
  private static func generated(_ count: Int, seed: UInt64) -> Programme {
    Programme.generated(
      .init(
        count: count, seed: seed, areas: 5, workshops: 3, lightning: 3...8,
        speakers: count * 2 / 3, organizations: count / 5, slots: count / 4, perOrganization: 3,
        minutes: count / 4 * 29, areaRange: 2...(count / 12), firstAtLeast: count / 20))
  }

  @Test(arguments: 0..<6 as Range<UInt64>) func theOrderOfTheInputChangesNothing(seed: UInt64) {
    var programme = Self.generated(120, seed: seed + 40)
    // Few scores, so that many selections are equally good.
    for place in programme.talks.indices { programme.talks[place].score /= 1000 }
    var solver = SelectionSolver(programme.problem)
    let first = solver.solve()
    #expect(first.status == .optimal)
    var source = SplitMix64(seed: seed)
    for _ in 0..<3 {
      var other = programme
      other.talks = source.shuffled(other.talks)
      var problem = other.problem
      problem.rules = source.shuffled(problem.rules)
      var shuffled = SelectionSolver(problem)
      #expect(shuffled.solve().selected == first.selected)
    }
  }

  @Test func equalScoresAreChosenById() {
    let talks = ["30", "4", "100", "20"].map {
      Programme.Talk(id: $0, score: 4000, area: "A", speakers: [$0])
    }
    var solver = SelectionSolver(Programme(talks: talks, total: 0...2).problem)
    #expect(solver.solve().selected == ["4", "20"])
  }

  @Test func aTakenProblemIsTheSameTheSecondTime() {
    let problem = Self.generated(200, seed: 3).problem
    var solver = SelectionSolver(problem)
    let first = solver.solve()
    #expect(solver.solve().selected == first.selected)
  }

  /// Minutes that hardly ever fit, and no formats to divide by: a limit comes before the proof.
  @Test func aLimitOfStepsReportsTheGap() {
    var source = SplitMix64(seed: 5)
    var programme = Programme(
      talks: (0..<60).map { number in
        let minutes = 1000 + source.below(1000)
        return .init(
          id: "k\(number)", score: minutes * 2 + source.below(3), area: "A",
          speakers: ["s\(number)"], minutes: minutes)
      })
    programme.minutesAtMost = 22_222
    var problem = programme.problem
    problem.classes = []
    var solver = SelectionSolver(problem)
    let some = solver.solve(.init(nodes: 3, pivots: 10_000, tieNodes: 10))
    #expect(some.status == .feasible)
    #expect(some.gap > 0)
    #expect(problem.isKept(by: some))
    let more = solver.solve(.init(nodes: 400, pivots: 100_000, tieNodes: 10))
    #expect(more.objective >= some.objective)
    #expect(more.bound <= some.bound)
    #expect(more.objective <= some.bound)
  }

  @Test func whoStopsItGetsNothing() {
    var solver = SelectionSolver(Self.generated(120, seed: 1).problem)
    let stopped = solver.solve(goesOn: { false })
    #expect(stopped.status == .cancelled)
    let conflict = solver.conflict(goesOn: { false })
    #expect(conflict == nil)
    let relaxation = solver.relaxation(goesOn: { false })
    #expect(relaxation == nil)
  }

  @Test func absurdNumbersDoNotTrap() {
    let talks = (0..<6).map {
      Programme.Talk(
        id: "t\($0)", score: $0.isMultiple(of: 2) ? .max : .min, area: "A", speakers: ["s"],
        minutes: .max)
    }
    var programme = Programme(talks: talks, total: 0...Int.max)
    programme.areas = [("A", .min, .max), ("A", .max, .min), ("B", .min, nil)]
    programme.minutesAtMost = .max
    programme.minutesAtLeast = .min
    programme.perSpeaker = .max
    var solver = SelectionSolver(programme.problem)
    #expect(solver.solve().status == .infeasible)
    #expect(solver.conflict()?.sides.isEmpty == false)
    _ = solver.relaxation()
    programme.areas.remove(at: 1)
    var other = SelectionSolver(programme.problem)
    #expect(other.solve().isFeasible)
    programme.perSpeaker = -5
    var none = SelectionSolver(programme.problem)
    #expect(none.solve().status == .infeasible)
  }

  @Test func nothingToChooseFromIsAnEmptyChoice() {
    var solver = SelectionSolver(SelectionProblem(candidates: [], rules: []))
    let selection = solver.solve()
    #expect(selection.status == .optimal)
    #expect(selection.selected.isEmpty)
    var programme = Programme(talks: [], total: 0...3)
    #expect(programme.problem.candidates.isEmpty)
    programme.total = 1...3
    var infeasible = SelectionSolver(programme.problem)
    #expect(infeasible.solve().status == .infeasible)
    #expect(infeasible.conflict()?.sides.count == 1)
  }

  @Test(arguments: 0..<20 as Range<UInt64>) func looseningGainsWhatSolvingAnewGains(
    block: UInt64
  ) throws {
    for number in 0..<20 {
      let seed = 500_000 + block * 1000 + UInt64(number)
      var source = SplitMix64(seed: seed)
      let problem = BruteForceTests.programme(&source).problem
      var solver = SelectionSolver(problem)
      let selection = solver.solve()
      guard selection.isFeasible else { continue }
      for side in problem.sides {
        let rule = problem.rules[side.rule]
        if case .accepted = rule.kind { continue }
        if case .declined = rule.kind { continue }
        let step = rule.kind == .limit(.minutes) ? 10 : 1
        var looser = problem
        if side.isMinimum {
          looser.rules[side.rule].minimum! -= step
        } else {
          looser.rules[side.rule].maximum! += step
        }
        let best = try #require(BruteForceTests.best(looser))
        let found = solver.gain(ofLoosening: side, by: step, from: selection)
        let gain = try #require(found)
        #expect(
          gain.objective == best.sum - selection.objective,
          "seed \(seed): \(problem.name(of: side))")
        #expect(gain.isProven)
      }
      #expect(solver.solve().objective == selection.objective, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>) func otherScoresGiveTheirOwnOptimum(block: UInt64) {
    for number in 0..<20 {
      let seed = 300_000 + block * 1000 + UInt64(number)
      var source = SplitMix64(seed: seed)
      let problem = BruteForceTests.programme(&source).problem
      var solver = SelectionSolver(problem)
      let selection = solver.solve()
      guard selection.isFeasible else { continue }
      for _ in 0..<4 {
        var other = problem
        for place in other.candidates.indices {
          other.candidates[place].score = source.below(6000) - 1000
        }
        let scores = other.candidates.map(\.score)
        let solved = solver.solve(scores: scores, from: selection)
        #expect(solved.objective == BruteForceTests.best(other)?.sum, "seed \(seed)")
        #expect(other.isKept(by: solved), "seed \(seed)")
      }
    }
  }

  @Test func drawsSayHowFirmASelectionIs() {
    let talks = (0..<4).map {
      Programme.Talk(id: "t\($0)", score: 4000 - $0, area: "A", speakers: ["s\($0)"])
    }
    let programme = Programme(talks: talks, total: 0...2)
    var solver = SelectionSolver(programme.problem)
    let selection = solver.solve()
    var draws = SelectionDraws(solver, selection)
    #expect(draws.share(of: "t0") == nil)
    for number in 0..<10 {
      let isTaken = draws.take([5000, number < 9 ? 4000 : 1, number < 5 ? 3000 : 4500, 0])
      #expect(isTaken)
    }
    #expect(draws.share(of: "t0") == 1)
    #expect(draws.share(of: "t1") == 0.5)
    #expect(draws.share(of: "t2") == 0.5)
    #expect(draws.share(of: "t3") == 0)
    let isTaken = draws.take([1, 1, 1, 1], goesOn: { false })
    #expect(!isTaken)
    #expect(draws.count == 10)
    typealias Standing = SelectionDraws.Standing
    #expect(
      [0, 0.1, 0.11, 0.89, 0.9, 1].map { Standing(share: $0) } == [
        .longShot, .longShot, .depends, .depends, .safe, .safe,
      ])
  }
}
