/// A bound that holds whatever the rounding of the simplex method did, in whole numbers.
///
/// By weak duality any dual values bound the optimum; so those that were found are rounded to whole
/// multiples of 1 / `scale`, and the bound that these give is computed without any rounding at all
/// (Neumaier & Shcherbina 2004, "Safe bounds in linear and mixed-integer programming").
struct ExactBound {
  /// The sum of what is best for each variable by itself; the bound times `scale`.
  let scaled: Int128
  /// What one more of each column would change it by, times `scale`.
  let reducedCosts: [Int128]
  /// The duals, times `scale`, by row of the program; those left out are 0.
  let duals: [(row: Int, value: Int)]
  /// How finely the duals were rounded.
  let scale: Int

  /// Computes a bound on `costs · x`, to be maximised. O(columns + weights of the rows given).
  ///
  /// - Parameters:
  ///   - costs: of the columns; nil is all zero, which asks whether anything is feasible.
  ///   - duals: by row of the program, those that are not zero.
  init(
    _ program: BoxedProgram, costs: [Int]?, duals: [(row: Int, value: Double)], scale: Int,
    columnBoxes: [BoxedProgram.Box], rowBoxes: [BoxedProgram.Box]
  ) {
    self.scale = scale
    var reduced = [Int128](repeating: 0, count: program.columnCount)
    if let costs {
      for column in costs.indices { reduced[column] = Int128(costs[column]) * Int128(scale) }
    }
    var sum: Int128 = 0
    var kept: [(row: Int, value: Int)] = []
    for (row, value) in duals {
      let product = (value * Double(scale)).rounded()
      guard product != 0, product.magnitude < 4e18 else { continue }
      let dual = Int128(Int(product))
      kept.append((row, Int(product)))
      let box = rowBoxes[row]
      sum += max(dual * Int128(box.lower), dual * Int128(box.upper))
      let shape = program.rows[row]
      for place in shape.columns.indices {
        reduced[shape.columns[place]] -= dual * Int128(shape.coefficients[place])
      }
    }
    for column in reduced.indices where reduced[column] != 0 {
      let box = columnBoxes[column]
      sum += reduced[column] * Int128(reduced[column] > 0 ? box.upper : box.lower)
    }
    scaled = sum
    reducedCosts = reduced
    self.duals = kept
  }

  /// The greatest whole worth that is not ruled out.
  var whole: Int {
    var (quotient, rest) = scaled.quotientAndRemainder(dividingBy: Int128(scale))
    if rest < 0 { quotient -= 1 }
    return Int(clamping: quotient)
  }
}
