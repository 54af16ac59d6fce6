extension IntegerSearch {
  /// How a search is carried out.
  struct Options: Sendable {
    /// How many nodes are looked at before the best that was found is taken.
    var nodeLimit = 5_000
    /// How many pivots are made before that.
    var pivotLimit = 200_000
    /// How many nodes are looked at once nothing can be better but for the ties.
    var tieNodeLimit = 400
    /// How much is spent on them: the square of the rows, summed over nodes.
    var tieWorkLimit = 10_000_000
    /// Worths that are the same in whole multiples of this differ by a tie alone.
    var granularity = 1
    /// Whether the first solution is enough.
    var stopsAtFirst = false
    /// Whether any solution will do that differs from a best one by a tie alone.
    var ignoresTies = false
  }

  /// What came of a search.
  struct Result: Sendable {
    /// The best solution found; nil where there is none.
    var values: [Int]?
    /// What it is worth.
    var worth = 0
    /// No solution is worth more.
    var bound = 0
    /// Whether every part was looked at or ruled out.
    var isComplete = false
    /// Whether it was told to stop.
    var isCancelled = false
    /// How many nodes were looked at.
    var nodes = 0
    /// How many pivots were made.
    var pivots = 0
  }

  /// Searches. Each node begins with the basis of the one before: any basis will do, and making the
  /// inverse of another one costs more than the pivots that it saves.
  ///
  /// - Parameters:
  ///   - options: limits in steps, never in time.
  ///   - start: a solution that is known, which is checked.
  ///   - goesOn: asked before each node; false stops the search.
  mutating func run(
    _ options: Options, from start: [Int]? = nil, goesOn: () -> Bool = { true }
  ) -> Result {
    var result = Result()
    best = nil
    root = nil
    certificate = Certificate()
    globalColumnBoxes = program.columnBoxes
    if let start, program.holds(start) { offer(start) }
    var open = OpenNodes()
    var next: SearchNode? = SearchNode(
      bound: .max, order: 0, changes: [])
    var created = 1
    var (tieNodes, tieWork) = (0, 0)
    let firstPivot = simplex.pivots
    var isStopped = false
    while let node = next ?? open.popFirst() {
      next = nil
      if isRuledOut(node.bound, options) { continue }
      let topBound = max(node.bound, open.bestBound ?? .min)
      if best != nil, isTie(topBound, options) {
        tieNodes += 1
        tieWork += simplex.rowCount * simplex.rowCount
      }
      if !goesOn() { result.isCancelled = true }
      if result.isCancelled || result.nodes >= options.nodeLimit
        || simplex.pivots - firstPivot >= options.pivotLimit || tieNodes > options.tieNodeLimit
        || tieWork > options.tieWorkLimit
        || (options.stopsAtFirst && best != nil)
      {
        open.insert(node)
        isStopped = true
        break
      }
      result.nodes += 1
      guard enter(node) else { continue }
      let budget = max(1, options.pivotLimit - (simplex.pivots - firstPivot))
      guard let branch = look(at: node, options, budget) else { continue }
      for (place, changes) in [branch.second, branch.first].enumerated() {
        let child = SearchNode(
          bound: branch.bound, order: created, changes: node.changes + [changes])
        created += 1
        if place == 1 { next = child } else { open.insert(child) }
      }
    }
    result.values = best
    result.worth = bestWorth
    result.pivots = simplex.pivots - firstPivot
    result.isComplete = !isStopped
    result.bound =
      isStopped ? max(open.bestBound ?? .min, best == nil ? .min : bestWorth) : bestWorth
    return result
  }

  /// Whether nothing that is worth at most this is of interest.
  func isRuledOut(_ bound: Int, _ options: Options) -> Bool {
    guard best != nil else { return false }
    return options.ignoresTies ? isTie(bound, options) : bound <= bestWorth
  }

  /// Whether what is worth at most this differs from the best by a tie alone.
  private func isTie(_ bound: Int, _ options: Options) -> Bool {
    bound.flooredQuotient(options.granularity) <= bestWorth.flooredQuotient(options.granularity)
  }

  /// Keeps a solution, where it is better than the best one; what it rules out is closed.
  mutating func offer(_ values: [Int]) {
    let worth = program.worth(of: values)
    guard best == nil || worth > bestWorth else { return }
    best = values
    bestWorth = worth
    closeColumns()
  }

  /// Fixes the columns which could not be otherwise in any better solution, by the reduced costs of
  /// the root.
  mutating func closeColumns() {
    guard let root, best != nil else { return }
    let least = Int128(bestWorth + 1) * Int128(root.scale)
    for column in globalColumnBoxes.indices {
      let box = globalColumnBoxes[column]
      let cost = root.reducedCosts[column]
      guard cost != 0, box.lower < box.upper else { continue }
      if root.scaled - Int128(cost.magnitude) < least {
        let value = cost > 0 ? box.upper : box.lower
        globalColumnBoxes[column] = BoxedProgram.Box(lower: value, upper: value)
      }
    }
  }
}

extension Int {
  /// The quotient rounded towards negative infinity.
  func flooredQuotient(_ divisor: Int) -> Int {
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? quotient - 1 : quotient
  }
}
