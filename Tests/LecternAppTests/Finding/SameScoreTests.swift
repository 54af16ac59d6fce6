import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct SameScoreTests {
  @Test(arguments: [false, true]) func allWithTheScoreAreShown(isReading: Bool) {
    var script = Script(Fixture.state(summit: Fixture.plain(proposals: 4)))
    script.press("3 4 3 5 4 3 g g")
    if isReading { script.press("Enter") }
    #expect(script.selected == 1000)
    script.press("Shift-Tab Tab =")
    #expect(script.listed == [1000, 1001])
    #expect(script.selected == 1000)
    #expect(script.state.isReading == isReading)
    #expect(script.toast.hasPrefix("All that have 3 of you for Content; Esc"))
    if isReading { script.press("Esc") }
    script.press("Esc")
    #expect(script.listed.count == 4)
  }

  @Test func withoutAScoreItAsksForOne() {
    var script = Script(Fixture.state(summit: Fixture.plain(proposals: 2)))
    script.press("=")
    #expect(script.toast.hasPrefix("Give a score first"))
    script.press("3 3 k x =")
    #expect(script.toast.hasPrefix("Give a score first"))
    #expect(!script.state.list.isFiltered)
  }

  @Test(arguments: ["", "Enter"]) func theSpeakersOtherTalksAreOfferedWhereTheyAreShown(
    _ keys: String
  ) {
    var script = Script(Fixture.state())
    script.press("j \(keys) o")
    #expect(script.menu?.items.map(\.label).contains("One catalog, four engines") == true)
    script.press("Enter")
    #expect(script.selected == 1210)
    #expect(script.state.isReading == !keys.isEmpty)
    script.press("Ctrl-O")
    #expect(script.selected == 1201)
    script = Script(Fixture.state(summit: Fixture.summit { $0.rules.speakers = .hidden }))
    script.press("j \(keys) o")
    #expect(script.menu == nil)
    #expect(
      script.toast
        == "The speakers are hidden in this review, and the texts are still being compared")
  }
}
