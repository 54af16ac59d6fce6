import RealModule

/// How much the outcome of a comparison is expected to tell of who is better.
///
/// The difference of the two log-abilities is normal; what the outcome tells of it is the entropy
/// of the outcome as we expect it, less the entropy that would remain if the difference were known:
/// `H(E[s(d)]) − E[H(s(d))]`, in nats (Houlsby, Huszár, Ghahramani & Lengyel 2011, "Bayesian Active
/// Learning for Classification and Preference Learning"). The means are taken with 21 Gauss–Hermite
/// nodes, which is good to 2e-5 up to a variance of 4; beyond it by a finer rule.
struct InformationGain: Hashable, Sendable {
  /// The expected gain, in nats; from 0 to `log 2`.
  let nats: Double
  /// The probability that the first one wins.
  let probability: Double

  /// - Parameters:
  ///   - mean: the mean of the difference of the log-abilities.
  ///   - variance: its variance; what is below 0 is 0.
  init(mean: Double, variance: Double) {
    let deviation = max(variance, 0).squareRoot()
    var sums = Sums(mean: mean, deviation: deviation)
    if deviation <= Self.widest {
      for place in Self.nodes.indices {
        sums.add(Self.nodes[place], weight: place == 0 ? Self.weights[0] / 2 : Self.weights[place])
      }
    } else {
      // The trapezium rule, whose error falls with exp(−2π² / (step · deviation)): the logistic
      // function has its nearest poles at ±πi (Trefethen & Weideman 2014).
      let step = max(1 / deviation, Self.furthest / Double(Self.mostSteps))
      for place in 0...Int(Self.furthest / step) {
        let distance = Double(place) * step
        let density = Double.exp(-distance * distance / 2) / (2 * Double.pi).squareRoot()
        sums.add(distance, weight: step * density * (place == 0 ? 0.5 : 1))
      }
    }
    probability = min(max(sums.probability, 0), 1)
    nats = max(probability.binaryEntropy - sums.entropy, 0)
  }

  /// The widest deviation for which the nodes below are near enough.
  private static let widest = 2.0
  /// Beyond so many deviations there is nothing left of a normal variable.
  private static let furthest = 8.5
  private static let mostSteps = 200

  /// The means of the probability and of the entropy of the outcome, as far as they are added up.
  private struct Sums {
    let mean: Double
    let deviation: Double
    var probability = 0.0
    var entropy = 0.0

    init(mean: Double, deviation: Double) { (self.mean, self.deviation) = (mean, deviation) }

    /// Adds what stands at so many deviations on either side.
    mutating func add(_ distance: Double, weight: Double) {
      let (above, below) = (mean + distance * deviation, mean - distance * deviation)
      probability += weight * (Logistic.probability(above) + Logistic.probability(below))
      entropy += weight * (Logistic.entropy(above) + Logistic.entropy(below))
    }
  }

  /// The nodes from 0 up of the 21-point rule, for a standard normal variable: `√2` times the zeros
  /// of the Hermite polynomial (Golub & Welsch 1969).
  static let nodes: [Double] = [
    0.0, 0.678045692440644, 1.3597658232112302, 2.049102468257163,
    2.7505929810523733, 3.4698466904753764, 4.214343981688422, 4.994963944782025,
    5.8293820073044715, 6.751444718717461, 7.849382895113822,
  ]

  /// The weights of the nodes; each but the first counts twice, and together they are 1.
  static let weights: [Double] = [
    0.27026018357287707, 0.21533371569505969, 0.10839228562641945, 0.03395272978654283,
    0.006439697051408777, 0.0007080477954815365, 4.219234742551676e-05, 1.2253548361482534e-06,
    1.4506612844930865e-08, 4.975368604121724e-11, 2.0989912195656766e-14,
  ]
}
