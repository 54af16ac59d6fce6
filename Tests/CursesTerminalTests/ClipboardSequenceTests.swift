import CursesTerminal
import Testing

@Suite struct ClipboardSequenceTests {
  private func environment(_ variables: [String: String]) -> TerminalEnvironment {
    TerminalEnvironment { variables[$0] }
  }

  private func text(_ text: String, _ variables: [String: String]) throws -> String {
    String(
      decoding: try ClipboardSequence(text, in: environment(variables)).bytes, as: UTF8.self)
  }

  @Test func aTextIsSentInBase64() throws {
    #expect(
      try text("1231798", ["TERM": "xterm-256color"]) == "\u{1B}]52;c;MTIzMTc5OA==\u{7}")
    #expect(try text("über", ["TERM": "xterm-kitty"]) == "\u{1B}]52;c;w7xiZXI=\u{7}")
  }

  @Test func tmuxGetsItForItselfAndForTheTerminalOutside() throws {
    #expect(
      try text("foo", ["TERM": "tmux-256color", "TMUX": "/tmp/x,1,0"])
        == "\u{1B}]52;c;Zm9v\u{7}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;Zm9v\u{7}\u{1B}\\")
  }

  @Test func screenPassesItOn() throws {
    let variables = ["TERM": "screen.xterm-256color", "STY": "1.pts"]
    #expect(try text("foo", variables) == "\u{1B}P\u{1B}]52;c;Zm9v\u{7}\u{1B}\\")
    #expect(throws: ClipboardSequence.Refusal.tooLong) {
      try text(String(repeating: "x", count: 600), variables)
    }
  }

  @Test func theInnerOfTwoMultiplexersCounts() {
    let both = ["TMUX": "x", "STY": "y"]
    #expect(
      environment(both.merging(["TERM": "tmux-256color"]) { $1 }).multiplexer == .tmux)
    #expect(environment(both.merging(["TERM": "screen"]) { $1 }).multiplexer == .screen)
    #expect(environment(["TERM": "screen", "TMUX": ""]).multiplexer == nil)
  }

  @Test(arguments: ["a\nb", "\u{1B}[2J", "a\u{7F}", "a\u{9B}b", "\t", "\u{2028}", "a\0"])
  func controlCharactersAreRefused(_ hostile: String) {
    #expect(throws: ClipboardSequence.Refusal.controlCharacters) {
      try text(hostile, ["TERM": "xterm"])
    }
  }

  @Test(arguments: ["linux", "dumb", "vt100", "vt220", "ansi", "eterm-color", ""])
  func aTerminalWithoutAClipboardIsLeftAlone(_ term: String) {
    #expect(throws: ClipboardSequence.Refusal.noClipboard(term: term)) {
      try text("1231798", ["TERM": term])
    }
  }

  @Test func theLimitIsThatOfXterm() throws {
    let longest = String(repeating: "x", count: 74_994)
    let sent = try text(longest, ["TERM": "xterm"])
    #expect(sent.utf8.count <= 100_000)
    #expect(throws: ClipboardSequence.Refusal.tooLong) {
      try text(longest + "x", ["TERM": "xterm"])
    }
    #expect(throws: ClipboardSequence.Refusal.empty) { try text("", ["TERM": "xterm"]) }
  }

  @Test func theWordsAdmitThatATerminalMayIgnoreIt() {
    #expect(CopyOutcome.sent(through: nil).description.contains("some terminals ignore that"))
    #expect(CopyOutcome.sent(through: .tmux).description.contains("set-clipboard"))
    #expect(
      CopyOutcome.refused(.noClipboard(term: "linux")).description
        == "Not copied: a terminal of the type linux has no clipboard")
  }
}
