/// Why no selection keeps all rules: a set of rules that cannot hold together, of which none can be
/// left out.
package struct SelectionConflict: Hashable, Sendable {
  /// The sides of rules, in the order of the problem.
  package let sides: [SelectionRule.Side]
  /// Whether it was proven of every side that the others hold together without it. Not so only where
  /// the limit of steps came before that.
  package let isMinimal: Bool
}

extension SelectionSolver {
  /// A smallest conflict of a problem that was found infeasible just before.
  ///
  /// What the search needed for its proof is such a set, though not a smallest one; a deletion
  /// filter (Chinneck & Dravnieks 1991) then tries to do without each of its rules, those first that
  /// a committee gives up most readily, and shrinks to what each proof needed.
  ///
  /// - Returns: nil where it was stopped.
  package func conflict(
    _ effort: SelectionEffort = .init(), goesOn: () -> Bool = { true }
  ) -> SelectionConflict? {
    guard goesOn() else { return nil }
    let all = problem.sides
    var left = compiled.sides(of: search.certificate) ?? Set(all)
    var isMinimal = true
    let order = all.sorted { one, other in
      let (first, second) = (problem.rules[one.rule], problem.rules[other.rule])
      if first.firmness != second.firmness { return first.firmness < second.firmness }
      let (name, otherName) = (problem.name(of: one), problem.name(of: other))
      return otherName.utf8.lexicographicallyPrecedes(name.utf8)
    }
    for side in order where left.contains(side) {
      guard goesOn() else { return nil }
      let without = left.subtracting([side])
      switch feasibility(of: without, effort, goesOn: goesOn) {
      case .holds: continue
      case .fails(let needed): left = needed
      case .unknown: isMinimal = false
      case .stopped: return nil
      }
    }
    return SelectionConflict(sides: all.filter(left.contains), isMinimal: isMinimal)
  }

  private enum Feasibility {
    case holds
    case fails(Set<SelectionRule.Side>)
    case unknown
    case stopped
  }

  private func feasibility(
    of sides: Set<SelectionRule.Side>, _ effort: SelectionEffort, goesOn: () -> Bool
  ) -> Feasibility {
    let compiled = CompiledSelection(problem.keeping(sides), order: self.compiled.order)
    var search = IntegerSearch(compiled.program, countRows: compiled.countRows)
    var options = options(effort)
    options.stopsAtFirst = true
    let result = search.run(options, goesOn: goesOn)
    if result.isCancelled { return .stopped }
    if result.values != nil { return .holds }
    guard result.isComplete else { return .unknown }
    return .fails(compiled.sides(of: search.certificate) ?? sides)
  }
}
