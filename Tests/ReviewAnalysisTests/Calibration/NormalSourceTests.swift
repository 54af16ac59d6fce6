import Testing

@testable import ReviewAnalysis

@Suite struct NormalSourceTests {
  @Test func theMomentsAreThoseOfTheNormalDistribution() {
    var source = NormalSource(seed: 1)
    let count = 400_000
    var sums = (0.0, 0.0, 0.0, 0.0)
    for _ in 0..<count {
      let value = source.next()
      sums.0 += value
      sums.1 += value * value
      sums.2 += value * value * value
      sums.3 += value * value * value * value
    }
    let number = Double(count)
    #expect((sums.0 / number).magnitude < 0.006)
    #expect((sums.1 / number - 1).magnitude < 0.009)
    #expect((sums.2 / number).magnitude < 0.02)
    #expect((sums.3 / number - 3).magnitude < 0.06)
  }

  @Test func theSharesBelowSomeValuesAreRight() {
    var source = NormalSource(seed: 2)
    let values = (0..<400_000).map { _ in source.next() }
    for bound in [-3.6, -3, -2, -1, -0.3, 0, 0.5, 1, 1.5, 2.5, 3.4426, 3.8] {
      let share = Double(values.count { $0 < bound }) / Double(values.count)
      let expected = normalShare(below: bound)
      let deviation = (expected * (1 - expected) / Double(values.count)).squareRoot()
      #expect((share - expected).magnitude < 4.5 * deviation, "\(bound)")
    }
  }

  @Test func theSameSeedGivesTheSameNumbers() {
    var (one, other, third) = (
      NormalSource(seed: 5), NormalSource(seed: 5), NormalSource(seed: 6)
    )
    let values = (0..<100).map { _ in one.next() }
    #expect(values == (0..<100).map { _ in other.next() })
    #expect(values != (0..<100).map { _ in third.next() })
  }
}
