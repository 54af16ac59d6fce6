import ReviewCore
import Testing

@Suite struct IdentifierTests {
  @Test(arguments: [
    ("a", true), ("0", true), ("a.b_c-d", true), ("a..", true),
    (String(repeating: "a", count: 64), true),
    (String(repeating: "a", count: 65), false), ("", false), (".a", false), ("-a", false),
    ("_a", false), ("A", false), ("a b", false), ("é", false), ("a/b", false), ("a\n", false),
    ("\u{212A}", false), ("a\u{301}", false),
  ])
  func idsFollowTheRule(text: String, isID: Bool) {
    #expect((Identifier(text) != nil) == isID)
  }

  @Test(arguments: [
    ("Ada Lovelace", "ada-lovelace"), ("  Łukasz  O'Neil ", "lukasz-o-neil"), ("Nguyễn", "nguyen"),
    ("日本", nil), ("--", nil), ("", nil), ("a.b", "a-b"),
    (String(repeating: "x", count: 80), String(repeating: "x", count: 64)),
  ])
  func anIDIsMadeOfAnyText(text: String, id: String?) {
    #expect(Identifier(makingFrom: text)?.text == id)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func digitsComeFirstByNumberThenTheOthersByBytes(seed: UInt64) {
    let ordered = [
      "0", "00", "007", "7", "10", "010x", "1a", "9007199254740993", "9007199254740994",
      "100000000000000000000", "-1", "1-", "A", "a", "a10", "a9", "z", "é", "日", "😀",
    ]
    let numbers = [
      "0", "00", "007", "7", "10", "9007199254740993", "9007199254740994", "100000000000000000000",
    ]
    let others = ordered.filter { !numbers.contains($0) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var random = SplitMix64(seed: seed)
    let expected =
      ["00", "0"].sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } + numbers.dropFirst(2)
      + others
    let sorted = random.shuffled(ordered).sorted(by: IDOrder.precedes)
    #expect(sorted == expected, "seed \(seed)")
  }

  @Test func theOrderIsTotal() {
    let ids = ["0", "00", "7", "007", "a", "A", "1a", "", "é", "e\u{301}"]
    for one in ids {
      for other in ids {
        let isSame = Array(one.utf8) == Array(other.utf8)
        let count = [IDOrder.precedes(one, other), IDOrder.precedes(other, one)].count { $0 }
        #expect(count == (isSame ? 0 : 1), "\(one) and \(other)")
      }
    }
  }
}
