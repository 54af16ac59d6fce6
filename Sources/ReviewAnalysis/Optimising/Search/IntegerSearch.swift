/// Branch and bound over a `BoxedProgram`: the best bound first, going down from each node it takes
/// as long as that pays (Land & Doig 1960; Linderoth & Savelsbergh 1999).
///
/// It may be run again with other costs: the rows that were needed and the last basis stay, which
/// makes the next run short. The same program gives the same result, on every machine.
struct IntegerSearch: Sendable {
  /// What is searched. Rows are only ever added to what the simplex method has of it.
  private(set) var program: BoxedProgram
  /// Rows that count the columns of a class, the ones to branch on first.
  let countRows: [Int]
  var simplex: DualSimplex
  /// The row of the simplex method for each row of the program, or -1.
  var simplexRows: [Int]
  /// The row of the program for each row of the simplex method.
  var programRows: [Int] = []

  // The node that is looked at.
  var columnBoxes: [BoxedProgram.Box]
  var rowBoxes: [BoxedProgram.Box]
  /// The boxes that hold everywhere, once the worth of what was found closed some.
  var globalColumnBoxes: [BoxedProgram.Box]
  private var changedRows: [Int] = []

  // What was found.
  var best: [Int]?
  var bestWorth = 0
  var scale = 1
  var root: ExactBound?
  var certificate = Certificate()

  /// Makes a search.
  ///
  /// - Parameters:
  ///   - program: indexed.
  ///   - countRows: the rows to branch on before others, in that order.
  init(_ program: BoxedProgram, countRows: [Int]) {
    self.program = program
    self.countRows = countRows
    simplex = DualSimplex(columnCount: program.columnCount)
    simplexRows = [Int](repeating: -1, count: program.rows.count)
    columnBoxes = program.columnBoxes
    globalColumnBoxes = program.columnBoxes
    rowBoxes = program.rows.map(\.box)
    for row in program.rows.indices where program.rows[row].use == .always { addRow(row) }
    setCosts(program.costs)
  }

  /// Takes other costs for the next run.
  mutating func setCosts(_ costs: [Int]) {
    program.costs = costs
    simplex.setCosts(costs.map { -Double($0) })
    let largest = costs.reduce(1) { max($0, Int(clamping: $1.magnitude)) }
    scale = 1024
    while scale > 1, Double(largest) * Double(scale) > 1e15 { scale /= 2 }
  }

  /// Gives a row another box for the next run.
  mutating func setBox(_ box: BoxedProgram.Box, ofRow row: Int) {
    program.setBox(box, ofRow: row)
    rowBoxes[row] = box
    if simplexRows[row] >= 0 {
      simplex.setBox(program.columnCount + simplexRows[row], box.lower, box.upper)
    }
  }

  /// Gives a row to the simplex method, where it has not got it yet.
  mutating func addRow(_ row: Int) {
    guard simplexRows[row] < 0 else { return }
    simplexRows[row] = programRows.count
    programRows.append(row)
    var shape = program.rows[row]
    shape.box = rowBoxes[row]
    simplex.append(shape)
  }

  /// Makes the boxes those of a node; false where one is empty, since all that is better lies
  /// elsewhere. O(columns + rows changed).
  mutating func enter(_ node: SearchNode) -> Bool {
    for column in globalColumnBoxes.indices { setColumnBox(column, globalColumnBoxes[column]) }
    for row in changedRows { setRowBox(row, program.rows[row].box) }
    changedRows.removeAll(keepingCapacity: true)
    for change in node.changes {
      if change.variable < program.columnCount {
        let own = columnBoxes[change.variable]
        let box = BoxedProgram.Box(
          lower: max(own.lower, change.box.lower), upper: min(own.upper, change.box.upper))
        if box.lower > box.upper { return false }
        setColumnBox(change.variable, box)
      } else {
        let row = change.variable - program.columnCount
        addRow(row)
        setRowBox(row, change.box)
        changedRows.append(row)
      }
    }
    return true
  }

  private mutating func setColumnBox(_ column: Int, _ box: BoxedProgram.Box) {
    columnBoxes[column] = box
    simplex.setBox(column, box.lower, box.upper)
  }

  private mutating func setRowBox(_ row: Int, _ box: BoxedProgram.Box) {
    rowBoxes[row] = box
    if simplexRows[row] >= 0 {
      simplex.setBox(program.columnCount + simplexRows[row], box.lower, box.upper)
    }
  }

  /// The exact bound of the duals that the simplex method has now.
  func exactBound() -> ExactBound {
    var duals: [(row: Int, value: Double)] = []
    for (place, row) in programRows.enumerated() {
      let dual = -simplex.dual(ofRow: place)
      if dual != 0 { duals.append((row, dual)) }
    }
    return ExactBound(
      program, costs: program.costs, duals: duals, scale: scale, columnBoxes: columnBoxes,
      rowBoxes: rowBoxes)
  }

  /// Whether the combination of rows that the simplex method found rules out every point, checked
  /// exactly; if so, what it needed goes into the certificate.
  mutating func confirmInfeasible() -> Bool {
    let largest = simplex.ray.reduce(0) { max($0, $1.magnitude) }
    guard largest > 0 else { return false }
    for sign in [1.0, -1.0] {
      var duals: [(row: Int, value: Double)] = []
      for (place, row) in programRows.enumerated() where simplex.ray[place] != 0 {
        duals.append((row, sign * simplex.ray[place] / largest))
      }
      let bound = ExactBound(
        program, costs: nil, duals: duals, scale: 1 << 24, columnBoxes: columnBoxes,
        rowBoxes: rowBoxes)
      if bound.scaled < 0 {
        certificate.add(bound, program, columnBoxes: columnBoxes, rowBoxes: rowBoxes)
        return true
      }
    }
    return false
  }
}

/// What was needed to show that nothing is feasible: boxes of the program, not of branches.
struct Certificate: Sendable {
  /// Sides of rows.
  private(set) var rows: Set<Side> = []
  /// Sides of columns.
  private(set) var columns: Set<Side> = []
  /// Whether something was ruled out otherwise, so that all has to be taken as needed.
  var isIncomplete = false

  /// The lower or the upper side of a box.
  struct Side: Hashable, Sendable {
    var place: Int
    var isLower: Bool
  }

  /// Adds what a bound that rules out every point needed.
  mutating func add(
    _ bound: ExactBound, _ program: BoxedProgram, columnBoxes: [BoxedProgram.Box],
    rowBoxes: [BoxedProgram.Box]
  ) {
    for (row, value) in bound.duals {
      let isLower = value < 0
      let (own, now) = (program.rows[row].box, rowBoxes[row])
      if isLower ? own.lower == now.lower : own.upper == now.upper {
        rows.insert(Side(place: row, isLower: isLower))
      }
    }
    for column in bound.reducedCosts.indices where bound.reducedCosts[column] != 0 {
      let isLower = bound.reducedCosts[column] < 0
      let (own, now) = (program.columnBoxes[column], columnBoxes[column])
      if isLower ? own.lower == now.lower : own.upper == now.upper {
        columns.insert(Side(place: column, isLower: isLower))
      }
    }
  }
}
