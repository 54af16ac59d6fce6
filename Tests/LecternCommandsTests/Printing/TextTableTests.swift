import Testing

@testable import LecternCommands

@Suite struct TextTableTests {
  private static let table: TextTable = {
    var table = TextTable([.text("ID"), .number("N"), .flexible("TITLE")])
    table.append(["1", "10", "漢字のとても長い題名がここに"])
    table.appendRule("cut")
    table.append(["22", "3", "short\u{1b}[31m"])
    return table
  }()

  @Test func columnsStandUnderEachOther() {
    #expect(
      Self.table.lines(limit: nil) == [
        "ID   N  TITLE",
        "1   10  漢字のとても長い題名がここに",
        "── cut " + String(repeating: "─", count: 29),
        "22   3  short",
      ])
  }

  @Test(arguments: 1...40)
  func noLineIsWiderThanTheTerminal(limit: Int) {
    for line in Self.table.lines(limit: limit) {
      let width = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x3000 ? 2 : 1) }
      #expect(width <= limit)
    }
  }
}
