extension Double {
  /// Rounded to a millionth, half to even: what every statistic is before anything is ordered by
  /// it or printed. Negative zero becomes zero.
  package var roundedToMillionth: Double {
    let scaled = (self * 1_000_000).rounded(.toNearestOrEven)
    guard scaled.isFinite, scaled.magnitude < 9_007_199_254_740_992 else { return self }
    return scaled == 0 ? 0 : scaled / 1_000_000
  }

  /// With `digits` decimals (0 to 6), rounded half to even on the millionths.
  package func formatted(decimals digits: Int) -> String {
    guard isFinite else { return "-" }
    let millionths = (self * 1_000_000).rounded(.toNearestOrEven)
    guard millionths.magnitude < 9_007_199_254_740_992 else { return "\(self)" }
    // Whole numbers from here on: a product such as 1.015 * 100 is no half any more.
    let unit = (digits..<6).reduce(Int64(1)) { unit, _ in unit * 10 }
    let (quotient, rest) = Int64(millionths.magnitude).quotientAndRemainder(dividingBy: unit)
    let isUp = rest * 2 > unit || (rest * 2 == unit && quotient % 2 == 1)
    let scaled = isUp ? quotient + 1 : quotient
    let sign = millionths < 0 && scaled != 0 ? "-" : ""
    guard digits > 0 else { return sign + String(scaled) }
    let (whole, part) = scaled.quotientAndRemainder(dividingBy: 1_000_000 / unit)
    let fraction = String(part)
    let zeros = String(repeating: "0", count: digits - fraction.count)
    return "\(sign)\(whole).\(zeros)\(fraction)"
  }

  /// The same with a sign before what is not 0: `+0.62`.
  package func signed(decimals digits: Int) -> String {
    let text = formatted(decimals: digits)
    return self > 0 && text.contains { $0 >= "1" && $0 <= "9" } ? "+" + text : text
  }

  /// A probability in whole percent; one that is nearly certain does not read as if it were.
  package var percent: String {
    if self > 0, self < 0.01 { return "<1 %" }
    if self < 1, self > 0.99 { return ">99 %" }
    return "\((self * 100).formatted(decimals: 0)) %"
  }
}
