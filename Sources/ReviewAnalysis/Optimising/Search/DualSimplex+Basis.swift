extension DualSimplex {
  /// Makes the inverse of a basis anew: from the basis of all activities, one pivot for each column
  /// in it. A column that depends on the others stays out. O(columns in the basis · rows²).
  mutating func invert(_ variables: [Int]) {
    for variable in basic { places[variable] = -1 }
    for row in 0..<rowCount {
      for column in 0..<rowCount { inverse[row * stride + column] = 0 }
      inverse[row * stride + row] = -1
      rowNorms[row] = 1
      basic[row] = columnCount + row
      places[columnCount + row] = Int32(row)
    }
    var stays = [Bool](repeating: false, count: rowCount)
    for variable in variables where variable >= columnCount { stays[variable - columnCount] = true }
    for variable in variables where variable < columnCount {
      computePivotColumn(of: variable)
      var best = -1
      var bestSize = 1e-7
      for row in 0..<rowCount where !stays[row] && pivotColumn[row].magnitude > bestSize {
        best = row
        bestSize = pivotColumn[row].magnitude
      }
      guard best >= 0 else { continue }
      stays[best] = true
      replace(at: best, by: variable)
    }
    pivotsSinceInversion = 0
  }

  /// Computes duals and values anew of the basis, costs and boxes: each variable outside the basis
  /// goes to the bound that its reduced cost asks for. O(weights + rows²).
  mutating func restart() {
    computeReducedCosts()
    for variable in 0..<(columnCount + rowCount) where places[variable] < 0 {
      // Where the cost says nothing it stays where it was.
      if reducedCosts[variable] > dualTolerance {
        isAtUpper[variable] = false
      } else if reducedCosts[variable] < -dualTolerance {
        isAtUpper[variable] = true
      }
    }
    computeValues()
  }

  private mutating func computeReducedCosts() {
    for column in 0..<columnCount { reducedCosts[column] = costs[column] }
    var duals = [Double](repeating: 0, count: rowCount)
    for place in 0..<rowCount where costs[basic[place]] != 0 {
      let cost = costs[basic[place]]
      for row in 0..<rowCount { duals[row] += cost * inverse[place * stride + row] }
    }
    for row in 0..<rowCount {
      reducedCosts[columnCount + row] = duals[row]
      guard duals[row] != 0 else { continue }
      for entry in rowStarts[row]..<rowStarts[row + 1] {
        reducedCosts[Int(entryColumns[entry])] -= duals[row] * entryValues[entry]
      }
    }
    for variable in basic { reducedCosts[variable] = 0 }
  }

  private mutating func computeValues() {
    for row in 0..<rowCount {
      var sum = 0.0
      for entry in rowStarts[row]..<rowStarts[row + 1] {
        let column = Int(entryColumns[entry])
        guard places[column] < 0 else { continue }
        sum += entryValues[entry] * (isAtUpper[column] ? uppers[column] : lowers[column])
      }
      let activity = columnCount + row
      if places[activity] < 0 {
        sum -= isAtUpper[activity] ? uppers[activity] : lowers[activity]
      }
      shift[row] = sum
    }
    for place in 0..<rowCount { basicValues[place] = 0 }
    applyShift()
  }

  /// Moves the values of the basis by what the variables outside it moved the rows: `shift`.
  /// O(rows · rows that were moved).
  mutating func applyShift() {
    let (count, stride) = (rowCount, stride)
    let moved = (0..<count).filter { shift[$0] != 0 }
    inverse.withUnsafeBufferPointer { inverse in
      shift.withUnsafeBufferPointer { shift in
        basicValues.withUnsafeMutableBufferPointer { values in
          for place in 0..<count {
            var sum = 0.0
            let start = place * stride
            for row in moved { sum += inverse[start + row] * shift[row] }
            values[place] -= sum
          }
        }
      }
    }
  }

  /// `pivotColumn` = inverse · (column of a variable). O(rows · weights of the column).
  mutating func computePivotColumn(of variable: Int) {
    let (count, stride) = (rowCount, stride)
    for place in 0..<count { pivotColumn[place] = 0 }
    if variable >= columnCount {
      let row = variable - columnCount
      for place in 0..<count { pivotColumn[place] = -inverse[place * stride + row] }
      return
    }
    var entry = Int(firstInColumn[variable])
    while entry >= 0 {
      let (row, value) = (Int(entryRows[entry]), entryValues[entry])
      for place in 0..<count { pivotColumn[place] += value * inverse[place * stride + row] }
      entry = Int(nextInColumn[entry])
    }
  }

  /// Puts a variable, whose column is in `pivotColumn`, into the basis at a place. O(rows²) at worst;
  /// as a rule far less, since what is zero in the column or in the row of the pivot is passed over.
  mutating func replace(at place: Int, by variable: Int) {
    let (count, stride) = (rowCount, stride)
    places[basic[place]] = -1
    basic[place] = variable
    places[variable] = Int32(place)
    let start = place * stride
    let filled = (0..<count).filter { inverse[start + $0] != 0 }
    inverse.withUnsafeMutableBufferPointer { inverse in
      pivotColumn.withUnsafeBufferPointer { column in
        rowNorms.withUnsafeMutableBufferPointer { norms in
          let factor = 1 / column[place]
          var norm = 0.0
          for row in filled {
            inverse[start + row] *= factor
            norm += inverse[start + row] * inverse[start + row]
          }
          norms[place] = norm
          for other in 0..<count where other != place && column[other].magnitude > Self.nothing {
            let (amount, begin) = (column[other], other * stride)
            var change = 0.0
            for row in filled {
              let old = inverse[begin + row]
              var new = old - amount * inverse[start + row]
              if new.magnitude < Self.nothing { new = 0 }
              inverse[begin + row] = new
              change += new * new - old * old
            }
            norms[other] = max(norms[other] + change, Self.leastNorm)
          }
        }
      }
    }
    pivotsSinceInversion += 1
  }

  /// What rounding leaves of zero.
  private static let nothing = 1e-13
  /// A norm that rounding would make smaller is not.
  private static let leastNorm = 1e-12
}
