extension DualSimplex {
  /// How far a value may be out of its box.
  static let primalTolerance = 1e-7
  /// A pivot below this is none.
  private static let leastPivot = 1e-8

  /// Goes from a dual feasible basis to an optimal one.
  ///
  /// - Parameters:
  ///   - pivotLimit: how many pivots may be made.
  ///   - cutoff: a cost from which on the optimum is of no interest; nil is none.
  mutating func solve(pivotLimit: Int, cutoff: Double?) -> Outcome {
    var left = pivotLimit
    var isFresh = pivotsSinceInversion == 0
    while true {
      if pivotsSinceInversion >= 100 {
        invert(basic)
        restart()
        isFresh = true
      }
      guard let leaving = chooseLeaving() else { return .optimal }
      if left == 0 { return .stopped }
      left -= 1
      pivots += 1
      let value = basicValues[leaving]
      let variable = basic[leaving]
      let goesUp = value < lowers[variable]
      let bound = goesUp ? lowers[variable] : uppers[variable]
      computePivotRow(leaving)
      guard let entering = chooseEntering(goesUp: goesUp, missing: (value - bound).magnitude)
      else {
        if !isFresh {
          invert(basic)
          restart()
          isFresh = true
          continue
        }
        ray = (0..<rowCount).map { inverse[leaving * stride + $0] }
        return .infeasible
      }
      computePivotColumn(of: entering)
      let (byRow, byColumn) = (pivotRow[entering], pivotColumn[leaving])
      let isTrue = (byRow - byColumn).magnitude <= 1e-6 * (1 + byColumn.magnitude)
      if !isTrue || byColumn.magnitude < Self.leastPivot {
        if isFresh { return .stopped }
        invert(basic)
        restart()
        isFresh = true
        continue
      }
      move(leaving, to: bound, isUpper: !goesUp, entering)
      isFresh = false
      if let cutoff, pivots % 8 == 0, dualObjective > cutoff { return .cutOff }
    }
  }

  /// The place whose value is furthest out of its box, by steepest edge; nil where all hold.
  private func chooseLeaving() -> Int? {
    var best = -1
    var bestGain = 0.0
    for place in 0..<rowCount {
      let variable = basic[place]
      let value = basicValues[place]
      let missing = max(lowers[variable] - value, value - uppers[variable])
      let bound = max(lowers[variable].magnitude, uppers[variable].magnitude)
      guard missing > Self.primalTolerance + 1e-10 * bound else { continue }
      let gain = missing * missing / rowNorms[place]
      if gain > bestGain {
        best = place
        bestGain = gain
      }
    }
    return best < 0 ? nil : best
  }

  /// `pivotRow` = (row of the inverse) · A for every variable. O(weights of the rows in it).
  private mutating func computePivotRow(_ place: Int) {
    let (count, columns, start) = (rowCount, columnCount, place * stride)
    let (rowStarts, entryColumns, entryValues) = (rowStarts, entryColumns, entryValues)
    inverse.withUnsafeBufferPointer { inverse in
      pivotRow.withUnsafeMutableBufferPointer { result in
        entryColumns.withUnsafeBufferPointer { entryColumns in
          entryValues.withUnsafeBufferPointer { entryValues in
            for column in 0..<columns { result[column] = 0 }
            for row in 0..<count {
              let weight = inverse[start + row]
              result[columns + row] = -weight
              guard weight.magnitude > 1e-13 else { continue }
              for entry in rowStarts[row]..<rowStarts[row + 1] {
                result[Int(entryColumns[entry])] += weight * entryValues[entry]
              }
            }
          }
        }
      }
    }
  }

  /// The variable that enters, by the ratio test that passes variables on to their other bound as
  /// long as that still leaves something missing; those it passes are flipped into `shift`, and
  /// moved. Nil where all variables together cannot make up for what is missing.
  private mutating func chooseEntering(goesUp: Bool, missing: Double) -> Int? {
    gatherBreakpoints(sign: goesUp ? -1 : 1)
    for row in 0..<rowCount { shift[row] = 0 }
    var slope = missing
    var flipped: [Int] = []
    while let next = popBreakpoint() {
      let variable = next.variable
      let size = pivotRow[variable].magnitude
      let room = uppers[variable] - lowers[variable]
      if slope - size * room <= Self.primalTolerance {
        for variable in flipped { flip(variable) }
        if !flipped.isEmpty { applyShift() }
        return steadier(than: next)
      }
      slope -= size * room
      flipped.append(variable)
    }
    return nil
  }

