import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct PaletteTests {
  private func script(_ text: String = "") -> Script {
    var script = Script(Fixture.state())
    script.press(":")
    script.type(text)
    return script
  }

  private func labels(_ script: Script) -> [String] {
    (script.menu?.shown ?? []).compactMap { script.menu?.items[$0].label }
  }

  @Test func lettersWithGapsFindCommandsAndProposals() {
    #expect(labels(script("rubrc")).first == "Show the whole rubric with its guide")
    #expect(labels(script("ocfe")).first == "One catalog, four engines")
    #expect(labels(script("week kafka")).first == "Kafka to Iceberg in a weekend")
  }

  @Test func anIdFindsItsProposal() {
    var script = script("1213")
    #expect(labels(script).first == "Kafka to Iceberg in a weekend")
    script.press("Enter")
    #expect(script.selected == 1213)
    script.press("Ctrl-O")
    #expect(script.selected == 1215)
  }

  @Test func aCommandIsRun() {
    var script = script("whole rubric")
    script.press("Enter")
    #expect(script.page?.kind == .rubric)
  }

  @Test func commandsGoBeforeProposalsWhereNothingIsTyped() {
    let script = script()
    let items = script.menu?.items ?? []
    let firstProposal = items.firstIndex { if case .goTo = $0.action { true } else { false } }
    #expect(firstProposal.map { items[$0...].count } == 16)
    #expect(script.menu?.shown == Array(items.indices))
  }

  @Test func whatFitsNothingSaysSo() {
    var script = script("zzqq")
    #expect(script.screen.contains("Nothing matches"))
    script.press("Enter")
    #expect(script.menu != nil)
    for _ in 0..<4 { script.press("Backspace") }
    #expect(labels(script).count > 16)
  }

  @Test func theLettersThatMatchAreMarked() {
    let script = script("catalog four")
    let canvas = Interface.draw(script.state).canvas
    let marked = (0..<canvas.size.rows).flatMap { row in
      (0..<canvas.size.columns).filter {
        canvas[column: $0, row: row].style.foreground == script.state.theme.match.foreground
          && canvas[column: $0, row: row].style.attributes.contains(.underline)
      }.map { canvas[column: $0, row: row].text }
    }
    #expect(marked.joined().hasPrefix("catalogfour"))
  }

  @Test func theJumpListIsFoundByLettersToo() {
    var script = Script(Fixture.state())
    script.press("G g g G g j")
    #expect(script.menu?.purpose == .jumps)
    script.type("change")
    #expect(labels(script) == ["Change data capture without the tears"])
    script.press("Enter")
    #expect(script.selected == 1215)
  }
}
