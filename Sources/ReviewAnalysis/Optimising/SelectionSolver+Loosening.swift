extension SelectionSolver {
  /// What loosening a side would gain.
  package struct Gain: Hashable, Sendable {
    /// By how much the sum of scores grows, in thousandths.
    package let objective: Int
    /// How many more are chosen.
    package let count: Int
    /// Whether it is proven that it grows no more.
    package let isProven: Bool
  }

  /// Whether the search needed a side: one that it did not need gains nothing when it is loosened.
  func needs(_ side: SelectionRule.Side) -> Bool {
    compiled.row(of: side).map { search.simplexRows[$0] >= 0 } ?? false
  }

  /// Solves again with one side loosened, everything else as it is.
  ///
  /// A rule that the search never needed gains nothing, which is known without a search: without it
  /// the search would have gone the same way.
  ///
  /// - Parameters:
  ///   - step: by how much, in proposals or minutes.
  ///   - selection: the solution of the problem, found by this solver just before.
  /// - Returns: nil where it was stopped.
  package mutating func gain(
    ofLoosening side: SelectionRule.Side, by step: Int, from selection: SelectionResult,
    _ effort: SelectionEffort = .init(), goesOn: () -> Bool = { true }
  ) -> Gain? {
    guard selection.isFeasible, let row = compiled.row(of: side), search.simplexRows[row] >= 0
    else {
      return Gain(objective: 0, count: 0, isProven: true)
    }
    let old = search.program.rows[row].box
    let divisor = compiled.divisors[row]
    var box = old
    if side.isMinimum, let minimum = problem.rules[side.rule].minimum {
      let loosened = minimum.clamped(to: CompiledSelection.largestNumber) - step
      box.lower = min(old.lower, -(-loosened).flooredQuotient(divisor))
    } else if let maximum = problem.rules[side.rule].maximum {
      let loosened = maximum.clamped(to: CompiledSelection.largestNumber) + step
      box.upper = max(old.upper, loosened.flooredQuotient(divisor))
    }
    search.setBox(box, ofRow: row)
    defer { search.setBox(old, ofRow: row) }
    var options = options(effort)
    options.ignoresTies = true
    let result = search.run(options, from: values(of: selection), goesOn: goesOn)
    let loosened = self.selection(of: result, granularity: compiled.granularity)
    guard loosened.isFeasible else { return nil }
    return Gain(
      objective: max(0, loosened.objective - selection.objective),
      count: loosened.selected.count - selection.selected.count,
      isProven: loosened.status == .optimal)
  }

  /// The selection with other scores, and the same rules; only what the scores change is worked out
  /// anew. Ties are settled in no particular way.
  ///
  /// - Parameters:
  ///   - scores: in thousandths, one for each candidate of the problem.
  ///   - start: a selection that keeps the rules, where one is known.
  package mutating func solve(
    scores: [Int], from start: SelectionResult?, _ effort: SelectionEffort = .init(),
    goesOn: () -> Bool = { true }
  ) -> SelectionResult {
    let ordered = compiled.order.map { scores[$0].clamped(to: CompiledSelection.largestNumber) }
    search.setCosts(
      CompiledSelection.costs(ordered, compiled.tieWeights, compiled.granularity))
    var options = options(effort)
    options.ignoresTies = true
    let result = search.run(options, from: start.map(values), goesOn: goesOn)
    return selection(of: result, granularity: compiled.granularity)
  }

  private func values(of selection: SelectionResult) -> [Int] {
    let chosen = Set(selection.selected)
    return compiled.order.map { chosen.contains(problem.candidates[$0].id) ? 1 : 0 }
  }
}
