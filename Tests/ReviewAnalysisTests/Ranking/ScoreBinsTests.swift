import ReviewAnalysis
import ReviewCore
import Testing

@Suite struct ScoreBinsTests {
  @Test func aShortScaleHasABinForEachScore() {
    let bins = ScoreBins(of: .oneToFive)
    #expect(bins.count == 5)
    #expect(bins.counts(of: [1, 1.4, 1.5, 3, 4.5, 4.499999, 5]) == [2, 1, 1, 1, 2])
  }

  @Test func aLongScaleIsCutIntoTen() throws {
    let scale = try #require(ScoreScale(low: 0, high: 10, step: 0.5))
    let bins = ScoreBins(of: scale)
    #expect(bins.count == 10)
    #expect(bins.counts(of: [0, 0.9, 1, 9, 9.99, 10]) == [2, 1, 0, 0, 0, 0, 0, 0, 0, 3])
  }

  @Test(arguments: [
    (0.0, 10.0, 1.0, 10), (1, 10, 1, 10), (0, 1, 1, 2), (-2, 2, 1, 5), (0, 2, 0.5, 5),
  ])
  func thereAreTwoToTenBins(low: Double, high: Double, step: Double, count: Int) throws {
    let scale = try #require(ScoreScale(low: low, high: high, step: step))
    let bins = ScoreBins(of: scale)
    #expect(bins.count == count)
    #expect(bins.bin(of: low) == 0)
    #expect(bins.bin(of: high) == count - 1)
    #expect(scale.scores.map(bins.bin) == scale.scores.map(bins.bin).sorted())
  }

  @Test func whatIsOffTheScaleFallsIntoTheNearestBin() {
    let bins = ScoreBins(of: .oneToFive)
    #expect([-9, 0, 99, .infinity, .nan].map(bins.bin) == [0, 0, 4, 0, 0])
  }

  @Test func anEdgeFallsIntoTheUpperBinInSpiteOfRounding() throws {
    let scale = try #require(ScoreScale(low: 0, high: 3, step: 0.1))
    let bins = ScoreBins(of: scale)
    #expect((0..<10).map { bins.bin(of: Double($0) * 0.3) } == Array(0..<10))
  }
}
