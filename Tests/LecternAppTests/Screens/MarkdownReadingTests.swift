import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

/// Proposals as they are read: their Markdown, what is searched for in it, where one was.
@Suite struct MarkdownReadingTests {
  private static let abstract = """
    # What you will learn

    Writing **robust** services in _anger_ takes `supervise(children)` and a plan:

    - let it *crash*, then look at what the crash says about the state that the process was in
      - nested: `restart: :transient`
    - 1 * 2 * 3 and snake_case stay
    2) numbers stay as they were typed

    > Make it work, then make it beautiful, then if you really, really have to, make it fast.

    ```elixir
    def start_link(opts),   do: GenServer.start_link(__MODULE__, opts)
    ```

    ---
    Slides: [the last time](https://example.org/a/rather/long/address/that_does_not_fit/on_a_line)
    """

  private func script(_ size: Size, glyphs: Glyphs = .unicode) -> Script {
    let plain = Fixture.plain(proposals: 3)
    var proposals = plain.proposals
    proposals[0].abstract = Self.abstract
    proposals[0].notes = "Never said *elsewhere*."
    proposals[1].abstract = Array(repeating: "a line", count: 80).joined(separator: "\n")
    let summit = Summit(event: plain.event, proposals: proposals)
    return Script(
      Fixture.state(viewer: ben, size: size, summit: summit, glyphs: glyphs))
  }

  @Test(arguments: [Fixture.wide, Fixture.standard, Fixture.narrow])
  func showsMarkdown(_ size: Size) {
    var script = script(size)
    script.press("Enter")
    Snapshot(name: "markdown").check(script.state)
  }

  @Test func showsMarkdownInASCII() {
    var script = script(Fixture.standard, glyphs: .ascii)
    script.press("Enter")
    Snapshot(name: "markdown-ascii", isASCII: true).check(script.state)
  }

  @Test(arguments: [76, 80])
  func linesAreNoLongerThanTheMeasureAndInTheMiddle(_ measure: Int) {
    var settings = Settings()
    settings.measure = measure
    var state = State(
      summit: Fixture.plain(proposals: 1), faults: [], viewer: ben,
      size: Size(columns: 160, rows: 45), now: Fixture.now, settings: settings)
    state.isReading = true
    let text = state.layout.text
    #expect(text.columns == measure)
    #expect(abs(text.left - (160 - text.right)) <= 1)
  }

  @Test func matchesAreMarkedOverTheEndsOfLinesAndOfEmphasis() {
    let theme = Theme.standard
    var first = StyledLine("say let it ", theme.text)
    first.add("crash", theme.text.with(.italic))
    var second = StyledLine("│ ", theme.line)
    second.add("and go", theme.text)
    (second.margin, second.joint) = (1, .afterSpace)
    let found = MatchedLines(
      [first, second, StyledLine("and go")], SearchNeedle("it crash and"), theme.match)
    #expect(found.matches == [0, 1])
    #expect(
      found.lines[0].spans == [
        .init(text: "say let ", style: theme.text), .init(text: "it ", style: theme.match),
        .init(text: "crash", style: theme.match),
      ])
    #expect(
      found.lines[1].spans == [
        .init(text: "│ ", style: theme.line), .init(text: "and", style: theme.match),
        .init(text: " go", style: theme.text),
      ])
    #expect(found.lines[2] == StyledLine("and go"))
  }

  @Test func aPhraseThatIsWrappedIsMarkedOnTheScreen() {
    var script = script(Fixture.narrow)
    script.press("Enter /")
    script.type("says about the state that the process was in")
    script.press("Enter")
    let lines = script.state.pane.matches.map { script.state.pane.lines[$0] }
    #expect(lines.count > 1)
    let marked = lines.flatMap(\.spans).filter { $0.style == script.state.theme.match }
    #expect(
      marked.map(\.text).joined(separator: " ") == "says about the state that the process was in")
  }

  @Test func oneComesBackToWhereOneWas() {
    var script = script(Fixture.standard)
    script.press("Enter l Space Space")
    let offset = script.state.pane.offset
    #expect(offset > 0)
    script.press("h")
    #expect(script.state.pane.offset == 0)
    script.press("l")
    #expect(script.state.pane.offset == offset)
  }

  @Test func theRuleSaysWhichWayThereIsMore() {
    var script = script(Fixture.standard)
    script.press("Enter l")
    let rule = script.state.layout.rubric.top
    func row() -> String {
      Interface.draw(script.state).canvas.text.split(
        separator: "\n", omittingEmptySubsequences: false)[rule].description
    }
    #expect(row().contains(" more ▼ "))
    script.press("Space")
    #expect(row().contains(" more ▲▼ "))
    for _ in 0..<20 { script.press("Space") }
    #expect(row().contains(" more ▲ "))
  }
}
