import CursesTerminal
import Testing

struct ColorDepthTests {
  @Test(arguments: [
    (-1, ColorDepth.none), (0, .none), (2, .none), (8, .eight), (16, .sixteen), (88, .sixteen),
    (256, .many), (16_777_216, .eight),
  ])
  func isTheBestThatTheTerminalHas(colorCount: Int, expected: ColorDepth) {
    #expect(ColorDepth(colorCount: colorCount, cap: nil) == expected)
  }

  @Test(arguments: ColorDepth.allCases)
  func neverExceedsTheCap(cap: ColorDepth) {
    #expect(ColorDepth(colorCount: 256, cap: cap) == cap)
    #expect(ColorDepth(colorCount: 0, cap: cap) == .none)
  }
}
