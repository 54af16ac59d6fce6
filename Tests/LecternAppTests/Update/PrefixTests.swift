import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct PrefixTests {
  @Test func lettersGoToTheScreens() {
    for screen in ScreenKind.allCases {
      var script = Script(Fixture.state())
      script.press("g \(screen.letter)")
      #expect(script.state.screen == screen)
      #expect(script.state.prefix == nil)
    }
  }

  @Test func theScreensFollowEachOtherAround() {
    var script = Script(Fixture.state())
    for screen in ScreenKind.allCases.dropFirst() + [.review] {
      script.press("Ctrl-N")
      #expect(script.state.screen == screen)
    }
    script.press("Ctrl-P")
    #expect(script.state.screen == .committee)
  }

  /// Digits are scores, but for after a prefix, where they are a number of rows.
  @Test func aNumberGoesToARowOrBySoMany() {
    var script = Script(Fixture.state())
    script.press("g 1 2 Enter")
    #expect(script.state.list.window.selection == 11)
    script.press("g 3 k")
    #expect(script.state.list.window.selection == 8)
    script.press("g 2 j")
    #expect(script.state.list.window.selection == 10)
    script.press("g g")
    #expect(script.state.list.window.selection == 0)
    #expect(script.saves.isEmpty)
  }

  @Test func whatItLeadsToIsShown() {
    var script = Script(Fixture.state())
    script.press("g")
    #expect(script.screen.contains("k Rank"))
    script.press("7")
    #expect(script.screen.contains("Enter go to row 7"))
    script.press("Esc")
    #expect(script.state.prefix == nil)
    #expect(!script.screen.contains("Enter go to row"))
  }
}
