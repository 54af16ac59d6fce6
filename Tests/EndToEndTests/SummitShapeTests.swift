import ReviewCore
import Testing

/// Summits of unusual shape (case 19): with none and 3,000 proposals, and a text of 5 MB:
/// `LargeSummitTests`.
@Suite(.fewAtOnce)
struct SummitShapeTests {
  /// Writes proposals of a few bytes each, without making values of them.
  private func summit(ofTiny count: Int) throws -> Scratch {
    let scratch = try Scratch.withSummit(of: [])
    var text = "{\"format\": 1, \"proposals\": [\n"
    for number in 1...count {
      text += "{\"id\": \"\(number)\", \"title\": \"Talk \(number)\"}"
      text += number == count ? "\n" : ",\n"
    }
    try Files.write((text + "]}\n").utf8, to: "\(scratch.summit)/proposals.json")
    return scratch
  }

  @Test func oneProposalIsFirstAndLast() async throws {
    let scratch = try summit(ofTiny: 1)
    let terminal = try await TmuxTerminal("summit", in: scratch)
    try await terminal.waitFor("0 of 1", "Talk 1")
    try await terminal.type("jkGnNU")
    try await terminal.press("PageDown", "PageUp", "Home", "End")
    try await terminal.type("45")
    try await terminal.waitFor("4 5: Talk 1", "1 of 1", "saved ✓")
    #expect(try scratch.review("1")?.status == "scored")
    try await terminal.type("q")
    try await terminal.waitForEnd()
  }

  @Test(arguments: [10_000, 100_000])
  func tensOfThousandsOpenAndTheLastIsScored(count: Int) async throws {
    let scratch = try summit(ofTiny: count)
    let last = try #require(try await scratch.unread().last)
    let terminal = try RawTerminal(["summit"], in: scratch)
    try await wait(
      for: "the list", limit: .seconds(120), evidence: { terminal.screen.text }
    ) {
      terminal.takeOutput()
      return terminal.screen.contains("0 of \(count)")
    }
    terminal.type("G")
    try await terminal.waitFor("Talk \(last)")
    terminal.type("45")
    try await terminal.waitFor("4 5: Talk \(last)")
    try await terminal.waitFor("saved ✓")
    #expect(try scratch.review(last)?.scores == ["relevance": "4", "content": "5"])
    terminal.type("q")
    #expect(try await terminal.waitForEnd() == 0)
  }

  @Test func fiveHundredTagsFindTheirPlace() async throws {
    let tags = JSONValue.array((1...500).map { .string("tag number \($0)") })
    var first = try #require(proposal("1", "Many tags").object)
    first["tags"] = tags
    let scratch = try Scratch.withSummit(of: [.object(first), proposal("2", "No tags")])
    let terminal = try RawTerminal(["summit"], in: scratch)
    try await terminal.waitFor("0 of 2")
    try await terminal.waitFor("Many tags")
    for _ in 0..<30 { terminal.type(" ") }
    terminal.type("/tag number 499\r")
    try await terminal.waitFor("Many tags")
    terminal.type("45")
    try await terminal.waitFor("1 of 2")
    terminal.type("Q")
    #expect(try await terminal.waitForEnd() == 0)
    let listed = try await scratch.lectern("list", "summit", "--format", "json")
    let counts = try listed.json.array?.compactMap { $0.object?["tags"]?.array?.count }
    #expect(counts?.max() == 500)
  }

  @Test func anIdThatIsThereTwiceIsAFaultAndTheRestOpens() async throws {
    let scratch = try Scratch.withSummit(of: [
      proposal("1", "Once"), proposal("2", "Twice"), proposal("2", "Twice again"),
      proposal("3", "Thrice"),
    ])
    let terminal = try await TmuxTerminal("summit", in: scratch)
    try await terminal.waitFor("fault", "proposals.json", "Once", "Thrice")
    try await terminal.type("!")
    try await terminal.waitFor("What could not be read")
    try await terminal.press("Escape")
    try await terminal.waitFor("the page to be closed") { !$0.contains("What could not be") }
    try await terminal.type("45")
    try await terminal.waitFor("4 5: Once", "saved ✓")
    #expect(try await scratch.lectern("check", "summit").code == 1)
    try await terminal.type("q")
    try await terminal.waitForEnd()
  }

  @Test func aFilterThatMeetsNoneSaysSoAndIsTakenBack() async throws {
    let scratch = try Scratch.withSample()
    let before = try scratch.allReviews()
    let terminal = try await TmuxTerminal("summit", in: scratch)
    try await terminal.waitFor("24 of 71")
    try await terminal.type("fid:nothing-of-that-name")
    try await terminal.press("Enter")
    try await terminal.waitFor("none of 72")
    try await terminal.type("4354jkGnt5ac* ")
    try await terminal.press("C-l", "Enter", "PageDown")
    try await terminal.waitFor("none of 72")
    try await terminal.press("Escape")
    try await terminal.waitFor("72 proposals")
    try await terminal.type("q")
    try await terminal.waitForEnd()
    #expect(try scratch.allReviews() == before)
  }
}
