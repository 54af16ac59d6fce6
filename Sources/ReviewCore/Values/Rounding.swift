extension Double {
  /// Rounded to a millionth, half to even: what every statistic is before anything is ordered by
  /// it or printed. Negative zero becomes zero.
  package var roundedToMillionth: Double {
    let scaled = (self * 1_000_000).rounded(.toNearestOrEven)
    guard scaled.isFinite, scaled.magnitude < 9_007_199_254_740_992 else { return self }
    return scaled == 0 ? 0 : scaled / 1_000_000
  }

  /// With at most `digits` decimals (0 to 6), rounded half to even on the millionths.
  package func formatted(decimals digits: Int) -> String {
    guard isFinite else { return "-" }
    let power = (0..<digits).reduce(1.0) { power, _ in power * 10 }
    let scaled = (roundedToMillionth * power).rounded(.toNearestOrEven)
    guard scaled.magnitude < 1e15 else { return "\(self)" }
    let whole = Int64(scaled.magnitude)
    let sign = scaled < 0 && whole != 0 ? "-" : ""
    guard digits > 0 else { return sign + String(whole) }
    let divisor = Int64(power)
    let fraction = String(whole % divisor)
    let zeros = String(repeating: "0", count: digits - fraction.count)
    return "\(sign)\(whole / divisor).\(zeros)\(fraction)"
  }
}
