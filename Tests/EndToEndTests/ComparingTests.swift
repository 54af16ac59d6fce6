import ReviewCore
import Testing

/// Two proposals side by side: one key, and the answer stands on the disk.
@Suite(.fewAtOnce)
struct ComparingTests {
  private func comparisons(_ scratch: Scratch) throws -> JSONObject {
    let bytes = try #require(try scratch.sheetBytes())
    return JSONValue(try JSONDocument(bytes).root).object?["comparisons"]?.object ?? JSONObject()
  }

  /// The outcome of a pair on the disk; nil where there is none.
  private func outcome(_ first: String, _ second: String, _ scratch: Scratch) throws -> String? {
    try comparisons(scratch)[first]?.object?[second]?.object?["outcome"]?.string
  }

  @Test func oneKeySaysWhichIsBetterAndUndoTakesItBack() async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.lectern("compare", "-C", "summit", "--format", "json")
    let pair = try #require(try next.json.object)
    let (first, second) = (
      try #require(pair["first"]?.string), try #require(pair["second"]?.string)
    )
    #expect(try outcome(first, second, scratch) == nil)
    let reviews = try scratch.reviews()
    let terminal = try await TmuxTerminal("summit", in: scratch)
    try await terminal.waitFor("24 of 71")

    try await terminal.type("gc")
    try await terminal.waitFor(
      "Which is better?", try scratch.title(of: first).beginning,
      try scratch.title(of: second).beginning)
    try await terminal.press("Right")
    try await terminal.waitFor("Better: ", "saved ✓")
    let said = try #require(try outcome(first, second, scratch))
    #expect(["first", "second"].contains(said))
    #expect(try scratch.reviews() == reviews)
    try scratch.expectFormatted(scratch.sheetPath(of: "ines"))
    let other = try await scratch.lectern("compare", "-C", "summit", "--format", "json")
    #expect(
      try other.json.object?["first"]?.string != first
        || other.json.object?["second"]?.string != second)

    try await terminal.type("u")
    try await terminal.waitFor("Undone", try scratch.title(of: first).beginning)
    try await wait(for: "the comparison to be cleared") {
      try outcome(first, second, scratch) == "cleared"
    }
    try await terminal.press("Left")
    try await wait(for: "the other one to be better") {
      try outcome(first, second, scratch) == (said == "first" ? "second" : "first")
    }
    try await terminal.type("Q")
    try await terminal.waitForEnd()
  }
}
