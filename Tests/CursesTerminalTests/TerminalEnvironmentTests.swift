import CursesTerminal
import Testing

struct TerminalEnvironmentTests {
  private func localeName(_ variables: [String: String]) -> String? {
    TerminalEnvironment { variables[$0] }.localeName
  }

  @Test func theStrongestLocaleVariableDecides() {
    let all = ["LC_ALL": "a", "LC_CTYPE": "b", "LANG": "c"]
    #expect(localeName(all) == "a")
    #expect(localeName(all.filter { $0.key != "LC_ALL" }) == "b")
    #expect(localeName(["LANG": "c"]) == "c")
    #expect(localeName([:]) == nil)
  }

  @Test func anEmptyVariableCountsAsUnset() {
    #expect(localeName(["LC_ALL": "", "LC_CTYPE": "", "LANG": "c"]) == "c")
  }

  @Test func theTypeIsTakenAsItIs() {
    #expect(TerminalEnvironment { _ in nil }.term == nil)
    #expect(TerminalEnvironment { ["TERM": "linux"][$0] }.term == "linux")
  }
}
