import Testing

@testable import LecternCommands

@Suite struct ShellWordsTests {
  @Test(arguments: [
    ("nano", ["nano"]), ("  vim   -u  NONE\t", ["vim", "-u", "NONE"]), ("", []), ("  ", []),
    (#""/opt/my editor/bin/ed" -w"#, ["/opt/my editor/bin/ed", "-w"]),
    (#"/opt/my\ editor/ed"#, ["/opt/my editor/ed"]),
    (#"emacs --eval '(setq x "y")'"#, ["emacs", "--eval", #"(setq x "y")"#]),
    (#"a"b c"'d e'f"#, ["ab cd ef"]), (#"x "" ''"#, ["x", "", ""]),
    (#""a\"b\\c\d\$e""#, [#"a"b\c\d$e"#]), (#"'a\b'"#, [#"a\b"#]), ("a\\\nb", ["ab"]),
    ("ed $HOME/*; rm -rf `x` | y > z", ["ed", "$HOME/*;", "rm", "-rf", "`x`", "|", "y", ">", "z"]),
    ("käse 漢字", ["käse", "漢字"]),
  ])
  func wordsAreSplitAsAShellDoesAndNothingIsExpanded(_ text: String, _ words: [String]) throws {
    #expect(try ShellWords.split(text) == words)
  }

  @Test(arguments: [("'a", "'"), ("a \"b", "\""), ("a\\", "\\"), ("\"a'b", "\"")])
  func whatIsNotFinishedIsRefused(_ text: String, _ sign: String) {
    #expect(throws: ShellWords.Unfinished(sign: Character(sign))) { try ShellWords.split(text) }
  }
}
