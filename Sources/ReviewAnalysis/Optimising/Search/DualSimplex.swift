/// The dual simplex method for a linear program whose columns and rows all stand in boxes.
///
/// Minimises `costs · x` where the activity of each row is a variable of its own: `A x − s = 0`.
/// Since every variable is boxed, any basis is dual feasible once each variable outside it stands
/// at the bound that its reduced cost asks for; so one method serves the first solve, the solve
/// after a branch, after a new row, and with other costs.
///
/// Columns are sparse; the inverse of the basis is dense, and small, since a row is added only when
/// it is needed. Steepest edge needs the norms of the rows of the inverse, which are at hand.
///
/// Sources: Koberstein 2005, "The dual simplex method" (bound flipping, reinversion); Forrest &
/// Goldfarb 1992 (dual steepest edge).
struct DualSimplex: Sendable {
  /// How many columns there are.
  let columnCount: Int
  /// How many rows there are now.
  private(set) var rowCount = 0

  // The weights by row, and each column as a chain through them.
  var rowStarts: [Int] = [0]
  var entryColumns: [Int32] = []
  var entryRows: [Int32] = []
  var entryValues: [Double] = []
  var nextInColumn: [Int32] = []
  var firstInColumn: [Int32]

  // The variables: the columns, then the rows.
  var costs: [Double]
  var lowers: [Double]
  var uppers: [Double]
  var reducedCosts: [Double]
  var isAtUpper: [Bool]
  /// The place in the basis, or -1.
  var places: [Int32]

  // The basis.
  /// The variable at each place.
  var basic: [Int] = []
  var basicValues: [Double] = []
  /// The inverse by rows, `stride` apart.
  var inverse: [Double] = []
  var stride = 0
  /// The squared norm of each row of the inverse.
  var rowNorms: [Double] = []
  var pivotsSinceInversion = 0

  // Room to work in.
  var pivotRow: [Double] = []
  var pivotColumn: [Double] = []
  var shift: [Double] = []
  var breakpoints: [Breakpoint] = []

  /// A variable whose reduced cost reaches zero as the dual step grows.
  struct Breakpoint: Sendable {
    var ratio: Double
    var variable: Int
  }

  /// How many pivots were made, over all solves.
  var pivots = 0
  /// Below this a reduced cost is zero: a few units in the last place of the largest cost.
  var dualTolerance = 1e-9

  /// What came of a solve.
  enum Outcome: Hashable, Sendable {
    /// All boxes hold, and nothing is better.
    case optimal
    /// Not all boxes can hold; `ray` says why.
    case infeasible
    /// Nothing can be as good as the cutoff.
    case cutOff
    /// The pivots ran out; the duals still bound the optimum.
    case stopped
  }

  /// The combination of rows that shows that not all boxes can hold.
  var ray: [Double] = []

  /// A program without rows.
  init(columnCount: Int) {
    self.columnCount = columnCount
    firstInColumn = [Int32](repeating: -1, count: columnCount)
    costs = [Double](repeating: 0, count: columnCount)
    lowers = costs
    uppers = costs
    reducedCosts = costs
    isAtUpper = [Bool](repeating: false, count: columnCount)
    places = [Int32](repeating: -1, count: columnCount)
    pivotRow = costs
  }

  /// Takes costs to minimise, one for each column. The duals are wrong until `restart`.
  mutating func setCosts(_ new: [Double]) {
    for column in 0..<columnCount { costs[column] = new[column] }
    let largest = new.reduce(0) { max($0, $1.magnitude) }
    dualTolerance = max(1e-9, largest * 1e-13)
  }

  /// Gives a variable a box. The values are wrong until `restart`.
  mutating func setBox(_ variable: Int, _ lower: Int, _ upper: Int) {
    lowers[variable] = Double(lower)
    uppers[variable] = Double(upper)
  }

  /// Adds a row, whose activity enters the basis. O(rows²).
  mutating func append(_ row: BoxedProgram.Row) {
    let new = rowCount
    for (column, coefficient) in zip(row.columns, row.coefficients) {
      nextInColumn.append(firstInColumn[column])
      firstInColumn[column] = Int32(entryColumns.count)
      entryColumns.append(Int32(column))
      entryRows.append(Int32(new))
      entryValues.append(Double(coefficient))
    }
    rowStarts.append(entryColumns.count)
    costs.append(0)
    lowers.append(Double(row.box.lower))
    uppers.append(Double(row.box.upper))
    reducedCosts.append(0)
    isAtUpper.append(false)
    places.append(Int32(new))
    pivotRow.append(0)
    pivotColumn.append(0)
    shift.append(0)
    rowCount += 1
    growInverse()
    var activity = 0.0
    for entry in rowStarts[new]..<rowStarts[new + 1] {
      let column = Int(entryColumns[entry])
      activity += entryValues[entry] * value(of: column)
      let place = Int(places[column])
      guard place >= 0 else { continue }
      for other in 0..<new {
        inverse[new * stride + other] += entryValues[entry] * inverse[place * stride + other]
      }
    }
    inverse[new * stride + new] = -1
    basic.append(columnCount + new)
    basicValues.append(activity)
    rowNorms.append(norm(ofRow: new))
  }

  private mutating func growInverse() {
    guard rowCount > stride else { return }
    let wider = max(16, stride * 2)
    var grown = [Double](repeating: 0, count: wider * wider)
    for row in 0..<(rowCount - 1) {
      for column in 0..<(rowCount - 1) {
        grown[row * wider + column] = inverse[row * stride + column]
      }
    }
    inverse = grown
    stride = wider
  }

  func norm(ofRow row: Int) -> Double {
    var sum = 0.0
    for column in 0..<rowCount {
      let value = inverse[row * stride + column]
      sum += value * value
    }
    return sum
  }

  /// The value of a variable.
  func value(of variable: Int) -> Double {
    let place = Int(places[variable])
    if place >= 0 { return basicValues[place] }
    return isAtUpper[variable] ? uppers[variable] : lowers[variable]
  }

  /// The dual value of a row: the reduced cost of its activity.
  func dual(ofRow row: Int) -> Double { reducedCosts[columnCount + row] }

  /// What the values are worth: by weak duality no feasible point costs less.
  var dualObjective: Double {
    var sum = 0.0
    for variable in 0..<(columnCount + rowCount) where places[variable] < 0 {
      let bound = isAtUpper[variable] ? uppers[variable] : lowers[variable]
      sum += reducedCosts[variable] * bound
    }
    return sum
  }
}
