import CursesTerminal
import Testing

struct TerminalErrorTests {
  @Test(arguments: [
    TerminalError.noTerminal, .typeNotSet, .typeUnknown("x"), .typeTooPoor("x"), .noDescriptions,
    .notOpened("x"),
  ])
  func everyErrorNamesCommandsThatNeedNoTerminal(error: TerminalError) {
    #expect(error.description.contains("lectern list"))
    #expect(error.description.hasSuffix("."))
  }

  @Test func aWrongTypeIsNamedWithItsRemedy() {
    let text = TerminalError.typeUnknown("xterm-x").description
    #expect(text.contains("TERM=xterm-x"))
    #expect(text.contains("TERM=xterm-256color"))
  }
}
