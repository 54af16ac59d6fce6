import ReviewCore
import Testing

@Suite struct QueryChipsTests {
  @Test(arguments: [
    ("", []), ("  ", []), ("a", ["a"]), (" area:ml  is:draft ", ["area:ml", "is:draft"]),
    ("-tag:x --y", ["-tag:x", "--y"]), ("(a OR b) c", ["(a OR b)", "c"]),
    ("-(a (b OR c)) d", ["-(a (b OR c))", "d"]), ("a OR b c", ["a OR b c"]),
    ("\"a b\" speaker:\"c d\"", ["\"a b\"", "speaker:\"c d\""]), ("a(b)c", ["a", "(b)", "c"]),
    ("(a", ["(a"]), ("a ) b", ["a", ")", "b"]), ("- x", ["-", "x"]), ("-(", ["-("]),
  ])
  func aQueryIsTakenApart(text: String, chips: [String]) throws {
    let query = try QueryChips(text)
    #expect(query.chips.map(\.text) == chips)
    #expect(query.text == text)
    for chip in query.chips { #expect(String(Array(text)[chip.range]) == chip.text) }
  }

  @Test func anOpenQuoteIsAnError() {
    #expect(throws: QueryError.self) { try QueryChips("a \"b") }
  }

  @Test(arguments: [
    ("a b c", 0, "b c"), ("a  b   c", 1, "a  c"), ("a b", 1, "a"), (" a ", 0, ""),
    ("a(b)c", 1, "a c"), ("a OR b", 0, ""), ("a", 3, "a"), ("é \"x  y\" z", 0, "\"x  y\" z"),
  ])
  func removingLeavesTheRestVerbatim(text: String, place: Int, rest: String) throws {
    let removed = try QueryChips(text).removing(place)
    #expect(removed == rest)
  }

  @Test(arguments: [
    ("a b", 0, "x:y b"), ("a  b c", 1, "a  x:y c"), ("a(b)c", 1, "a x:y c"),
    ("\"\"h", 0, "x:y h"), ("\"a\"(b)", 0, "x:y(b)"), ("a", 3, "a"),
  ])
  func replacingKeepsTheNeighboursApart(text: String, place: Int, result: String) throws {
    #expect(try QueryChips(text).replacing(place, by: "x:y") == result)
  }

  @Test(arguments: [
    ("", "x:y", "x:y"), (" ", "x:y", "x:y"), ("a", "x:y", "a x:y"), ("a ", "x:y", "a x:y"),
    ("a OR b", "x:y", "(a OR b) x:y"), ("(a OR b)", "x:y", "(a OR b) x:y"),
  ])
  func addingPutsAConditionAtTheEnd(text: String, term: String, result: String) throws {
    #expect(try QueryChips(text).adding(term) == result)
  }

  @Test(arguments: [
    ("", "area:ml", "area:ml"), ("x  y", "area:ml", "x  y area:ml"),
    ("area:ml x", "area:ml", "x"), ("x AREA:\"machine learning\"", "area:ml", "x"),
    ("area:ml x", "area:lakehouse", "(area:ml OR area:lakehouse) x"),
    ("(area:ml OR area:lakehouse) x", "area:ml", "area:lakehouse x"),
    ("area:ml OR area:lakehouse", "area:lakehouse", "area:ml"),
    ("-area:ml x", "area:ml", "area:ml x"), ("tag:a", "tag:b", "tag:a tag:b"),
    ("is:scored", "is:stale", "is:scored is:stale"),
    ("is:scored", "is:draft", "(is:scored OR is:draft)"),
    ("my:4 my:>=2", "my:3", "(my:4 OR my:3) my:>=2"), ("a OR b", "tag:c", "(a OR b) tag:c"),
    ("(area:ml x) y", "area:ml", "(area:ml x) y area:ml"),
    ("((area:ml OR is:draft))", "area:ml", "is:draft"),
    ("state:accept", "state:waitlist", "(state:accept OR state:waitlist)"),
    ("tag:Ä", "tag:a", ""), ("foo:x", "tag:a", "foo:x tag:a"),
  ])
  func togglingAddsOrTakesAway(text: String, term: String, result: String) throws {
    #expect(try QueryChips(text).toggling(term, for: QueryTests.event) == result)
  }

  @Test(arguments: [
    ("area:Lakes x", "area:lakehouse", true), ("(area:ml OR area:lakehouse)", "area:ml", true),
    ("-area:ml", "area:ml", false), ("x", "area:ml", false), ("", "area:ml", false),
    ("(area:ml x)", "area:ml", false), ("x", "foo:y", false),
  ])
  func aConditionIsHeldHoweverItIsWritten(text: String, term: String, isHeld: Bool) throws {
    #expect(try QueryChips(text).holds(term, for: QueryTests.event) == isHeld)
  }

  @Test(arguments: 1...20)
  func removingTakesOneChipAndNoOther(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let pieces = [
      "a", "is:draft", "-", "(", ")", " ", "  ", "\"x y\"", "tag:\"b c\"", "é", ":", "x)", "OR ",
    ]
    for _ in 0..<200 {
      let text = (0..<random.below(10)).map { _ in random.one(of: pieces) }.joined()
      let query = try QueryChips(text)
      var opened = 0
      let isBalanced = text.allSatisfy { character in
        opened += character == "(" ? 1 : character == ")" ? -1 : 0
        return opened >= 0
      }
      guard isBalanced, opened == 0 else { continue }
      for place in query.chips.indices {
        var expected = query.chips.map(\.text)
        expected.remove(at: place)
        let rest = try QueryChips(query.removing(place))
        #expect(rest.chips.map(\.text) == expected, "seed \(seed): \(text), \(place)")
        #expect(query.replacing(place, by: query.chips[place].text) == text)
      }
      guard (try? Query(text, for: QueryTests.event)) != nil else { continue }
      let more = query.adding("tag:n")
      #expect(try QueryChips(more).chips.last?.text == "tag:n", "seed \(seed): \(text)")
      #expect(throws: Never.self) { try Query(more, for: QueryTests.event) }
    }
  }

  @Test(arguments: 1...10)
  func togglingTwiceAsksForTheSame(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let terms = [
      "area:ml", "area:lakehouse", "is:draft", "is:scored", "is:stale", "tag:a", "my:3", "x",
      "(a OR b)",
    ]
    for _ in 0..<200 {
      let text = (0..<random.below(4)).map { _ in random.one(of: terms) }.joined(separator: " ")
      let term = random.one(of: terms.dropLast())
      let query = try QueryChips(text)
      let event = QueryTests.event
      let once = try QueryChips(query.toggling(term, for: event))
      let isHeld = query.holds(term, for: event)
      let times = query.chips.count { $0.text == term }
      #expect(once.holds(term, for: event) == (!isHeld || times > 1), "\(seed): \(text), \(term)")
      if !isHeld {
        let twice = try QueryChips(once.toggling(term, for: event))
        #expect(twice.text == text, "\(seed): \(text), \(term)")
      }
    }
  }
}
