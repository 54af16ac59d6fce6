import ReviewCore
import Testing

@Suite struct FaultTests {
  @Test func aFaultBeginsWithItsPlace() {
    let fault = Fault(
      position: SourcePosition(line: 3, column: 7), problem: "something is wrong", remedy: "Mend it"
    )
    #expect(fault.description == "something is wrong. Mend it.")
    #expect(fault.inFile("a/b.json").description == "a/b.json:3:7: something is wrong. Mend it.")
    #expect(Fault(path: "x", problem: "bad", remedy: "").description == "x:1:1: bad.")
  }

  @Test func whatIsQuotedIsOneShortPrintableLine() {
    #expect("a\nb\u{1B}[31m\u{202E}".quoted == #""a\u{a}b\u{1b}[31m\u{202e}""#)
    #expect(String(repeating: "x", count: 61).quoted == "\"\(String(repeating: "x", count: 60))…\"")
  }
}
