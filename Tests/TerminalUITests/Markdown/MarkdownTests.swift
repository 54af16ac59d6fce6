import Testing

@testable import TerminalUI

/// What Markdown looks like on the screen.
@Suite struct MarkdownTests {
  private func lines(_ text: String, _ columns: Int = 40) -> [MarkdownLine] {
    Markdown.lines(text, columns: columns, symbols: MarkdownSymbols(.unicode))
  }

  private func shown(_ text: String, _ columns: Int = 40) -> [String] {
    lines(text, columns).map(\.text)
  }

  /// The pieces of the only line that have a role.
  private func pieces(_ text: String, _ role: MarkdownRole) -> [String] {
    lines(text, 200).flatMap(\.runs).filter { $0.role.contains(role) }.map(\.text)
  }

  @Test(arguments: [
    "snake_case and a_b_c", "2 * 3 * 4", "2*3*4", "a generic <T> of [T]", "#hashtag", "1) foo",
    "__init__.py and __main__", "*.py, *.rb", "SELECT *.* FROM t", "f(*args, **kwargs)",
    #"the "*" and the "_""#, "name: ______", "5* hotel, 4* hotel", #"C:\temp\new"#,
    #"\\server\share"#, "array[0](x.y)", "[ ] to do", "`quoted' and `other'", "price ~~ 10",
    ">>> import lectern", ">90 % of users", "https://x.org/a_b_/__init__.py/*c*d",
    "C# and F#", "a ``` b", "* ", "-5 degrees", "1.5 hours", "**", "[text](not an address)", "un_",
    "```\nnever ended", "|a|b|\n|-|-|",
  ])
  func plainTextStaysAsItWasTyped(_ text: String) {
    #expect(shown(text, 200).joined(separator: "\n") == text.trimmedAtEnd)
    #expect(lines(text, 200).flatMap(\.runs).allSatisfy { $0.role.isEmpty })
  }

  @Test func emphasisLosesItsMarkersAndKeepsItsWords() {
    #expect(shown("a *b* **c** ***d*** _e_ __F g__") == ["a b c d e F g"])
    #expect(pieces("a *b* **c** ***d*** _e_ __F g__", .strong) == ["c", "d", "F g"])
    #expect(pieces("a *b* **c** ***d*** _e_ __F g__", .emphasis) == ["b", "d", "e"])
    #expect(pieces("**bold and *both***", .emphasis) == ["both"])
    #expect(pieces("这是**重点**内容", .strong) == ["重点"])
  }

  @Test func emphasisThatIsNotEndedIsText() {
    #expect(shown("*open **more") == ["*open **more"])
    #expect(shown("**one* left") == ["*one left"])
    #expect(shown("*a _b* c_") == ["a _b c_"])
  }

  @Test func emphasisGoesOverATypedNewlineButNotOverABlankLine() {
    #expect(pieces("**a\nb**", .strong) == ["a", "b"])
    #expect(shown("**a\n\nb**") == ["**a", "", "b**"])
  }

  @Test func escapesHideTheBackslash() {
    #expect(shown(##"\*not\* \_so\_ 1\. \# x"##) == ["*not* _so_ 1. # x"])
    #expect(pieces(#"\*not\*"#, .emphasis).isEmpty)
  }

  @Test func codeIsVerbatim() {
    #expect(shown("call `f(*x*)` and ``a`b``") == ["call f(*x*) and a`b"])
    #expect(pieces("call `f(*x*)` now", .code) == ["f(*x*)"])
    #expect(shown(#"`a\*b`"#) == [#"a\*b"#])
  }

  @Test func linksShowTheirAddress() {
    #expect(shown("see [*the* docs](https://x.org/a_b).") == ["see the docs (https://x.org/a_b)."])
    #expect(pieces("see [docs](https://x.org)", .address) == [" (https://x.org)"])
    #expect(shown("[https://x.org](https://x.org)") == ["https://x.org"])
    #expect(shown("![graph](g.png)") == ["graph (g.png)"])
    #expect(shown("[w](https://x.org/a_(b))") == ["w (https://x.org/a_(b))"])
  }

