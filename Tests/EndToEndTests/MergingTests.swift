import ReviewCore
import Testing

/// Copies of one's own file and conflicts in it, seen and merged by the reviewer at work.
@Suite(.fewAtOnce)
struct MergingTests {
  /// Inés's file as another computer has it: one more judgement.
  private static func other(_ scratch: Scratch, _ id: String) throws -> [UInt8] {
    let bytes = try #require(try scratch.sheetBytes())
    var tree = try #require(JSONValue(try JSONDocument(bytes).root).object)
    var reviews = tree["reviews"]?.object ?? JSONObject()
    reviews[id] = ["status": "skipped", "at": "2026-04-02T00:00:00.000Z"]
    tree["reviews"] = .object(reviews)
    return JSONValue.object(tree).fileBytes
  }

  @Test func aCopyThatASyncProgramLeavesIsMergedByEnter() async throws {
    let scratch = try Scratch.withSample()
    let id = try await scratch.next()
    let copy = "\(scratch.summit)/reviews/ines (conflicted copy 2026-03-01).json"
    let terminal = try await TmuxTerminal("summit", in: scratch)
    try await terminal.waitFor("24 of 71", "id \(id)")
    try Files.write(try Self.other(scratch, id), to: copy)
    try await terminal.waitFor("A new fault (! shows all): reviews/ines (conflicted copy")
    try await terminal.type("!")
    try await terminal.waitFor("It is yours: Enter merges it now.")
    try await terminal.press("Enter")
    try await terminal.waitFor("Merged: reviews/ines (conflicted copy 2026-03-01).json")
    #expect(try scratch.review(id)?["status"] == "skipped")
    #expect(try Files.bytes(of: copy) == nil)
    #expect(try await scratch.lectern("check", "summit").code == 0)
    try await terminal.type("q")
    try await terminal.waitForEnd()
  }

  @Test func whatWasSaidWhileGitsMarkersStandGoesInOnceTheyAreMerged() async throws {
    let scratch = try Scratch.withSample()
    let unread = try await scratch.unread()
    let (first, last) = (unread[0], try #require(unread.last))
    let terminal = try await TmuxTerminal("summit", in: scratch)
    try await terminal.waitFor("24 of 71", "id \(first)")
    let (ours, theirs) = (try #require(try scratch.sheetBytes()), try Self.other(scratch, last))
    let conflict =
      Array("<<<<<<< HEAD\n".utf8) + ours + Array("=======\n".utf8) + theirs
      + Array(">>>>>>> theirs\n".utf8)
    try Files.write(conflict, to: scratch.sheetPath(of: "ines"))
    try await terminal.waitFor("git left a conflict here, in lines 1 to ")
    try await terminal.type("4354")
    try await terminal.waitFor("Not saved: ", "git left a conflict here")
    #expect(try scratch.sheetBytes() == conflict)
    try await terminal.type("!")
    try await terminal.waitFor("It is yours: Enter merges it now.")
    try await terminal.press("Enter")
    try await terminal.waitFor("saved ✓")
    #expect(try scratch.review(first)?["status"] == "scored")
    #expect(try scratch.review(last)?["status"] == "skipped")
    try await terminal.type("q")
    try await terminal.waitForEnd()
    #expect(try await scratch.lectern("check", "summit").code == 0)
  }

  /// Real processes, real locks, one file.
  @Test func sixScriptsAtOnceLoseNothing() async throws {
    let scratch = try Scratch.withSample()
    let ids = try await scratch.unread().prefix(6)
    try await withThrowingTaskGroup(of: Int.self) { group in
      for id in ids {
        group.addTask { try await scratch.lectern("skip", id, "-C", "summit").code }
      }
      for try await code in group { #expect(code == 0) }
    }
    for id in ids { #expect(try scratch.review(id)?["status"] == "skipped", "\(id)") }
  }
}
