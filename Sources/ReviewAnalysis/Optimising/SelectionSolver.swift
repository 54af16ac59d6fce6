/// Solves selection problems exactly, one after another that differ in scores or in one limit.
///
/// Scores are maximised under all rules at once, by branch and bound over linear relaxations; what is
/// called optimal is proven in whole numbers. Of selections with the same sum it takes the one whose
/// candidates stand best in the order by score and id (their places add up to the least), where the
/// limit for ties allows it. The order of candidates and rules changes nothing.
package struct SelectionSolver: Sendable {
  /// What is solved.
  package let problem: SelectionProblem
  let compiled: CompiledSelection
  var search: IntegerSearch

  /// Makes a solver. O(candidates log candidates + members of the rules).
  package init(_ problem: SelectionProblem) {
    self.problem = problem
    compiled = CompiledSelection(problem)
    search = IntegerSearch(compiled.program, countRows: compiled.countRows)
  }

  /// Solves the problem. Exponential at worst, which `effort` limits; near-linear as a rule.
  ///
  /// - Parameters:
  ///   - effort: how much work may be done.
  ///   - goesOn: asked from time to time; false stops it.
  package mutating func solve(
    _ effort: SelectionEffort = .init(), goesOn: () -> Bool = { true }
  ) -> SelectionResult {
    let result = search.run(options(effort), goesOn: goesOn)
    return selection(of: result, granularity: compiled.granularity)
  }

  func options(_ effort: SelectionEffort) -> IntegerSearch.Options {
    var options = IntegerSearch.Options()
    options.nodeLimit = effort.nodes
    options.pivotLimit = effort.pivots
    options.tieNodeLimit = effort.tieNodes
    options.granularity = compiled.granularity
    return options
  }

  func selection(of result: IntegerSearch.Result, granularity: Int) -> SelectionResult {
    var selection = SelectionResult(
      status: .unknown, selected: [], objective: 0, bound: 0, nodes: result.nodes,
      pivots: result.pivots)
    if let values = result.values {
      for column in values.indices where values[column] == 1 {
        selection.selected.append(problem.candidates[compiled.order[column]].id)
      }
      selection.objective = result.worth.flooredQuotient(granularity)
      selection.bound = max(selection.objective, result.bound.flooredQuotient(granularity))
      selection.status = selection.bound == selection.objective ? .optimal : .feasible
    } else if result.isComplete {
      selection.status = .infeasible
    }
    if result.isCancelled { selection.status = .cancelled }
    return selection
  }
}