  /// Of variables with the same ratio the one with the largest pivot.
  private mutating func steadier(than first: Breakpoint) -> Int {
    var best = first.variable
    while let next = breakpoints.first, next.ratio <= first.ratio + dualTolerance * 1e-3 {
      _ = popBreakpoint()
      if pivotRow[next.variable].magnitude > pivotRow[best].magnitude { best = next.variable }
    }
    return best
  }

  private mutating func gatherBreakpoints(sign: Double) {
    breakpoints.removeAll(keepingCapacity: true)
    let total = columnCount + rowCount
    for variable in 0..<total where places[variable] < 0 {
      let pivot = sign * pivotRow[variable]
      guard pivot.magnitude > Self.leastPivot, lowers[variable] < uppers[variable] else { continue }
      // Going on makes the reduced cost smaller at a positive pivot, larger at a negative one.
      guard isAtUpper[variable] == (pivot < 0) else { continue }
      breakpoints.append(
        Breakpoint(ratio: max(0, reducedCosts[variable] / pivot), variable: variable))
    }
    for place in (0..<breakpoints.count / 2).reversed() { sink(place) }
  }

  private mutating func popBreakpoint() -> Breakpoint? {
    guard let first = breakpoints.first else { return nil }
    let last = breakpoints.removeLast()
    if !breakpoints.isEmpty {
      breakpoints[0] = last
      sink(0)
    }
    return first
  }

  /// Restores the heap below a place: the smallest ratio on top, of equal ones the first variable.
  private mutating func sink(_ start: Int) {
    breakpoints.withUnsafeMutableBufferPointer { heap in
      var place = start
      let moved = heap[place]
      while true {
        var child = 2 * place + 1
        guard child < heap.count else { break }
        if child + 1 < heap.count, Self.precedes(heap[child + 1], heap[child]) { child += 1 }
        guard Self.precedes(heap[child], moved) else { break }
        heap[place] = heap[child]
        place = child
      }
      heap[place] = moved
    }
  }

  private static func precedes(_ one: Breakpoint, _ other: Breakpoint) -> Bool {
    one.ratio < other.ratio || (one.ratio == other.ratio && one.variable < other.variable)
  }

  /// Moves a variable outside the basis to its other bound, noting in `shift` what that moves.
  private mutating func flip(_ variable: Int) {
    let room = uppers[variable] - lowers[variable]
    let change = isAtUpper[variable] ? -room : room
    isAtUpper[variable].toggle()
    if variable >= columnCount {
      shift[variable - columnCount] -= change
      return
    }
    var entry = Int(firstInColumn[variable])
    while entry >= 0 {
      shift[Int(entryRows[entry])] += entryValues[entry] * change
      entry = Int(nextInColumn[entry])
    }
  }

  /// Pivots: the variable at a place leaves the basis for a bound, another enters.
  private mutating func move(
    _ place: Int, to bound: Double, isUpper: Bool, _ entering: Int
  ) {
    let leaving = basic[place]
    let pivot = pivotColumn[place]
    let step = (basicValues[place] - bound) / pivot
    let entered = value(of: entering) + step
    for other in 0..<rowCount { basicValues[other] -= step * pivotColumn[other] }
    let dualStep = reducedCosts[entering] / pivot
    if dualStep != 0 {
      reducedCosts.withUnsafeMutableBufferPointer { costs in
        pivotRow.withUnsafeBufferPointer { row in
          for variable in costs.indices where row[variable] != 0 {
            costs[variable] -= dualStep * row[variable]
          }
        }
      }
      for variable in basic { reducedCosts[variable] = 0 }
    }
    reducedCosts[leaving] = -dualStep
    reducedCosts[entering] = 0
    replace(at: place, by: entering)
    isAtUpper[leaving] = isUpper
    basicValues[place] = entered
  }
}
