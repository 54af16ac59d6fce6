import ReviewCore
import Testing

@Suite struct ProposalIDTests {
  @Test(arguments: [
    ("1", true), (" ", true), ("é 😀", true), ("a:b", true),
    (String(repeating: "x", count: 128), true),
    (String(repeating: "x", count: 129), false), (String(repeating: "é", count: 64), true),
    (String(repeating: "é", count: 65), false), ("", false), ("a/b", false), ("a\\b", false),
    ("a\n", false), ("\u{0}", false), ("\u{7F}", false), ("\u{85}", false), ("..", true),
  ])
  func idsFollowTheRule(text: String, isID: Bool) {
    #expect((ProposalID(text) != nil) == isID)
  }

  @Test func idsAreComparedByBytes() {
    let (one, other): (ProposalID, ProposalID) = ("\u{e9}", "e\u{301}")
    #expect(one != other)
    #expect(Set([one, other]).count == 2)
    #expect(other < one)
    #expect(("9" as ProposalID) < "10")
  }
}
