/// A symmetric matrix of numbers, of which the lower triangle is kept, row by row.
///
/// The only home of linear algebra: small, dense, and as exact as Cholesky's method is. Rows are
/// contiguous, so that the inner loops are products of two runs of memory.
struct SymmetricMatrix: Hashable, Sendable {
  /// How many rows, and columns.
  let count: Int
  /// Row after row, each of `count` numbers; above the diagonal they mean nothing.
  fileprivate(set) var storage: [Double]

  /// A matrix of zeros. O(n²).
  init(count: Int) {
    self.count = count
    storage = [Double](repeating: 0, count: count * count)
  }

  /// A number of the matrix.
  subscript(row: Int, column: Int) -> Double {
    get { row >= column ? storage[row * count + column] : storage[column * count + row] }
    set {
      if row >= column {
        storage[row * count + column] = newValue
      } else {
        storage[column * count + row] = newValue
      }
    }
  }

  /// The factor L of the matrix, L Lᵀ; nil where the matrix is not positive definite. O(n³).
  func cholesky() -> CholeskyFactor? { CholeskyFactor(of: self) }

  /// The product with a vector of `count` numbers. O(n²).
  func times(_ vector: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: count)
    for row in 0..<count {
      for column in 0..<row {
        let value = storage[row * count + column]
        result[row] += value * vector[column]
        result[column] += value * vector[row]
      }
      result[row] += storage[row * count + row] * vector[row]
    }
    return result
  }
}

/// The lower triangle L of a positive definite matrix L Lᵀ (Golub & Van Loan, Matrix Computations,
/// §4.2).
struct CholeskyFactor: Hashable, Sendable {
  /// How many rows.
  let count: Int
  /// Row after row, each of `count` numbers; zeros above the diagonal.
  private let storage: [Double]

  fileprivate init?(of matrix: SymmetricMatrix) {
    let count = matrix.count
    var storage = matrix.storage
    let isPositive = storage.withUnsafeMutableBufferPointer { values -> Bool in
      guard let base = values.baseAddress else { return true }
      for row in 0..<count {
        let rowStart = base + row * count
        for column in 0..<row {
          let columnStart = base + column * count
          let product = dotProduct(rowStart, columnStart, column)
          rowStart[column] = (rowStart[column] - product) / columnStart[column]
        }
        let rest = rowStart[row] - dotProduct(rowStart, rowStart, row)
        // Not `rest <= 0`: what is no number is no pivot either.
        guard rest > 0, rest.isFinite else { return false }
        rowStart[row] = rest.squareRoot()
        for column in row + 1..<max(count, row + 1) { rowStart[column] = 0 }
      }
      return true
    }
    guard isPositive else { return nil }
    self.count = count
    self.storage = storage
  }

  /// The logarithm of the determinant of L itself over its first `rows` rows, doubled: that of the
  /// leading block of the matrix, through `log`, which the caller brings. O(n).
  func logDeterminant(rows: Int, log: (Double) -> Double) -> Double {
    var sum = 0.0
    for row in 0..<rows { sum += log(storage[row * count + row]) }
    return 2 * sum
  }

  /// The solution x of L Lᵀ x = b. O(n²).
  func solve(_ right: [Double]) -> [Double] {
    var result = right
    for row in 0..<count {
      var value = result[row]
      for column in 0..<row { value -= storage[row * count + column] * result[column] }
      result[row] = value / storage[row * count + row]
    }
    result.withUnsafeMutableBufferPointer { solveUpper($0) }
    return result
  }

  /// Replaces b by the solution x of Lᵀ x = b. O(n²).
  ///
  /// With b of independent standard normal numbers, x has the inverse of L Lᵀ as its covariance.
  func solveUpper(_ values: UnsafeMutableBufferPointer<Double>) {
    storage.withUnsafeBufferPointer { factor in
      for row in stride(from: count - 1, through: 0, by: -1) {
        let start = row * count
        let value = values[row] / factor[start + row]
        values[row] = value
        for column in 0..<row { values[column] -= factor[start + column] * value }
      }
    }
  }

  /// The inverse of the matrix. O(n³).
  func inverse() -> SymmetricMatrix {
    // Row i of `columns` is column i of the inverse of L, from the diagonal on.
    var columns = [Double](repeating: 0, count: count * count)
    var result = SymmetricMatrix(count: count)
    storage.withUnsafeBufferPointer { factor in
      columns.withUnsafeMutableBufferPointer { columns in
        guard let factor = factor.baseAddress, let columns = columns.baseAddress else { return }
        for column in 0..<count {
          let start = columns + column * count
          start[column] = 1 / factor[column * count + column]
          for row in column + 1..<max(count, column + 1) {
            let line = factor + row * count
            let product = dotProduct(line + column, start + column, row - column)
            start[row] = -product / line[row]
          }
        }
        result.storage.withUnsafeMutableBufferPointer { result in
          for row in 0..<count {
            for column in 0...row {
              result[row * count + column] = dotProduct(
                columns + row * count + row, columns + column * count + row, count - row)
            }
          }
        }
      }
    }
    return result
  }
}

/// The sum of the products of two runs of numbers. O(count).
///
/// Four sums, so that the additions need not wait for each other.
@inline(__always)
private func dotProduct(
  _ one: UnsafePointer<Double>, _ other: UnsafePointer<Double>, _ count: Int
) -> Double {
  var first = SIMD2<Double>.zero
  var second = SIMD2<Double>.zero
  var place = 0
  while place + 4 <= count {
    first += SIMD2(one[place], one[place + 1]) * SIMD2(other[place], other[place + 1])
    second += SIMD2(one[place + 2], one[place + 3]) * SIMD2(other[place + 2], other[place + 3])
    place += 4
  }
  var sum = (first + second).sum()
  while place < count {
    sum += one[place] * other[place]
    place += 1
  }
  return sum
}

@inline(__always)
private func dotProduct(
  _ one: UnsafeMutablePointer<Double>, _ other: UnsafeMutablePointer<Double>, _ count: Int
) -> Double {
  dotProduct(UnsafePointer(one), UnsafePointer(other), count)
}

@inline(__always)
private func dotProduct(
  _ one: UnsafePointer<Double>, _ other: UnsafeMutablePointer<Double>, _ count: Int
) -> Double {
  dotProduct(one, UnsafePointer(other), count)
}
