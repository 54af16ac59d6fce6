import ReviewCore
import Testing

@testable import ReviewAnalysis

/// Every answer for small programmes against all selections there are.
@Suite struct BruteForceTests {
  /// A small programme of any shape.
  static func programme(_ source: inout SplitMix64) -> Programme {
    let count = 1 + source.below(11)
    let areas = ["A", "B", "C"]
    let formats = [("talk", 30), ("workshop", 90), ("lightning", 10), ("keynote", 45)]
    let speakers = (0..<(1 + source.below(8))).map { "s\($0)" }
    let fewScores = source.once(in: 2)
    let talks = (0..<count).map { place in
      let format = source.one(of: formats)
      let isShared = source.once(in: 3)
      return Programme.Talk(
        id: "t\(place)", score: fewScores ? 1000 * source.below(4) : source.below(5001),
        area: source.one(of: areas),
        speakers: [source.one(of: speakers)] + (isShared ? [source.one(of: speakers)] : []),
        organization: source.once(in: 4) ? "" : "o\(source.below(3))", format: format.0,
        minutes: source.once(in: 5) ? 7 + source.below(40) : format.1,
        isFirst: source.once(in: 3))
    }
    var programme = Programme(talks: talks)
    func maybe(_ value: Int) -> Int? { source.once(in: 2) ? value : nil }
    if !source.once(in: 4) {
      let low = source.once(in: 3) ? source.below(count + 1) : 0
      programme.total = low...(low + source.below(count))
    }
    for area in areas + ["W"] where source.once(in: 3) {
      programme.areas.append((area, maybe(source.below(3)), maybe(source.below(4))))
    }
    for format in formats where source.once(in: 3) {
      programme.formats.append((format.0, maybe(source.below(3)), maybe(source.below(4))))
    }
    programme.perSpeaker = maybe(source.below(3))
    programme.perOrganization = maybe(source.below(4))
    programme.minutesAtMost = maybe(30 + source.below(300))
    if source.once(in: 4) { programme.minutesAtLeast = source.below(200) }
    if source.once(in: 4) { programme.firstAtLeast = source.below(3) }
    for talk in talks {
      if source.once(in: 8) { programme.included.append(talk.id) }
      if source.once(in: 8) { programme.excluded.append(talk.id) }
    }
    if source.once(in: 3) {
      programme.groups = [source.shuffled(talks.map(\.id)).prefix(3).map { $0 }]
    }
    return programme
  }

  /// The largest sum that keeps all rules, and with it the largest sum of places from the last; nil
  /// where no selection keeps them.
  static func best(_ problem: SelectionProblem) -> (sum: Int, ties: Int)? {
    let count = problem.candidates.count
    let order = problem.order
    let rules = problem.rules.map { rule in
      (
        rule.members.indices.map { (rule.members[$0], rule.weights?[$0] ?? 1) }, rule.minimum,
        rule.maximum
      )
    }
    var best: (sum: Int, ties: Int)?
    for bits in 0..<(1 << count) {
      let keeps = rules.allSatisfy { members, minimum, maximum in
        var used = 0
        for (place, weight) in members where bits >> place & 1 == 1 { used += weight }
        return used >= minimum ?? .min && used <= maximum ?? .max
      }
      guard keeps else { continue }
      var (sum, ties) = (0, 0)
      for (rank, place) in order.enumerated() where bits >> place & 1 == 1 {
        sum += problem.candidates[place].score
        ties += count - rank
      }
      if best == nil || (sum, ties) > (best!.sum, best!.ties) { best = (sum, ties) }
    }
    return best
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func optimaAreThoseOfAllSelections(block: UInt64) {
    for number in 0..<40 {
      let seed = block * 1000 + UInt64(number)
      var source = SplitMix64(seed: seed)
      let problem = Self.programme(&source).problem
      var solver = SelectionSolver(problem)
      let selection = solver.solve()
      guard let best = Self.best(problem) else {
        #expect(selection.status == .infeasible, "seed \(seed)")
        continue
      }
      #expect(selection.status == .optimal, "seed \(seed)")
      #expect(selection.objective == best.sum, "seed \(seed)")
      #expect(problem.isKept(by: selection), "seed \(seed)")
      let order = problem.order.map { problem.candidates[$0].id }
      let ties = selection.selected.reduce(0) { $0 + order.count - order.firstIndex(of: $1)! }
      #expect(ties == best.ties, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>) func conflictsCannotHoldAndEveryPartCan(
    block: UInt64
  ) throws {
    var found = 0
    for number in 0..<60 {
      let seed = 900_000 + block * 1000 + UInt64(number)
      var source = SplitMix64(seed: seed)
      let problem = Self.programme(&source).problem
      var solver = SelectionSolver(problem)
      guard solver.solve().status == .infeasible else { continue }
      found += 1
      let conflict = try #require(solver.conflict(), "seed \(seed)")
      #expect(conflict.isMinimal, "seed \(seed)")
      let sides = Set(conflict.sides)
      #expect(Self.best(problem.keeping(sides)) == nil, "seed \(seed)")
      for side in conflict.sides {
        #expect(
          Self.best(problem.keeping(sides.subtracting([side]))) != nil,
          "seed \(seed): \(problem.name(of: side))")
      }
    }
    #expect(found > 5)
  }

  @Test(arguments: 0..<10 as Range<UInt64>) func relaxationsHold(block: UInt64) throws {
    for number in 0..<40 {
      let seed = 700_000 + block * 1000 + UInt64(number)
      var source = SplitMix64(seed: seed)
      let problem = Self.programme(&source).problem
      var solver = SelectionSolver(problem)
      guard solver.solve().status == .infeasible else { continue }
      let relaxation = try #require(solver.relaxation(), "seed \(seed)")
      #expect(relaxation.isProven, "seed \(seed)")
      var relaxed = problem
      for change in relaxation.changes {
        if change.side.isMinimum {
          relaxed.rules[change.side.rule].minimum! -= change.amount
        } else {
          relaxed.rules[change.side.rule].maximum! += change.amount
        }
      }
      #expect(Self.best(relaxed) != nil, "seed \(seed)")
      #expect(relaxation.cost == Self.leastRelaxation(problem), "seed \(seed)")
    }
  }

  /// The least that rules have to give way, over all selections.
  private static func leastRelaxation(_ problem: SelectionProblem) -> Int {
    var least = Int.max
    for bits in 0..<(1 << problem.candidates.count) {
      var cost = 0
      for rule in problem.rules {
        var used = 0
        for place in rule.members.indices where bits >> rule.members[place] & 1 == 1 {
          used += rule.weights?[place] ?? 1
        }
        let missing = max(0, (rule.minimum ?? 0) - used) + max(0, used - (rule.maximum ?? used))
        if case .declined = rule.kind, missing > 0 {
          cost = .max
          break
        }
        cost += missing * (rule.kind == .limit(.minutes) ? 1 : 30)
      }
      least = min(least, cost)
    }
    return least
  }
}
