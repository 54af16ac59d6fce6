import ReviewCore
import Testing

/// Summits with nothing in them, and with more than anybody reads.
@Suite(.fewAtOnce)
struct LargeSummitTests {
  @Test func threeThousandProposalsOpenAndTheLastIsScored() async throws {
    let scratch = try Scratch.withSummit(
      of: (1...3_000).map { number in
        proposal(
          "\(number)", "Talk number \(number)",
          abstract: String(repeating: "Words about \(number). ", count: 60))
      })
    let queue = try await scratch.unread()
    let (first, last) = (try #require(queue.first), try #require(queue.last))
    let terminal = try await TmuxTerminal("summit", in: scratch)
    try await terminal.waitFor("0 of 3000", "Talk number \(first)", "id \(first)")
    try await terminal.type("G")
    try await terminal.waitFor("Talk number \(last)", "id \(last)")
    try await terminal.type("45")
    try await terminal.waitFor("4 5: Talk number \(last)", "1 of 3000", "saved ✓")
    #expect(try scratch.review(last)?.scores == ["relevance": "4", "content": "5"])
    try await terminal.press("Home")
    try await terminal.waitFor("id \(first)")
    try await terminal.type("fid:299*")
    try await terminal.press("Enter")
    try await terminal.waitFor("11 of 3000")
    try await terminal.type("q")
    try await terminal.waitForEnd()
  }

  @Test func aSummitWithoutProposalsSaysHowTheyComeIn() async throws {
    let scratch = try Scratch.withSummit(of: [])
    let terminal = try await TmuxTerminal("summit", in: scratch)
    try await terminal.waitFor("No proposals yet. A chair brings them in")
    try await terminal.type("4jkGn u")
    try await terminal.type("?")
    try await terminal.waitFor("Keys: ")
    try await terminal.press("C-c")
    try await terminal.waitForEnd()
    #expect(try scratch.sheetBytes() == nil)
  }

  @Test func anAbstractOfFiveMegabytesOpensAndScrolls() async throws {
    let line = "Nothing is said in these words of sixty letters, on and on.\n"
    let text = String(repeating: line, count: (5 << 20) / line.utf8.count) + "THE END"
    let scratch = try Scratch.withSummit(of: [proposal("1", "A long read", abstract: text)])
    let terminal = try RawTerminal(["summit"], in: scratch)
    try await terminal.waitFor("A long read")
    try await terminal.waitFor("more ▼")
    terminal.type("     ")
    try await terminal.waitFor("the title to be gone from the text") { !$0.contains("id 1") }
    terminal.type("45")
    try await terminal.waitFor("saved ✓")
    #expect(try scratch.review("1")?.status == "scored")
    terminal.type("q")
    #expect(try await terminal.waitForEnd() == 0)
  }
}
