/// The least by which rules have to give way so that all others hold.
package struct SelectionRelaxation: Hashable, Sendable {
  /// Which sides give way, in the order of the problem, and by how much: proposals, or minutes.
  package let changes: [Change]
  /// How much that is in all, in thirtieths of a proposal: half an hour counts as one.
  package let cost: Int
  /// Whether it is proven that less will not do.
  package let isProven: Bool

  /// By how much one side gives way.
  package struct Change: Hashable, Sendable {
    /// The side.
    package let side: SelectionRule.Side
    /// By how much.
    package let amount: Int
  }

  /// What one proposal costs; one minute costs 1.
  package static let costOfOne = 30
}

extension SelectionSolver {
  /// The smallest relaxation: every side may give way at a cost, one for each proposal and a
  /// thirtieth for each minute, except that what was declined stays out. Of equal ones the rules
  /// that a committee gives up more readily.
  ///
  /// - Returns: nil where there is none, or none was found within the limit.
  package func relaxation(
    _ effort: SelectionEffort = .init(), goesOn: () -> Bool = { true }
  ) -> SelectionRelaxation? {
    let elastic = ElasticProgram(problem)
    var search = IntegerSearch(elastic.program, countRows: elastic.countRows)
    var options = options(effort)
    options.granularity = elastic.granularity
    options.ignoresTies = false
    let result = search.run(options, from: elastic.start(), goesOn: goesOn)
    guard let values = result.values, !result.isCancelled else { return nil }
    var changes: [SelectionRelaxation.Change] = []
    for (column, side) in elastic.sides where values[column] > 0 {
      changes.append(.init(side: side, amount: values[column]))
    }
    let cost = changes.reduce(0) { $0 + $1.amount * elastic.unit(of: $1.side) }
    let isProven =
      result.worth.flooredQuotient(elastic.granularity)
      >= result.bound.flooredQuotient(elastic.granularity)
    let places = Dictionary(
      problem.sides.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    changes.sort { (places[$0.side] ?? 0) < (places[$1.side] ?? 0) }
    return SelectionRelaxation(changes: changes, cost: cost, isProven: isProven)
  }
}

/// A selection problem in which every side may give way, which costs something.
private struct ElasticProgram {
  private let problem: SelectionProblem
  private let order: [Int]
  var program: BoxedProgram
  /// The columns that say by how much a side gives way.
  var sides: [(column: Int, side: SelectionRule.Side)] = []
  var countRows: [Int] = []
  /// What a thirtieth of a proposal costs, above all that settles ties.
  let granularity: Int

  init(_ problem: SelectionProblem) {
    self.problem = problem
    order = problem.order
    let count = order.count
    // Small worths, so that of equal relaxations better candidates go in.
    var costs = (0..<count).map { max(1, min(1000, count - $0)) }
    var boxes = Array(repeating: BoxedProgram.Box(lower: 0, upper: 1), count: count)
    let tie = costs.reduce(1, +)
    granularity = tie * 1024
    var columns = [Int](repeating: 0, count: count)
    for (column, place) in order.enumerated() { columns[place] = column }
    var rows: [BoxedProgram.Row] = []
    for (index, rule) in problem.rules.enumerated() {
      if case .declined = rule.kind, rule.maximum == 0 {
        for place in rule.members { boxes[columns[place]] = .init(lower: 0, upper: 0) }
        continue
      }
      let pairs = rule.members.indices.map {
        (columns[rule.members[$0]], min(max(0, rule.weights?[$0] ?? 1), 1_000_000))
      }.filter { $0.1 > 0 }.sorted { $0.0 < $1.0 }
      let reach = pairs.reduce(0) { $0 + $1.1 }
      for isMinimum in [true, false] {
        guard let limit = isMinimum ? rule.minimum : rule.maximum else { continue }
        let bound = limit.clamped(to: CompiledSelection.largestNumber)
        let most = isMinimum ? bound : reach - bound
        guard most > 0 else { continue }
        let side = SelectionRule.Side(rule: index, isMinimum: isMinimum)
        sides.append((costs.count, side))
        let isInMinutes = Self.unit(of: rule) == 1
        costs.append(-Self.unit(of: rule) * granularity - (isInMinutes ? 0 : rule.firmness * tie))
        boxes.append(.init(lower: 0, upper: most))
        rows.append(
          .init(
            columns: pairs.map(\.0) + [costs.count - 1],
            coefficients: pairs.map(\.1) + [isMinimum ? 1 : -1],
            box: isMinimum
              ? .init(lower: bound, upper: reach + most) : .init(lower: -most, upper: bound),
            use: rule.isRarelyBroken ? .whenBroken : .always))
      }
    }
    program = BoxedProgram(costs: costs, columnBoxes: boxes)
    for row in rows { program.append(row) }
    addCounts(columns)
    program.index()
  }

  private mutating func addCounts(_ columns: [Int]) {
    for classes in problem.classes {
      var members: [Int: [Int]] = [:]
      for column in order.indices where classes[order[column]] >= 0 {
        members[classes[order[column]], default: []].append(column)
      }
      for columns in members.values.sorted(by: { $0[0] < $1[0] }) where columns.count > 1 {
        countRows.append(program.rows.count)
        program.append(
          .init(
            columns: columns, coefficients: columns.map { _ in 1 },
            box: .init(lower: 0, upper: columns.count), use: .whenBranchedOn))
      }
    }
  }

  /// Nothing chosen, and every minimum given up: always possible.
  func start() -> [Int] {
    var values = [Int](repeating: 0, count: program.columnCount)
    for (column, side) in sides where side.isMinimum {
      values[column] = program.columnBoxes[column].upper
    }
    return values
  }

  func unit(of side: SelectionRule.Side) -> Int { Self.unit(of: problem.rules[side.rule]) }

  private static func unit(of rule: SelectionRule) -> Int {
    rule.kind == .limit(.minutes) ? 1 : SelectionRelaxation.costOfOne
  }
}
