extension IntegerSearch {
  /// A whole solution near one that is not: its columns in the order of their values, each taken as
  /// far as no row is broken; then what still lacks is added. Nil where that ends with a row that
  /// has not enough. O(columns log columns + weights).
  ///
  /// Only for columns from 0 to 1 with weights that are not negative; nil for others.
  func roundedSolution(from values: [Double]) -> [Int]? {
    var activities = [Int](repeating: 0, count: program.rows.count)
    var result = [Int](repeating: 0, count: program.columnCount)
    for column in result.indices {
      let box = globalColumnBoxes[column]
      guard box.lower >= 0, box.upper <= 1 else { return nil }
      if box.lower == 1 { add(column, &result, &activities) }
    }
    let free = result.indices.filter { globalColumnBoxes[$0].lower < globalColumnBoxes[$0].upper }
    // Columns stand in the order of what is best, so that this settles ties.
    let order = free.filter { values[$0] > 1e-6 }.sorted {
      values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1
    }
    for column in order where fits(column, activities) { add(column, &result, &activities) }
    guard fill(&result, &activities, free) else { return nil }
    for column in free where result[column] == 0 && program.costs[column] > 0 {
      if fits(column, activities) { add(column, &result, &activities) }
    }
    return program.holds(result) ? result : nil
  }

  /// Adds to every row that has not enough the best columns that fit.
  private func fill(_ result: inout [Int], _ activities: inout [Int], _ free: [Int]) -> Bool {
    for row in program.rows.indices where activities[row] < program.rows[row].box.lower {
      for column in program.rows[row].columns.sorted() where result[column] == 0 {
        let box = globalColumnBoxes[column]
        guard box.lower < box.upper, fits(column, activities) else { continue }
        add(column, &result, &activities)
        if activities[row] >= program.rows[row].box.lower { break }
      }
      if activities[row] < program.rows[row].box.lower { return false }
    }
    return true
  }

  private func fits(_ column: Int, _ activities: [Int]) -> Bool {
    for entry in program.columnStarts[column]..<program.columnStarts[column + 1] {
      let (row, weight) = (
        Int(program.columnEntries[entry].row), Int(program.columnEntries[entry].coefficient)
      )
      if activities[row] + weight > program.rows[row].box.upper { return false }
    }
    return true
  }

  private func add(_ column: Int, _ result: inout [Int], _ activities: inout [Int]) {
    result[column] = 1
    for entry in program.columnStarts[column]..<program.columnStarts[column + 1] {
      activities[Int(program.columnEntries[entry].row)] += Int(
        program.columnEntries[entry].coefficient)
    }
  }
}
