import ReviewCore
import Testing

/// A committee's evening, from the first score to the shortlist in a file, by keys alone.
@Suite(.fewAtOnce)
struct CommitteeWorkTests {
  @Test(arguments: [(120, 36), (80, 24), (60, 16)])
  func aChairScoresFiltersNotesUndoesDecidesAndExports(columns: Int, rows: Int) async throws {
    let scratch = try Scratch.withSample()
    let terminal = try RawTerminal(
      ["summit", "--as", "ada"], in: scratch, columns: columns, rows: rows)
    try await terminal.waitFor("44 of 71")
    for judged in 45...47 {
      terminal.type("4354")
      try await terminal.waitFor("\(judged) of 71")
    }

    terminal.type("f")
    try await terminal.waitFor("Filter")
    terminal.type("area:realtime-ml\r")
    try await terminal.waitFor("20 of 72")
    terminal.type("t")
    try await terminal.waitFor("Comment for the committee")
    terminal.type("worth a second look\r")
    try await terminal.waitFor("Comment saved")
    terminal.type("u")
    try await terminal.waitFor("Undone (the comment)")

    terminal.type("gs")
    try await terminal.waitFor("Shortlist")
    try await terminal.waitFor("accepted")
    let before = try scratch.decisions(of: "ada")
    terminal.type("a")
    try await terminal.waitFor("Accepted: ")
    terminal.type("jw")
    try await terminal.waitFor("Waitlisted: ")
    try await wait(for: "both decisions on the disk") {
      try scratch.decisions(of: "ada").count == before.count + 2
    }

    terminal.type("e")
    try await terminal.waitFor("beam-summit-2026-shortlist.csv")
    terminal.type("\r")
    try await terminal.waitFor("Written: ")
    let file = try #require(
      try Files.text(of: "\(scratch.path)/beam-summit-2026-shortlist.csv"))
    #expect(file.hasPrefix("id,title,decision,"))
    #expect(file.contains(",waitlist,"))
    terminal.type("Q")
    #expect(try await terminal.waitForEnd() == 0)
    #expect(try await scratch.lectern("check", "summit").code == 0)
  }

  @Test func whereAPersonWasIsFoundAgain() async throws {
    let scratch = try Scratch.withSample()
    let first = try RawTerminal(["summit"], in: scratch)
    try await first.waitFor("24 of 71")
    first.type("f")
    try await first.waitFor("Filter")
    first.type("is:unscored area:agentic\r")
    try await first.waitFor("of 72")
    first.type("jjj*t")
    try await first.waitFor("Comment for the committee")
    first.type("half a thou")
    try await first.waitFor("half a thou")
    try await wait(for: "the draft on the disk") {
      try scratch.privateFile("drafts.json", of: "ines").contains("half a thou")
    }
    // The connection breaks: nobody leaves in order.
    first.send(9)
    #expect(try await first.waitForEnd() == -9)

    let second = try RawTerminal(["summit"], in: scratch)
    try await second.waitFor("24 of 71")
    second.type("f")
    try await second.waitFor("Filter")
    second.type("is:bookmarked\r")
    try await second.waitFor("1 of 72")
    second.type("t")
    try await second.waitFor("half a thou")
    second.type("ght\r")
    try await second.waitFor("Comment saved")
    second.type("q")
    #expect(try await second.waitForEnd() == 0)

    let third = try RawTerminal(["summit"], in: scratch)
    try await third.waitFor("1 of 72")
    #expect(third.screen.contains("bookmarked"))
    third.type("Q")
    #expect(try await third.waitForEnd() == 0)
    let drafts = try scratch.privateFile("drafts.json", of: "ines")
    #expect(!drafts.contains("half a thou"))
  }

  @Test func aPrivateNoteIsNotInTheFolder() async throws {
    let scratch = try Scratch.withSample()
    let terminal = try RawTerminal(["summit"], in: scratch)
    try await terminal.waitFor("24 of 71")
    terminal.type("t")
    try await terminal.waitFor("Comment for the committee")
    terminal.type("\t\tknows my cousin\r")
    try await terminal.waitFor("Private note saved")
    terminal.type("q")
    #expect(try await terminal.waitForEnd() == 0)
    let notes = try scratch.privateFile("notes.json", of: "ines")
    #expect(notes.contains("knows my cousin"))
    for (_, bytes) in try scratch.allReviews() {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("knows my cousin"))
    }
  }

  @Test func anIdGoesToTheTerminalsClipboard() async throws {
    let scratch = try Scratch.withSample()
    let next = try await scratch.next()
    let terminal = try RawTerminal(["summit"], in: scratch)
    try await terminal.waitFor("id \(next)")
    terminal.type("y")
    try await terminal.waitFor("some terminals ignore that")
    #expect(terminal.text.contains("\u{1b}]52;c;"))
    terminal.type("q")
    #expect(try await terminal.waitForEnd() == 0)
  }

  @Test func theMouseIsListenedToUntilItIsLeftToTheTerminal() async throws {
    let scratch = try Scratch.withSample()
    let before = try scratch.sheetBytes()
    let terminal = try RawTerminal(["summit"], in: scratch)
    try await terminal.waitFor("24 of 71")
    try await wait(for: "mouse reports to be asked for") {
      terminal.takeOutput()
      return terminal.text.contains("\u{1b}[?1006h")
    }
    // A click on the tab of the ranking.
    let header = terminal.screen.text.split(separator: "\n").first.map { String($0) } ?? ""
    let place = try #require(header.firstRange(of: "Rank"))
    let column = header.distance(from: header.startIndex, to: place.lowerBound) + 1
    terminal.type("\u{1b}[<0;\(column);1M\u{1b}[<0;\(column);1m")
    try await terminal.waitFor("calibrated")
    terminal.type("M")
    try await wait(for: "mouse reports to be given back") {
      terminal.takeOutput()
      return terminal.text.contains("\u{1b}[?1006l")
    }
    terminal.type("Q")
    #expect(try await terminal.waitForEnd() == 0)
    #expect(try scratch.sheetBytes() == before)
  }
}

extension Scratch {
  /// What a chair decided, by the file.
  fileprivate func decisions(of chair: String) throws -> [ProposalID: String] {
    guard let bytes = try Files.bytes(of: "\(summit)/decisions/\(chair).json") else {
      return [:]
    }
    var decisions: [ProposalID: String] = [:]
    for member in try JSONDocument(bytes).root["decisions"].map({ Array($0.members) }) ?? [] {
      if let id = ProposalID(member.key) { decisions[id] = member.value["decision"]?.string }
    }
    return decisions
  }

  /// A file of what one person keeps for themselves; empty where there is none.
  fileprivate func privateFile(_ name: String, of person: String) throws -> String {
    let base = "\(state)/lectern"
    for folder in Files.names(in: base) {
      let path = "\(base)/\(folder)/people/\(person)/\(name)"
      if let bytes = try Files.bytes(of: path) { return String(decoding: bytes, as: UTF8.self) }
    }
    return ""
  }
}
