import RealModule

/// The logistic function and what follows from it, for differences of log-abilities.
///
/// Written so that no argument overflows: beyond ±745 the smaller probability is 0.
enum Logistic {
  /// The probability `1 / (1 + e^−d)` that the one who is better by `difference` wins.
  static func probability(_ difference: Double) -> Double {
    let small = Double.exp(-difference.magnitude)
    return difference >= 0 ? 1 / (1 + small) : small / (1 + small)
  }

  /// The logarithm of `probability(difference)`.
  static func logProbability(_ difference: Double) -> Double {
    min(difference, 0) - Double.log(onePlus: .exp(-difference.magnitude))
  }

  /// The variance `p (1 − p)` of the outcome.
  static func variance(_ difference: Double) -> Double {
    let small = Double.exp(-difference.magnitude)
    return small / ((1 + small) * (1 + small))
  }

  /// The entropy of the outcome, in nats: at most `log 2`.
  static func entropy(_ difference: Double) -> Double {
    let size = difference.magnitude
    let small = Double.exp(-size)
    return Double.log(onePlus: small) + size * small / (1 + small)
  }
}

extension Double {
  /// The probability that a standard normal number is below this one.
  var normalProbability: Double { 0.5 * Double.erfc(-self / 2.0.squareRoot()) }

  /// The entropy of something that happens with this probability, in nats; 0 at 0 and 1.
  var binaryEntropy: Double {
    guard self > 0, self < 1 else { return 0 }
    return -self * Double.log(self) - (1 - self) * Double.log(onePlus: -self)
  }
}
