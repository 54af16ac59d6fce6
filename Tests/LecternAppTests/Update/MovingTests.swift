import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct MovingTests {
  @Test func theQueueIsTheOrderOfTheList() {
    let script = Script(Fixture.state())
    #expect(
      script.listed.map(\.text) == [
        "1215", "1201", "1202", "1203", "1204", "1205", "1206", "1207", "1208", "1214", "1210",
        "1211", "1212", "1213", "1216", "1209",
      ])
    #expect(script.selected == 1215)
  }

  @Test func movementStopsAtTheEnds() {
    var script = Script(Fixture.state())
    script.press("k Up")
    #expect(script.selected == 1215)
    script.press("G j Down")
    #expect(script.selected == 1209)
    script.press("Home")
    #expect(script.selected == 1215)
    script.press("Enter h Left l Right")
    #expect(script.selected == 1202)
  }

  @Test func theNextUnscoredGoesAroundAndSkippedComeLast() {
    var script = Script(Fixture.state())
    script.press("G U")
    #expect(script.selected == 1215)
    for _ in 0..<8 { script.press("U") }
    #expect(script.selected == 1208)
    script.press("U")
    #expect(script.selected == 1215)
  }

  @Test func anotherProposalBeginsAtItsTop() {
    var script = Script(Fixture.state(size: Fixture.standard))
    script.press("l Space Space")
    #expect(script.state.pane.offset > 0)
    script.press("l")
    #expect(script.state.pane.offset == 0)
  }

  @Test func scoringDoesNotScrollTheText() {
    var script = Script(Fixture.state(size: Fixture.standard))
    script.press("l j j j 4")
    #expect(script.state.pane.offset == 3)
  }

  @Test func resizingKeepsTheSelection() {
    var script = Script(Fixture.state())
    script.press("j j j j j")
    let selected = script.selected
    var sizes = [Fixture.standard, Fixture.tooSmall, Fixture.narrow, Fixture.wide]
    sizes += (1...60).map { Size(columns: $0 * 5, rows: $0 * 2) }
    for size in sizes + sizes.reversed() {
      script.send(.resized(size))
      #expect(script.selected == selected)
      let window = script.state.list.window
      #expect(window.height == 0 || window.visible.contains(window.selection))
      _ = Interface.draw(script.state)
    }
  }

  @Test func aNarrowScreenShowsListAndProposalInTurn() {
    var script = Script(Fixture.state())
    #expect(script.state.context == .split)
    script.send(.resized(Fixture.standard))
    #expect(script.state.context == .list)
    script.press("Enter")
    #expect(script.state.context == .reading)
    script.press("q")
    #expect(script.state.context == .list)
    script.send(.resized(Fixture.wide))
    #expect(script.state.context == .split)
  }

  @Test func aNarrowScreenOpensOnTheProposal() {
    let script = Script(Fixture.state(size: Fixture.standard))
    #expect(script.state.context == .reading)
    #expect(script.selected == 1215)
  }

  @Test func leavingOrdersToQuit() {
    for keys in ["q", "Q", "Ctrl-C", "Enter Q", "? Ctrl-C", "I Ctrl-C"] {
      var script = Script(Fixture.state())
      script.press(keys)
      #expect(script.effects == [.quit], "\(keys)")
      #expect(script.state.isLeaving)
    }
  }

  @Test func theScreenIsDrawnAnewAndGivenBackFromEverywhere() {
    for keys in ["", "Enter", "?", "f", "I"] {
      var script = Script(Fixture.state())
      script.press("\(keys) Ctrl-L Ctrl-Z")
      #expect(script.effects == [.redraw, .suspend], "\(keys)")
    }
  }

  @Test func pagesScrollAndClose() {
    for keys in ["r", "!"] {
      var script = Script(
        Fixture.state(size: Fixture.narrow, faults: [Fault(problem: "bad", remedy: "mend")]))
      script.press(keys)
      #expect(script.state.overlays.count == 1)
      script.press("j j k PgDn G Home End 4 3 Space b")
      #expect(script.state.overlays.count == 1)
      #expect(script.effects.isEmpty)
      script.press("q")
      #expect(script.state.overlays.isEmpty)
      #expect(!script.state.isLeaving)
    }
  }

  @Test func messagesGoAwayByThemselves() {
    var script = Script(Fixture.state())
    script.press("9")
    let until = script.state.deadline
    #expect(until == script.time.adding(milliseconds: 3_900))
    script.time = script.time.adding(milliseconds: 3_899)
    script.send(.ticked)
    #expect(script.state.toast != nil)
    script.send(.ticked)
    #expect(script.state.toast == nil)
    #expect(script.state.deadline == nil)
  }
}
