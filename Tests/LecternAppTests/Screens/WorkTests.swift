import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

/// The work for a key does not grow with the number of proposals.
struct WorkTests {
  private func script() -> Script {
    Script(Fixture.state(summit: Fixture.plain(proposals: 10_000)))
  }

  private func address<Element>(_ array: [Element]) -> UnsafePointer<Element>? {
    array.withUnsafeBufferPointer { $0.baseAddress }
  }

  @Test func drawingReadsTheRowsOnTheScreenAlone() {
    var state = script().state
    for _ in 0..<50 { _ = state.update(.input(.key(KeyPress(.pageDown))), at: state.now) }
    let visible = state.list.window.visible
    #expect(!visible.contains(0))
    let last = state.seen.proposals[state.list.rows[visible.upperBound - 1]].proposal.title
    // A row that no proposal has would trap where it is read.
    for row in state.list.rows.indices where !visible.contains(row) { state.list.rows[row] = .max }
    let frame = Interface.draw(state)
    #expect(frame.canvas.text.contains(last))
  }

  @Test(arguments: ["j", "G", "PgDn", "Tab", "Space", "Enter", "3", "t", "?", "3 3", "3 u"])
  func keysLeaveTheRowsWhereTheyAre(_ keys: String) {
    var script = script()
    let rows = address(script.state.list.rows)
    script.press(keys)
    #expect(address(script.state.list.rows) == rows)
  }

  @Test(arguments: ["Space", "j", "Tab", "Up"]) func scrollingMakesNoLinesAnew(_ keys: String) {
    var script = Script(Fixture.state(size: Fixture.standard))
    script.press("l")
    let lines = address(script.state.pane.lines)
    script.press(keys)
    #expect(address(script.state.pane.lines) == lines)
  }

  @Test(arguments: ["3", "3 3", "3 u"]) func aScoreLeavesTheSeenProposalsWhereTheyAre(
    _ keys: String
  ) {
    var script = script()
    let proposals = address(script.state.seen.proposals)
    script.press(keys)
    #expect(address(script.state.seen.proposals) == proposals)
  }

  /// The cells in which two frames differ.
  private func changed(_ one: Canvas, _ other: Canvas) -> [Position] {
    (0..<one.size.rows).flatMap { row in
      (0..<one.size.columns).compactMap { column in
        one[column: column, row: row] == other[column: column, row: row]
          ? nil : Position(column: column, row: row)
      }
    }
  }

  /// Two rows of the list, and not the text beside it, which follows when the cursor rests.
  @Test func aCursorMoveDrawsTwoRowsOfTheList() {
    var script = Script(Fixture.state())
    script.press("j")
    script.isPatient = false
    let before = Interface.draw(script.state).canvas
    script.press("j")
    let after = Interface.draw(script.state).canvas
    let cells = changed(before, after)
    #expect(Set(cells.map(\.row)) == [3, 4])
    #expect(cells.allSatisfy { script.state.layout.list.contains($0) })
    script.send(.ticked)
    #expect(changed(after, Interface.draw(script.state).canvas).count > cells.count)
  }

  @Test(arguments: ["k", "PgUp", "Home", "Ctrl-U", "Shift-Tab Tab"])
  func aKeyThatChangesNothingDrawsTheSame(_ keys: String) {
    var script = Script(Fixture.state())
    let before = Interface.draw(script.state)
    script.press(keys)
    #expect(Interface.draw(script.state) == before)
  }
}
