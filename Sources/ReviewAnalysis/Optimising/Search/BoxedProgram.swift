/// Whole numbers in boxes under linear rows: maximise `costs · x` where every x is within its box
/// and so is the activity `coefficients · x` of every row.
///
/// Everything is a whole number, so that what is claimed can be checked exactly.
struct BoxedProgram: Sendable {
  /// What one unit of each column is worth.
  var costs: [Int]
  /// The least and the greatest value of each column.
  var columnBoxes: [Box]
  /// The rows.
  private(set) var rows: [Row] = []
  /// The rows in which each column stands, once `index` was called.
  private(set) var columnEntries: [Entry] = []
  /// Where the entries of each column begin, and one more for the end.
  private(set) var columnStarts: [Int] = []

  /// A least and a greatest value.
  struct Box: Hashable, Sendable {
    var lower: Int
    var upper: Int
  }

  /// A weighted sum of columns.
  struct Row: Sendable {
    /// The columns, each once.
    var columns: [Int]
    /// Their weights, not zero.
    var coefficients: [Int]
    /// What the sum may be.
    var box: Box
    /// When the row is given to the simplex method.
    var use: Use
  }

  /// When a row is given to the simplex method: most never bind, and a row that is not there costs
  /// nothing.
  enum Use: Hashable, Sendable {
    /// From the start.
    case always
    /// Once a solution breaks it.
    case whenBroken
    /// Once the search branches on it: it limits nothing by itself.
    case whenBranchedOn
  }

  /// One weight of a column.
  struct Entry: Sendable {
    let row: Int32
    let coefficient: Int32
  }

  /// Makes a program without rows.
  init(costs: [Int], columnBoxes: [Box]) {
    self.costs = costs
    self.columnBoxes = columnBoxes
  }

  /// How many columns there are.
  var columnCount: Int { costs.count }

  /// Adds a row.
  mutating func append(_ row: Row) { rows.append(row) }

  /// Gives a row another box.
  mutating func setBox(_ box: Box, ofRow row: Int) { rows[row].box = box }

  /// Lists for each column the rows in which it stands. O(columns + weights). Call it when all rows
  /// are there.
  mutating func index() {
    var starts = [Int](repeating: 0, count: columnCount + 1)
    for row in rows { for column in row.columns { starts[column + 1] += 1 } }
    for column in 0..<columnCount { starts[column + 1] += starts[column] }
    var next = starts
    var entries = [Entry](
      repeating: Entry(row: 0, coefficient: 0), count: starts[columnCount])
    for (place, row) in rows.enumerated() {
      for (column, coefficient) in zip(row.columns, row.coefficients) {
        entries[next[column]] = Entry(row: Int32(place), coefficient: Int32(coefficient))
        next[column] += 1
      }
    }
    columnStarts = starts
    columnEntries = entries
  }

  /// The least and the greatest activity that the boxes of the columns allow a row.
  func reach(of row: Row) -> Box {
    var box = Box(lower: 0, upper: 0)
    for (column, coefficient) in zip(row.columns, row.coefficients) {
      let one = coefficient * columnBoxes[column].lower
      let other = coefficient * columnBoxes[column].upper
      box.lower += min(one, other)
      box.upper += max(one, other)
    }
    return box
  }

  /// What a solution is worth. O(columns).
  func worth(of values: [Int]) -> Int {
    var sum = 0
    for column in values.indices where values[column] != 0 { sum += costs[column] * values[column] }
    return sum
  }

  /// Whether a solution keeps every box. O(weights).
  func holds(_ values: [Int]) -> Bool {
    for column in values.indices {
      let box = columnBoxes[column]
      if values[column] < box.lower || values[column] > box.upper { return false }
    }
    return rows.allSatisfy { row in
      var sum = 0
      for (column, coefficient) in zip(row.columns, row.coefficients) {
        sum += coefficient * values[column]
      }
      return sum >= row.box.lower && sum <= row.box.upper
    }
  }
}
