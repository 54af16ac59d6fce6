import ReviewCore
import Testing

@testable import ReviewAnalysis

@Suite struct SymmetricMatrixTests {
  /// A positive definite matrix: a random one times its transpose, and something on the diagonal.
  static func matrix(_ count: Int, _ random: inout SplitMix64) -> SymmetricMatrix {
    let rows = (0..<count).map { _ in
      (0..<count).map { _ in Double(random.below(2001)) / 1000 - 1 }
    }
    var matrix = SymmetricMatrix(count: count)
    for row in 0..<count {
      for column in 0...row {
        matrix[row, column] =
          zip(rows[row], rows[column]).reduce(0) { $0 + $1.0 * $1.1 } + (row == column ? 0.5 : 0)
      }
    }
    return matrix
  }

  @Test(arguments: [1, 2, 3, 4, 5, 8, 13, 40]) func aSolutionSolves(_ count: Int) throws {
    var random = SplitMix64(seed: UInt64(count))
    let matrix = Self.matrix(count, &random)
    let right = (0..<count).map { _ in Double(random.below(100)) - 50 }
    let factor = try #require(matrix.cholesky())
    #expect(areEqual(matrix.times(factor.solve(right)), right, within: 1e-8))
  }

  @Test(arguments: [1, 2, 3, 4, 5, 8, 13, 40]) func theInverseIsTheInverse(_ count: Int) throws {
    var random = SplitMix64(seed: UInt64(100 + count))
    let matrix = Self.matrix(count, &random)
    let inverse = try #require(matrix.cholesky()).inverse()
    for column in 0..<count {
      let image = matrix.times((0..<count).map { inverse[$0, column] })
      #expect(areEqual(image, (0..<count).map { $0 == column ? 1 : 0 }, within: 1e-8))
    }
  }

  @Test func whatIsNotPositiveDefiniteHasNoFactor() {
    var matrix = SymmetricMatrix(count: 2)
    matrix[0, 0] = 1
    matrix[1, 1] = 1
    matrix[1, 0] = 1
    #expect(matrix.cholesky() == nil)
    matrix[1, 0] = 2
    #expect(matrix.cholesky() == nil)
    matrix[1, 0] = .nan
    #expect(matrix.cholesky() == nil)
    matrix[1, 0] = 0.5
    #expect(matrix.cholesky() != nil)
  }

  @Test func theDeterminantOfALeadingBlockIsTold() throws {
    var matrix = SymmetricMatrix(count: 3)
    for (row, column, value) in [
      (0, 0, 4.0), (1, 0, 2), (1, 1, 5), (2, 0, 1), (2, 1, 3), (2, 2, 6),
    ] {
      matrix[row, column] = value
    }
    let factor = try #require(matrix.cholesky())
    let identity: (Double) -> Double = { $0 }
    // The diagonal of the factor is 2, 2, √(6 − 1/4 − 25/16): without `log`, twice its sum.
    #expect((factor.logDeterminant(rows: 2, log: identity) - 8).magnitude < 1e-12)
    #expect(SymmetricMatrix(count: 0).cholesky() != nil)
  }
}
