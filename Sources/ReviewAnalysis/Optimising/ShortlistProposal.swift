package import ReviewCore

/// What the optimiser proposes for a summit, and why: the best programme under all rules, or the
/// rules that cannot hold together.
package struct ShortlistProposal: Hashable, Sendable {
  /// What was solved.
  package let problem: ShortlistProblem
  /// What is known of the optimum.
  package let status: SelectionResult.Status
  /// What goes in, accepted ones too, in the order of the ranking.
  package private(set) var selected: [ProposalID] = []
  /// What waits, in the order of the ranking.
  package private(set) var waitlist: [ProposalID] = []
  /// The sum of the scores of what goes in, in thousandths.
  package private(set) var objective = 0
  /// By how much a better programme could be better, in thousandths; 0 where there is none.
  package let gap: Int
  /// How the rules stand with it.
  package private(set) var rules: [Rule] = []
  /// The rules that cannot hold together; empty where all can.
  package private(set) var conflict: [SelectionRule.Side] = []
  /// The least by which rules have to give way; nil where all hold, or none was found.
  package private(set) var relaxation: SelectionRelaxation?
  /// In what share of possible worlds a proposal goes in; empty where nothing is known of them.
  package private(set) var shares: [ProposalID: Double] = [:]

  /// How a rule stands.
  package struct Rule: Hashable, Sendable {
    /// Its place among the rules of the problem.
    package let place: Int
    /// What is used of it: proposals, or minutes.
    package let used: Int
    /// Whether nothing more fits, or nothing less.
    package let isBinding: Bool
    /// How much larger the sum of scores would be if it were looser by one, in thousandths (for
    /// minutes: by the shortest format); nil where that was not worked out.
    package var cost: Int?
  }

  /// How far the work is.
  package struct Progress: Hashable, Sendable {
    /// What is done, as a heading.
    package let name: String
    /// How much of it is done.
    package let done: Int
    /// How much there is.
    package let total: Int
  }

  /// How many rules are loosened to see what they cost.
  static let mostCosts = 40

  /// Solves the problem, then says what each binding rule costs, and how firmly each proposal
  /// stands. Nil where it was stopped.
  ///
  /// - Parameters:
  ///   - calibration: what is known of the scores; nil says nothing of how firm they are.
  ///   - goesOn: asked often; false stops it.
  ///   - tell: takes in how far it is.
  package init?(
    for problem: ShortlistProblem, calibration: Calibration? = nil,
    effort: SelectionEffort = .init(), goesOn: () -> Bool = { true },
    tell: (Progress) -> Void = { _ in }
  ) {
    self.problem = problem
    tell(Progress(name: "Choosing", done: 0, total: 0))
    var solver = SelectionSolver(problem.selection)
    let result = solver.solve(effort, goesOn: goesOn)
    status = result.status
    gap = result.isFeasible ? result.gap : 0
    guard status != .cancelled else { return nil }
    if status == .infeasible {
      guard explain(&solver, effort, goesOn, tell) else { return nil }
    }
    guard result.isFeasible else { return }
    let chosen = Set(result.selected)
    selected = problem.ranked.filter(chosen.contains)
    objective = result.objective - problem.offset * selected.count
    waitlist = ShortlistWaitlist.proposals(for: result, of: problem)
    rules = Self.rules(of: problem, chosen: chosen)
    guard findCosts(&solver, result, goesOn, tell) else { return nil }
    guard draw(solver, result, calibration, goesOn, tell) else { return nil }
  }

  private mutating func explain(
    _ solver: inout SelectionSolver, _ effort: SelectionEffort, _ goesOn: () -> Bool,
    _ tell: (Progress) -> Void
  ) -> Bool {
    tell(Progress(name: "Finding the conflict", done: 0, total: 0))
    guard let found = solver.conflict(effort, goesOn: goesOn) else { return false }
    conflict = found.sides
    relaxation = solver.relaxation(.init(nodes: 500, pivots: 40_000), goesOn: goesOn)
    return goesOn()
  }

  private static func rules(of problem: ShortlistProblem, chosen: Set<ProposalID>) -> [Rule] {
    let isChosen = problem.selection.candidates.map { chosen.contains($0.id) }
    return problem.selection.rules.indices.compactMap { place in
      let rule = problem.selection.rules[place]
      let used = rule.used(by: isChosen)
      let step = rule.kind == .limit(.minutes) ? problem.shortestMinutes : 1
      let isBinding =
        rule.minimum.map { used <= $0 } ?? false || rule.maximum.map { $0 - used < step } ?? false
      switch rule.kind {
      case .accepted, .declined: return nil
      case .limit(.speaker), .limit(.organization):
        // Of the people those are named whom the rule keeps from more.
        guard isBinding, rule.members.count > used else { return nil }
      default: break
      }
      return Rule(place: place, used: used, isBinding: isBinding)
    }
  }

  private mutating func findCosts(
    _ solver: inout SelectionSolver, _ result: SelectionResult, _ goesOn: () -> Bool,
    _ tell: (Progress) -> Void
  ) -> Bool {
    var needed: [(index: Int, side: SelectionRule.Side)] = []
    for index in rules.indices where rules[index].isBinding {
      let rule = problem.selection.rules[rules[index].place]
      rules[index].cost = 0
      for isMinimum in [true, false] where (isMinimum ? rule.minimum : rule.maximum) != nil {
        let side = SelectionRule.Side(rule: rules[index].place, isMinimum: isMinimum)
        guard solver.needs(side) else { continue }
        needed.append((index, side))
        rules[index].cost = nil
      }
    }
    for (number, item) in needed.prefix(Self.mostCosts).enumerated() {
      tell(
        Progress(
          name: "What the rules cost", done: number, total: min(needed.count, Self.mostCosts)))
      let rule = problem.selection.rules[item.side.rule]
      let step = rule.kind == .limit(.minutes) ? problem.shortestMinutes : 1
      guard
        let gain = solver.gain(
          ofLoosening: item.side, by: step, from: result, .init(nodes: 500, pivots: 40_000),
          goesOn: goesOn)
      else { return false }
      // The offset is in what is gained, once for each proposal more.
      let cost = max(0, gain.objective - problem.offset * gain.count)
      rules[item.index].cost = max(rules[item.index].cost ?? 0, cost)
    }
    return goesOn()
  }

  private mutating func draw(
    _ solver: SelectionSolver, _ result: SelectionResult, _ calibration: Calibration?,
    _ goesOn: () -> Bool, _ tell: (Progress) -> Void
  ) -> Bool {
    guard let calibration, calibration.basis != .allEqual else { return true }
    var draws = SelectionDraws(solver, result)
    let places = Dictionary(
      calibration.proposals.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let levels = problem.selection.candidates.map { places[$0.id] }
    let count = SelectionDraws.count(for: problem.selection.candidates.count)
    calibration.drawLevels(count) { drawn in
      tell(Progress(name: "How firm it is", done: draws.count, total: count))
      let scores = levels.map { place in
        place.map { ShortlistProblem.thousandths(drawn[$0]) + problem.offset } ?? 0
      }
      return goesOn() && draws.take(scores, goesOn: goesOn)
    }
    guard goesOn() else { return false }
    for candidate in problem.selection.candidates {
      if let share = draws.share(of: candidate.id) { shares[candidate.id] = share }
    }
    return true
  }
}

// MARK: What it says

extension ShortlistProposal {
  /// Whether all rules can hold together.
  package var isFeasible: Bool { status == .optimal || status == .feasible }

  /// Whether it is proven that nothing is better.
  package var isProven: Bool { status == .optimal }

  /// How firmly a proposal stands; nil where nothing is known of it.
  package func standing(of id: ProposalID) -> SelectionDraws.Standing? {
    shares[id].map { SelectionDraws.Standing(share: $0) }
  }

  /// The reason of the decisions that follow it.
  package static let reason = "proposed by the optimiser"

  /// What it would change, in the order of the ranking: whom it accepts or puts on the waiting list
  /// who was not so already. What was accepted or declined stays as it is.
  package var changes: [(id: ProposalID, outcome: Decision.Outcome)] {
    let (taken, waiting) = (Set(selected), Set(waitlist))
    return problem.ranked.compactMap { id in
      let before = problem.decisions[id] ?? .undecided
      if taken.contains(id), before == .undecided || before == .waitlist { return (id, .accept) }
      if waiting.contains(id), before == .undecided { return (id, .waitlist) }
      return nil
    }
  }
}