  @Test func headingsLoseTheirMarks() {
    #expect(shown("# One\n## Two ##\nthree") == ["One", "Two", "three"])
    #expect(pieces("## A *b*", .heading) == ["A ", "b"])
    #expect(shown("####### seven") == ["####### seven"])
  }

  @Test func itemsHangUnderTheirText() {
    #expect(
      shown("- one two three\n  * four five six\n12. seven eight", 12) == [
        "• one two", "  three", "  • four", "    five six", "12. seven", "    eight",
      ])
  }

  @Test func quotesHaveABarOnEveryLine() {
    #expect(shown("> one two three\n> > four", 10) == ["│ one two", "│ three", "│ │ four"])
    #expect(lines("> one two three", 10)[1].margin == 1)
  }

  @Test func blocksOfCodeAreCutAndNotWrapped() {
    #expect(
      shown("```swift\nlet a  =  1 + 2 + 3\n\n> *x*\n```\nend", 12) == [
        "  let a  =  ", "  1 + 2 + 3", "  ", "  > *x*", "end",
      ])
    #expect(shown("~~~\n```\n~~~") == ["  ```"])
    #expect(shown("> ```\n> a\nb\n```") == ["│ ```", "│ a", "b", "```"])
  }

  @Test func aThematicBreakIsALine() {
    #expect(shown("a\n---\nb", 10) == ["a", "──────────", "b"])
    #expect(shown("* * *", 4) == ["────"])
  }

  @Test func newlinesBlankLinesAndIndentationStay() {
    #expect(shown("a\nb\n\n\n  c") == ["a", "b", "", "", "  c"])
    #expect(shown("") == [""])
  }

  @Test func stylesAreKeptOverWraps() {
    let wrapped = lines("**one two** three", 7)
    #expect(wrapped.map(\.text) == ["one two", "three"])
    let narrow = lines("x **one two three**", 7)
    #expect(narrow.map(\.text) == ["x one", "two", "three"])
    #expect(narrow[1].runs == [.init(text: "two", role: .strong)])
    #expect(narrow[1].joint == .afterSpace)
  }

  @Test func longAddressesAreBrokenAndNotLost() {
    let address = "https://example.org/" + String(repeating: "abcdefghij", count: 9)
    let wrapped = lines(address, 20)
    #expect(wrapped.map(\.text).joined() == address)
    #expect(wrapped.allSatisfy { DisplayWidth.of($0.text) <= 20 })
    #expect(wrapped[1].joint == .withinWord)
  }

  @Test func wideLettersAreMeasured() {
    #expect(shown("> 日本語の文章", 8) == ["│ 日本語", "│ の文章"])
  }

  @Test func controlsAreGone() {
    #expect(shown("a\u{1B}]0;x\u{7} **b\u{202E}**") == ["a b"])
  }

  @Test(arguments: [
    "*", "**", "*a ", "a* ", "_", "[", "](", "[](", "[a](", "[](a.b)", "]", ">", "> ", "`", "`a ",
    "``a`", "\\", "# ", "- ", "```\n", "> ```\n", "h", "http://", "http://*a", "*a _b ", "((((",
    "!",
    "~~~\n", "\n", "1. ", "[*_`", "a", "*a b* ", "> > > > > ",
  ])
  func hostileTextTakesLinearTime(_ piece: String) {
    // A quadratic pass over tens of thousands of characters would take minutes and be noticed.
    let count = 60_000 / piece.utf8.count
    let wrapped = lines(String(repeating: piece, count: count), 60)
    #expect(!wrapped.isEmpty)
    #expect(wrapped.allSatisfy { DisplayWidth.of($0.text) <= 60 })
  }

  @Test func fencesOfEveryLengthTakeLinearTime() {
    let text = (3...700).reversed().map { String(repeating: "`", count: $0) }
    #expect(lines(text.joined(separator: "\n"), 60).count >= 698)
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
