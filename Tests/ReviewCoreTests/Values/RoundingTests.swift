import ReviewCore
import Testing

@Suite struct RoundingTests {
  @Test(
    arguments: [
      (1.0 / 3, 0.333333), (2.0 / 3, 0.666667), (0.0000005, 0), (0.0000015, 0.000002), (-0.0, 0),
      (-0.0000001, 0), (4, 4), (1e300, 1e300),
    ] as [(Double, Double)])
  func statisticsAreRoundedToAMillionth(value: Double, rounded: Double) {
    #expect(value.roundedToMillionth == rounded)
    #expect(value.roundedToMillionth.sign == rounded.sign)
    #expect(value.roundedToMillionth.roundedToMillionth == rounded)
  }

  @Test(
    arguments: [
      (3.5, 1, "3.5"), (0.25, 1, "0.2"), (0.35, 1, "0.4"), (0.15, 1, "0.2"), (1.005, 2, "1.00"),
      (1.015, 2, "1.02"), (1.025, 2, "1.02"), (2.5, 0, "2"), (3.5, 0, "4"), (-0.04, 1, "0.0"),
      (-1.25, 1, "-1.2"), (4.333333, 2, "4.33"), (9.999999, 2, "10.00"), (12, 6, "12.000000"),
      (0.0000004, 6, "0.000000"), (.infinity, 2, "-"), (.nan, 2, "-"), (0.05, 2, "0.05"),
    ] as [(Double, Int, String)])
  func decimalsAreRoundedHalfToEven(value: Double, digits: Int, text: String) {
    #expect(value.formatted(decimals: digits) == text)
  }
}
