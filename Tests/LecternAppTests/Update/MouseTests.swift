import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct MouseTests {
  private func press(_ column: Int, _ row: Int) -> Message {
    .input(
      .mouse(MouseEvent(kind: .press, button: .left, position: Position(column: column, row: row))))
  }

  private func wheel(_ kind: MouseEvent.Kind, _ column: Int, _ row: Int) -> Message {
    .input(
      .mouse(MouseEvent(kind: kind, button: .none, position: Position(column: column, row: row))))
  }

  @Test func aClickSelectsAndADoubleClickOpens() {
    var script = Script(Fixture.state())
    script.send(press(10, 4))
    #expect(script.state.list.window.selection == 2)
    #expect(!script.state.isReading)
    script.send(press(10, 4))
    #expect(script.state.isReading)
    #expect(script.saves.isEmpty)
  }

  @Test func twoSlowClicksAreTwoClicks() {
    var script = Script(Fixture.state())
    script.send(press(10, 4))
    script.time = script.time.adding(milliseconds: 500)
    script.send(press(10, 4))
    #expect(!script.state.isReading)
  }

  @Test func theWheelScrollsWhatIsUnderIt() {
    var script = Script(Fixture.state(size: Size(columns: 120, rows: 17)))
    script.press("j")
    script.send(wheel(.wheelDown, 80, 6))
    #expect(script.state.pane.offset == 3)
    #expect(script.selected == 1201)
    script.send(wheel(.wheelDown, 10, 6))
    #expect(script.state.list.window.offset == 2)
  }

  @Test func tabsAreasAndHintsAreClicked() throws {
    var script = Script(Fixture.state())
    let header = try #require(script.screen.split(separator: "\n").first)
    let column = try #require(header.firstRange(of: "Rank"))
    script.send(press(header.distance(from: header.startIndex, to: column.lowerBound), 0))
    #expect(script.state.screen == .rank)
    script.press("g r")
    script.send(press(6, script.state.layout.areas.top + 3))
    #expect(script.state.list.area == Identifier("lakehouse"))
    let hints = try #require(script.screen.split(separator: "\n").last)
    let help = try #require(hints.firstRange(of: "? help"))
    script.send(press(hints.distance(from: hints.startIndex, to: help.lowerBound), 35))
    #expect(script.state.overlays.last?.context == .help)
  }

  @Test func aClickInAMenuChoosesAndOneBesideItCloses() {
    var script = Script(Fixture.state())
    script.press("I")
    script.send(press(1, 1))
    #expect(script.state.overlays.isEmpty)
    script.press("I")
    let menu = script.menu!
    let row = MenuView.firstRow(in: Fixture.wide, of: menu) + 2
    script.send(press(60, row))
    script.send(press(60, row))
    #expect(script.effects == [.remember(chi)])
  }

  @Test func theMouseIsLeftToTheTerminal() {
    var script = Script(Fixture.state())
    script.press("M")
    #expect(
      script.effects == [.listenToMouse(false), .keep(.mouse(false), of: ben)])
    let selected = script.selected
    script.send(press(10, 6))
    #expect(script.selected == selected)
  }

  @Test func theRubricsRowsAreClickedButScoreNothing() {
    var script = Script(Fixture.state())
    let rubric = script.state.layout.rubric
    script.send(press(rubric.left + 20, rubric.top + 1))
    #expect(script.state.criterion == 0)
    #expect(script.effects.isEmpty)
  }
}
