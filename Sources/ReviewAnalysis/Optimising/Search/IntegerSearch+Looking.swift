extension IntegerSearch {
  /// Two smaller boxes of one variable, that together hold all whole values.
  struct Branch {
    /// The one that is looked at next.
    var first: SearchNode.Change
    var second: SearchNode.Change
    /// No solution below is worth more.
    var bound: Int
  }

  /// Looks at the node that was entered: solves its relaxation, takes in the solutions it shows,
  /// and says how to go on; nil where nothing of interest is below it.
  mutating func look(at node: SearchNode, _ options: Options, _ pivotLimit: Int) -> Branch? {
    var limit = pivotLimit
    var bound = node.bound
    simplex.restart()
    while true {
      let before = simplex.pivots
      let outcome = simplex.solve(pivotLimit: limit, cutoff: cutoff)
      limit = max(0, limit - (simplex.pivots - before))
      switch outcome {
      case .infeasible:
        if confirmInfeasible() { return nil }
        // Rounding has the last word nowhere: what cannot be ruled out exactly is divided.
        return blindBranch(bound)
      case .cutOff:
        bound = min(bound, exactBound().whole)
        if isRuledOut(bound, options) { return nil }
      case .stopped:
        return blindBranch(min(bound, exactBound().whole))
      case .optimal:
        let exact = exactBound()
        bound = min(bound, exact.whole)
        if isRuledOut(bound, options) { return nil }
        if addBrokenRows() { continue }
        if node.changes.isEmpty {
          root = exact
          closeColumns()
        }
        return takeIn(node, options, bound)
      }
      if outcome == .cutOff, simplex.solve(pivotLimit: limit, cutoff: nil) == .stopped {
        return blindBranch(bound)
      }
    }
  }

  /// The cost, for the simplex method, from which on nothing is of interest. A little more than is
  /// so, since rounding may have gone either way; the exact bound decides.
  private var cutoff: Double? {
    best == nil ? nil : -Double(bestWorth) + 1 + Double(bestWorth).magnitude * 1e-12
  }

  /// Gives the simplex method the rows that its solution breaks. O(weights of the rows).
  private mutating func addBrokenRows() -> Bool {
    var values = [Double](repeating: 0, count: program.columnCount)
    for column in values.indices { values[column] = simplex.value(of: column) }
    var broken: [Int] = []
    for row in program.rows.indices
    where simplexRows[row] < 0 && program.rows[row].use == .whenBroken {
      let shape = program.rows[row]
      var sum = 0.0
      for place in shape.columns.indices {
        sum += values[shape.columns[place]] * Double(shape.coefficients[place])
      }
      let box = shape.box
      if sum > Double(box.upper) + 1e-6 || sum < Double(box.lower) - 1e-6 { broken.append(row) }
    }
    for row in broken { addRow(row) }
    return !broken.isEmpty
  }

  private mutating func takeIn(_ node: SearchNode, _ options: Options, _ bound: Int) -> Branch? {
    let values = (0..<program.columnCount).map { simplex.value(of: $0) }
    let rounded = values.map { Int($0.rounded()) }
    let isWhole = values.indices.allSatisfy { (values[$0] - Double(rounded[$0])).magnitude < 1e-6 }
    if isWhole, program.holds(rounded) {
      offer(rounded)
      // The worth of the relaxation is reached; what could still be better differs by rounding.
      if isRuledOut(bound, options) { return nil }
      return blindBranch(bound)
    }
    if let found = roundedSolution(from: values) { offer(found) }
    if isRuledOut(bound, options) { return nil }
    return branch(on: values, bound) ?? blindBranch(bound)
  }

  /// Branches on a count that is no whole number, else on such a column; nil where there is none.
  private func branch(on values: [Double], _ bound: Int) -> Branch? {
    for row in countRows {
      let shape = program.rows[row]
      var sum = 0.0
      for place in shape.columns.indices {
        sum += values[shape.columns[place]] * Double(shape.coefficients[place])
      }
      guard (sum - sum.rounded()).magnitude > 1e-5 else { continue }
      return divide(program.columnCount + row, at: sum, rowBoxes[row], bound)
    }
    var chosen = -1
    var distance = 1.0
    for column in values.indices {
      let fraction = values[column] - values[column].rounded(.down)
      guard fraction > 1e-6, fraction < 1 - 1e-6 else { continue }
      if (fraction - 0.5).magnitude < distance {
        chosen = column
        distance = (fraction - 0.5).magnitude
      }
    }
    return chosen < 0 ? nil : divide(chosen, at: values[chosen], columnBoxes[chosen], bound)
  }

  private func divide(
    _ variable: Int, at value: Double, _ box: BoxedProgram.Box, _ bound: Int
  ) -> Branch {
    let below = Int(value.rounded(.down))
    let down = SearchNode.Change(
      variable: variable, box: .init(lower: box.lower, upper: max(box.lower, below)))
    let up = SearchNode.Change(
      variable: variable, box: .init(lower: min(box.upper, below + 1), upper: box.upper))
    let goesUp = value - Double(below) >= 0.5
    return Branch(first: goesUp ? up : down, second: goesUp ? down : up, bound: bound)
  }

  /// Branches on the first column that is not fixed; nil where all are, and so the one point that
  /// is left was looked at.
  private mutating func blindBranch(_ bound: Int) -> Branch? {
    if let column = columnBoxes.firstIndex(where: { $0.lower < $0.upper }) {
      let box = columnBoxes[column]
      let middle = box.lower + (box.upper - box.lower) / 2
      return divide(column, at: Double(middle) + 0.25, box, bound)
    }
    let point = columnBoxes.map(\.lower)
    if program.holds(point) { offer(point) } else { certificate.isIncomplete = true }
    return nil
  }
}
