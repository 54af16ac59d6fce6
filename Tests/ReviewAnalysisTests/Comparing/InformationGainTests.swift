import RealModule
import ReviewCore
import Testing

@testable import ReviewAnalysis

@Suite struct InformationGainTests {
  /// Difference, variance, gain in nats, probability: computed with 101 nodes.
  private static let grid: [(Double, Double, Double, Double)] = [
    (0, 0.1, 0.0120555182, 0.5),
    (0, 0.5, 0.0531958852, 0.5),
    (0, 1, 0.0937089614, 0.5),
    (0, 2, 0.1536471189, 0.5),
    (0, 4, 0.2311383021, 0.5),
    (0, 8, 0.3177996411, 0.5),
    (0.25, 0.1, 0.0118835852, 0.5607161479),
    (0.25, 0.5, 0.0526067808, 0.5559391628),
    (0.25, 1, 0.0928835266, 0.5514932726),
    (0.25, 2, 0.1526672229, 0.545289797),
    (0.25, 4, 0.2301656377, 0.5377975024),
    (0.25, 8, 0.3169858048, 0.529972741),
    (0.5, 0.1, 0.0113863195, 0.6197048769),
    (0.5, 0.5, 0.0508849826, 0.6105996085),
    (0.5, 1, 0.0904554712, 0.6020271328),
    (0.5, 2, 0.1497670741, 0.589952709),
    (0.5, 4, 0.227272624, 0.5752425317),
    (0.5, 8, 0.3145567422, 0.5597734353),
    (1, 0.1, 0.0096447949, 0.7266643409),
    (1, 0.5, 0.0446296097, 0.7115731678),
    (1, 1, 0.0814274419, 0.6967346701),
    (1, 2, 0.1387378691, 0.6750567023),
    (1, 4, 0.2160667299, 0.6477264385),
    (1, 8, 0.3050247444, 0.6181885346),
    (2, 0.1, 0.0053120903, 0.8768270107),
    (2, 0.5, 0.0271967888, 0.8616531985),
    (2, 1, 0.0541644847, 0.8445374815),
    (2, 2, 0.102540922, 0.8160602794),
    (2, 4, 0.1765997095, 0.7752002454),
    (2, 8, 0.2696935223, 0.7260621956),
    (3, 0.1, 0.0023350112, 0.9505069944),
    (3, 0.5, 0.0130528591, 0.9418779124),
    (3, 1, 0.0287107649, 0.930676142),
    (3, 2, 0.0628072509, 0.90864101),
    (3, 4, 0.1264545792, 0.8704057991),
    (3, 8, 0.219656326, 0.815976147),
  ]

  @Test func theGainIsThatOfAFinerRule() {
    for (mean, variance, nats, probability) in Self.grid {
      let gain = InformationGain(mean: mean, variance: variance)
      let tolerance = variance > 2 && variance <= 4 ? 2e-5 : 1e-6
      #expect(abs(gain.nats - nats) < tolerance, "\(mean), \(variance)")
      #expect(abs(gain.probability - probability) < tolerance, "\(mean), \(variance)")
      let turned = InformationGain(mean: -mean, variance: variance)
      #expect(abs(turned.nats - gain.nats) < 1e-12)
      #expect(abs(turned.probability + gain.probability - 1) < 1e-12)
      let scale = (1 + Double.pi * variance / 8).squareRoot()
      // MacKay's approximation.
      #expect(abs(Logistic.probability(mean / scale) - gain.probability) < 5e-3)
    }
  }

  @Test func thePairsOfTheExampleStandInTheirOrder() throws {
    let fit = try #require(PublishedComparisons.undefeated.likeliest(variance: 1))
    let wanted: [((Int, Int), Double, Double, Double)] = [
      ((2, 3), 0.2686895719, 1.08154771, 0.0985096914),
      ((1, 3), 0.96298377, 1.0765139, 0.0873509985),
      ((0, 3), 1.6063667532, 1.3212939275, 0.0838399823),
      ((0, 1), 0.6433829831, 0.8912546932, 0.0806042123),
      ((0, 2), 1.3376771813, 1.0679797476, 0.0772493366),
      ((1, 2), 0.6942941981, 0.83706844, 0.0758146045),
    ]
    var gains: [Double] = []
    for (pair, difference, variance, nats) in wanted {
      #expect(abs(fit.abilities[pair.0] - fit.abilities[pair.1] - difference) < 1e-8)
      #expect(abs(fit.varianceOfDifference(pair.0, pair.1) - variance) < 1e-8)
      gains.append(fit.gain(pair.0, pair.1).nats)
      #expect(abs(fit.gain(pair.0, pair.1).nats - nats) < 1e-6)
    }
    #expect(gains == gains.sorted(by: >))
  }

  @Test func theRuleIsExactForPolynomials() {
    // The means of even powers of a standard normal number are 1, 1, 3, 15, 105, …
    var wanted = 1.0
    for power in 0...20 {
      var mean = 0.0
      for (node, weight) in zip(InformationGain.nodes, InformationGain.weights) {
        var value = weight * (node == 0 ? 1 : 2)
        for _ in 0..<(2 * power) { value *= node }
        mean += value
      }
      #expect(abs(mean / wanted - 1) < 1e-12, "power \(2 * power)")
      wanted *= Double(2 * power + 1)
    }
  }

  @Test func nothingIsLearntWhereAllIsKnown() {
    #expect(InformationGain(mean: 0, variance: 0).nats < 1e-15)
    #expect(InformationGain(mean: 1, variance: -1).nats < 1e-15)
    #expect(InformationGain(mean: 1e9, variance: 1).nats == 0)
    #expect(InformationGain(mean: -1e9, variance: 1).probability == 0)
    let wide = InformationGain(mean: 0, variance: 1e12)
    #expect(wide.nats > 0.4 && wide.nats <= Double.log(2))
  }

  @Test func theLogisticFunctionDoesNotOverflow() {
    for difference in [-1e300, -800, -30, -1, 0, 1, 30, 800, 1e300] {
      let probability = Logistic.probability(difference)
      #expect(probability >= 0 && probability <= 1)
      #expect(abs(probability + Logistic.probability(-difference) - 1) < 1e-15)
      #expect(Logistic.entropy(difference) >= 0)
      #expect(Logistic.logProbability(difference) <= 0)
      #expect(abs(Logistic.variance(difference) - probability * (1 - probability)) < 1e-15)
    }
    #expect(abs(Logistic.entropy(0) - Double.log(2)) < 1e-15)
    #expect(abs(Logistic.entropy(1.3) - Logistic.probability(1.3).binaryEntropy) < 1e-15)
    #expect(abs(1.0.normalProbability - 0.841344746068543) < 1e-14)
  }
}
