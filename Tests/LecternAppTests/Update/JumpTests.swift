import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct JumpTests {
  @Test func backAndForwardLeadThroughTheJumps() {
    var script = Script(Fixture.state())
    script.press("j G")
    #expect(script.selected == 1209)
    script.press("Ctrl-O")
    #expect(script.selected == 1201)
    script.press("Ctrl-F")
    #expect(script.selected == 1209)
    script.press("Ctrl-F")
    #expect(script.toast == "There is nowhere to go forward to")
  }

  @Test func theNextAfterAJudgementIsAJumpToo() {
    var script = Script(Fixture.state())
    script.press("j 4 4 4 4")
    #expect(script.selected == 1202)
    script.press("Ctrl-O")
    #expect(script.selected == 1201)
  }

  @Test func theListOfJumpsGoesThere() {
    var script = Script(Fixture.state())
    script.press("G Home g j")
    #expect(script.menu?.purpose == .jumps)
    script.press("Enter")
    #expect(script.selected == 1209)
  }

  @Test func otherTalksOfTheSpeakerAreOffered() {
    var script = Script(Fixture.state())
    script.press("j o")
    #expect(script.menu?.items.map(\.action) == [.goTo(1210), .goTo(1202)])
    script.press("Enter")
    #expect(script.selected == 1210)
    script.press("Ctrl-O")
    #expect(script.selected == 1201)
  }

  @Test func hiddenSpeakersHaveNoOtherTalks() {
    var script = Script(Fixture.state(summit: Fixture.summit { $0.rules.speakers = .hidden }))
    script.press("j o")
    #expect(script.state.overlays.isEmpty)
    #expect(
      script.toast
        == "The speakers are hidden in this review, and the texts are still being compared")
  }

  @Test func allMyThreesAreShown() {
    var script = Script(Fixture.state())
    script.press("f")
    script.type("id:1211")
    script.press("Enter =")
    #expect(script.state.list.query.text == "my.relevance:3")
    #expect(script.listed == [1211])
    script.press("Esc")
    #expect(script.listed.count == 16)
  }
}
