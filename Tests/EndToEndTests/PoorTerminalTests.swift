import ReviewCore
import Testing

/// The interface where there is little: the locale C, a console, a terminal of 1978, 80x24.
@Suite(.fewAtOnce)
struct PoorTerminalTests {
  @Test(
    arguments: [
      ["LC_ALL": "C"], ["TERM": "linux"], ["TERM": "vt100"], ["TERM": "vt100", "LC_ALL": "C"],
    ])
  func theMainJobCanBeDone(variables: [String: String]) async throws {
    let scratch = try Scratch.withSample()
    let queue = try await scratch.unread()
    let settings = variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let terminal = try await TmuxTerminal(
      command: ["/usr/bin/env"] + settings + [Place.program, "summit"], in: scratch, columns: 80,
      rows: 24)
    let isASCII = variables["LC_ALL"] == "C"
    let saved = isASCII ? "saved v" : "saved ✓"
    var screens: [String] = []

    try await terminal.waitFor("id \(queue[0])", "1-5 score")
    screens.append(try await terminal.screen())
    try await terminal.type(" ")
    try await terminal.type("4354")
    try await terminal.waitFor("id \(queue[1])", "25 of 71", saved)
    screens.append(try await terminal.screen())

    try await terminal.type("t")
    try await terminal.waitFor("Seen by the committee")
    try await terminal.type("Fine, I think")
    screens.append(try await terminal.screen())
    try await terminal.press("Enter")
    try await terminal.waitFor("Comment saved", saved)
    try await wait(for: "the comment on the disk") {
      try scratch.review(queue[1])?["comment"]?.string == "Fine, I think"
    }
    try await terminal.type("u")
    try await terminal.waitFor("Undone", saved)
    try await wait(for: "the undoing on the disk") {
      try scratch.review(queue[1])?["comment"]?.string == ""
    }

    try await terminal.press("Escape")
    try await terminal.waitFor("Focus areas")
    try await terminal.type("f")
    try await terminal.waitFor("Filter")
    try await terminal.type("is:unscored area:lakehouse")
    try await terminal.waitFor("area:lakehouse")
    screens.append(try await terminal.screen())
    try await terminal.press("Enter")
    try await terminal.waitFor("Focus areas", " 9 of 72")
    screens.append(try await terminal.screen())
    try await terminal.type("q")
    try await terminal.waitForEnd()

    #expect(
      try scratch.review(queue[0])?.scores
        == ["relevance": "4", "content": "3", "novelty": "5", "clarity": "4"])
    #expect(try scratch.review(queue[0])?.status == "scored")
    for screen in screens {
      #expect(!screen.contains("\u{FFFD}"))
      // What is left over where a terminal does not know a sequence.
      for stray in ["[?", "(B", "[0m", "â", "Ã"] { #expect(!screen.contains(stray)) }
      if isASCII { #expect(screen.utf8.allSatisfy { $0 < 0x80 }) }
      #expect(screen.split(separator: "\n", omittingEmptySubsequences: false).count <= 25)
    }
  }
}
