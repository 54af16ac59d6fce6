import CursesTerminal
import Testing

struct TerminalTypeTests {
  private static let known = ["xterm-256color", "linux", "vt100", "tmux-256color"]

  private static func describe(_ name: String) -> TerminalType.Description {
    if name == "lpr" { return .tooPoor }
    return known.contains(name) ? .usable : .unknown
  }

  @Test(arguments: known)
  func aKnownTypeIsUsedWithoutAWord(term: String) throws {
    let type = try TerminalType(term: term, describe: Self.describe)
    #expect(type.name == term)
    #expect(type.notice == nil)
  }

  @Test(arguments: ["xterm-kitty", "alacritty", "foot", "xterm-ghostty", "wezterm", "screen-x"])
  func anUnknownTypeLikeXtermIsReplacedAndSaysSo(term: String) throws {
    let type = try TerminalType(term: term, describe: Self.describe)
    #expect(type.name == "xterm-256color")
    #expect(type.notice?.contains(term) == true)
  }

  @Test(arguments: [nil, ""])
  func withoutATypeThereIsNoScreen(term: String?) {
    #expect(throws: TerminalError.typeNotSet) {
      try TerminalType(term: term, describe: Self.describe)
    }
  }

  @Test(arguments: ["dumb", "lpr"])
  func whatCannotPlaceItsCursorIsRefused(term: String) {
    #expect(throws: TerminalError.typeTooPoor(term)) {
      try TerminalType(term: term, describe: Self.describe)
    }
  }

  @Test func anUnknownTypeIsNamed() {
    #expect(throws: TerminalError.typeUnknown("unheard-of")) {
      try TerminalType(term: "unheard-of", describe: Self.describe)
    }
  }

  @Test func withoutASubstituteTheTypeIsUnknown() {
    #expect(throws: TerminalError.typeUnknown("xterm-kitty")) {
      try TerminalType(term: "xterm-kitty") { _ in .unknown }
    }
  }

  @Test func aMissingDatabaseIsNotTheTypesFault() {
    #expect(throws: TerminalError.noDescriptions) {
      try TerminalType(term: "xterm") { _ in .missingDatabase }
    }
  }
}
