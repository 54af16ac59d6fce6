import ReviewCore
import Testing

/// Files that cannot be read are named and left alone.
@Suite(.fewAtOnce)
struct BrokenFileTests {
  @Test func aBrokenFileOfSomebodyElseIsNamedAndLeftAlone() async throws {
    let scratch = try Scratch.withSample()
    let path = scratch.sheetPath(of: "lena")
    let broken = Array("{\n  \"format\": 1,\n  \"reviewer\": \"lena\",,\n}\n".utf8)
    try Files.write(broken, to: path)
    let next = try await scratch.next()
    let terminal = try await TmuxTerminal("summit", in: scratch)
    try await terminal.waitFor("1 fault (! shows it): reviews/lena.json:3:", "id \(next)")
    try await terminal.type("!")
    try await terminal.waitFor("What could not be read", "reviews/lena.json:3:22")
    try await terminal.press("Escape")
    // Esc and a digit right after it would be Alt and that digit.
    try await terminal.waitFor("the page to be closed") { !$0.contains("What could not be") }
    try await terminal.type("4354")
    try await terminal.waitFor("25 of 71", "saved ✓")
    try await terminal.type("q")
    try await terminal.waitForEnd()

    let check = try await scratch.lectern("check", "summit")
    #expect(check.code == 1)
    #expect(check.output.contains("summit/reviews/lena.json:3:22: "))
    let json = try await scratch.lectern("check", "summit", "--format", "json")
    #expect(json.code == 1)
    let root = try json.json
    let fault = try #require(root.object?["faults"]?.array?.first?.object)
    #expect(fault["path"]?.string == "reviews/lena.json")
    #expect(fault["line"] == .int(3))
    #expect(fault["severity"] == "error")
    #expect(try Files.bytes(of: path) == broken)
  }

  @Test func aFileThatBreaksWhileTheProgramRunsIsNamed() async throws {
    let scratch = try Scratch.withSample()
    let terminal = try await TmuxTerminal("summit", in: scratch)
    try await terminal.waitFor("24 of 71")
    try Files.write("{ \"format\": 1".utf8, to: scratch.sheetPath(of: "omar"))
    try await terminal.waitFor("A new fault (! shows all): reviews/omar.json:1:")
  }

  @Test func whoseOwnFileIsBrokenLosesNothingOfIt() async throws {
    let scratch = try Scratch.withSample()
    let broken = Array("{ \"format\": 1, \"reviewer\": \"ines\", \"reviews\": {".utf8)
    try Files.write(broken, to: scratch.sheetPath(of: "ines"))
    let terminal = try await TmuxTerminal("summit", in: scratch)
    try await terminal.waitFor("reviews/ines.json:1:")
    try await terminal.type("4354")
    try await terminal.waitFor("NOT SAVED")
    try await terminal.type("q")
    try await terminal.waitFor("Saving before leaving")
    try await terminal.press("C-c")
    try await terminal.waitForEnd()
    #expect(try scratch.sheetBytes() == broken)
    let rescued = try scratch.rescued()
    #expect(rescued.count == 1)
    #expect(rescued.first?["reviewer"] == "ines")
  }

  @Test func aBrokenSummitIsRefusedWithItsLine() async throws {
    let scratch = try Scratch.withSample()
    try Files.write(
      "{\n  \"format\": 1,\n  \"name\": }\n".utf8, to: "\(scratch.summit)/summit.json")
    let terminal = try RawTerminal(["summit"], in: scratch)
    #expect(try await terminal.waitForEnd() == 2)
    #expect(terminal.text.contains("summit.json:3:"))
    #expect(!terminal.screen.isAlternate)
  }
}
