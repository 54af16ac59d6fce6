import CursesTerminal
import TerminalUI
import Testing

struct ColorPairTests {
  private let blue = Color(palette: 75, basic: 12)
  private let grey = Color(palette: 240, basic: 8)
  private let black = Color(palette: 16, basic: 0)

  @Test(arguments: [(ColorDepth.none, Int32(-1)), (.eight, 4), (.sixteen, 12), (.many, 75)])
  func aColourBecomesTheIndexForTheDepth(depth: ColorDepth, expected: Int32) {
    #expect(ColorPair(Style(foreground: blue), depth: depth).foreground == expected)
    #expect(ColorPair(Style(background: blue), depth: depth).background == expected)
  }

  @Test(arguments: ColorDepth.allCases)
  func theTerminalsOwnColoursStayItsOwn(depth: ColorDepth) {
    let pair = ColorPair(.plain, depth: depth)
    #expect(pair.foreground == -1)
    #expect(pair.background == -1)
  }

  @Test func greyAmongEightIsTheTerminalsOwnNotBlack() {
    #expect(ColorPair(Style(foreground: grey), depth: .eight).foreground == -1)
  }

  @Test func greyOnBlackAmongEightIsWhite() {
    let pair = ColorPair(Style(foreground: grey, background: black), depth: .eight)
    #expect(pair.foreground == 7)
    #expect(pair.background == 0)
  }

  /// Every pair of basic colours that differ must differ on the screen, or the text vanishes.
  @Test(arguments: [ColorDepth.eight, .sixteen])
  func coloursThatDifferStayDifferent(depth: ColorDepth) {
    for foreground in UInt8(0)..<16 {
      for background in UInt8(0)..<16 where foreground != background {
        let style = Style(
          foreground: Color(palette: foreground, basic: foreground),
          background: Color(palette: background, basic: background))
        let pair = ColorPair(style, depth: depth)
        #expect(pair.foreground != pair.background, "\(foreground) on \(background)")
      }
    }
  }
}
